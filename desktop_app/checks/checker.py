"""Checks a text by all rules."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import ahocorasick_rs

from desktop_app.checks.ignoring import with_ignored
from desktop_app.checks.rule import CheckRequest, CheckResult, Hit, On, Passage, ReportRule, Rule, TextRule
from desktop_app.checks.rules import ALL_RULES
from desktop_app.report.finding import Finding
from desktop_app.report.read import read
from desktop_app.report.values import Report

_log = logging.getLogger(__name__)


def _silent(code: str) -> None:
    """For callers that need not know which rule is at work."""


class Checker:
    """Has texts checked by a set of rules. Holds no text."""

    def __init__(self, rules: Sequence[Rule] = ALL_RULES) -> None:
        self.rules = tuple(rule for rule in rules if rule.is_on)

    @cached_property
    def _text_rules(self) -> dict[On, tuple[ahocorasick_rs.AhoCorasick, list[TextRule]]]:
        """For each kind of text: an automaton of all literals, and the rule of each."""
        made = {}
        for on in On:
            rules = [rule for rule in self.rules if isinstance(rule, TextRule) and rule.on is on]
            pairs = [(literal, rule) for rule in rules for literal in rule.literals]
            made[on] = (ahocorasick_rs.AhoCorasick([literal for literal, _ in pairs]), [rule for _, rule in pairs])
        return made

    def check(
        self,
        request: CheckRequest,
        *,
        left_out: frozenset[str] = frozenset(),
        announce: Callable[[str], None] = _silent,
    ) -> CheckResult:
        """Read and check a text. A rule that raises is named among `failed_rules`; the others go on.

        `left_out`: codes of rules that are not to run; `announce` is told the code of each rule before it runs.
        """
        report = read(request.text, request.template, script=request.script, assigned=request.assigned)
        findings: list[Finding] = []
        failed: list[str] = []
        for rule, hits in self._hits(report, left_out):
            announce(rule.code)
            try:
                findings += [_finding(report, rule, hit) for hit in hits()]
            except Exception:
                _log.exception("rule %s failed", rule.code)
                failed.append(rule.code)
        announce("")
        kept = _without_overruled(findings)
        return CheckResult(report, with_ignored(kept, request.text, request.ignored), tuple(failed))

    def _hits(
        self, report: Report, left_out: frozenset[str]
    ) -> Iterator[tuple[Rule, Callable[[], list[Hit]]]]:
        for rule in self.rules:
            if isinstance(rule, ReportRule) and rule.code not in left_out:
                yield rule, lambda rule=rule: list(rule.check(report))  # type: ignore[misc]
        for on, text in ((On.SOURCE, report.text), (On.COPY, report.readable.text)):
            passage = Passage(report, on)
            for text_rule, lines in self._triggered(on, text).items():
                if text_rule.code not in left_out:
                    yield text_rule, lambda rule=text_rule, lines=lines: _matches(rule, passage, text, lines)  # type: ignore[misc]  # noqa: B023

    def _triggered(self, on: On, text: str) -> dict[TextRule, list[tuple[int, int]]]:
        """The rules of which a literal stands in the text, with the lines in which one does."""
        automaton, rules = self._text_rules[on]
        if not rules:
            return {}
        starts = _line_starts(text)
        found: dict[TextRule, list[tuple[int, int]]] = {}
        for index, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            line = bisect_right(starts, start) - 1
            lines = found.setdefault(rules[index], [])
            place = (starts[line], starts[line + 1] if line + 1 < len(starts) else len(text))
            if not lines or lines[-1] != place:
                lines.append(place)
        return found


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _matches(rule: TextRule, passage: Passage, text: str, lines: list[tuple[int, int]]) -> list[Hit]:
    found = (rule.check(passage, match) for start, end in sorted(set(lines)) for match in rule.pattern.finditer(text, start, end))
    return [hit for hit in found if hit]


def _finding(report: Report, rule: Rule, hit: Hit) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        level=hit.level or rule.level,
        strength=rule.strength,
        span=hit.span,
        message=hit.message,
        source=rule.source,
        rationale=rule.rationale,
        part=hit.part or report.part_at(hit.span.start),
        fixes=hit.fixes,
    )


def _without_overruled(findings: list[Finding]) -> tuple[Finding, ...]:
    """In order of position; where two rules hit the same characters, damage wins."""
    ordered = sorted(findings, key=lambda finding: (finding.span, finding.code))
    damage = [finding.span for finding in ordered if finding.code.startswith("DM")]
    starts = [span.start for span in damage]

    def damaged(finding: Finding) -> bool:
        at = bisect_right(starts, finding.span.start)
        return any(span.overlaps(finding.span) for span in damage[max(0, at - 1) : bisect_right(starts, finding.span.end)])

    return tuple(f for f in ordered if f.code.startswith("DM") or not f.span or not _local(f) or not damaged(f))


def _local(finding: Finding) -> bool:
    """About characters, not about a part or a heading that may well hold a damaged one."""
    return finding.code[:2] in ("PU", "NU", "WO")
