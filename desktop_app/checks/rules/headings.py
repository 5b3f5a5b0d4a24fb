"""Rules on headings and their numbers: HE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.checks.rule import Hit, On, Passage, ReportRule, TextRule
from desktop_app.report.finding import Edit, Fix, Level, Strength
from desktop_app.report.numbering import han_numeral
from desktop_app.report.values import Heading, Report

_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+|[①-⑮]")
_UNCOUNTED = ("首先", "01")


def _rows(report: Report) -> list[list[Heading]]:
    """Headings of one style below one heading, in order; 一 begins a row."""
    rows: dict[tuple[str, int], list[Heading]] = {}
    done: list[list[Heading]] = []
    open_headings: list[Heading] = []
    for heading in report.headings:
        open_headings = [other for other in open_headings if other.section_end > heading.span.start and other.style != heading.style]
        if heading.ordinal and heading.style.rstrip("…") not in _UNCOUNTED:
            key = (heading.style, open_headings[-1].span.start if open_headings else -1)
            row = rows.setdefault(key, [])
            if heading.ordinal == 1 and row:
                done.append(row)
                row = rows[key] = []
            row.append(heading)
        open_headings.append(heading)
    return done + list(rows.values())


def _renumbered(report: Report, row: list[Heading], start: int, value: int) -> tuple[Edit, ...]:
    """The edits that number a row from `start` on anew."""
    edits = []
    for number, heading in enumerate(row[start:], value):
        old = heading.number.of(report.text)
        match = _DIGITS.search(old)
        new = str(number) if match and match[0].isascii() else han_numeral(number)
        if match and match[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮":
            new = chr(ord("①") + number - 1)
        edits.append(Edit(heading.number, _DIGITS.sub(new, old, count=1)))
    return tuple(edits)


def _number_gap(report: Report) -> Iterator[Hit]:
    for row in _rows(report):
        for index, (before, heading) in enumerate(pairwise(row), 1):
            if heading.ordinal and before.ordinal and heading.ordinal > before.ordinal + 1:
                fix = Fix("从这里起重新编号", _renumbered(report, row, index, before.ordinal + 1), safe=False)
                said = f"“{before.number.of(report.text)}”后面接着“{heading.number.of(report.text)}”，中间的序号断了"
                yield Hit(heading.number, f"{said}。请看是漏了一项，还是编号要改", (fix,))


def _number_repeated(report: Report) -> Iterator[Hit]:
    for row in _rows(report):
        for index, (before, heading) in enumerate(pairwise(row), 1):
            if heading.ordinal and before.ordinal and heading.ordinal <= before.ordinal:
                fix = Fix("从这里起重新编号", _renumbered(report, row, index, before.ordinal + 1), safe=False)
                yield Hit(heading.number, f"序号“{heading.number.of(report.text)}”重复或倒退了", (fix,))


_SOURCE = "《党政机关公文处理工作条例》第二十条（四）"
_WHY = "条例要求审核段落顺序是否准确。序号断档、重复，会让人以为少了一项。"

NUMBER_GAP = ReportRule(
    code="HE01",
    name="number-gap",
    title="序号断档",
    level=Level.WARNING,
    strength=Strength.USUAL,
    rationale=_WHY,
    source=_SOURCE,
    bad=("一、抓部署\n召开会议3次。\n三、抓宣传\n开展宣讲5场。", "工作中，一是抓部署；二是抓学习；四是抓落实。"),
    good=("一、抓部署\n召开会议3次。\n二、抓宣传\n开展宣讲5场。", "一、抓部署\n（一）开会。\n（二）发文。\n二、抓学习\n（一）集中学。"),
    check=_number_gap,
)

NUMBER_REPEATED = ReportRule(
    code="HE02",
    name="number-repeated",
    title="序号重复",
    level=Level.WARNING,
    strength=Strength.USUAL,
    rationale=_WHY,
    source=_SOURCE,
    bad=("一、抓部署\n召开会议3次。\n二、抓学习\n学习4次。\n二、抓宣传\n开展宣讲5场。", "工作中，一是抓部署；二是抓学习；二是抓落实。"),
    good=("一、抓部署\n召开会议3次。\n二、抓宣传\n开展宣讲5场。", "2026年5月12日，召开会议。\n6月5日起，组织学习。"),
    check=_number_repeated,
)


def _mark_behind_arabic(passage: Passage, match: re.Match[str]) -> Hit:
    span = passage.span(match, "mark")
    number = passage.words(match, "number")
    fix = Fix(f"改为“{number}.”", (Edit(span, "."),), safe=True)
    return Hit(span, f"序号“{number}{span.of(passage.report.text)}”通常写作“{number}.”", (fix,))


MARK_BEHIND_ARABIC = TextRule(
    code="HE03",
    name="mark-behind-arabic",
    title="阿拉伯数字序号后的标点",
    level=Level.HINT,
    strength=Strength.ADVICE,
    rationale="结构层次序数依次可以用“一、”“（一）”“1.”“（1）”；阿拉伯数字后面用下脚点，不用顿号、逗号。",
    source="GB/T 9704—2012, 7.3.3；GB/T 15834—2011, 附录B.3",
    pattern=re.compile(r"^(?P<number>\d{1,2})(?P<mark>[、，．])(?=[一-鿿])", re.MULTILINE),
    literals=("、", "，", "．"),
    bad=("1、组织领导\n召开会议3次。", "2，学习培训\n集中学习4次。"),
    good=("1.组织领导\n召开会议3次。", "一、组织领导\n2026年5月12日、6月5日召开会议。"),
    check=_mark_behind_arabic,
    on=On.COPY,
)
