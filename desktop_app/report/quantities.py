"""The figures of a text that measure a result, and the numbers that do not, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import ahocorasick_rs

from desktop_app.language import lexicon
from desktop_app.language.readable import Readable
from desktop_app.report.clauses import Clauses, Context
from desktop_app.report.figure_rules import reason_of
from desktop_app.report.number_names import Names
from desktop_app.report.number_tokens import NumberToken, number_tokens
from desktop_app.report.values import Quantity, Reason, Rejected

_NOUN_BEHIND = re.compile(r"的?((?:(?![的了在于和与及并把被对将从到为是等后前，。、；])[一-鿿]){1,8})")
_LAST_WORDS = re.compile(r"[一-鿿]{1,6}$")


def find_quantities(
    readable: Readable, parts_at: Callable[[int], tuple[str, ...]], told_at: Callable[[int], Reason | None]
) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Figures and rejected numbers of a text, each in order.

    `parts_at` names the parts at a position of the copy; `told_at` gives a reason why nothing counts there: a section
    that only plans, a text that only orders.
    """
    copy = readable.text
    names = Names(copy)
    clauses = Clauses(copy)
    quantities: list[Quantity] = []
    rejected: list[Rejected] = []
    for token in number_tokens(copy):
        reason = token.name or names.reason_at(token.number_start)
        if not reason:
            context = clauses.around(token)
            reason = reason_of(copy, token, context) or told_at(token.start)
        if reason:
            rejected.append(Rejected(readable.span(token.number_start, token.end), reason))
            continue
        quantities.append(
            Quantity(
                readable.span(token.start, token.end),
                token.value,
                token.value_to,
                token.approximate,
                token.unit,
                _noun(copy, token, context),
                parts_at(token.start),
                readable.span(context.sentence_start, context.sentence_end),
            )
        )
    return tuple(quantities), tuple(rejected)


@cache
def _nouns() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    found = lexicon.words("result_nouns")
    return ahocorasick_rs.AhoCorasick(found, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), found


def _noun(copy: str, token: NumberToken, context: Context) -> str:
    """What is counted: a noun right behind the measure word, else the last one before the number in its clause."""
    behind = _NOUN_BEHIND.match(copy, token.end, min(context.end, token.end + 12))
    if behind and token.unit != "%":
        return behind[1]
    before = copy[max(context.start, token.start - 24) : token.start]
    automaton, nouns = _nouns()
    if known := automaton.find_matches_as_indexes(before):
        return nouns[known[-1][0]]
    last = _LAST_WORDS.search(before)
    return last[0] if last else ""
