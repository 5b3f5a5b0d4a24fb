"""How much a heading and a text speak for each part of a template."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from desktop_app.report.template import Template

_JOINED = re.compile(r"[、和与及暨]?")
_QUOTED_SIGN = re.compile(r"[“‘]([一-鿿])[”’]")
_SHORT_TITLE = 3  # 汉字; of such a title every character may be a sign


@dataclass(frozen=True)
class PartWords:
    """The cues and words of a template, made ready for matching."""

    ids: tuple[str, ...]
    cue_automaton: ahocorasick_rs.AhoCorasick
    cues: tuple[tuple[str, float], ...]
    signs: dict[str, tuple[tuple[str, float], ...]]
    body_automaton: ahocorasick_rs.AhoCorasick
    body: tuple[tuple[str, float], ...]

    def of_heading(self, title: str) -> dict[str, float]:
        """Part → weight of its cues; a cue near the end of the heading says more than one at its beginning."""
        scores = dict.fromkeys(self.ids, 0.0)
        for index, start, end in self.cue_automaton.find_matches_as_indexes(title):
            part, weight = self.cues[index]
            value = weight * (0.75 + 0.25 * end / len(title))
            if title[:start].endswith(("“", "‘")):
                value *= 0.6
            high, low = max(scores[part], value), min(scores[part], value)
            scores[part] = high + low / 4
        quoted = _QUOTED_SIGN.findall(title)
        alone = [char for char in title if "一" <= char <= "鿿"]
        for char in quoted or (alone if len(alone) <= _SHORT_TITLE and not any(scores.values()) else ()):
            for part, weight in self.signs.get(char, ()):
                scores[part] = max(scores[part], scores[part] / 4 + weight)
        return scores

    def cue_end(self, title: str, part: str) -> int:
        """Where the last cue of a part ends in a heading."""
        ends = [end for index, _, end in self.cue_automaton.find_matches_as_indexes(title) if self.cues[index][0] == part]
        return max(ends, default=len(title))

    def merged_in_heading(self, title: str) -> tuple[str, ...]:
        """Parts whose strong cues stand side by side: 学习宣传."""
        spans = [
            (start, end, *self.cues[index]) for index, start, end in self.cue_automaton.find_matches_as_indexes(title)
        ]
        strong = [(start, end, part) for start, end, part, weight in spans if weight >= 4]
        found: list[str] = []
        for (_, end, part), (start, _, other) in itertools.pairwise(strong):
            if part != other and _JOINED.fullmatch(title[end:start]):
                found += [part, other]
        return tuple(dict.fromkeys(found))

    def of_body(self, text: str) -> dict[str, float]:
        """Part → weight of its words, each counted with falling weight, against the length of the text."""
        scores = dict.fromkeys(self.ids, 0.0)
        seen: dict[int, int] = {}
        for index, _, _ in self.body_automaton.find_matches_as_indexes(text):
            part, weight = self.body[index]
            seen[index] = seen.get(index, 0) + 1
            scores[part] += weight / seen[index]
        return scores


_Table = tuple[tuple[str, str, float], ...]  # part, word, weight


@lru_cache(maxsize=16)
def _ready(ids: tuple[str, ...], cues: _Table, signs: _Table, body: _Table) -> PartWords:
    leftmost = ahocorasick_rs.MatchKind.LeftmostLongest
    by_sign: dict[str, list[tuple[str, float]]] = {}
    for part, sign, weight in signs:
        by_sign.setdefault(sign, []).append((part, weight))
    return PartWords(
        ids,
        ahocorasick_rs.AhoCorasick([word for _, word, _ in cues], matchkind=leftmost),
        tuple((part, weight) for part, _, weight in cues),
        {sign: tuple(found) for sign, found in by_sign.items()},
        ahocorasick_rs.AhoCorasick([word for _, word, _ in body], matchkind=leftmost),
        tuple((part, weight) for part, _, weight in body),
    )


def part_words(template: Template) -> PartWords:
    """The words of a template, ready; made once."""

    def flat(table: str) -> _Table:
        return tuple((part.id, word, weight) for part in template.parts for word, weight in getattr(part, table).items())

    return _ready(tuple(part.id for part in template.parts), flat("cues"), flat("signs"), flat("body"))
