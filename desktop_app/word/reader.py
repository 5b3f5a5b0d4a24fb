"""Read the text of a .docx of any origin: what Word shows, in its order, one paragraph or table cell a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.word.auto_numbers import AutoNumbers, read_auto_numbers
from desktop_app.word.opening import DocxError, Element, OpenedDocx, child, children, local, value
from desktop_app.word.style_sheet import StyleSheet, read_style_sheet
from desktop_app.word.styles import TITLE_BREAK

__all__ = ["DocxError", "DocxText", "read_docx"]

_GONE = frozenset(["del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "tblGrid", "sectPr", "commentRangeStart", "commentRangeEnd", "annotationRef"])  # fmt: skip
_SYMBOL_FONTS = frozenset(["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"])
_LEAST_NOTES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class DocxText:
    """The text of a document, and what of it could not be carried."""

    text: str
    not_carried: tuple[str, ...] = ()  # Chinese, a line each


def read_docx(data: bytes) -> DocxText:
    """The text of a .docx.

    Tracked insertions are text, deletions are not; automatic numbers are text; hidden text is left out and said;
    a text box stands behind the paragraph that anchors it; footnotes and endnotes stand at the end.

    Raises:
        DocxError: the file is none that can be read.
    """
    opened = OpenedDocx(data)
    body = child(opened.tree(opened.main), "body")
    if body is None:
        raise DocxError("文件里没有正文，可能已损坏")
    reader = _Reader(
        read_style_sheet(_tree(opened, "styles")), read_auto_numbers(_tree(opened, "numbering")), Counter()
    )
    lines = list(reader.blocks(body))
    for kind, entry in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for note in children(_tree(opened, kind), entry):
            if value(note, "type") not in _LEAST_NOTES:
                lines += [line for line in reader.blocks(note) if line.strip()]
    comments = sum(1 for _ in children(_tree(opened, "comments"), "comment"))
    reader.left["条批注"] += comments
    return DocxText("\n".join(lines), tuple(reader.notes()))


def _tree(opened: OpenedDocx, ending: str) -> Element | None:
    name = opened.related(ending)
    return opened.tree(name) if name else None


@dataclass(slots=True)
class _Reader:
    styles: StyleSheet
    numbers: AutoNumbers
    left: Counter[str]  # what was not carried → how many
    hidden: int = 0
    _fields: list[bool] = field(default_factory=list)  # of each open field: its result is being read
    _boxes: list[list[str]] = field(default_factory=list)

    def notes(self) -> Iterator[str]:
        lost = [f"{count} {name}" for name, count in self.left.items() if count]
        if lost:
            yield f"{'、'.join(lost)}未导入，原文件未改动"
        if self.hidden:
            yield f"{self.hidden} 处隐藏文字未导入，原文件未改动"

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of a body, a cell, a note, a text box."""
        held = ""
        for block in self._paragraphs(parent):
            properties = child(block, "pPr")
            own: list[str] = []
            self._boxes.append(own)
            text = held + self._numbered(block, properties)
            self._boxes.pop()
            mark = child(properties, "rPr")
            if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
                held = text  # the paragraph mark was deleted: the next one goes on
                continue
            held = ""
            yield text
            yield from own
        if held:
            yield held

    def _paragraphs(self, parent: Element) -> Iterator[Element]:
        """The paragraphs below a block, in order; cells of tables are lines of their own."""
        for block in parent:
            match local(block):
                case "p":
                    yield block
                case "AlternateContent":
                    yield from self._paragraphs(_chosen(block))
                case "" | "del" | "moveFrom" | "sdtPr" | "sdtEndPr" | "tblPr" | "trPr" | "tcPr" | "tblGrid" | "sectPr":
                    continue
                case "tr" if child(child(block, "trPr"), "del") is not None:
                    continue
                case _:
                    yield from self._paragraphs(block)

    def _numbered(self, paragraph: Element, properties: Element | None) -> str:
        style = value(child(properties, "pStyle"))
        text = "".join(self._inline(paragraph, style))
        number = self.styles.number_of(properties, style)
        if number and (text or child(properties, "numPr") is not None):
            return self.numbers.next(*number) + text
        return text

    def _inline(self, parent: Element, style: str | None) -> Iterator[str]:
        for node in parent:
            name = local(node)
            if name == "r":
                yield from self._run(node, style)
            elif name == "AlternateContent":
                yield from self._inline(_chosen(node), style)
            elif name and name not in _GONE:
                yield from self._inline(node, style)

    def _run(self, run: Element, style: str | None) -> Iterator[str]:
        hidden = self.styles.is_hidden(run, style)
        is_break = value(child(child(run, "rPr"), "rStyle")) == TITLE_BREAK
        text = "".join(self._pieces(run, style, is_break))
        if hidden and text.strip():
            self.hidden += 1
        elif not hidden:
            yield text

    def _pieces(self, parent: Element, style: str | None, is_break: bool) -> Iterator[str]:
        for node in parent:
            name = local(node)
            if name == "fldChar":
                self._field(value(node, "fldCharType"))
            elif name in ("drawing", "pict", "object"):
                self._drawn(node, name)
            elif name == "AlternateContent":
                yield from self._pieces(_chosen(node), style, is_break)
            elif name == "ruby":
                base = child(node, "rubyBase")
                yield from self._inline(base, style) if base is not None else ()
            elif name in _GONE or False in self._fields:
                continue
            elif name == "t":
                yield node.text or ""
            elif name in ("br", "cr"):
                yield "" if is_break else "\n"
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield self._symbol(node)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, node: Element, name: str) -> None:
        boxes = [inner for inner in node.iter() if local(inner) == "txbxContent" and not _in_fallback(inner, node)]
        for box in boxes:
            if self._boxes and not any(local(up) == "txbxContent" for up in box.iterancestors() if up is not node):
                self._boxes[-1].extend(line for line in self.blocks(box) if line.strip())
        pictures = sum(local(inner) in ("pic", "imagedata") for inner in node.iter())
        if pictures:
            self.left["张图片"] += pictures
        elif not boxes:
            self.left["个图形或对象" if name != "object" else "个嵌入对象"] += 1

    def _symbol(self, node: Element) -> str:
        code = value(node, "char") or ""
        try:
            char = chr(int(code, 16))
        except ValueError:
            return ""
        if value(node, "font") in _SYMBOL_FONTS or "\ue000" <= char <= "\uf8ff":
            self.left["个特殊符号"] += 1
            return "□"
        return char


def _chosen(alternate: Element) -> Element:
    """What a modern program shows of an AlternateContent."""
    choice = child(alternate, "Choice")
    fallback = child(alternate, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else alternate


def _in_fallback(inner: Element, top: Element) -> bool:
    """In the older of two versions of one drawing."""
    for up in inner.iterancestors():
        if local(up) == "Fallback" and child(up.getparent(), "Choice") is not None:
            return True
        if up is top:
            return False
    return False
