"""Fixes as tracked changes of a .docx."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from desktop_app.report.finding import Edit, Fix
from desktop_app.word.anchors import Anchors
from desktop_app.word.opening import Element, child, local, value, whole
from desktop_app.word.raw_markup import Markup

_TRACKED = frozenset(["ins", "moveTo"])


@dataclass(slots=True)
class _Change:
    """An edit, with the runs that it deletes, or the run beside which it inserts."""

    edit: Edit
    deleted: list[Element]
    beside: Element
    is_before: bool = False


@dataclass(slots=True)
class Revisions:
    """Writes tracked changes by one author into a document."""

    anchors: Anchors
    markup: Markup
    author: dict[str, str]  # attributes: who, and when
    next_id: int
    _edits: list[Edit] = field(default_factory=list)

    def plan(self, fix: Fix) -> bool:
        """Whether the fix can be written as tracked changes, whole; if so it will be by `write`."""
        is_possible = all(self._change(edit) for edit in fix.edits)
        if is_possible:
            self._edits += fix.edits
        return is_possible

    def write(self) -> None:
        """Change the document. After it the anchors no longer hold."""
        for edit in self._edits:
            self._change(edit)  # part the runs for all of them, before any run is remembered
        changes = [change for edit in self._edits if (change := self._change(edit))]
        # From the end: what is inserted behind a deletion then comes to stand before what was inserted there already.
        for change in sorted(changes, key=lambda change: change.edit.span, reverse=True):
            for run in change.deleted:
                self._delete(run)
            if change.edit.text:
                self._insert(change)

    def _change(self, edit: Edit) -> _Change | None:
        if edit.span:
            runs = self.anchors.runs_of(edit.span)
            return _Change(edit, runs, runs[-1]) if runs else None
        for is_before, span in self.anchors.neighbours(edit.span.start):
            runs = self.anchors.runs_of(span)
            if runs:
                return _Change(edit, [], runs[0], is_before)
        return None

    def _delete(self, run: Element) -> None:
        wrapper = self._tracked("del")
        run.addprevious(wrapper)
        wrapper.append(run)
        for node in run:
            if local(node) == "t":
                node.tag = self.markup.name("delText")

    def _insert(self, change: _Change) -> None:
        run = self.markup.make("r", *(deepcopy(p) for p in [child(change.beside, "rPr")] if p is not None))
        run.extend(self.markup.text(change.edit.text))
        inserted = self._tracked("ins", run)
        place = change.beside
        while local(place.getparent()) == "del":
            place = place.getparent()
        if change.is_before:
            place.addprevious(inserted)
        else:
            place.addnext(inserted)
        if local(inserted.getparent()) in _TRACKED:
            self._lift(inserted)

    def _lift(self, inserted: Element) -> None:
        """Out of somebody's own insertion, which is parted for it."""
        outer = inserted.getparent()
        rest = outer.makeelement(outer.tag, dict(outer.attrib))
        rest.set(self.markup.name("id"), self._id())
        rest.extend(list(inserted.itersiblings()))
        outer.addnext(inserted)
        if len(rest):
            inserted.addnext(rest)
        if not len(outer):
            outer.getparent().remove(outer)

    def _tracked(self, tag: str, *children: Element) -> Element:
        return self.markup.make(tag, *children, id=self._id(), **self.author)

    def _id(self) -> str:
        self.next_id += 1
        return str(self.next_id - 1)


def ids_in(root: Element) -> Iterator[int]:
    """Every number that names an element of a part."""
    return (whole(value(node, "id"), 0) for node in root.iter(etree.Element))
