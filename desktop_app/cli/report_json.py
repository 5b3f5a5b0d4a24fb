"""The JSON of `check`; offsets are code points of the decoded file, `body_start` added."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from desktop_app.checks.rule import CheckResult
from desktop_app.cli.sources import Reading, Source
from desktop_app.report.finding import Finding, Span
from desktop_app.report.values import PlacedPart, Quantity, State

VERSION = 1
_LINE_END = re.compile(r"\r\n|\r|\n")


def report_json(source: Source, reading: Reading, result: CheckResult) -> dict[str, Any]:
    """One report, as the contract has it."""
    report, text, start = result.report, result.text, source.body_start
    lines = _line_starts(source.decoded.text)
    json: dict[str, Any] = {
        "file": source.name,
        "template": report.template.id if report.template else "none",
        "template_from": reading.template_from,
        "script": str(report.script),
        "body_start": start,
        "characters": report.characters,
        "han": report.han,
        "pages": None,
        "parts": [_part(result, placed, start) for placed in report.parts],
        "quantities": [_quantity(text, quantity, start) for quantity in report.quantities],
        "rejected": [
            {**_span(r.span, start), "text": r.span.of(text), "reason": str(r.reason)} for r in report.rejected
        ],
        "findings": [_finding(finding, start, lines) for finding in result.findings],
        "failed_rules": list(result.failed_rules),
    }
    if source.is_docx:
        json["text"] = text
    return json


def _span(span: Span, start: int) -> dict[str, int]:
    return {"start": span.start + start, "end": span.end + start}


def _part(result: CheckResult, placed: PlacedPart, start: int) -> dict[str, Any]:
    report = result.report
    has_range = placed.span is not None and placed.state is not State.ABSENT
    return {
        "id": placed.part.id,
        "state": str(placed.state),
        "present": placed.present,
        "start": placed.span.start + start if has_range and placed.span else None,
        "end": placed.span.end + start if has_range and placed.span else None,
        "heading": placed.heading.of(report.text) if placed.heading else None,
        "heading_end": placed.heading.end + start if placed.heading else None,
        "confidence": placed.confidence,
        "assigned": placed.assigned,
        "quantities": len(report.quantities_of(placed.part.id)),
    }


def _quantity(text: str, quantity: Quantity, start: int) -> dict[str, Any]:
    return {
        **_span(quantity.span, start),
        "text": quantity.span.of(text),
        "value": quantity.value,
        "value_to": quantity.value_to,
        "approximate": str(quantity.approximate) if quantity.approximate else None,
        "unit": quantity.unit,
        "noun": quantity.noun,
        "part": quantity.parts[0] if quantity.parts else None,
        "parts": list(quantity.parts),
    }


def _finding(finding: Finding, start: int, lines: list[int]) -> dict[str, Any]:
    line, column = _place(lines, finding.span.start + start)
    return {
        "code": finding.code,
        "name": finding.name,
        "level": str(finding.level),
        "strength": str(finding.strength),
        "source": finding.source,
        **_span(finding.span, start),
        "line": line,
        "column": column,
        "part": finding.part,
        "message": finding.message,
        "ignored": finding.ignored,
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [{**_span(edit.span, start), "text": edit.text} for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
    }


def line_and_column(source: Source, position: int) -> tuple[int, int]:
    """Of a position in the body; both count from 1, in the file."""
    return _place(_line_starts(source.decoded.text), position + source.body_start)


def _place(lines: list[int], position: int) -> tuple[int, int]:
    line = bisect_right(lines, position)
    return line, position - lines[line - 1] + 1


def _line_starts(text: str) -> list[int]:
    """Lines end at LF, CRLF or CR only."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]
