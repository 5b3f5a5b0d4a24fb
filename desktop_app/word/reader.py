"""Read the text of a .docx of any origin: what Word shows, in its order, one paragraph or table cell a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop_app.word.auto_numbers import read_auto_numbers
from desktop_app.word.opening import DocxError, Element, OpenedDocx, child, children, local, value
from desktop_app.word.pieces import Piece, Walk, lines_that_say_something
from desktop_app.word.style_sheet import read_style_sheet

__all__ = ["DocxError", "DocxText", "Reading", "read_docx", "read_pieces"]

_NOTES = (("footnote", "footnotes"), ("endnote", "endnotes"))
_LEFT_OUT = {
    "pictures": "张图片",
    "shapes": "个图形",
    "objects": "个嵌入对象",
    "inserted files": "个插入的文件",
    "comments": "条批注",
    "headers": "处页眉或页脚的文字",
    "hidden": "处隐藏文字",
    "signs": "个特殊符号（以□代替）",
}
_CHANGED = {
    "tables": "张表格只导入了文字",
    "notes": "条脚注或尾注移到了文末",
    "revisions": "处修订按已接受导入",
}
_PAGE_NUMBER = re.compile(r"[\s\d\-–—·./|第共页頁]*")


@dataclass(frozen=True, slots=True)
class DocxText:
    """The text of a document, and what of it could not be carried."""

    text: str
    not_carried: tuple[str, ...] = ()  # Chinese, a line each


@dataclass(frozen=True, slots=True)
class Reading:
    """An opened document, and its text in pieces."""

    opened: OpenedDocx
    root: Element  # of the main part
    pieces: tuple[Piece, ...]
    left: Counter[str]

    @property
    def text(self) -> str:
        """One paragraph or table cell a line, without an end after the last one."""
        return "".join(piece.text for piece in self.pieces).removesuffix("\n")


def read_docx(data: bytes) -> DocxText:
    """The text of a .docx.

    Tracked insertions are text, deletions are not; automatic numbers are text; hidden text is left out and said;
    a text box stands behind the paragraph that anchors it; footnotes and endnotes stand at the end.

    Raises:
        DocxError: the file is none that can be read.
    """
    reading = read_pieces(data)
    return DocxText(reading.text, tuple(_said(reading.left)))


def read_pieces(data: bytes) -> Reading:
    """The text of a .docx, with the elements of the document that show it.

    Raises:
        DocxError: the file is none that can be read.
    """
    opened = OpenedDocx(data)
    root = opened.tree(opened.main)
    body = child(root, "body")
    if body is None:
        raise DocxError(_no_body(root))
    sheet = read_style_sheet(_tree(opened, "styles"))
    walk = Walk(sheet, read_auto_numbers(_tree(opened, "numbering"), sheet.lists()))
    pieces = [*walk.blocks(body), *_notes(opened, walk)]
    walk.left["comments"] = sum(1 for _ in children(_tree(opened, "comments"), "comment"))
    walk.left["headers"] = sum(_says_something(opened.tree(name)) for name in _headers(opened))
    return Reading(opened, root, tuple(pieces), walk.left)


def _no_body(root: Element) -> str:
    match local(root):
        case "workbook":
            return "这是 Excel 工作簿（.xlsx），不是 Word 文稿，请把内容复制到文稿中"
        case "presentation":
            return "这是演示文稿（.pptx），不是 Word 文稿，请把内容复制到文稿中"
        case _:
            return "文件里没有正文，不是 Word 文件或已损坏，请重新取得文件"


def _tree(opened: OpenedDocx, ending: str) -> Element | None:
    names = opened.related(ending)
    return opened.tree(names[0]) if names else None


def _notes(opened: OpenedDocx, walk: Walk) -> Iterator[Piece]:
    """The notes whose marks were met, footnotes before endnotes."""
    for kind, part in _NOTES:
        met = {note_id: run for met_kind, note_id, run in walk.notes if met_kind == kind}
        if not met:
            continue
        stories = {value(note, "id"): note for note in children(_tree(opened, part), kind)}
        for note_id, run in met.items():
            if note_id in stories:
                walk.left["notes"] += 1
                walk.host = run
                yield from _trimmed(lines_that_say_something(walk.blocks(stories[note_id])))
    walk.host = None


def _trimmed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without the space that parts a note from its mark."""
    is_start = True
    for piece in pieces:
        text = piece.text.lstrip(" ") if is_start else piece.text
        is_start = piece.ends_line or is_start and not text
        if text:
            yield replace(piece, text=text)


def _headers(opened: OpenedDocx) -> list[str]:
    return list(dict.fromkeys([*opened.related("header"), *opened.related("footer")]))


def _says_something(root: Element) -> bool:
    """More than the number of the page."""
    text = "".join(str(node.text or "") for node in root.iter() if local(node) == "t")
    return _PAGE_NUMBER.fullmatch(text) is None


def _said(left: Counter[str]) -> Iterator[str]:
    lost = [f"{left[key]} {name}" for key, name in _LEFT_OUT.items() if left[key]]
    if lost:
        yield f"{'、'.join(lost)}未导入，原文件未改动"
    changed = [f"{left[key]} {name}" for key, name in _CHANGED.items() if left[key]]
    if changed:
        yield f"{'，'.join(changed)}，原文件未改动"
