"""What the structure of a report shows: its blocks and the parts of its template, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.report.counting import count_characters
from desktop_app.report.finding import Span
from desktop_app.report.values import Block, Report, Role
from desktop_app.ui.part_status import PartStatus, statuses_of

_HEAD = {
    Role.CLASSIFICATION: "密级",
    Role.DOCUMENT_NUMBER: "发文字号",
    Role.TITLE: "标题",
    Role.SUBTITLE: "副标题",
    Role.MAIN_RECIPIENT: "主送机关",
}
_FOOT = {
    Role.ATTACHMENT_NOTE: "附件说明",
    Role.SIGNATURE: "落款、日期",
    Role.DATE_OF_WRITING: "落款、日期",
    Role.SOURCE: "来源",
    Role.ANNOTATION: "附注",
    Role.ATTACHMENT: "附件",
}
_COUNTED = ("导语", "结束语", "其他正文", "附件", "正文")
_ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the structure."""

    name: str
    span: Span  # where it stands; empty where it is missing
    characters: int | None = None  # None: its length says nothing
    part: PartStatus | None = None
    ordinal: str = ""  # of a part

    @property
    def spoken(self) -> str:
        words = [f"{self.ordinal}，{self.part.spoken}" if self.part else self.name]
        if self.characters:
            words.append(f"{self.characters} 字")
        return "，".join(words)


def structure_rows(report: Report) -> tuple[Row, ...]:
    """The rows for a report; only the parts, not begun, for an empty one."""
    statuses = {status.id: status for status in statuses_of(report)}
    parts = [
        Row(
            status.name,
            placed.span or Span(placed.insertion, placed.insertion),
            count_characters(placed.span.of(report.text)) if placed.span else None,
            status,
            _ORDINALS[index] if index < len(_ORDINALS) else str(index + 1),
        )
        for index, placed in enumerate(report.parts)
        if (status := statuses.get(placed.part.id))
    ]
    found = sorted((row for row in parts if row.part and not row.part.is_missing), key=lambda row: row.span.start)
    plain = _plain_rows(report, [row.span for row in found])
    return tuple(_merged(plain, parts, found))


def _plain_rows(report: Report, taken: list[Span]) -> list[Row]:
    """Consecutive blocks of one name are one row; those within parts are left to the parts."""
    rows: list[Row] = []
    for block in report.blocks:
        if any(span.start <= block.span.start < span.end for span in taken):
            continue
        name = _name_of(block, taken)
        if rows and rows[-1].name == name:
            span = Span(rows[-1].span.start, block.span.end)
            rows[-1] = Row(name, span, rows[-1].characters)
        else:
            rows.append(Row(name, block.span))
    return [
        Row(row.name, row.span, count_characters(row.span.of(report.text)) if row.name in _COUNTED else None)
        for row in rows
    ]


def _name_of(block: Block, taken: list[Span]) -> str:
    if name := _HEAD.get(block.role) or _FOOT.get(block.role):
        return name
    if not taken:
        return "正文"
    if block.span.start < taken[0].start:
        return "导语"
    return "结束语" if block.span.start >= taken[-1].end else "其他正文"


def _merged(plain: list[Row], parts: list[Row], found: list[Row]) -> list[Row]:
    """Plain rows and parts by position; a missing part behind the part before it in the template."""
    rows = sorted([*plain, *found], key=lambda row: row.span.start)
    for index, row in enumerate(parts):
        if row not in found:
            if index:
                at = rows.index(parts[index - 1]) + 1
            else:
                firsts = [i for i, other in enumerate(rows) if other.part]
                heads = [i + 1 for i, other in enumerate(rows) if other.name in (*_HEAD.values(), "导语")]
                at = firsts[0] if firsts else max(heads, default=0)
            rows.insert(at, row)
    return rows
