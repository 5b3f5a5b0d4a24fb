"""Text that a template offers: a new draft, the missing part at its place, the sentence with the figures it lacks.

All of it is the template's own words with blanks ［…］; the program writes no prose.
"""

from __future__ import annotations

import re

from desktop_app.language.script import Script
from desktop_app.report.finding import Edit, Span
from desktop_app.report.numbering import han_numeral
from desktop_app.report.template import Form, Part, Template
from desktop_app.report.values import Heading, PlacedPart, Report

_RUN_IN_STYLES = {"一是": "{}是", "一是…": "{}是", "一要": "{}要"}
_NUMBERS = {"一、": "{}、", "（一）": "（{}）"}
_END_MARKS = "。！？”"


def new_text(template: Template, form: Form, script: Script) -> str:
    """The text of a new draft: title, lead and the parts, each with its example sentence."""
    shown = template.in_script(script)
    sections = [_section(part, index, form) for index, part in enumerate(shown.parts, 1)]
    return "\n".join([shown.title, shown.lead, *sections]) + "\n"


def _section(part: Part, index: int, form: Form) -> str:
    if form is Form.RUN_IN:
        return f"{han_numeral(index)}是{part.heading}。{part.example}"
    return f"{han_numeral(index)}、{part.heading}\n{part.example}"


def insertion_of(report: Report, placed: PlacedPart) -> Edit:
    """The edit that writes a missing part at its place, headed as its neighbours are.

    Later headings of the row keep their numbers: renumbering is a fix of its own.
    """
    assert report.template
    part = report.template.in_script(report.script).part(placed.part.id)
    at = placed.insertion
    neighbours = [heading for other in report.parts if other.heading for heading in _at(report, other.heading)]
    before = [heading for heading in neighbours if heading.span.start < at]
    model = before[-1] if before else neighbours[0] if neighbours else None
    text = _headed_like(model, part, report)
    line_end = _line_end(report.text)
    if model and model.style.endswith("…") and before:
        return Edit(Span(at, at), text)
    if at and report.text[at - 1 : at] not in ("\n", "\r"):
        return Edit(Span(at, at), line_end + text)
    return Edit(Span(at, at), text + line_end)


def figures_sentence(report: Report, placed: PlacedPart) -> Edit:
    """The edit that adds, at the end of a part, the figures that it usually has, as blanks."""
    assert report.template
    assert placed.span
    part = report.template.in_script(report.script).part(placed.part.id)
    phrase = "，".join(f"{expected.noun}［数字］{expected.unit}" for expected in part.expects) + "。"
    if report.script is Script.HANT:
        phrase = phrase.replace("数", "數")
    end = placed.span.end
    ended = report.text[end - 1 : end] in _END_MARKS
    return Edit(Span(end, end), phrase if ended else f"。{phrase}")


def example_sentence(report: Report, placed: PlacedPart) -> Edit:
    """The edit that writes the example sentence behind the heading of an empty part."""
    assert report.template
    assert placed.heading
    assert placed.span
    part = report.template.in_script(report.script).part(placed.part.id)
    own_line = any(block.span == heading.span for block in report.blocks for heading in block.headings if heading.span == placed.heading)
    rest = report.text[placed.heading.end : placed.span.end]
    if own_line and not re.search(r"[^\s。：；]", rest):
        return Edit(Span(placed.heading.end, placed.heading.end), _line_end(report.text) + part.example)
    end = placed.span.end
    joint = "" if end > placed.heading.end else "。"
    return Edit(Span(end, end), joint + part.example)


def _at(report: Report, span: Span) -> list[Heading]:
    return [heading for heading in report.headings if heading.span == span]


def _headed_like(model: Heading | None, part: Part, report: Report) -> str:
    if model is None:
        index = 1 + [other.part.id for other in report.parts].index(part.id)
        return _section(part, index, Form.HEADED)
    number = (model.ordinal or 0) + 1
    own_line = any(model in block.headings and block.span == model.span for block in report.blocks)
    style = model.style
    if style in _RUN_IN_STYLES:
        return f"{_RUN_IN_STYLES[style].format(han_numeral(number))}{part.heading}。{part.example}"
    if style in _NUMBERS:
        ordinal = _NUMBERS[style].format(han_numeral(number))
    else:
        ordinal = f"{number}." if style == "1." else f"（{number}）" if style == "（1）" else ""
    mark = "" if own_line else "。"
    return ordinal + part.heading + (_line_end(report.text) if own_line else mark) + part.example


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
