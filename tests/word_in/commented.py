"""A .docx with comments, opened without the library that wrote it: zip and XML alone."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

from tests.word_in.packages import W, unpacked


@dataclass(frozen=True)
class Comment:
    number: str
    author: str | None
    date: str | None
    lines: tuple[str, ...]
    words: str  # that stand between its marks
    anchored: ElementTree.Element | None  # the last element before its end mark


def comments_in(data: bytes, namespace: str = W) -> list[Comment]:
    """In the order of the comments part. Each must have one start, one end, one reference, in that order."""
    w = f"{{{namespace}}}"
    parts = unpacked(data)
    entries = list(ElementTree.fromstring(parts["word/comments.xml"]))
    marks = _marks(ElementTree.fromstring(parts["word/document.xml"]), w)
    assert sorted(marks) == sorted(entry.get(f"{w}id") for entry in entries)
    return [
        Comment(
            entry.get(f"{w}id") or "",
            entry.get(f"{w}author"),
            entry.get(f"{w}date"),
            tuple("".join(t.text or "" for t in line.iter(f"{w}t")) for line in entry.iter(f"{w}p")),
            *marks[entry.get(f"{w}id")],
        )
        for entry in entries
    ]


def _marks(root: ElementTree.Element, w: str) -> dict[str | None, tuple[str, ElementTree.Element | None]]:
    words: dict[str | None, str] = {}
    last: dict[str | None, ElementTree.Element | None] = {}
    seen: dict[str | None, list[str]] = {}
    passed_over = {node for gone in root.iter() if gone.tag.endswith("}Fallback") for node in gone.iter()}
    for parent in root.iter():
        before = None
        for node in parent:
            if node.tag == f"{w}commentRangeEnd":
                last[node.get(f"{w}id")] = before
            if not node.tag.startswith(f"{w}comment"):
                before = node
    for node in root.iter():
        kind = node.tag.removeprefix(w)
        if kind.startswith("comment"):
            seen.setdefault(node.get(f"{w}id"), []).append(kind)
            words.setdefault(node.get(f"{w}id"), "")
        shown = {"t": node.text or "", "br": "\n", "tab": "\t", "noBreakHyphen": "-"}.get(kind)
        if shown is not None and node not in passed_over:
            for number, kinds in seen.items():
                words[number] += shown if kinds == ["commentRangeStart"] else ""
    assert all(kinds == ["commentRangeStart", "commentRangeEnd", "commentReference"] for kinds in seen.values())
    return {number: (words[number], last.get(number)) for number in seen}
