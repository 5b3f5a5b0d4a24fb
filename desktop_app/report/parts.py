"""Which section is which part of the template, and how sure that is (figures-decisions, J).

A heading that names a part plainly decides; without such a cue the body does, weighed with what the neighbours are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.report.lines import Line
from desktop_app.report.part_words import PartWords, part_words
from desktop_app.report.sections import Section, close_sections, closing_within, nested
from desktop_app.report.template import Template
from desktop_app.report.values import State

PLAIN = 2.4  # weight of cues at which a heading names a part
MARGIN = 0.9  # by which it must outweigh the next part
STRONG = 4.4  # weight of cues that hold against the body, and in a text that only orders
LIKELY = 0.62  # share of the body's words that decide without a cue
CLEAR = 0.8  # share of a body that tells of one part alone
LEAST = 0.4  # share below which no body decides
MOST_SECTIONS = 40  # of a row; a longer one is a list or a book, and no body says which of it is a part
UNMARKED = 16  # characters of a heading that lost its end mark; it ends behind its cue
POSSIBLE = 0.5  # below LIKELY, and above this: ask the clerk

_OUTSIDE = re.compile(
    r"基本情况|概况|背景|简介|问题(?!整改|排查|解决|导向)|不足|困难|(?<!补齐)(?<!补)(?<!补强)短板|体会|启示|经验(?!交流)|反思|特色|亮点|下一步|下步|下一?阶段|后续|未来|检讨|有待|今后|打算|来年|明年|下一?学[年期]|努力方向"
    r"|意见建议|工作建议|对策建议|几点建议|^建议|附[表件]|相关链接|致谢|写在最后|结语|前言|导语|批示|计划$|工作思路|整改措施$|改进措施|原因分析|存在|展望|总体成效|总体情况|主要成效$|取得成效$|取得的成效|工作成效$|指导思想|工作目标|总体要求"
)
_NOT_OUTSIDE = re.compile(r"解决[^，。]{0,6}问题|查摆?问题|问题[^，。]{0,4}(?:改|查|销|解|整改|清零|办结|见底)|破解[^，。]{0,6}难|整改落实|落实情况|克服")
_CONTAINER = re.compile(r"主要做法|工作做法|具体做法|做法及|开展情况|工作情况|自查情况|主要工作|工作措施|主要措施|工作举措|主要举措|进展情况|总体情况|具体情况|推进情况|组织开展|重点工作")
_TO_COME = re.compile(r"(?:^|[，。；])(?:[一-鿿]{0,6}(?:要|将|拟|应|须|力争|计划|继续|确保|准备|打算)(?!求|点|闻|件|素))")
_DONE = re.compile(r"了|已|共|累计|先后|完成|召开|举办|印发|组织(?!.{0,4}要)|达|开展[^，。]{0,12}\d|\d(?!月|日|年)")
_SHORTCOMING = re.compile(r"不足(?!\d)|有待|欠缺|薄弱|偏[低少弱软]|不够|仍有|尚有|短板|落差|未能|不深|不强|不高|滞后|难度|困难|单一|参差")
_HAN = re.compile(r"[一-鿿]")
_BLANK = re.compile(r"［[^］\n]{0,40}］|[×xX＊*]{2,}|_{2,}|某某|【待[^】]{0,20}】|（待[^）]{0,20}）")
_SENTENCE = re.compile(r"[^。；！？\n]+")


@dataclass(slots=True)
class Candidate:
    """A section and what speaks for each part."""

    section: Section
    heading: dict[str, float]
    body: dict[str, float]  # shares, sum 1 or 0
    weight: float  # of all words of the body
    plain: tuple[str, ...]  # parts that the heading names plainly
    outside: bool = False
    parts: tuple[str, ...] = ()
    sure: float = 0.0


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
    candidates = [c for c in _candidates(copy, _one_row(roots, copy, words), words, 0) if _tells(copy, c.section)]
    if orders:
        _keep_strong(candidates)
    _decide(candidates, words.ids, by_hand, bodies_decide=not orders)
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


def _one_row(roots: list[Section], copy: str, words: PartWords) -> list[Section]:
    """Where numbers begin anew at the top, another text follows: the run that names most parts is the report."""
    runs: list[list[Section]] = [[]]
    for section in roots:
        if section.ordinal and section.ordinal.value == 1 and any(s.style == section.style for s in runs[-1]):
            runs.append([])
        runs[-1].append(section)
    if len(runs) == 1:
        return roots
    return max(runs, key=lambda run: len({part for s in run for part in _judged(copy, s, words).plain}))


def _tells(copy: str, section: Section) -> bool:
    """An item of a list inside a sentence is no section unless it tells something behind its heading."""
    return not section.style.endswith("…") or len(_HAN.findall(copy, section.head_end, section.end)) >= 5


def _keep_strong(candidates: list[Candidate]) -> None:
    for candidate in candidates:
        candidate.plain = tuple(part for part in candidate.plain if candidate.heading[part] >= STRONG)


def _title(copy: str, section: Section) -> str:
    return copy[section.title_start : section.head_end]


def _candidates(copy: str, sections: list[Section], words: PartWords, depth: int) -> list[Candidate]:
    found: list[Candidate] = []
    for section in sections:
        candidate = _judged(copy, section, words)
        below = _candidates(copy, section.children, words, depth + 1) if section.children and depth < 2 else []
        named_below = {part for c in below if not c.outside for part in c.plain}
        found += below if _holds_parts(copy, candidate, named_below, words) else [candidate]
    return found


def _holds_parts(copy: str, candidate: Candidate, named_below: set[str], words: PartWords) -> bool:
    """The section is no part itself: its subsections are the parts."""
    title = _title(copy, candidate.section)
    if candidate.outside or len(candidate.section.children) < 2:
        return False
    if _CONTAINER.search(title) and not candidate.plain:
        return True
    if len(named_below) < 2:
        return False
    if _CONTAINER.search(title) or len(candidate.plain) > 2:
        return True
    return not candidate.plain or (len(named_below) >= 3 and len(words.ids) > 3)


def _judged(copy: str, section: Section, words: PartWords) -> Candidate:
    title = _title(copy, section)
    if section.unmarked:
        title = title[:UNMARKED]
    text = copy[section.text_start : section.end]
    heading = words.of_heading(title)
    body = words.of_body(text)
    weight = sum(body.values())
    shares = {part: value / weight if weight else 0.0 for part, value in body.items()}
    outside = bool(_OUTSIDE.search(title)) and not _NOT_OUTSIDE.search(title) or _only_to_come(text)
    plain: tuple[str, ...] = ()
    if not outside:
        plain = _plainly(title, heading, shares, weight, words)
        outside = not plain and _complains(text)
        if plain and section.unmarked:
            section.head_end = section.text_start = section.title_start + words.cue_end(title, plain[-1])
    return Candidate(section, heading, shares, weight, plain, outside)


def _plainly(
    title: str, heading: dict[str, float], shares: dict[str, float], weight: float, words: PartWords
) -> tuple[str, ...]:
    merged = words.merged_in_heading(title)
    if len(merged) >= 2:
        return merged
    ranked = sorted(heading.items(), key=lambda item: -item[1])
    (best, high), (second, low) = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0.0)
    if high < PLAIN:
        return ()
    if high - low < MARGIN and shares[best] < shares.get(second, 0):
        best = second
    if heading[best] < STRONG and weight >= 10 and shares[best] < 0.15 and max(shares.values()) > 0.6:
        return ()  # the body tells of something else
    return (best,)


def _complains(text: str) -> bool:
    """The section tells of shortcomings."""
    return len(_SHORTCOMING.findall(text)) >= max(2, len(_SENTENCE.findall(text)) / 2)


def _only_to_come(text: str) -> bool:
    """The section only tells what is to come."""
    sentences = [match[0] for match in _SENTENCE.finditer(text) if len(_HAN.findall(match[0])) >= 5]
    if not sentences:
        return False
    ahead = sum(bool(_TO_COME.search(sentence)) for sentence in sentences)
    done = sum(bool(re.search(r"了|已|共|累计|先后|召开|举办了?|印发|\d(?=[个场次期份人名])", sentence)) for sentence in sentences)
    return ahead >= 0.7 * len(sentences) and done <= 0.34 * len(sentences)


def _decide(
    candidates: list[Candidate], ids: tuple[str, ...], by_hand: dict[int, str], *, bodies_decide: bool
) -> None:
    """Give every candidate its parts: hand, then plain headings, then bodies, the surest first."""
    for candidate in candidates:
        if part := by_hand.get(candidate.section.start):
            candidate.parts, candidate.sure = (part,), 1.0
        elif candidate.plain:
            strength = max(candidate.heading[part] for part in candidate.plain)
            support = max(candidate.body[part] for part in candidate.plain)
            candidate.parts = candidate.plain
            candidate.sure = min(0.99, 0.72 + 0.04 * strength + 0.12 * support)
    _settle_rivals(candidates, by_hand)
    if not bodies_decide or not _is_row(candidates):
        return
    anchored = any(candidate.parts or candidate.outside for candidate in candidates)
    chosen: list[Candidate] = []
    while best := _surest(candidates, ids):
        score, candidate, part = best
        candidate.parts, candidate.sure = (part,), min(0.95, score)
        chosen.append(candidate)
    told = {c.parts for c in chosen if c.sure >= LIKELY}
    clear = len(candidates) > 2 and all(c.body[c.parts[0]] >= CLEAR for c in chosen)
    if not anchored and len(told) < (2 if clear else 3):
        for candidate in chosen:
            candidate.parts, candidate.sure = (), 0.0


def _surest(candidates: list[Candidate], ids: tuple[str, ...]) -> tuple[float, Candidate, str] | None:
    """The undecided section, and the part, for which most speaks; None below POSSIBLE."""
    best: tuple[float, Candidate, str] | None = None
    for index, candidate in enumerate(candidates):
        if candidate.parts or candidate.outside:
            continue
        for position, part in enumerate(ids):
            in_order = _fits_order(candidates, index, ids, position)
            if candidate.weight < (2 if in_order else 3 if candidate.body[part] >= CLEAR else 5):
                continue
            if candidate.body[part] < LEAST and candidate.heading[part] < 1:
                continue
            score = _score(candidates, index, part) + 0.16 * in_order
            if score > (best[0] if best else POSSIBLE):
                best = (score, candidate, part)
    return best


def _fits_order(candidates: list[Candidate], index: int, ids: tuple[str, ...], position: int) -> bool:
    """The sections before and behind are the parts before and behind, as the template orders them."""
    inside = [candidate for candidate in candidates if not candidate.outside]
    at = inside.index(candidates[index])
    before = [ids.index(part) for part in inside[at - 1].parts] if at else [-1]
    behind = [ids.index(part) for part in inside[at + 1].parts] if at + 1 < len(inside) else [len(ids)]
    if not before or not behind or not max(before) < position < min(behind):
        return False
    return position - max(before) == 1 or min(behind) - position == 1


def _score(candidates: list[Candidate], index: int, part: str) -> float:
    """How much speaks for a part where the heading does not name one: share of the body, cues, what is taken."""
    candidate = candidates[index]
    others = max((share for other, share in candidate.body.items() if other != part), default=0.0)
    score = 0.5 + 0.55 * (candidate.body[part] - others) + min(0.45, 0.16 * candidate.heading[part])
    score -= min(0.45, 0.16 * max((value for other, value in candidate.heading.items() if other != part), default=0.0))
    holders = [i for i, other in enumerate(candidates) if part in other.parts]
    if not holders:
        return score + 0.12
    if any(abs(i - index) == 1 for i in holders):
        return score - 0.08
    return score - 0.45


def _settle_rivals(candidates: list[Candidate], by_hand: dict[int, str]) -> None:
    """Of sections apart that are headed for one part, the surest row of neighbours keeps it."""
    for part in {part for candidate in candidates for part in candidate.parts}:
        holders = [i for i, candidate in enumerate(candidates) if part in candidate.parts]
        rows: list[list[int]] = []
        for index in holders:
            if rows and rows[-1][-1] == index - 1:
                rows[-1].append(index)
            else:
                rows.append([index])
        if len(rows) < 2:
            continue
        best = max(rows, key=lambda row: max(
            (candidates[i].section.start in by_hand, candidates[i].heading[part] + 2 * candidates[i].body[part]) for i in row
        ))  # fmt: skip
        for row in rows:
            if row is not best:
                for i in row:
                    if candidates[i].section.start not in by_hand:
                        candidates[i].parts = tuple(p for p in candidates[i].parts if p != part)
                        candidates[i].sure = candidates[i].sure if candidates[i].parts else 0.0


def _is_row(candidates: list[Candidate]) -> bool:
    """Bodies decide only in a text that is built of sections: three of one style, or two with a named part."""
    if len(candidates) > MOST_SECTIONS:
        return False
    styles = [candidate.section.style for candidate in candidates]
    most = max((styles.count(style) for style in set(styles)), default=0)
    return most >= 3 or (most >= 2 and any(candidate.parts for candidate in candidates))


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


