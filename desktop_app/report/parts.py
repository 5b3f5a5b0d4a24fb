"""Which section is which part of the template, and how sure that is (figures-decisions, J).

A heading that names a part plainly decides; without such a cue the body does, weighed with what the neighbours are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.report.candidates import Candidate, candidates_of, keep_strong, one_row, tells
from desktop_app.report.deciding import LIKELY, decide
from desktop_app.report.lines import Line
from desktop_app.report.part_words import part_words
from desktop_app.report.sections import Section, close_sections, closing_within, nested
from desktop_app.report.template import Template
from desktop_app.report.values import State

_HAN = re.compile(r"[一-鿿]")
_BLANK = re.compile(r"［[^］\n]{0,40}］|[×xX＊*]{2,}|_{2,}|某某|【待[^】]{0,20}】|（待[^）]{0,20}）")
_SENTENCE = re.compile(r"[^。；！？\n]+")


@dataclass(frozen=True, slots=True)
class Placement:
    """A part in the copy."""

    part: str
    state: State
    start: int
    end: int
    head_end: int
    confidence: float
    assigned: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Which sections are parts, in positions of the copy."""

    placed: tuple[Placement, ...]
    members: tuple[tuple[int, int, tuple[str, ...]], ...] = ()  # (start, end, parts that the section serves)
    outside: tuple[tuple[int, int], ...] = ()  # sections of problems, next steps, …
    cued: int = 0  # headings that name a part


def find_parts(
    copy: str,
    lines: list[Line],
    sections: list[Section],
    template: Template | None,
    by_hand: dict[int, str],
    *,
    orders: bool,
) -> Reading:
    """Which sections of a text are parts; sets where each section ends.

    `by_hand`: start of a section → the part that the clerk assigned it to. `orders`: the text only orders or plans.
    """
    roots = nested(sections)
    close_sections(copy, lines, roots)
    _trim_last_item(copy, roots)
    if template is None:
        return Reading(())
    words = part_words(template)
    candidates = [c for c in candidates_of(copy, one_row(roots, copy, words), words) if tells(copy, c.section)]
    if orders:
        keep_strong(candidates)
    decide(candidates, words.ids, by_hand, bodies_decide=not orders)
    return Reading(
        placed=_placements(copy, candidates, words.ids, by_hand),
        members=tuple((c.section.start, c.section.end, c.parts) for c in candidates if c.parts and c.sure >= LIKELY),
        outside=tuple((c.section.start, c.section.end) for c in candidates if c.outside),
        cued=sum(bool(c.plain) and not c.outside for c in candidates),
    )


def _trim_last_item(copy: str, roots: list[Section]) -> None:
    """A closing summary in the paragraph of the last item lies outside the parts."""
    for section in roots:
        last = section is roots[-1]
        if last or section.style.endswith("…"):
            start = copy.rfind("\n", section.start, section.end) + 1 or section.text_start
            section.end = closing_within(copy, max(start, section.text_start), section.end)
    if len(roots) > 1 and roots[-1].style.endswith("…") and all(
        copy[section.end - 1] in "；;" for section in roots[:-1] if section.line == roots[-1].line
    ):
        stop = copy.find("。", roots[-1].start, roots[-1].end)
        if stop > 0:
            roots[-1].end = stop + 1


def _placements(
    copy: str, candidates: list[Candidate], ids: tuple[str, ...], by_hand: dict[int, str]
) -> tuple[Placement, ...]:
    placed: list[Placement] = []
    for part in ids:
        holders = [candidate for candidate in candidates if part in candidate.parts]
        if not holders:
            continue
        first, last = holders[0].section, holders[-1].section
        sure = max(candidate.sure for candidate in holders)
        assigned = any(candidate.section.start in by_hand for candidate in holders)
        text = "".join(copy[c.section.text_start : c.section.end] for c in holders)
        state = State.PRESENT if _has_sentence(text) else State.EMPTY
        if sure < LIKELY:
            state = State.UNSURE
        placed.append(Placement(part, state, first.start, last.end, first.head_end, round(sure, 2), assigned))
    return tuple(placed)


def _has_sentence(text: str) -> bool:
    """A sentence of five 汉字 besides blanks."""
    return any(len(_HAN.findall(match[0])) >= 5 for match in _SENTENCE.finditer(_BLANK.sub("", text)))


