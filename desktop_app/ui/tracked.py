"""What a check said of a text, carried along while the text is edited further."""

from __future__ import annotations

from desktop_app.checks.rule import CheckResult
from desktop_app.report.finding import Finding, Level, Span
from desktop_app.report.values import PlacedPart
from desktop_app.ui.text_history import Change

MISSING_PART = "ST01"


def moved(span: Span, change: Change) -> Span | None:
    """Where a range stands after a change elsewhere; None if the change touched its text."""
    end_of_removed = change.position + len(change.removed)
    if span.end <= change.position:
        return span
    if span.start >= end_of_removed:
        shift = len(change.inserted) - len(change.removed)
        return Span(span.start + shift, span.end + shift)
    return None


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
        self._spans: dict[int, Span] = {
            index: finding.span for index, finding in enumerate(result.findings) if not finding.ignored
        }
        self.figures: list[Span] = [quantity.span for quantity in result.report.quantities]
        self.parts: list[tuple[Span, PlacedPart]] = [
            (placed.span, placed) for placed in result.report.parts if placed.span
        ]

    def follow(self, change: Change, text: str) -> None:
        """Take a change into account; `text` is the text after it."""
        self.is_current = False
        line_start = text.rfind("\n", 0, change.position) + 1
        line_end = text.find("\n", change.end)
        line = Span(line_start, len(text) if line_end < 0 else line_end)
        for index, span in list(self._spans.items()):
            place = moved(span, change)
            if place is None:
                del self._spans[index]
                self.stale.add(index)
            else:
                self._spans[index] = place
                if line.start <= place.start <= line.end:
                    self.stale.add(index)
        self.figures = [place for span in self.figures if (place := moved(span, change))]
        self.parts = [(stretched(span, change), placed) for span, placed in self.parts]

    def place_of(self, index: int) -> Span | None:
        return self._spans.get(index)

    def finding(self, index: int) -> Finding:
        return self.result.findings[index]

    def underlined(self) -> list[tuple[int, Span, Level]]:
        """Findings shown as a line under words; a missing part has its own place instead."""
        return [
            (index, span, self.finding(index).level)
            for index, span in self._spans.items()
            if self.finding(index).code != MISSING_PART
        ]

    def missing(self) -> list[tuple[int, int]]:
        """Findings of missing parts, with the position where each part belongs."""
        return [
            (index, span.start) for index, span in self._spans.items() if self.finding(index).code == MISSING_PART
        ]

    def next_after(self, position: int, current: int | None, backwards: bool) -> int | None:
        """The finding that F8 goes to; round at the end."""
        order = sorted(self._spans, key=lambda index: (self._spans[index].start, index))
        if not order:
            return None
        if current in order:
            step = -1 if backwards else 1
            return order[(order.index(current) + step) % len(order)]
        if backwards:
            before = [index for index in order if self._spans[index].start < position]
            return before[-1] if before else order[-1]
        after = [index for index in order if self._spans[index].start >= position]
        return after[0] if after else order[0]

    def at(self, position: int) -> int | None:
        """The finding in whose words a position stands, the gravest first."""
        here = [
            index
            for index, span in self._spans.items()
            if span.start <= position <= span.end and self.finding(index).code != MISSING_PART
        ]
        return min(here, key=lambda index: (self.finding(index).level.gravity, len(self._spans[index])), default=None)
