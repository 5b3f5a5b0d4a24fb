"""Automatic numbers of paragraphs, as Word would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from desktop_app.word.number_formats import number_in
from desktop_app.word.opening import Element, child, children, is_on, value, whole

_LEVEL = re.compile(r"%(\d)")
_MOST_LINKS = 10  # from a list to the style that describes it, and on


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    style: str | None  # the paragraph style that is numbered by this level
    gap: str  # between the number and the text
    all_arabic: bool  # the numbers of all levels in Arabic digits
    restarts_after: int | None  # the level, counted from 1, at which it restarts; 0: never; None: at every higher one


@dataclass(slots=True)
class AutoNumbers:
    """Counts the paragraphs of every list of a document."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # numId → level → how it looks
    lists: dict[str, str] = field(default_factory=dict)  # numId → the list that it counts in
    starts: dict[str, dict[int, int]] = field(default_factory=dict)  # numId → level → where its first number restarts
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of(self, number_id: str, style_id: str | None) -> int:
        """The level that numbers the paragraphs of a style; the first where none says so."""
        levels = self.levels.get(number_id, {})
        return next((level for level, how in levels.items() if style_id and how.style == style_id), 0)

    def next(self, number_id: str, level: int) -> str:
        """The number of the next paragraph of that list and level; "" for bullets and for no list."""
        levels = self.levels.get(number_id, {})
        if level not in levels:
            return ""
        shown = levels[level]
        counts = self._count(number_id, level)
        if shown.format == "bullet":
            # Signs are no text; words that somebody set as a bullet (“附：”) are.
            return shown.text if any(char >= "\u3400" and char.isalnum() for char in shown.text) else ""

        def number(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            how = levels.get(other, shown)
            if how.format == "none":
                return ""
            return number_in("decimal" if shown.all_arabic else how.format, counts.get(other, how.start))

        text = _LEVEL.sub(number, shown.text)
        last = text[-1:]
        # After 1 a tab stop, or a space, keeps the text apart; after 一、 there is nothing to be kept apart.
        apart = last.isalnum() and (last.isascii() or shown.gap == "space")
        return text + " " if apart and shown.gap != "nothing" else text

    def _count(self, number_id: str, level: int) -> dict[int, int]:
        levels, starts = self.levels[number_id], self.starts[number_id]
        counts = self._counts.setdefault(self.lists[number_id], {})
        first = starts.get(level, levels[level].start)
        if level in starts and (number_id, level) not in self._begun:
            counts[level] = first
        else:
            counts[level] = counts[level] + 1 if level in counts else first
        self._begun.add((number_id, level))
        for deeper in [other for other in counts if other > level]:
            after = levels[deeper].restarts_after if deeper in levels else None
            if after is None or level < after:
                del counts[deeper]
        return counts


def read_auto_numbers(root: Element | None, list_styles: dict[str, str]) -> AutoNumbers:
    """From the root of numbering.xml (None: no automatic numbers) and numId by list style."""
    found = AutoNumbers()
    abstract = {value(entry, "abstractNumId") or "": entry for entry in children(root, "abstractNum")}
    numbers = {value(entry, "numId") or "": entry for entry in children(root, "num")}
    for number_id, entry in numbers.items():
        of = value(child(entry, "abstractNumId")) or ""
        for _ in range(_MOST_LINKS):
            link = value(child(abstract.get(of), "numStyleLink"))
            linked = numbers.get(list_styles.get(link or "", ""))
            if linked is None:
                break
            of = value(child(linked, "abstractNumId")) or ""
        if of not in abstract:
            continue
        found.levels[number_id] = dict(_levels(abstract[of]))
        found.lists[number_id] = of
        found.starts[number_id] = {}
        for override in children(entry, "lvlOverride"):
            level = whole(value(override, "ilvl"), 0)
            found.levels[number_id] |= dict(_levels(override))
            start = value(child(override, "startOverride"))
            if start is not None and level in found.levels[number_id]:
                found.starts[number_id][level] = whole(start, 1)
                changed = replace(found.levels[number_id][level], start=whole(start, 1))
                found.levels[number_id][level] = changed
    return found


def _levels(entry: Element) -> Iterator[tuple[int, _Level]]:
    for level in children(entry, "lvl"):
        restart = value(child(level, "lvlRestart"))
        yield (
            whole(value(level, "ilvl"), 0),
            _Level(
                start=whole(value(child(level, "start")), 0 if child(level, "start") is None else 1),
                format=value(child(level, "numFmt")) or "decimal",
                text=value(child(level, "lvlText")) or "",
                style=value(child(level, "pStyle")),
                gap=value(child(level, "suff")) or "tab",
                all_arabic=bool(is_on(child(level, "isLgl"))),
                restarts_after=None if restart is None else whole(restart, 0),
            ),
        )
