"""What stands on the pages: the lines of a report by role, and from the front matter what the text lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.language.script import Script
from desktop_app.report.metadata import Metadata
from desktop_app.report.values import Block, Report, Role

_LINE_END = re.compile(r"\r\n?|[\n\u2028\u2029]")
_BLANK = " \t\u00a0\u3000\u2002\u2003\u2009\ufeff"
_JOINT = re.compile(rf"[{_BLANK}]*(?:\r\n?|\n)[{_BLANK}]*")
_LATIN = re.compile(r"[A-Za-z0-9,.;:%)]")
_ISO_DATE = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CLOSES_A_HEADING = "。：:！？!?；"
_HEAD = (Role.CLASSIFICATION, Role.DOCUMENT_NUMBER, Role.TITLE, Role.SUBTITLE)
FOOT = (Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE_OF_WRITING, Role.SOURCE, Role.ANNOTATION)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A paragraph of the page. `text` holds no line end and no character that XML cannot hold."""

    role: Role
    text: str
    level: int = 0  # of the heading that it is, or with which it begins; 0: none
    run_in: int = 0  # characters of a heading that stands run in before its text


def dropped_characters(text: str) -> tuple[str, ...]:
    """The characters that a .docx cannot hold, each once."""
    return tuple(sorted(set(_NO_XML.findall(text))))


def page_lines(report: Report, metadata: Metadata) -> tuple[PageLine, ...]:
    """All of the text in its order, nothing but blanks and line ends left out, and what the front matter adds."""
    return tuple(_completed(list(_lines_of(report)), metadata, report.script))


def _lines_of(report: Report) -> Iterator[PageLine]:
    """A block may be a part of its line (a tag, a gloss stands before it) or several lines that were wrapped."""
    text, end = report.text, 0
    starts = [block.span.start for block in report.blocks]
    for index, block in enumerate(report.blocks):
        limit = starts[index + 1] if index + 1 < len(starts) else len(text)
        before = list(_LINE_END.finditer(text, end, block.span.start))
        start = before[-1].end() if before else end
        yield from _unread(text[end:start])
        after = _LINE_END.search(text, block.span.end, limit)
        end = after.start() if after else limit
        if line := _line(report, block, start, end):
            yield line
    yield from _unread(text[end:])


def _unread(text: str) -> Iterator[PageLine]:
    """Lines that are blank to the reader but not on the page."""
    for line in _LINE_END.split(text):
        if kept := one_line(line):
            yield PageLine(Role.PARAGRAPH, kept)


def _line(report: Report, block: Block, start: int, end: int) -> PageLine | None:
    text = one_line(report.text[start:end])
    if not text:
        return None
    first = block.headings[0] if block.headings else None
    if block.role is Role.HEADING and first:
        return PageLine(block.role, text, level=min(max(first.level, 1), 4))
    if block.role is Role.PARAGRAPH and first and first.level and first.span.start == block.span.start:
        head, mark = report.text[start : first.span.end], report.text[first.span.end : first.span.end + 1]
        if mark and mark in _CLOSES_A_HEADING:
            return PageLine(block.role, text, first.level, len(one_line(head + mark)))
    return PageLine(block.role, text)


def one_line(text: str) -> str:
    """A text as one line, without the blanks around it and without what XML cannot hold."""
    return _JOINT.sub(_joint, _NO_XML.sub("", text).strip(_BLANK + "\r\n"))


def _joint(match: re.Match[str]) -> str:
    """Wrapped lines are joined; only Latin words keep a blank between them."""
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return " " if all(map(_LATIN.match, around)) else ""


def _completed(lines: list[PageLine], metadata: Metadata, script: Script) -> list[PageLine]:
    given = {line.role for line in lines}
    if Role.MAIN_RECIPIENT not in given and (names := one_line(metadata.main_recipients)):
        at = max((index + 1 for index, line in enumerate(lines) if line.role in _HEAD), default=0)
        lines.insert(at, PageLine(Role.MAIN_RECIPIENT, names if names[-1] in "：:" else f"{names}："))
    for role, texts in _offered(metadata, script).items():
        if role not in given:
            at = _foot_place(lines, role)
            lines[at:at] = [PageLine(role, text) for text in texts if text]
    return lines


def _offered(metadata: Metadata, script: Script) -> dict[Role, list[str]]:
    source = one_line(metadata.source)
    if source and source[0] not in "（(":
        source = f"（{'来源' if script is Script.HANS else '來源'}：{source}）"
    return {
        Role.ATTACHMENT_NOTE: _attachment_note([one_line(name).rstrip("。；，") for name in metadata.attachments]),
        Role.SIGNATURE: [one_line(metadata.signature)],
        Role.DATE_OF_WRITING: [_written_date(one_line(metadata.date_of_writing))],
        Role.SOURCE: [source],
    }


def _attachment_note(names: list[str]) -> list[str]:
    """附件：名称, or numbered if there are several (7.3.4)."""
    names = [name for name in names if name]
    if len(names) < 2:
        return [f"附件：{name}" for name in names]
    return [f"{'附件：' if number == 1 else ''}{number}. {name}" for number, name in enumerate(names, 1)]


def _written_date(date: str) -> str:
    """2026-08-03 as 2026年8月3日 (7.3.5.4); anything else as it stands."""
    match = _ISO_DATE.fullmatch(date)
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else date


def _foot_place(lines: list[PageLine], role: Role) -> int:
    """Before what follows it in the foot, else behind the body; attachments come last."""
    later = FOOT[FOOT.index(role) + 1 :]
    end = next((index for index, line in enumerate(lines) if line.role is Role.ATTACHMENT), len(lines))
    foot = next((index for index, line in enumerate(lines[:end]) if line.role in FOOT), end)
    return next((index for index in range(foot, end) if lines[index].role in later), end)
