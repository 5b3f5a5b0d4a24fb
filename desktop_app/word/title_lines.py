"""Lines of a title: words kept whole, 梯形或菱形 (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import TypeAlias

_MOST_LINES = 4
_MOST_UNEVEN = 5.0  # 字 by which a line may differ from the mean
_OPENING, _CLOSING = "（《“‘〔【〈「『([", "）》”’〕】〉」』，。、；：！？…—)]%％"
_GROUP = re.compile(r"《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|（[^（）]*）|「[^「」]*」")
_NUMBER = re.compile(r"[0-9０-９.,．%％]+$|^第$|[零〇一二三四五六七八九十百千万]+[届屆次]?$")
_NOT_FIRST = frozenset(["的", "地", "得", "了", "等", "和", "与", "與", "及", "以及", "暨", "或"])
_NOT_LAST = frozenset(
    ["关于", "關於", "对", "對", "在", "和", "与", "與", "及", "以及", "暨", "或", "为", "為", "不", "第", "各", "向",
     "防", "反", "抗", "禁", "控", "治", "拒", "扫", "掃"]  # 防溺水: the dictionary does not know the whole word
)  # fmt: skip
_BREAK_COST = 6.0
_PART_COST = 3.0  # of a break inside 《》 or “”
_SHORT_NAME = 0.6  # of a line; a longer 《》 or “” may be divided
_CRUMB = 4.0  # 字 of a 《》 or “” that are too few to stand apart from the rest of it

Units: TypeAlias = tuple[str, ...]


def width_of(text: str) -> float:
    """Width in 字: a Chinese character is one wide, an ASCII one half."""
    return sum(0.5 if char < "\u007f" else 1.0 for char in text)


def title_lines(title: str, longest: int, words: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """The lines of a title; joined they are the title. `longest`: 字 that a line holds; `words` cuts into words."""
    if width_of(title) <= longest:
        return (title,)
    units = tuple(_units(title, longest, words))
    needed = ceil(width_of(title) / longest)
    for shaped in (True, False):
        for count in range(needed, _MOST_LINES + 1):
            found = [lines for lines in _divisions(units, count, longest) if not shaped or _is_shaped(lines)]
            if found:
                return tuple("".join(line) for line in min(found, key=_cost))
    return tuple(_filled(units, longest))


def _units(title: str, longest: int, words: Callable[[str], Sequence[str]]) -> Iterator[str]:
    """What a line break must not part: words with their marks, numbers with what they count, short titles in 《》."""
    unit, at = "", 0
    groups = {
        match.start(): match[0] for match in _GROUP.finditer(title) if width_of(match[0]) <= longest * _SHORT_NAME
    }
    pieces: list[str] = []
    while at < len(title):
        if at in groups:
            pieces.append(groups[at])
            at += len(groups[at])
            continue
        until = min((start for start in groups if start > at), default=len(title))
        pieces += words(title[at:until])
        at = until
    for piece in pieces:
        joined = unit and (unit[-1] in _OPENING or piece[0] in _CLOSING or piece.isspace() or _NUMBER.search(unit))
        if joined and width_of(unit + piece) <= longest:
            unit += piece
            continue
        yield from _cut(unit, longest)
        unit = piece
    yield from _cut(unit, longest)


def _cut(unit: str, longest: int) -> Iterator[str]:
    """The unit, or, where no line could hold it, its characters."""
    if unit:
        yield from (unit,) if width_of(unit) <= longest else unit


def _divisions(units: Units, count: int, longest: int) -> Iterator[tuple[Units, ...]]:
    """Ways to divide the units among so many lines of about the same width."""
    mean = sum(map(width_of, units)) / count
    width = 0.0
    if count == 1:
        if mean <= longest:
            yield (units,)
        return
    for end, unit in enumerate(units[:-1], 1):
        width += width_of(unit)
        if width > min(longest, mean + _MOST_UNEVEN):
            return
        if width >= mean - _MOST_UNEVEN:
            yield from ((units[:end], *rest) for rest in _divisions(units[end:], count - 1, longest))


def _widths(lines: tuple[Units, ...]) -> list[float]:
    return [sum(map(width_of, line)) for line in lines]


def _is_shaped(lines: tuple[Units, ...]) -> bool:
    """Wider or narrower from line to line 梯形, or widest in the middle 菱形; never a rectangle 长方形 or 沙漏形."""
    widths = _widths(lines)
    steps = [after - before for before, after in pairwise(widths)]
    narrows = next((index for index, step in enumerate(steps) if step < 0), len(steps))
    waisted = any(step > 0 for step in steps[narrows:])
    return any(steps) and not waisted


def _cost(lines: tuple[Units, ...]) -> float:
    widths = _widths(lines)
    mean = sum(widths) / len(widths)
    uneven = sum((width - mean) ** 2 for width in widths) / len(widths)
    pairs = tuple(pairwise(lines))
    bad = sum((after[0] in _NOT_FIRST) + (before[-1] in _NOT_LAST) for before, after in pairs)
    return uneven + _BREAK_COST * bad + sum(_parting_cost("".join(before), "".join(after)) for before, after in pairs)


def _parting_cost(before: str, after: str) -> float:
    opened = max(before.rfind("《"), before.rfind("“"), before.rfind("「"))
    if opened < 0 or max(before.rfind("》"), before.rfind("”"), before.rfind("」")) > opened:
        return 0.0
    closed = re.search("[》”」]", after)
    crumb = min(width_of(before[opened:]), width_of(after[: closed.end()]) if closed else _CRUMB)
    return _PART_COST + (_BREAK_COST if crumb < _CRUMB else 0.0)


def _filled(units: Units, longest: int) -> Iterator[str]:
    """Line after line filled: a title too long for a shape."""
    line = ""
    for unit in units:
        if line and width_of(line + unit) > longest:
            yield line
            line = ""
        line += unit
    yield line
