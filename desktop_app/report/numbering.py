"""Ordinals that head a section: 一、（一）1.（1） (GB/T 9704—2012, 7.3.3), 一是 第一 首先 其一, and marks without number."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "然后": 3, "最后": 9, "此外": 8, "另外": 8}
_SAID = ("一是", "一要")
_BULLETS = "■●◆◇▲★▌▪◼□▍►▶◎◉☆※➤➢✦❖◈⬛✅📌🔴🔸🔹🔶🔷"

# style → level of the page, 0 for words run in
LEVELS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 4}

_LINE_START = re.compile(
    rf"(?P<chapter>[{_HAN}]{{1,3}})[、.．](?!\d)"
    rf"|(?P<formal>[{_FORMAL}参])[、.．：]"
    rf"|第(?P<division>[{_HAN}]{{1,2}})(?:部分|方面|章)[：、，]?"
    r"|(?P<roman>[IVX]{1,4}|[Ⅰ-Ⅻ])[.、．](?!\d)"
    rf"|（(?P<section>[{_HAN}]{{1,3}})）[、.]?"
    r"|(?P<arabic>\d{1,2})(?:[、．]|\.(?!\d)|，(?=[一-鿿]{2,12}[。\n]))"
    r"|（(?P<bracketed>\d{1,2})）|(?P<half>\d{1,2})）"
    rf"|(?P<circled>[{_CIRCLED}])"
    r"|(?P<zero>0\d)[.、]?(?=[一-鿿])"
    rf"|(?P<bullet>[{_BULLETS}])[ ]?"
    rf"|(?P<is>[{_HAN}]{{1,2}})(?P<verb>是|要(?!求|闻|点|件)|则|来)[，：]?(?=[一-鿿“‘])"
    rf"|第(?P<nth>[{_HAN}]{{1,2}})[，、：]"
    rf"|其(?P<of>[{_HAN}]{{1,2}})[，、：是]"
    r"|(?P<word>首先|其次|再次|然后|最后|此外|另外)[，、]"
    rf"|(?P<short>[{_HAN}])(?=[一-鿿]{{1,4}}：)"
)
_INLINE = re.compile(
    rf"(?:(?<=[。；：，！\n”])|^) *(?:(?P<is>[{_HAN}]{{1,2}})(?P<verb>是|要(?!求|闻|点|件)|则)[，：]?(?=[一-鿿“‘])"
    rf"|(?<=[。；])(?P<chapter>[{_HAN}]{{1,2}})、(?![{_HAN}])"
    rf"|（(?P<section>[{_HAN}]{{1,3}})）|（(?P<bracketed>\d{{1,2}})）|(?P<circled>[{_CIRCLED}])"
    rf"|第(?P<nth>[{_HAN}]{{1,2}})[，、]|其(?P<of>[{_HAN}]{{1,2}})[，、是]"
    rf"|(?P<word>首先|其次|再次|最后|此外|另外)[，、]|(?P<short>[{_HAN}])(?=[一-鿿]{{1,4}}：))"
)
_LOST_IS = re.compile(rf"(?<=[。；]) *(?P<bare>[{_HAN}])(?=[一-鿿]{{3}})(?![个名场次项条人家件是要则大级日月年])")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal in the copy. `start` and `end` take its mark in."""

    start: int
    end: int
    value: int | None
    style: str


def han_value(numeral: str) -> int:
    """一 → 1, 十二 → 12, 二十 → 20."""
    tens, _, ones = numeral.rpartition("十") if "十" in numeral else ("", "", numeral)
    if "十" not in numeral:
        return _HAN.index(numeral[-1]) + 1
    return (_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(ones) + 1 if ones else 0)


def _ordinal(match: re.Match[str]) -> Ordinal:
    groups = match.groupdict()
    start = match.end() - len(match[0].lstrip())
    for name, style in (("chapter", "一、"), ("section", "（一）"), ("nth", "第一"), ("of", "其一"), ("short", "一抓"), ("is", "")):
        if numeral := groups.get(name):
            return Ordinal(start, match.end(), han_value(numeral), style or f"一{match['verb']}")
    for name, style in (("arabic", "1."), ("bracketed", "（1）"), ("half", "（1）"), ("zero", "01")):
        if numeral := groups.get(name):
            return Ordinal(start, match.end(), int(numeral), style)
    if formal := groups.get("formal"):
        return Ordinal(start, match.end(), _FORMAL.index(formal.replace("参", "叁")) + 1, "壹、")
    if division := groups.get("division"):
        return Ordinal(start, match.end(), han_value(division), "第一部分")
    if roman := groups.get("roman"):
        value = _ROMAN.index(roman) + 1 if roman in _ROMAN else ord(roman[0]) - 0x215F
        return Ordinal(start, match.end(), value, "I.")
    if circled := groups.get("circled"):
        return Ordinal(start, match.end(), _CIRCLED.index(circled) + 1, "①")
    if word := groups.get("word"):
        return Ordinal(start, match.end(), _WORDS[word], "首先")
    return Ordinal(start, match.end(), None, groups.get("bullet") or "")


def ordinal_at(copy: str, start: int, end: int) -> Ordinal | None:
    """The ordinal with which a line begins."""
    match = _LINE_START.match(copy, start, end)
    return _ordinal(match) if match else None


def ordinals_within(copy: str, start: int, end: int) -> list[Ordinal]:
    """Ordinals inside a paragraph that make a row: 一是…；二是…, also one that lost its 是 (一是…。二学习…。)."""
    found = [_ordinal(match) for match in _INLINE.finditer(copy, start, end)]
    rows: dict[str, list[Ordinal]] = {}
    for ordinal in found:
        rows.setdefault(ordinal.style, []).append(ordinal)
    first = ordinal_at(copy, start, end)
    kept = [
        ordinal
        for row in rows.values()
        for ordinal in row
        if ordinal.start == start or len(row) > 1 and (row[0].style in _SAID or _begins(row, first))
    ]
    if sum(ordinal.style == "一是" for ordinal in kept) > 1:
        taken = {ordinal.start for ordinal in kept}
        kept += [
            Ordinal(match.start("bare"), match.end(), han_value(match["bare"]), "一是")
            for match in _LOST_IS.finditer(copy, start, end)
            if match.start("bare") not in taken
        ]
    return sorted(kept, key=lambda ordinal: ordinal.start)


def _begins(row: list[Ordinal], first: Ordinal | None) -> bool:
    """A row begins with 1, in the paragraph or with the ordinal at its start."""
    if any(ordinal.value == 1 for ordinal in row):
        return True
    return first is not None and first.style == row[0].style and first.value == 1


def han_numeral(value: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; up to 99."""
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else _HAN[tens - 1] + "十") + (_HAN[ones - 1] if ones else "")
