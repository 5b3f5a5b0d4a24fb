"""Places in the text of a .docx, as places between the elements of the document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from desktop_app.report.finding import Span
from desktop_app.word.opening import Element, local
from desktop_app.word.pieces import Piece

# What may hold the marks of a comment beside its runs (ISO/IEC 29500-1, EG_PContent); Choice holds what its parent may.
_HOLDERS = frozenset(
    ["p", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo"]
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Range:
    """The elements, runs as a rule, from the first to the last of a place; both None: the end of the paragraph."""

    first: Element | None
    last: Element | None
    paragraph: Element
    is_beside: bool  # the words themselves cannot be marked: an automatic number, a text box, a note


class Anchors:
    """Finds, and makes by splitting runs, the elements that show a span of the text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = list(pieces)
        self._starts: list[int] = []
        at = 0
        for piece in pieces:
            self._starts.append(at)
            at += len(piece.text)

    def range_of(self, span: Span) -> Range | None:
        """Where a span can be marked; an empty one by its neighbour on the line. None: nowhere.

        Makes the ends of the span ends of runs; runs that were returned before stay whole or lose what is beyond them.
        """
        if not self._pieces:
            return None
        first, last = self._markable(span)
        if first is None or last is None:
            return self._paragraph_at(span.start)
        self._part(first)
        self._part(last + 1)
        start, end = self._unit(self._index(first)), self._unit(self._index(last))
        is_beside = bool(span) and (not span.contains(first) or self._pieces[self._index(first)].host is not None)
        return Range(start, end, _paragraph_of(start), is_beside)

    def runs_of(self, span: Span) -> list[Element] | None:
        """The runs that show a span and nothing else, for a tracked deletion. None: it holds more than runs."""
        runs: list[Element] = []
        self._part(span.start)
        self._part(span.end)
        for index in range(self._index(span.start), self._index(span.end - 1) + 1):
            piece = self._pieces[index]
            if piece.node is None or piece.ends_line or piece.host is not None:
                return None
            unit = _unit_of(piece.node)
            if local(unit) != "r" or piece.node.getparent() is not unit:
                return None
            if not runs or runs[-1] is not unit:
                runs.append(unit)
        return runs

    def neighbours(self, position: int) -> Iterator[tuple[bool, Span]]:
        """The characters of the line before and behind a position, and whether the position is before it."""
        if position > self._line_start(position):
            yield False, Span(position - 1, position)
        if position < self._line_end(position):
            yield True, Span(position, position + 1)

    def _index(self, position: int) -> int:
        """Of the piece that has the character."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def _markable(self, span: Span) -> tuple[int | None, int | None]:
        """The first and the last character of a span that an element shows, or its neighbour where none does."""
        for positions in (
            range(span.start, span.end),
            range(span.start - 1, self._line_start(span.start) - 1, -1),
            range(span.end, self._line_end(span.end)),
        ):
            first = next((at for at in positions if self._is_shown(at)), None)
            if first is not None and span and positions[0] == span.start:
                return first, next(at for at in reversed(positions) if self._is_shown(at))
            if first is not None:
                return first, first
        return None, None

    def _is_shown(self, position: int) -> bool:
        piece = self._pieces[self._index(position)]
        return piece.host is not None or (piece.node is not None and not piece.ends_line)

    def _line_start(self, position: int) -> int:
        index = self._index(position) - 1
        while index >= 0 and not self._pieces[index].ends_line:
            index -= 1
        return self._starts[index + 1]

    def _line_end(self, position: int) -> int:
        index = self._index(position)
        while not self._pieces[index].ends_line:
            index += 1
        return self._starts[index]

    def _paragraph_at(self, position: int) -> Range:
        piece = self._pieces[self._index(self._line_end(position))]
        return Range(None, None, piece.node, is_beside=False)

    def _unit(self, index: int) -> Element:
        piece = self._pieces[index]
        return _unit_of(piece.host if piece.host is not None else piece.node)

    def _part(self, position: int) -> None:
        """Let a run begin at the character, if it can be."""
        index = self._index(position)
        piece = self._pieces[index]
        if piece.node is None or piece.host is not None or piece.ends_line:
            return
        run = _unit_of(piece.node)
        if local(run) != "r" or piece.node.getparent() is not run:
            return
        if offset := position - self._starts[index]:
            self._part_text(index, offset)
            piece = self._pieces[index + 1]
        _part_run(run, piece.node)

    def _part_text(self, index: int, offset: int) -> None:
        piece = self._pieces[index]
        if offset >= len(piece.text):
            return
        node: Element = piece.node
        rest = deepcopy(node)
        node.text, rest.text = node.text[:offset], node.text[offset:]
        rest.tail = None
        for part in (node, rest):
            part.set(_SPACE, "preserve")
        node.addnext(rest)
        self._pieces[index : index + 1] = [
            Piece(piece.text[:offset], node, None),
            Piece(piece.text[offset:], rest, None),
        ]
        self._starts.insert(index + 1, self._starts[index] + offset)


def _part_run(run: Element, node: Element) -> None:
    """Move the content from `node` on into a run of its own, formatted alike."""
    properties = [child for child in run if local(child) == "rPr"]
    before = [child for child in run.iterchildren() if child not in properties]
    at = before.index(node)
    if at == 0:
        return
    rest = run.makeelement(run.tag, dict(run.attrib))
    rest.extend([deepcopy(child) for child in properties])
    rest.tail, run.tail = run.tail, None
    run.addnext(rest)
    rest.extend(before[at:])


def _unit_of(node: Element) -> Element:
    """The outermost element around a node, a run as a rule, beside which a mark may stand."""
    path = [node]
    while local(path[-1]) != "p":
        path.append(path[-1].getparent())
    return next(element for element in reversed(path) if local(element) not in _HOLDERS)


def _paragraph_of(unit: Element) -> Element:
    return next(up for up in unit.iterancestors() if local(up) == "p")
