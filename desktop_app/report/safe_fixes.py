"""Which safe fixes can be applied together."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import accumulate

from desktop_app.report.finding import Finding, Fix, Span


def safe_fixes(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The safe fixes that can be applied together: none overlaps another, none touches characters that are damaged.

    Ignored findings stay as they are. A damaged character is one that a damage finding without a safe fix marks.
    """
    findings = [finding for finding in findings if not finding.ignored]
    lost = _Lost(f.span for f in findings if f.code.startswith("DM") and not any(fix.safe for fix in f.fixes))
    taken: list[Span] = []  # in order, none overlapping
    chosen: list[Fix] = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe), None)
        if fix and not any(lost.touches(edit.span) or _is_taken(edit.span, taken) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                insort(taken, edit.span)
    return tuple(chosen)


class _Lost:
    """Damaged characters; their ranges may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((span.end for span in self._spans), max))  # of all up to each

    def touches(self, span: Span) -> bool:
        before = bisect_left(self._spans, Span(span.end, span.end))
        reached = before > 0 and self._reach[before - 1] > span.start
        return reached or (not span and self._spans[before : before + 1] == [span])


def _is_taken(span: Span, taken: list[Span]) -> bool:
    # Those before the nearest two, and behind them, cannot reach it: they do not overlap one another.
    at = bisect_left(taken, span)
    return any(_collide(span, other) for other in taken[max(0, at - 2) : at + 2])


def _collide(one: Span, other: Span) -> bool:
    return one.overlaps(other) or (not one and not other and one == other)
