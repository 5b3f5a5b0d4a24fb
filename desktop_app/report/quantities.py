"""The figures of a text that measure a result, and the numbers that do not, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from desktop_app.language import lexicon
from desktop_app.language.readable import Readable
from desktop_app.report.figure_rules import clause_of, reason_of, sentence_of
from desktop_app.report.number_masks import masks
from desktop_app.report.number_tokens import NumberToken, number_tokens
from desktop_app.report.values import Quantity, Reason, Rejected

_SCALE_IN_UNIT = re.compile(r"^[万亿百千]+")
_NOUN_BEHIND = re.compile(r"^(?:的)?((?:(?![的了在于和与及并把被对将从到为是等后前，。、；])[一-鿿]){1,8})")


def find_quantities(
    readable: Readable, parts_at: Callable[[int], tuple[str, ...]], told_at: Callable[[int], Reason | None]
) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Figures and rejected numbers of a text, each in order.

    `parts_at` names the parts at a position of the copy; `told_at` gives a reason why nothing counts there: a section
    that only plans, a text that only orders.
    """
    copy = readable.text
    names = masks(copy)
    quantities: list[Quantity] = []
    rejected: list[Rejected] = []
    for token in number_tokens(copy):
        reason = names.reason_at(token.number_start, token.number_end)
        if reason is None and token.kind == "" and token.is_han:
            continue  # a word with a numeral in it
        reason = reason or reason_of(copy, token) or told_at(token.start)
        if reason:
            rejected.append(Rejected(readable.span(token.number_start, token.end), reason))
            continue
        quantities.append(
            Quantity(
                readable.span(token.start, token.end),
                token.value,
                token.value_to,
                token.approximate,
                _SCALE_IN_UNIT.sub("", token.unit) or token.unit,
                _noun(copy, token),
                parts_at(token.start),
                readable.span(*sentence_of(copy, token.start, token.end)),
            )
        )
    return tuple(quantities), tuple(rejected)


@cache
def _nouns() -> re.Pattern[str]:
    found: Iterable[str] = sorted(lexicon.words("result_nouns"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)))


def _noun(copy: str, token: NumberToken) -> str:
    """What is counted: a noun right behind the measure word, else the last one before the number in its clause."""
    left, right = clause_of(copy, token.start, token.end)
    behind = _NOUN_BEHIND.match(copy[token.end : min(right, token.end + 12)])
    if behind and token.unit != "%":
        return behind[1]
    before = copy[max(left, token.start - 24) : token.start]
    known = [match[0] for match in _nouns().finditer(before)]
    if known:
        return known[-1]
    last = re.search(r"[一-鿿]{1,6}$", before)
    return last[0] if last else ""
