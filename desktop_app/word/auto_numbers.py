"""Automatic numbers of paragraphs, as Word would show them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.report.numbering import han_numeral
from desktop_app.word.opening import Element, child, children, value

_LEVEL = re.compile(r"%(\d)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_HAN_FORMATS = frozenset(
    ["chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital"]
)  # fmt: skip
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str


@dataclass(slots=True)
class AutoNumbers:
    """Counts the paragraphs of every list of a document."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # numId → level → how it looks
    lists: dict[str, str] = field(default_factory=dict)  # numId → the list that it counts in
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, number_id: str, level: int) -> str:
        """The number of the next paragraph of that list and level; "" for bullets and for no list."""
        levels = self.levels.get(number_id, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self.lists[number_id], {})
        counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        shown = levels[level]
        if shown.format in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            how = levels.get(other, shown)
            return _written(counts.get(other, how.start), how.format)

        text = _LEVEL.sub(number, shown.text)
        return text + " " if text[-1:].isalnum() and text[-1:].isascii() else text


def read_auto_numbers(root: Element | None) -> AutoNumbers:
    """From the root of numbering.xml; None: no automatic numbers."""
    found = AutoNumbers()
    abstract = {value(entry, "abstractNumId"): _levels(entry) for entry in children(root, "abstractNum")}
    for entry in children(root, "num"):
        number_id, of = value(entry, "numId"), value(child(entry, "abstractNumId"))
        if number_id is None or of not in abstract:
            continue
        levels = dict(abstract[of])
        restarts = False
        for override in children(entry, "lvlOverride"):
            level = int(value(override, "ilvl") or 0)
            if (own := child(override, "lvl")) is not None:
                levels[level] = _level(own)
            start = value(child(override, "startOverride"))
            if start is not None and level in levels:
                levels[level] = _Level(int(start), levels[level].format, levels[level].text)
                restarts = True
        found.levels[number_id] = levels
        found.lists[number_id] = f"num{number_id}" if restarts else f"list{of}"
    return found


def _levels(entry: Element) -> dict[int, _Level]:
    return {int(value(level, "ilvl") or 0): _level(level) for level in children(entry, "lvl")}


def _level(level: Element) -> _Level:
    start = value(child(level, "start"))
    shown = value(child(level, "numFmt")) or "decimal"
    return _Level(int(start) if start and start.lstrip("-").isdigit() else 1, shown, value(child(level, "lvlText")) or "")


def _written(number: int, shown: str) -> str:
    if shown in _HAN_FORMATS and 0 < number < 100:
        return han_numeral(number)
    if shown.startswith("decimalEnclosedCircle") and 0 < number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if shown in ("ideographTraditional", "ideographZodiac") and number > 0:
        signs = _STEMS if shown == "ideographTraditional" else _BRANCHES
        return signs[(number - 1) % len(signs)]
    if shown in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if shown == "upperLetter" else letter
    if shown in ("upperRoman", "lowerRoman") and 0 < number < 400:
        roman = _roman(number)
        return roman.upper() if shown == "upperRoman" else roman
    if shown == "decimalZero":
        return f"{number:02}"
    if shown.startswith("decimalFullWidth"):
        return str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    return str(number)


def _roman(number: int) -> str:
    pieces = []
    for worth, sign in _ROMAN:
        while number >= worth:
            pieces.append(sign)
            number -= worth
    return "".join(pieces)
