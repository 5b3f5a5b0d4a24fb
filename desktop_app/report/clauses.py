"""Clauses and sentences around a number."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from desktop_app.report.hints import Hints
from desktop_app.report.number_tokens import NumberToken

_CLAUSE_END = re.compile(r"[，。；：！？\n]")
_SENTENCE_ENDS = frozenset("。；！？\n")
LONGEST = 400  # characters of a sentence that are looked at on either side of a number


@dataclass(frozen=True, slots=True)
class Context:
    """The clause and the sentence of a number, in positions of the copy."""

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    hints: int  # bits of `Hint` of the words from the sentence's start to the clause's end


class Clauses:
    """Where the clauses and sentences of a text end; found once."""

    def __init__(self, copy: str) -> None:
        self._clauses = [match.start() for match in _CLAUSE_END.finditer(copy)]
        self._sentences = [at for at in self._clauses if copy[at] in _SENTENCE_ENDS]
        self._length = len(copy)
        self._hints = Hints(copy)

    def around(self, token: NumberToken) -> Context:
        """What stands around a number; no more than `LONGEST` characters on either side."""
        start, end = self._between(self._clauses, token)
        sentence_start, sentence_end = self._between(self._sentences, token)
        return Context(start, end, sentence_start, sentence_end, self._hints.between(sentence_start, end))

    def _between(self, ends: list[int], token: NumberToken) -> tuple[int, int]:
        before = bisect_left(ends, token.start) - 1
        behind = bisect_right(ends, token.end - 1)
        left = ends[before] + 1 if before >= 0 else 0
        right = ends[behind] if behind < len(ends) else self._length
        return max(left, token.start - LONGEST), min(right, token.end + LONGEST)
