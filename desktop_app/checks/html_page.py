"""A report as a page to look at: its parts coloured, figures marked, rejected numbers with their reasons on hover."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import escape

from desktop_app.checks.rule import CheckResult
from desktop_app.report.finding import Span
from desktop_app.report.screen_words import STATE_WORDS
from desktop_app.report.values import Quantity, Reason

REASONS = {
    Reason.DATE: "日期",
    Reason.ORDINAL: "序数",
    Reason.SLOGAN: "名称或口号里的数",
    Reason.STRUCTURE: "分类、分条的数",
    Reason.PLAN: "计划、目标",
    Reason.REQUIREMENT: "要求、标准",
    Reason.BACKGROUND: "基本情况",
    Reason.DOCUMENT_NUMBER: "文号、标准号",
    Reason.HOTLINE: "电话号码",
    Reason.TIME: "时间",
    Reason.OTHER: "没有计量的对象，或不在各部分内",
}
_HUES = (196, 36, 270, 130, 340, 88)
_STYLE = """
body{font:16px/1.9 "Noto Serif CJK SC","Songti SC",SimSun,serif;background:#f3f1ec;color:#22211f;margin:0}
main{max-width:46em;margin:2em auto;background:#fffefb;padding:2.5em 3.5em;border:1px solid #e4e0d8}
pre{white-space:pre-wrap;font:inherit;margin:0}table{border-collapse:collapse;margin:0 0 2em;font-size:14px}
td,th{border:1px solid #cdc7bb;padding:.2em .8em;text-align:left}
mark{background:#e6f0f0;border-bottom:2px solid #14667e;color:inherit}
s{text-decoration:none;border-bottom:1px dotted #8c8578}
u{text-decoration:none}u.error{background:#fbe9e6}u.warning{background:#faefdb}u.hint{background:#edebf7}
"""


def html_page(result: CheckResult, name: str) -> str:
    """A page of one file, whole: no other file, no script, nothing from outside."""
    text = result.text
    rows = "".join(map(str, _rows(result)))
    hues = "".join(
        f".p{i}{{background:hsl({_HUES[i % len(_HUES)]} 60% 96%);box-shadow:-.5em 0 0 hsl({_HUES[i % len(_HUES)]} 45% 60%)}}"
        for i in range(len(result.report.parts))
    )
    body = "".join(_marked(result, text))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{escape(name)}</title><style>{_STYLE}{hues}</style></head><body><main>"
        f"<table><tr><th>部分</th><th>状态</th><th>把握</th><th>量化结果</th></tr>{rows}</table>"
        f"<pre>{body}</pre></main></body></html>\n"
    )


def _rows(result: CheckResult) -> Iterator[str]:
    for index, placed in enumerate(result.report.parts):
        figures = result.report.quantities_of(placed.part.id)
        words = "、".join(escape(quantity.span.of(result.text)) for quantity in figures)
        sure = "" if placed.confidence is None else f"{placed.confidence:.0%}"
        yield (
            f'<tr><td class="p{index}">{escape(placed.part.name)}</td><td>{STATE_WORDS[placed.state]}</td>'
            f"<td>{sure}</td><td>{words}</td></tr>"
        )


def _title_of(quantity: Quantity) -> str:
    value = f"{quantity.value:g}" + (f"～{quantity.value_to:g}" if quantity.value_to is not None else "")
    return f"{quantity.noun} {value} {quantity.unit}".strip()


def _marked(result: CheckResult, text: str) -> Iterator[str]:
    """The text with its marks, cut at every edge so that no tag crosses another."""
    report = result.report
    layers: list[tuple[Span, str, str]] = []
    for index, placed in enumerate(report.parts):
        if placed.span:
            layers.append((placed.span, f'<span class="p{index}">', "</span>"))
    for finding in result.findings:
        if finding.span and not finding.ignored:
            title = escape(f"{finding.code} {finding.message}", quote=True)
            layers.append((finding.span, f'<u class="{finding.level}" title="{title}">', "</u>"))
    for quantity in report.quantities:
        layers.append((quantity.span, f'<mark title="{escape(_title_of(quantity), quote=True)}">', "</mark>"))
    for rejected in report.rejected:
        layers.append((rejected.span, f'<s title="未计入：{REASONS[rejected.reason]}">', "</s>"))
    edges = sorted({0, len(text), *(edge for span, _, _ in layers for edge in (span.start, span.end))})
    opening: dict[int, list[int]] = {}
    for number, (span, _, _) in enumerate(layers):
        opening.setdefault(span.start, []).append(number)
    current: list[int] = []
    for start, end in itertools.pairwise(edges):
        current = [number for number in current if layers[number][0].end > start] + opening.get(start, [])
        piece = escape(text[start:end], quote=False)
        yield "".join(layers[number][1] for number in current) + piece + "".join(layers[n][2] for n in reversed(current))
