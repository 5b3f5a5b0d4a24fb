"""Applying fixes: single ones as the author chooses, safe ones all together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.checks.rule import CheckRequest
from desktop_app.report.finding import Finding, Fix, Span

if TYPE_CHECKING:  # the window applies fixes, and does without the rules
    from desktop_app.checks.checker import Checker

MOST_ROUNDS = 6


def safe_fixes(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The safe fixes that can be applied together: none overlaps another, none touches characters that are damaged.

    Ignored findings stay as they are. A damaged character is one that a damage finding without a safe fix marks.
    """
    findings = [finding for finding in findings if not finding.ignored]
    lost = [f.span for f in findings if f.code.startswith("DM") and not any(fix.safe for fix in f.fixes)]
    taken: list[Span] = []
    chosen: list[Fix] = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe), None)
        if fix and not any(_collide(edit.span, other) for edit in fix.edits for other in [*lost, *taken]):
            chosen.append(fix)
            taken += [edit.span for edit in fix.edits]
    return tuple(chosen)


def _collide(one: Span, other: Span) -> bool:
    return one.overlaps(other) or (not one and not other and one == other)


def apply_fixes(text: str, fixes: Sequence[Fix]) -> str:
    """The text with the fixes applied. They must not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.span):
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def fix_all(checker: Checker, request: CheckRequest) -> str:
    """The text with all safe fixes applied, again and again until none is left to apply."""
    text = request.text
    for _ in range(MOST_ROUNDS):
        fixes = safe_fixes(checker.check(replace(request, text=text)).findings)
        if not fixes:
            break
        text = apply_fixes(text, fixes)
    return text


