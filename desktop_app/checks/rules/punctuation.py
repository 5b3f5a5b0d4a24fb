"""Rules on punctuation marks (GB/T 15834—2011): PU."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.checks.rule import Hit, On, Passage, ReportRule, TextRule
from desktop_app.report.finding import Edit, Fix, Level, Span, Strength
from desktop_app.report.values import Report

_HALF = frozenset(",;:!?.()")
_SOURCE = "GB/T 15834—2011, 5.1"
_WHY = "中文标点各占一个字的位置，汉字旁边用半角标点，疏密不匀，也与标准的书写形式不合。"
_NAMES = {"，": "逗号", "；": "分号", "：": "冒号", "！": "叹号", "？": "问号", "。": "句号", "（": "括号", "）": "括号"}


def _half_width_mark(passage: Passage, match: re.Match[str]) -> Hit | None:
    span = passage.span(match)
    if len(span) != 1 or span.of(passage.report.text) not in _HALF:
        return None
    fix = Fix(f"改为“{match[0]}”", (Edit(span, match[0]),), safe=True)
    return Hit(span, f"中文里用了半角{_NAMES[match[0]]}“{span.of(passage.report.text)}”", (fix,))


HALF_WIDTH_MARK = TextRule(
    code="PU01",
    name="half-width-mark",
    title="半角标点",
    level=Level.WARNING,
    strength=Strength.USUAL,
    rationale=_WHY,
    source=_SOURCE,
    pattern=re.compile("[，；：！？。（）]"),
    literals=tuple(_NAMES),
    bad=("突出部署,学习和宣传,狠抓落实.", "(来源:青澜县委宣传部)"),
    good=("突出部署，学习和宣传。", "上午9:30到会1,234人，使用WPS(Office)"),
    check=_half_width_mark,
    on=On.COPY,
)


def _half_width_quotes(report: Report) -> Iterator[Hit]:
    at = report.text.find('"')
    while at >= 0:
        start = report.text.rfind("\n", 0, at) + 1
        end = report.text.find("\n", at)
        end = len(report.text) if end < 0 else end
        yield from _of_line(report, start, end)
        at = report.text.find('"', end)


def _of_line(report: Report, start: int, end: int) -> Iterator[Hit]:
    places = [i for i in range(start, end) if report.text[i] == '"']
    if len(places) % 2:
        return
    for left, right in zip(places[::2], places[1::2], strict=True):
        if not re.search(r"[一-鿿]", report.text[max(0, left - 1) : right + 2]):
            continue
        fix = Fix("改为“ ”", (Edit(_one(left), "“"), Edit(_one(right), "”")), safe=True)
        yield Hit(Span(left, right + 1), "中文里用了半角引号", (fix,))


def _one(position: int) -> Span:
    return Span(position, position + 1)


HALF_WIDTH_QUOTES = ReportRule(
    code="PU02",
    name="half-width-quotes",
    title="半角引号",
    level=Level.WARNING,
    strength=Strength.USUAL,
    rationale=_WHY + "一行里半角引号成双时才能确定哪个是前引号、哪个是后引号。",
    source="GB/T 15834—2011, 4.8",
    bad=('开展"防溺水"主题班会46场。', '突出"早"字、"实"字。'),
    good=("开展“防溺水”主题班会46场。", '尺寸为6"的相框'),
    check=_half_width_quotes,
)
