"""Findings as comments 批注 in the very .docx that was checked; nothing else in it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from desktop_app.report.finding import Edit, Finding, Fix
from desktop_app.report.safe_fixes import safe_fixes
from desktop_app.word.anchors import Anchors, Range
from desktop_app.word.comment_parts import comments_of, joined_parts, serialized
from desktop_app.word.opening import DocxError, Element, value, whole
from desktop_app.word.raw_markup import Markup
from desktop_app.word.reader import read_pieces
from desktop_app.word.repacking import repacked
from desktop_app.word.revisions import Revisions, ids_in

AUTHOR, INITIALS = "稿检", "稿"
_MOST_SHOWN, _MOST_EDITS = 120, 3  # characters of a replacement, replacements of a fix


def annotate(data: bytes, findings: Sequence[Finding], *, fixes: bool = False, date: datetime | None = None) -> bytes:
    """The .docx with a comment for each finding, at its very characters.

    Spans are positions in the text that `read_docx` makes of `data`. Where a comment cannot stand (an automatic number,
    a text box, a note), it stands beside it and quotes the words. With `fixes` the safe fixes become tracked changes.

    Args:
        date: of the comments and changes; None: they carry none.

    Raises:
        DocxError: the file is none that can be read, or has no paragraph.
    """
    reading = read_pieces(data)
    if not findings:
        return data
    text = reading.text
    namespace = reading.root.tag.rpartition("}")[0].removeprefix("{")
    markup = Markup(namespace)
    author = {"author": AUTHOR} | ({} if date is None else {"date": date.strftime("%Y-%m-%dT%H:%M:%SZ")})
    anchors = Anchors(reading.pieces)
    revisions = Revisions(anchors, markup, author, max(ids_in(reading.root), default=0) + 1)
    written = [fix for fix in safe_fixes(findings) if fixes and revisions.plan(fix)]
    name, comments = comments_of(reading.opened, namespace)
    number = max((*_comment_ids(comments), *_comment_ids(reading.root)), default=-1) + 1
    for finding in sorted(findings, key=lambda finding: finding.span):
        place = anchors.range_of(finding.span)
        if place is None:
            raise DocxError("文件里没有段落，无处可加批注，请在 Word 或 WPS 中打开看看")
        _mark(place, markup, str(number))
        comments.append(_comment(markup, str(number), author, _lines(finding, text, place, written)))
        number += 1
    revisions.write()
    parts = {reading.opened.main: serialized(reading.root), name: serialized(comments)}
    parts |= joined_parts(reading.opened, name, namespace)
    return repacked(data, reading.opened.archive, parts)


def _comment_ids(root: Element) -> Iterator[int]:
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag.endswith(("}comment", "}commentRangeStart", "}commentReference")):
            yield whole(value(node, "id"), 0)


def _mark(place: Range, markup: Markup, number: str) -> None:
    start, end = markup.make("commentRangeStart", id=number), markup.make("commentRangeEnd", id=number)
    reference = markup.make("r", markup.make("commentReference", id=number))
    if place.first is None or place.last is None:
        place.paragraph.extend([start, end, reference])
        return
    place.first.addprevious(start)
    place.last.addnext(reference)
    place.last.addnext(end)


def _comment(markup: Markup, number: str, author: dict[str, str], lines: Iterable[str]) -> Element:
    paragraphs = [markup.make("p", markup.make("r", *markup.text(line))) for line in lines]
    paragraphs[0].insert(0, markup.make("r", markup.make("annotationRef")))
    return markup.make("comment", *paragraphs, id=number, **author, initials=INITIALS)


def _lines(finding: Finding, text: str, place: Range, written: Sequence[Fix]) -> Iterator[str]:
    """Message, reason, source, suggestions."""
    yield f"“{_short(finding.span.of(text), 40)}”：{finding.message}" if place.is_beside else finding.message
    if finding.rationale:
        yield f"理由：{finding.rationale}"
    if finding.source:
        yield f"依据：{finding.source}"
    for fix in finding.fixes:
        changes = "；".join(_said(edit, text) for edit in fix.edits[:_MOST_EDITS])
        yield f"建议：{fix.title}（{changes}）{'，已写成修订' if fix in written else ''}"


def _said(edit: Edit, text: str) -> str:
    old, new = _short(edit.span.of(text), _MOST_SHOWN), _short(edit.text, _MOST_SHOWN)
    if old and new:
        return f"“{old}”改为“{new}”"
    return f"插入“{new}”" if new else f"删去“{old}”"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
