"""What a check said of a text, carried along while the text is edited further."""

from __future__ import annotations

from desktop_app.checks.rule import CheckResult
from desktop_app.report.finding import Finding, Level, Span
from desktop_app.report.values import PlacedPart
from desktop_app.ui.text_history import Change

MISSING_PART = "ST01"
Place = tuple[int, int]  # start and end; a thousand of them move with every key


def moved(places: dict[int, Place], change: Change) -> dict[int, Place]:
    """Where ranges stand after a change; those whose text it touched are left out."""
    start, end = change.position, change.position + len(change.removed)
    shift = len(change.inserted) - len(change.removed)
    return {
        key: place if place[1] <= start else (place[0] + shift, place[1] + shift)
        for key, place in places.items()
        if place[1] <= start or place[0] >= end
    }


def stretched(span: Span, change: Change) -> Span:
    """Where a section stands after a change, its own text included."""
    shift = len(change.inserted) - len(change.removed)
    end_of_removed = change.position + len(change.removed)

    def follow(position: int, sticks: bool) -> int:
        if position < change.position or (position == change.position and not sticks):
            return position
        return position + shift if position >= end_of_removed else change.end

    start = follow(span.start, sticks=not (change.position == span.start and not change.removed))
    return Span(start, max(start, follow(span.end, sticks=True)))


class Tracked:
    """A result and the present places of its findings, figures and parts.

    Findings are named by their index in the result. One whose text was edited loses its place; those of an edited
    line are stale.
    """

    def __init__(self, result: CheckResult) -> None:
        self.result = result
        self.stale: set[int] = set()
        self.is_current = True  # nothing was edited since
        self._places: dict[int, Place] = {
            index: (finding.span.start, finding.span.end)
            for index, finding in enumerate(result.findings)
            if not finding.ignored
        }
        self._figures: dict[int, Place] = {
            index: (quantity.span.start, quantity.span.end) for index, quantity in enumerate(result.report.quantities)
        }
        self.parts: list[tuple[Span, PlacedPart]] = [
            (placed.span, placed) for placed in result.report.parts if placed.span
        ]

    def follow(self, change: Change, text: str) -> None:
        """Take a change into account; `text` is the text after it."""
        self.is_current = False
        line_start = text.rfind("\n", 0, change.position) + 1
        line_end = text.find("\n", change.end)
        line_end = len(text) if line_end < 0 else line_end
        places = moved(self._places, change)
        self.stale |= self._places.keys() - places.keys()
        self.stale |= {index for index, place in places.items() if line_start <= place[0] <= line_end}
        self._places = places
        self._figures = moved(self._figures, change)
        self.parts = [(stretched(span, change), placed) for span, placed in self.parts]

    def place_of(self, index: int) -> Span | None:
        place = self._places.get(index)
        return Span(*place) if place else None

    def finding(self, index: int) -> Finding:
        return self.result.findings[index]

    def figures(self, within: Span) -> list[Span]:
        """The figures that count, in a piece of the text."""
        return [Span(*place) for place in self._figures.values() if place[0] <= within.end and place[1] >= within.start]

    def underlined(self, within: Span) -> list[tuple[Span, Level]]:
        """Findings shown as a line under words, in a piece of the text; a missing part has its own place instead."""
        return [
            (Span(*place), self.finding(index).level)
            for index, place in self._places.items()
            if place[0] <= within.end and place[1] >= within.start and self.finding(index).code != MISSING_PART
        ]

    def missing(self) -> list[tuple[int, int]]:
        """Findings of missing parts, with the position where each part belongs."""
        return [
            (index, place[0]) for index, place in self._places.items() if self.finding(index).code == MISSING_PART
        ]

    def next_after(self, position: int, current: int | None, backwards: bool) -> int | None:
        """The finding that F8 goes to; round at the end."""
        order = sorted(self._places, key=lambda index: (self._places[index][0], index))
        if not order:
            return None
        if current in order:
            step = -1 if backwards else 1
            return order[(order.index(current) + step) % len(order)]
        if backwards:
            before = [index for index in order if self._places[index][0] < position]
            return before[-1] if before else order[-1]
        after = [index for index in order if self._places[index][0] >= position]
        return after[0] if after else order[0]

    def at(self, position: int) -> int | None:
        """The finding in whose words a position stands, the gravest first."""
        here = [
            (self.finding(index).level.gravity, end - start, index)
            for index, (start, end) in self._places.items()
            if start <= position <= end and self.finding(index).code != MISSING_PART
        ]
        return min(here)[2] if here else None
