"""Sections as candidates for the parts of a template: what their headings and bodies speak for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.report.part_words import PartWords
from desktop_app.report.sections import Section

PLAIN = 2.4  # weight of cues at which a heading names a part
MARGIN = 0.9  # by which it must outweigh the next part
STRONG = 4.4  # weight of cues that hold against the body, and in a text that only orders
UNMARKED = 16  # characters of a heading that lost its end mark; it ends behind its cue

_OUTSIDE = re.compile(
    r"基本情况|概况|背景|简介|问题(?!整改|排查|解决|导向)|不足|困难|(?<!补齐)(?<!补)(?<!补强)短板|体会|启示|经验(?!交流)|反思|特色|亮点|下一步|下步|下一?阶段|后续|未来|检讨|接下来|难处|欠账|^(?:还|尚|仍)有|有待|今后|打算|来年|明年|下一?学[年期]|努力方向"
    r"|意见建议|工作建议|对策建议|几点建议|^建议|附[表件]|相关链接|[致鸣]谢|写在最后|结语|前言|导语|批示|计划$|工作思路|整改措施$|改进措施|原因分析|存在|展望|总体成效|总体情况|主要成效$|取得成效$|取得的成效|工作成效$|指导思想|工作目标|总体要求"
)
_NOT_OUTSIDE = re.compile(r"解决[^，。]{0,6}问题|查摆?问题|问题[^，。]{0,4}(?:改|查|销|解|整改|清零|办结|见底)|破解[^，。]{0,6}难|整改落实|落实情况|克服")
_CONTAINER = re.compile(r"主要做法|工作做法|具体做法|做法及|开展情况|工作情况|自查情况|主要工作|工作措施|主要措施|工作举措|主要举措|进展情况|总体情况|具体情况|推进情况|组织开展|重点工作")
_TO_COME = re.compile(r"(?:^|[，。；])(?:[一-鿿]{0,6}(?:要|将|拟|应|须|力争|计划|继续|确保|准备|打算)(?!求|点|闻|件|素))")
_DONE = re.compile(r"了|已|共|累计|先后|召开|举办了?|印发|\d(?=[个场次期份人名])")
_SHORTCOMING = re.compile(r"不足(?!\d)|有待|欠缺|薄弱|偏[低少弱软]|不够|仍有|尚有|短板|落差|未能|不深|不强|不高|滞后|禁不住|不及时|没扎根|不到位|跟不上|够不着|不理想|难度|困难|单一|参差")
_HAN = re.compile(r"[一-鿿]")
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


def one_row(roots: list[Section], copy: str, words: PartWords) -> list[Section]:
    """Where numbers begin anew at the top, another text follows: the run that names most parts is the report."""
    runs: list[list[Section]] = [[]]
    for section in roots:
        same = [s.ordinal.value or 0 for s in runs[-1] if s.ordinal and s.style == section.style]
        if section.ordinal and section.ordinal.value == 1 and max(same, default=0) > 1:
            runs.append([])
        runs[-1].append(section)
    if len(runs) == 1:
        return roots
    return max(runs, key=lambda run: len({part for s in run if _told(copy, s) for part in _judged(copy, s, words).plain}))


def _told(copy: str, section: Section) -> bool:
    """There is text behind the heading: it is no line of a table of contents."""
    return len(_HAN.findall(copy, section.text_start, section.end)) >= 5


def tells(copy: str, section: Section) -> bool:
    """An item of a list inside a sentence is no section unless it tells something behind its heading."""
    return not section.style.endswith("…") or len(_HAN.findall(copy, section.head_end, section.end)) >= 5


def keep_strong(candidates: list[Candidate]) -> None:
    """In a text that only orders, weak cues say nothing."""
    for candidate in candidates:
        candidate.plain = tuple(part for part in candidate.plain if candidate.heading[part] >= STRONG)


def _title(copy: str, section: Section) -> str:
    return copy[section.title_start : section.head_end]


def candidates_of(copy: str, sections: list[Section], words: PartWords, depth: int = 0) -> list[Candidate]:
    """The sections that may be parts: those of a row, or of a row below one that is no part itself."""
    found: list[Candidate] = []
    for section in sections:
        candidate = _judged(copy, section, words)
        below = candidates_of(copy, section.children, words, depth + 1) if section.children and depth < 2 else []
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
    """The section tells of shortcomings, and of what is to come."""
    sentences = _SENTENCE.findall(text)
    if len(_SHORTCOMING.findall(text)) >= max(2, len(sentences) / 2):
        return True
    elsewhere = sum(bool(_SHORTCOMING.search(sentence) or _TO_COME.search(sentence)) for sentence in sentences)
    return len(sentences) > 1 and elsewhere == len(sentences)


def _only_to_come(text: str) -> bool:
    """The section only tells what is to come."""
    sentences = [match[0] for match in _SENTENCE.finditer(text) if len(_HAN.findall(match[0])) >= 5]
    if not sentences:
        return False
    ahead = sum(bool(_TO_COME.search(sentence)) for sentence in sentences)
    done = sum(bool(_DONE.search(sentence)) for sentence in sentences)
    return ahead >= 0.7 * len(sentences) and done <= 0.34 * len(sentences)
