"""A rule is one record and one function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from desktop_app.language.script import Script
from desktop_app.report.finding import Finding, Fix, Level, Span, Strength
from desktop_app.report.metadata import Assigned, Ignored
from desktop_app.report.template import Template
from desktop_app.report.values import Report


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What is to be checked, and by what."""

    text: str
    template: Template | None
    script: Script | None = None  # None: found out from the text
    assigned: tuple[Assigned, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    report_date: date | None = None  # None: rules that compare with it stay silent


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the rules say of one text."""

    report: Report
    findings: tuple[Finding, ...]  # in order of position, ignored ones too
    failed_rules: tuple[str, ...] = ()  # codes that broke or hung: say so, the text is not clean

    @property
    def text(self) -> str:
        """The very text that the spans are spans of."""
        return self.report.text


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found."""

    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()
    part: str | None = None  # None: the part in which it stands
    level: Level | None = None  # None: the rule's


class On(Enum):
    """Which text the pattern of a rule is matched on."""

    SOURCE = auto()  # as it stands
    COPY = auto()  # Simplified, full-width marks, without glosses and tags: `language/readable.py`


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a pattern matched."""

    report: Report
    on: On

    def span(self, match: re.Match[str], group: int | str = 0) -> Span:
        """The matched characters in the text of the report."""
        start, end = match.span(group)
        return Span(start, end) if self.on is On.SOURCE else self.report.readable.span(start, end)

    def words(self, match: re.Match[str], group: int | str = 0) -> str:
        """The matched characters as they stand in the text."""
        return self.span(match, group).of(self.report.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule declares. Bad and good examples are texts that the rule does, does not, hit."""

    code: str
    name: str  # the fault, as one would allow it
    title: str  # of the rule, Chinese
    level: Level
    strength: Strength
    rationale: str
    source: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    is_on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRule(Rule):
    """Looks for a pattern. Without one of its literals in the line it cannot match, and is not run."""

    pattern: re.Pattern[str]
    literals: tuple[str, ...]
    check: Callable[[Passage, re.Match[str]], Hit | None]
    on: On = On.SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRule(Rule):
    """Judges a report as a whole. Examples are whole texts, read by the four-part template."""

    check: Callable[[Report], Iterable[Hit]] = field(repr=False)
