"""Applying fixes: single ones as the author chooses, safe ones all together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.checks.rule import CheckRequest
from desktop_app.report.finding import Fix
from desktop_app.report.safe_fixes import safe_fixes

if TYPE_CHECKING:  # the window applies fixes, and does without the rules
    from desktop_app.checks.checker import Checker

__all__ = ["apply_fixes", "fix_all", "safe_fixes"]

MOST_ROUNDS = 6


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
