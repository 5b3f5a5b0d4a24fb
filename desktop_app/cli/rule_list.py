"""The reference of the rules, from their records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from desktop_app.checks.rule import Rule
from desktop_app.report.screen_words import LEVEL_WORDS, STRENGTH_WORDS


def rule_records(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """The records, as the contract has them."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "level": str(rule.level),
            "on": rule.is_on,
            "strength": str(rule.strength),
            "source": rule.source,
            "rationale": rule.rationale,
            "bad": list(rule.bad),
            "good": list(rule.good),
        }
        for rule in rules
    ]


def rule_lines(rules: Sequence[Rule]) -> Iterator[str]:
    """A line a rule."""
    for rule in rules:
        state = "" if rule.is_on else "（默认关闭）"
        yield f"{rule.code} {LEVEL_WORDS[rule.level]} {rule.title}{state} — {rule.source}（{STRENGTH_WORDS[rule.strength]}）"


def rule_page(rules: Sequence[Rule]) -> str:
    """The reference page, Markdown."""
    pieces = ["# 规则\n"]
    for rule in rules:
        pieces.append(
            f"## {rule.code} {rule.title}\n\n"
            f"{LEVEL_WORDS[rule.level]} · 强度：{STRENGTH_WORDS[rule.strength]} · 名称：`{rule.name}`"
            f"{'' if rule.is_on else ' · 默认关闭'}\n\n{rule.rationale}\n\n依据：{rule.source}\n\n"
            f"会提示：\n\n{_examples(rule.bad)}\n\n不提示：\n\n{_examples(rule.good)}\n"
        )
    return "\n".join(pieces)


def _examples(texts: Sequence[str]) -> str:
    return "\n\n".join("\n".join(f"> {line}  " for line in text.splitlines()) for text in texts)
