"""Typesetting: which style, indent and place on the page each line gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from desktop_app.report.values import Role
from desktop_app.word.layout import Layout
from desktop_app.word.page_lines import FOOT, PageLine
from desktop_app.word.page_rows import ends_near_the_foot, rows_of, rows_together, tab_stops
from desktop_app.word.signature import signature_indents
from desktop_app.word.title_lines import width_of

_STYLES = {
    Role.CLASSIFICATION: "classification",
    Role.DOCUMENT_NUMBER: "document_number",
    Role.TITLE: "title",
    Role.SUBTITLE: "subtitle",
    Role.MAIN_RECIPIENT: "main_recipient",
    Role.PARAGRAPH: "body",
    Role.ATTACHMENT_NOTE: "attachment_note",
    Role.SIGNATURE: "signature",
    Role.DATE_OF_WRITING: "date",
    Role.SOURCE: "source",
    Role.ANNOTATION: "annotation",
}
_ATTACHMENT_MARK = re.compile(r"附[件表录錄][ \u3000]*[0-9０-９一二三四五六七八九十]{0,3}(?:[：:].*)?")
_ATTACHMENT_NOTE = re.compile(r"(附件?[：:][ \u3000]*)?(\d{1,2}[.．、][ \u3000]*)?")
_LONGEST_ATTACHMENT_TITLE = 45
_SENTENCE_ENDS = "。；！？：:"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with the style that it is set in; fields beyond that differ from the style."""

    line: PageLine
    style: str
    before: int | None = None  # blank lines
    right_chars: float | None = None
    hanging_chars: tuple[float, float] | None = None  # left, and how much the first line stands left of it
    tab_chars: tuple[float, ...] = ()
    new_page: bool = False
    keep_next: bool = False


def set_lines(lines: tuple[PageLine, ...], layout: Layout) -> Iterator[SetLine]:
    """The lines in their styles, by role and by what stands around them."""
    styles = _styles_of(lines)
    rights = _rights(lines, layout)
    stops = _tab_stops(lines, styles, layout)
    blanks = [_blank_lines(style, styles[index - 1] if index else "", layout) for index, style in enumerate(styles)]
    kept = _kept_with_foot(lines, styles, blanks, layout)
    note_left = 0.0
    for index, (line, style) in enumerate(zip(lines, styles, strict=True)):
        hanging = None
        if style == "attachment_note":
            note_left, hanging = _note_indent(line.text, note_left, layout)
        yield SetLine(
            line,
            style,
            blanks[index] if blanks[index] != getattr(layout.styles, style).blank_lines.value else None,
            rights.get(index),
            hanging,
            stops.get(index, ()),
            new_page=_begins_page(style, index),
            keep_next=index in kept,
        )


def _begins_page(style: str, index: int) -> bool:
    return style == "attachment_mark" and index > 0


def _kept_with_foot(lines: tuple[PageLine, ...], styles: list[str], blanks: list[int], layout: Layout) -> set[int]:
    """Lines to be kept with the next one, so that 署名 and 日期 never stand alone on a page."""
    kept = {index for index in range(len(lines) - 1) if lines[index].role in FOOT and lines[index + 1].role in FOOT}
    first = next((index for index, line in enumerate(lines) if line.role in FOOT), 0)
    rows = [
        (
            blank,
            rows_of(line.text, getattr(layout.styles, style).first_line_chars.value, layout),
            _begins_page(style, index),
        )
        for index, (line, style, blank) in enumerate(zip(lines, styles, blanks, strict=True))
    ]
    foot_rows = sum(blank + count for (blank, count, _), line in zip(rows, lines, strict=True) if line.role in FOOT)
    if first and ends_near_the_foot(rows[:first], foot_rows, layout):
        kept.add(first - 1)
    return kept


def _tab_stops(lines: tuple[PageLine, ...], styles: list[str], layout: Layout) -> dict[int, tuple[float, ...]]:
    found: dict[int, tuple[float, ...]] = {}
    for run in rows_together([line.text for line in lines]):
        indent = max(getattr(layout.styles, styles[index]).first_line_chars.value for index in run)
        found |= dict.fromkeys(run, tab_stops([lines[index].text for index in run], indent, layout))
    return found


def _styles_of(lines: tuple[PageLine, ...]) -> list[str]:
    styles: list[str] = []
    for line in lines:
        if line.role is Role.HEADING:
            styles.append(f"heading_{line.level}")
        elif line.role is Role.ATTACHMENT:
            titled = bool(styles) and styles[-1] == "attachment_mark" and _is_bare_mark(lines[len(styles) - 1].text)
            styles.append(_attachment_style(line.text, titled))
        else:
            styles.append(_STYLES[line.role])
    return styles


def _is_bare_mark(text: str) -> bool:
    """附件1, after which its title stands on a line of its own."""
    return not re.search("[：:].", text)


def _attachment_style(text: str, titled: bool) -> str:
    """`titled`: the line is the one in which the title of an attachment stands."""
    if _ATTACHMENT_MARK.fullmatch(text):
        return "attachment_mark"
    short = len(text) <= _LONGEST_ATTACHMENT_TITLE and text[-1] not in _SENTENCE_ENDS and "\t" not in text
    return "attachment_title" if titled and short else "body"


def _blank_lines(style: str, earlier: str, layout: Layout) -> int:
    """Above a line: of a row of equal ones only above the first; also above a body that follows the title at once."""
    stated: int = getattr(layout.styles, style).blank_lines.value
    if style == earlier or not earlier or (style, earlier) == ("date", "signature"):
        return 0
    if style.startswith(("body", "heading")) and earlier in ("title", "subtitle", "attachment_title"):
        return layout.styles.main_recipient.blank_lines.value
    return stated


def _rights(lines: tuple[PageLine, ...], layout: Layout) -> dict[int, float]:
    """Index of a signature or date → 字 right of it. The date belongs to the signatures just above it."""
    found: dict[int, float] = {}
    foot = [index for index, line in enumerate(lines) if line.role in (Role.SIGNATURE, Role.DATE_OF_WRITING)]
    for _, numbered in groupby(enumerate(foot), lambda pair: pair[1] - pair[0]):
        row = [index for _, index in numbered]
        signatures = [index for index in row if lines[index].role is Role.SIGNATURE]
        dates = [index for index in row if lines[index].role is Role.DATE_OF_WRITING]
        date = lines[dates[0]].text if dates else ""
        of_signatures, of_date = signature_indents(layout, [lines[index].text for index in signatures], date)
        found |= dict(zip(signatures, of_signatures, strict=True)) | dict.fromkeys(dates, of_date)
    return found


def _note_indent(text: str, earlier_left: float, layout: Layout) -> tuple[float, tuple[float, float]]:
    """Where the lines of an 附件说明 go on: below the first character of the name (7.3.4). Numbers stand below numbers."""
    match = _ATTACHMENT_NOTE.match(text)
    label, number = (match[1] or "", match[2] or "") if match else ("", "")
    indent = layout.styles.attachment_note.first_line_chars.value
    left = indent + width_of(label) if label else earlier_left or indent
    return left, (left + width_of(number), width_of(label) + width_of(number))
