"""Rules for the worker's tests; a module of its own, since the child process imports it by name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from desktop_app.checks.rule import Hit, Passage, ReportRule, Rule, TextRule
from desktop_app.checks.rules import ALL_RULES
from desktop_app.report.finding import Level, Strength
from desktop_app.report.values import Report

_COMMON = {"level": Level.HINT, "strength": Strength.ADVICE, "rationale": "x", "source": "x", "bad": (), "good": ()}


def _hit(passage: Passage, match: re.Match[str]) -> Hit:
    return Hit(passage.span(match), "找到")


def _dies(report: Report) -> Iterator[Hit]:
    if "死" in report.text:
        os._exit(3)
    yield from ()


def with_a_runaway() -> Sequence[Rule]:
    """The program's rules, one that never ends on 号号号…, and one that ends the process on 死."""
    hangs = TextRule(
        code="U1", name="hangs", title="x", pattern=re.compile("(?:[一-龥]+)+！"), literals=("号",), check=_hit, **_COMMON
    )  # type: ignore[arg-type]
    dies = ReportRule(code="U2", name="dies", title="x", check=_dies, **_COMMON)  # type: ignore[arg-type]
    return (*ALL_RULES, hangs, dies)
