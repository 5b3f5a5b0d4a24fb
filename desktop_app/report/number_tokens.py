"""Numbers with their units, as they stand in the readable copy of a text; whether they count is asked later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop_app.language import lexicon
from desktop_app.language.numerals import ARABIC, HAN, value_of
from desktop_app.report.number_names import name_at
from desktop_app.report.values import Approximate, Reason

_BEFORE = r"(?:大约|约莫|约|将近|接近|近|逾|超过|超|突破|不到|不足|至少|高达)"
_AFTER = re.compile(r"以上|左右|上下|之多|以内|以下|多")
_NUMBER = re.compile(
    rf"(?P<before>{_BEFORE})?"
    r"(?P<share>(?:百分之|千分之|[二三四五六七八九十百\d]{1,3}分之)(?:百(?!分)|[一二三四五六七八九十零〇]+(?:点[零〇一二三四五六七八九]+)?|\d+(?:\.\d+)?))"
    rf"|(?P<before2>{_BEFORE})?(?P<number>{ARABIC}|{HAN})(?P<more>[余多来]|几(?![乎率]))?(?P<scale>[百千]?[万亿])?"
    rf"(?:(?P<dash>[～—\-至到])(?P<number2>{ARABIC}|{HAN})(?P<more2>[余多来])?)?"
)
_LATIN = re.compile(r"[A-Za-zμ℃㎡%‰][A-Za-z²³]{0,5}")
_TIMES = re.compile(r"(?P<first>\d+)(?P<unit>分|小时|个小时)(?P<second>\d+)(?:秒钟?|分钟?)")
_TENTHS = re.compile(r"[一二三四五六七八九半](?![一二三四五六七八九十]|[个名场次人项])")
_ENDS = re.compile(r"[，。；、！？）\n]|$")
_RANGE_END = re.compile(ARABIC)
_AUDIENCE = re.compile(
    r"(?:(?:阅读|浏览|播放|点击|转发|观看|收看|阅览|下载|访问)(?:总?[量数]|人数)|点赞|获赞|粉丝|涨粉|流量)"
    r"(?:也|就|已|共|总计|累计|合计|超过?|增至|增加到|涨到|升至|突破|破|逾|近|约|达到?|过|为|有|高达)*$"
)


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A number with its unit. Positions are the copy's."""

    start: int  # with an approximator before it
    end: int  # with measure word and an approximator behind it
    number_start: int
    number_end: int
    value: float
    value_to: float | None
    approximate: Approximate | None
    unit: str
    kind: str  # of the unit, as in lexicon/measure_words.tsv; "share"; "audience"; "name"; "" where there is no unit
    numeral: str
    name: Reason | None = None  # why a name or date counts nothing

    @property
    def is_han(self) -> bool:
        return not self.numeral[0].isascii()


@cache
def _units() -> dict[str, list[tuple[str, str]]]:
    """First character → the measure words that begin with it, the longest first, with their kinds."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(lexicon.rows("measure_words"), key=lambda row: -len(row["word"])):
        by_first.setdefault(row["word"][0], []).append((row["word"], row["kind"]))
    return by_first


def unit_at(copy: str, start: int) -> tuple[str, str, int]:
    """(unit, its kind, where it ends): the longest measure word that begins at `start`, or behind a line break there."""
    if copy.startswith("\n", start):
        start += 1
    for word, kind in _units().get(copy[start : start + 1], ()):
        if copy.startswith(word, start):
            return word, kind, start + len(word)
    if latin := _LATIN.match(copy, start):
        return latin[0], "latin", latin.end()
    return "", "", start


def number_tokens(copy: str) -> Iterator[NumberToken]:
    """Every number of a text that has a unit or is written in Arabic digits, in order, names and dates too.

    The words in which 一 is no number (一批, 统一, 一起) are passed over.
    """
    at = 0
    while match := _NUMBER.search(copy, at):
        at = match.end()
        if match["share"]:
            yield _share(match)
            continue
        number_start = match.start("number")
        if name := name_at(copy, number_start):
            at = max(name[0], number_start + 1)
            yield NumberToken(
                number_start, at, number_start, at, 0, None, None, "", "name", copy[number_start:at], name[1]
            )
        elif times := _TIMES.match(copy, number_start):
            at = times.end()
            value = _value(times["first"])
            yield NumberToken(
                number_start, at, number_start, at, value, None, None, times["unit"], "duration", times[0]
            )
        elif token := _counted(copy, match):
            at = max(token.end, number_start + 1)
            yield token


def _share(match: re.Match[str]) -> NumberToken:
    whole, _, part = match["share"].partition("分之")
    value, unit = _value(part), "%"
    if whole == "千":
        unit = "‰"
    elif whole != "百":
        value, unit = round(value / (_value(whole) or 1), 4), ""
    return NumberToken(
        match.start(),
        match.end(),
        match.start("share"),
        match.end(),
        value,
        None,
        _approximation(match["before"] or "", "", ""),
        unit,
        "share",
        match["share"],
    )


def _counted(copy: str, match: re.Match[str]) -> NumberToken | None:
    start = match.start()
    numeral, number2, more = match["number"], match["number2"], match["more"] or ""
    end = match.end("scale") if match["scale"] else match.end("more") if more else match.end("number")
    value_to = None
    if number2:
        unit, kind, unit_end = unit_at(copy, match.end())
        if kind:
            value_to = _value(number2)
            end = match.end()
    if value_to is None:
        unit, kind, unit_end = unit_at(copy, end)
        second = _second_of_range(copy, unit_end, unit) if kind else None
        if second:
            value_to, unit_end = second
    if not kind and (more or match["scale"]) and not match["scale"]:
        # 多 or 来 may begin the next word: 12多媒体
        end, more = match.end("number"), ""
        unit, kind, unit_end = unit_at(copy, end)
    if numeral == "一" and not (kind and _ENDS.match(copy, unit_end)):
        return None
    number_start = match.start("number")
    if not kind:
        if _AUDIENCE.search(copy, max(0, start - 24), start):
            kind = "audience"
        elif not numeral[0].isascii() and not match["scale"]:
            return None
        unit_end = end
    value = _value(numeral)
    if match["scale"]:
        value *= value_of(match["scale"]) if len(match["scale"]) == 1 else value_of("一" + match["scale"])
    if unit == "成" and (tenth := _TENTHS.match(copy, unit_end)):
        value += 0.5 if tenth[0] == "半" else value_of(tenth[0]) / 10
        unit_end = tenth.end()
    after = _AFTER.match(copy, unit_end) if kind else None
    if after and after[0] == "多" and unit not in ("倍", "里", "公里", "亩", "米", "斤", "吨", "成"):
        after = None
    return NumberToken(
        start,
        after.end() if after else unit_end,
        number_start,
        end,
        value,
        value_to,
        _approximation(match["before2"] or "", more + (match["more2"] or "") + numeral, after[0] if after else ""),
        unit,
        kind,
        copy[number_start:end],
    )


def _value(numeral: str) -> float:
    try:
        return value_of(numeral)
    except ValueError:
        return 0


def _second_of_range(copy: str, start: int, unit: str) -> tuple[float, int] | None:
    """The second half of 40%～55%: (value, end)."""
    if copy[start : start + 1] not in ("～", "—"):
        return None
    match = _RANGE_END.match(copy, start + 1)
    if not match:
        return None
    second, _, end = unit_at(copy, match.end())
    return (value_of(match[0]), end) if second == unit else None


def _approximation(before: str, inside: str, after: str) -> Approximate | None:
    if before[:1] in ("近", "将", "接", "不") and before or after in ("以内", "以下"):
        return Approximate.UNDER
    if before[:1] in ("逾", "超", "突", "至") and before or after in ("以上", "之多", "多") or set(inside) & set("余多"):
        return Approximate.OVER
    if before.startswith(("约", "大")) or after in ("左右", "上下") or "来" in inside:
        return Approximate.ABOUT
    return None
