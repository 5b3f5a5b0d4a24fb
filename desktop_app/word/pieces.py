"""The text of a .docx in pieces, each with the element that shows it: what Word shows, in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.word.auto_numbers import AutoNumbers
from desktop_app.word.opening import Element, child, local, value
from desktop_app.word.style_sheet import StyleSheet
from desktop_app.word.styles import TITLE_BREAK
from desktop_app.word.symbols import sign_of

_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "sectPr")
_GONE = frozenset(["", "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "rubyPr", *_PROPERTIES])
_CONTROLS = str.maketrans("\r\n", "  ")  # Word shows a line end in a text as a space


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, and where in the document it comes from."""

    text: str
    node: Element | None  # shows it, one character for one; at the end of a line the paragraph; None: what Word counts
    host: Element | None  # the run that holds the text box, or the mark of the note, in which it stands

    @property
    def ends_line(self) -> bool:
        """Whether it is the end of a paragraph."""
        return self.node is not None and local(self.node) == "p"


@dataclass(slots=True)
class _Mark:
    """The mark at the end of a paragraph."""

    is_deleted: bool
    is_hidden: bool


@dataclass(slots=True)
class Walk:
    """Reads the stories of a document in order."""

    styles: StyleSheet
    numbers: AutoNumbers
    left: Counter[str] = field(default_factory=Counter)  # what was not carried → how often
    notes: list[tuple[str, str, Element]] = field(default_factory=list)  # kind, id and run of the marks that were met
    host: Element | None = None
    _style: str | None = None  # of the paragraph that is being read
    _fields: list[bool] = field(default_factory=list)  # of each open field: its result is being read
    _boxes: list[tuple[Element, Element]] = field(default_factory=list)  # of the paragraph: contents, run

    def blocks(self, story: Element) -> Iterator[Piece]:
        """The pieces of a body, a note, a text box; each line ends in LF, the piece of its paragraph."""
        held: list[Piece] = []  # of paragraphs whose mark is gone: the next one goes on
        last: Element | None = None
        for paragraph in self._paragraphs(story):
            if held and last is not None and paragraph.getparent() is not last.getparent():
                yield from (*held, Piece("\n", last, self.host))
                held = []
            last = paragraph
            mark = self._mark(paragraph)
            pieces, boxes = self._paragraph(paragraph)
            number = [] if mark.is_deleted else self._number(paragraph)
            # A deleted mark takes its number along; a hidden one only joins what is shown.
            held = [*held, *number, *pieces] if mark.is_hidden else [*number, *held, *pieces]
            if not (mark.is_deleted or mark.is_hidden):
                yield from (*held, Piece("\n", paragraph, self.host))
                held = []
            for box, run in boxes:
                yield from self._box(box, run, paragraph)
        if held and last is not None:
            yield from (*held, Piece("\n", last, self.host))

    def _paragraphs(self, parent: Element) -> Iterator[Element]:
        """The paragraphs below a block, in order; each cell of a table has its own."""
        for block in parent:
            name = local(block)
            if name == "p":
                yield block
            elif name == "AlternateContent":
                yield from self._paragraphs(chosen(block))
            elif _is_deleted_cell(block, name):
                self.left["revisions"] += 1
            elif name in ("altChunk", "subDoc"):
                self.left["inserted files"] += 1
            elif name not in _GONE:
                self.left["tables"] += name == "tbl"
                yield from self._paragraphs(block)

    def _mark(self, paragraph: Element) -> _Mark:
        properties = child(child(paragraph, "pPr"), "rPr")
        is_deleted = child(properties, "del") is not None or child(properties, "moveFrom") is not None
        style = value(child(child(paragraph, "pPr"), "pStyle"))
        return _Mark(is_deleted, not is_deleted and self.styles.is_hidden(properties, style))

    def _number(self, paragraph: Element) -> list[Piece]:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        found = self.styles.number_of(properties, style)
        if found is None:
            return []
        level = found.level if found.level is not None else self.numbers.level_of(found.number_id, found.style)
        text = self.numbers.next(found.number_id, level)
        return [Piece(text, None, self.host)] if text else []

    def _paragraph(self, paragraph: Element) -> tuple[list[Piece], list[tuple[Element, Element]]]:
        self._style, self._boxes = value(child(child(paragraph, "pPr"), "pStyle")), []
        pieces = list(self._inline(paragraph))
        # An instruction that never came to its result must not swallow the rest of the document.
        self._fields = [is_result for is_result in self._fields if is_result]
        return pieces, self._boxes

    def _box(self, box: Element, run: Element, paragraph: Element) -> Iterator[Piece]:
        outer = self.host, self._fields
        self.host, self._fields = outer[0] if outer[0] is not None else run, []
        if local(box) == "textpath":
            pieces: Iterable[Piece] = (
                Piece((value(box, "string") or "").translate(_CONTROLS), None, self.host),
                Piece("\n", paragraph, self.host),
            )
        else:
            pieces = self.blocks(box)
        yield from lines_that_say_something(pieces)
        self.host, self._fields = outer

    def _inline(self, parent: Element) -> Iterator[Piece]:
        for node in parent:
            name = local(node)
            if name == "r":
                yield from self._run(node)
            elif name == "AlternateContent":
                yield from self._inline(chosen(node))
            elif name in ("del", "moveFrom"):
                self.left["revisions"] += 1
            elif name not in _GONE:
                self.left["revisions"] += name in ("ins", "moveTo")
                yield from self._inline(node)

    def _run(self, run: Element) -> Iterator[Piece]:
        properties = child(run, "rPr")
        is_break = value(child(properties, "rStyle")) == TITLE_BREAK
        if not self.styles.is_hidden(properties, self._style):
            yield from self._content(run, run, is_break)
            return
        boxes, notes, left = list(self._boxes), list(self.notes), Counter(self.left)
        hidden = "".join(piece.text for piece in self._content(run, run, is_break))
        self._boxes, self.notes, self.left = boxes, notes, left
        self.left["hidden"] += bool(hidden.strip())

    def _content(self, parent: Element, run: Element, is_break: bool) -> Iterator[Piece]:
        for node in parent:
            name = local(node)
            if name == "fldChar":
                self._field(value(node, "fldCharType"))
            elif name in ("drawing", "pict", "object"):
                self._drawn(node, name, run)
            elif name == "AlternateContent":
                yield from self._content(chosen(node), run, is_break)
            elif name == "ruby":
                base = child(node, "rubyBase")
                yield from () if base is None else self._inline(base)
            elif name in _GONE or False in self._fields:
                continue
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append(
                    (name.removesuffix("Reference"), value(node, "id") or "", run if self.host is None else self.host)
                )
            elif name == "br" and is_break:
                continue
            elif text := self._shown(node, name):
                yield Piece(text, node, self.host)

    def _shown(self, node: Element, name: str) -> str:
        match name:
            case "t":
                return str(node.text or "").translate(_CONTROLS)
            case "br" | "cr":
                return "\n"
            case "tab" | "ptab":
                return "\t"
            case "noBreakHyphen":
                return "-"
            case "sym":
                sign = sign_of(value(node, "font"), value(node, "char"))
                self.left["signs"] += sign is None
                return sign or "□"
            case _:
                return ""

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, drawing: Element, name: str, run: Element) -> None:
        boxes, pictures = 0, 0
        for node in _drawn_in(drawing):
            if local(node) in ("txbxContent", "textpath"):  # a text box, a WordArt
                boxes += 1
                self._boxes.append((node, run))
            pictures += local(node) in ("pic", "imagedata")
        kind = "pictures" if pictures and name != "object" else "objects" if name == "object" else "shapes"
        if pictures or not boxes:
            self.left[kind] += max(pictures, 1)


def _is_deleted_cell(block: Element, name: str) -> bool:
    """A row or a cell of a table whose deletion is tracked."""
    gone = {"tr": ("trPr", "del"), "tc": ("tcPr", "cellDel")}.get(name)
    return gone is not None and child(child(block, gone[0]), gone[1]) is not None


def lines_that_say_something(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without empty lines."""
    line: list[Piece] = []
    for piece in pieces:
        line.append(piece)
        if piece.ends_line:
            if any(part.text.strip() for part in line):
                yield from line
            line = []


def chosen(alternate: Element) -> Element:
    """What a modern program shows of an AlternateContent."""
    choice, fallback = child(alternate, "Choice"), child(alternate, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else alternate


def _drawn_in(drawing: Element) -> Iterator[Element]:
    """What stands in a drawing, down to its text boxes, in order."""
    waiting = [drawing]
    while waiting:
        node = waiting.pop()
        yield node
        if local(node) == "AlternateContent":
            waiting.append(chosen(node))
        elif local(node) != "txbxContent":
            waiting.extend(reversed(node))
