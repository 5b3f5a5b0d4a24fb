"""Sections of a report: what headings there are, and which text each of them heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from desktop_app.report.lines import Line, is_sentence
from desktop_app.report.numbering import LEVELS, Ordinal, ordinal_at, ordinals_within
from desktop_app.report.values import Role

_HEAD_END = re.compile(r"[。：；！？ \n]|——")
_NO_BARE = re.compile(
    r"表示|指出|强调|认为|说[：，]?$|介绍|[，。]说[：，“]|报告如下|汇报如下|如下[：。]?$|^(?:据|按照|根据|为|自|近年|今年|去年|截至|目前|同时|此外|另外|其中|期间|随后|会后|会上|现将|下一步|接下来|通过|经|但|因此|有|那|这|他|她)"
    r"|^\d|^第?\d+[年月]|^[（(]|等[。]?$|[了过]。$|》。$|[\d二三四五六七八九十百千万]+[个名场次条户人项家份%]"
)
_CONTENT = re.compile(r"[㐀-鿿]")
_BRACKETED = re.compile(r"【[^】\n]{2,20}】")
_CLOSING = re.compile(
    r"(?:下一步|下步|下阶段|接下来|今后|未来|明年|来年|总之|总的来看|总体来看|总体看|综上|通过(?:以上|上述|一系列|开展|此次|这次)|经过(?:以上|上述|一系列|努力|不懈|共同)|在(?:下一步|今后)"
    r"|(?:工作中|目前|当前|但|同时)?[^。，]{0,8}(?:也|还|仍)?存在(?:的|一些|着)?[^。，]{0,6}(?:问题|不足|短板|困难)|不足之处|(?:眼下|目前|当前|现在|也|还|几点)[^。，；]{0,6}(?:缺(?!席|勤)|难处|难题|难事|难点|欠账|短板|烦恼|不足)|还有[^。，；]{0,6}(?:难|结|缺)|(?:下半年|今年底|年底前?|明年|下学[年期]|下季度|第?四季度)[^。，]{0,6}(?:目标|计划|将|要|争取|力争|打算|再)|我们将|我[县市区局镇校院街司会]将|[一-鿿]{2,8}(?:将(?:继续|进一步|持续|以此|始终|一如既往|认真|坚持|不断))|目前，(?:全|各|我|这)[^。]{0,20}(?:形成|呈现|取得|正在|已成)|特此(?:报告|汇报)|专此|以上(?:报告|汇报|情况)|展望|💬|👉|-END|- ?END|——END)"
)
SHORT_BARE = 17  # … in a text that has other headings, or few of this kind
LONGEST_BARE = 24  # characters of a leading sentence that heads its paragraph
_BARE_END = re.compile(r"[。：！？ ]|——")
_ASKS = re.compile(r"怎么|谁|哪|什么|多少|没有$|懂不懂|是不是|能不能")
_INNER_MARK = re.compile(r"[。；：！？]")
_LOWER = ("一是", "一要", "第一", "首先", "其一", "①", "（1）")
_NOT_TOLD = re.compile(r"(?:强调|指出|要求|希望|认为|提出|表示|号召|勉励|动员)[^。]{0,40}$|(?:问题|不足|困难|短板|差距|薄弱|下一步|今后|打算)[^。]{0,12}。?$")
_BOUNDARY = "。！？"


@dataclass(slots=True)
class Section:
    """A heading and the text that it heads; positions are the copy's."""

    start: int
    title_start: int  # behind the ordinal
    head_end: int  # without closing mark
    text_start: int
    end: int
    ordinal: Ordinal | None
    style: str
    own_line: bool
    line: int
    unmarked: bool = False  # its heading has no end mark: where it ends is not sure
    children: list[Section] = field(default_factory=list)


def sections_of(copy: str, lines: list[Line]) -> list[Section]:
    """The sections of the body in order of position; `nested` makes a tree of them."""
    found: list[Section] = []
    for index, line in enumerate(lines):
        if line.role is Role.PARAGRAPH:
            found += _of_line(copy, lines, index)
    return _without_chance_rows(found)


def _of_line(copy: str, lines: list[Line], index: int) -> list[Section]:
    line = lines[index]
    ordinal = ordinal_at(copy, line.start, line.end)
    own = []
    if ordinal:
        own.append(_section(copy, line, ordinal.start, ordinal.end, ordinal, ordinal.style, index))
    elif bracketed := _BRACKETED.match(copy, line.start, line.end):
        end = bracketed.end()
        own.append(Section(line.start, line.start + 1, end, end, line.end, None, "【】", end == line.end, index))
    elif bare := _bare(copy, lines, index):
        own.append(bare)
    inner = [o for o in ordinals_within(copy, line.start, line.end) if not own or o.start >= own[0].head_end]
    if not own and inner and _NOT_TOLD.search(copy, line.start, inner[0].start):
        return []
    following = ordinal.value + 1 if ordinal and ordinal.value else 0
    for item in inner:
        continues = ordinal is not None and item.style == ordinal.style and item.value == following
        following += continues
        style = item.style if continues else item.style + "…"
        section = _section(copy, line, item.start, item.end, item, style, index)
        section.own_line = False
        own.append(section)
    _end_last_like_others(copy, own[-len(inner) :] if inner else [])
    return own


def _end_last_like_others(copy: str, row: list[Section]) -> None:
    """一是抓部署，开会3次；二是抓学习，学习4次。共同提高。: the heading of the last item ends at its comma, too."""
    if len(row) > 1 and all(copy[section.head_end] == "，" for section in row[:-1]):
        last = row[-1]
        comma = copy.find("，", last.title_start, last.head_end)
        if comma > 0:
            last.head_end = last.text_start = comma


def _section(
    copy: str, line: Line, start: int, title_start: int, ordinal: Ordinal | None, style: str, index: int
) -> Section:
    mark = _HEAD_END.search(copy, title_start, min(line.end, title_start + (46 if style in LEVELS else 36)))
    text = copy[title_start : line.end]
    own_line = not style.endswith("…") and len(text) <= 45 and (not mark or mark.end() >= line.end)
    comma = copy.find("，", title_start, min(line.end, title_start + 30))
    whole = mark is not None and mark[0] in "；。" and style.rstrip("…") in _LOWER
    if mark and whole and 0 < comma < mark.start() and not _told_behind(copy, mark.end(), line.end):
        head_end = text_start = comma
    elif mark:
        head_end, text_start = mark.start(), mark.end()
    elif own_line:
        head_end = text_start = line.end
    else:
        head_end = comma if 0 < comma <= title_start + 16 else min(line.end, title_start + 16)
        text_start = head_end
    unmarked = not mark and not own_line and not 0 < comma == head_end
    return Section(start, title_start, head_end, text_start, line.end, ordinal, style, own_line, index, unmarked)


def _told_behind(copy: str, start: int, end: int) -> bool:
    """More than the next item of the row stands behind a heading."""
    return start < end and not ordinals_within(copy, start, min(end, start + 6)) and copy[start - 1] != "；"


def _bare(copy: str, lines: list[Line], index: int) -> Section | None:
    """A heading without number: a short line before a paragraph, or a short leading sentence."""
    line = lines[index]
    text = copy[line.start : line.end]
    said = len(text) <= 20 and not _INNER_MARK.search(text, 0, len(text) - 1)  # 担子压到谁肩上？ on its own line
    if (said or not is_sentence(text)) and text[-1:] not in "，、；：":
        following = lines[index + 1] if index + 1 < len(lines) else None
        if (
            1 <= len(text) <= 32
            and following
            and following.role is Role.PARAGRAPH
            and following.end - following.start >= 10
            and is_sentence(copy[following.start : following.end])
            and len(_CONTENT.findall(text)) * 2 > len(text)
            and not re.search(r"\t", text)
        ):
            head_end = line.end - (text[-1] in "。！？")
            style = "bare-line" if head_end == line.end and len(text) > 1 else "bare-sentence"
            return Section(line.start, line.start, head_end, line.end, line.end, None, style, True, index)
        return None
    mark = _BARE_END.search(copy, line.start, min(line.end, line.start + LONGEST_BARE))
    if not mark or line.end - mark.end() < 12:
        return None
    head = copy[line.start : mark.start()]
    asked = len(head) <= 12 and (mark[0] == "？" or _ASKS.search(head))
    if len(head) < 2 or not asked and _NO_BARE.search(head + mark[0]) or len(head) > 8 and _CLOSING.match(head):
        return None
    if mark[0] in "：" and len(head) > 14:
        return None
    return Section(line.start, line.start, mark.start(), mark.end(), line.end, None, "bare", False, index)


def _without_chance_rows(found: list[Section]) -> list[Section]:
    """One bare line, or one mark, makes no row."""
    counts = Counter(section.style for section in found)
    numbered = any(section.ordinal and not section.style.endswith("…") for section in found)
    least = {"bare": 2, "bare-line": 2, "bare-sentence": 3}
    short = sum(section.style == "bare" and section.head_end - section.start <= SHORT_BARE for section in found)
    other_rows = numbered or any(section.style in ("bare-line", "bare-sentence") for section in found)
    longest = LONGEST_BARE if short >= 2 and not other_rows else SHORT_BARE
    found = [s for s in found if s.style != "bare" or s.head_end - s.start <= longest]
    return [
        section
        for section in found
        if counts[section.style] >= least.get(section.style, 1)
        and not (section.style == "bare" and numbered and counts["bare"] < 3)
    ]


def nested(found: list[Section]) -> list[Section]:
    """The sections as a tree: a style that begins inside another is nested in it."""
    roots: list[Section] = []
    stack: list[Section] = []
    ranks = _ranks(found)
    for section in found:
        while stack and ranks[section.style] <= ranks[stack[-1].style]:
            stack.pop()
        (stack[-1].children if stack else roots).append(section)
        stack.append(section)
    return roots


def _ranks(found: list[Section]) -> dict[str, int]:
    """Which style stands above which: 一、 above （一） above 1. …; others as they first occur; inline ones lowest."""
    order = list(dict.fromkeys(section.style for section in found))
    line_level = [style for style in order if not style.endswith("…")]
    fixed = [style for style in LEVELS if style in line_level]
    marks = [style for style in line_level if style not in LEVELS and not style.startswith("bare")]
    bare: list[str] = [style for style in ("bare-line", "bare-sentence", "bare") if style in line_level]
    if bare and (marks or fixed) and _bare_above(found, bare, fixed + marks):
        ranked = bare + _merged(order, fixed, marks)
    else:
        ranked = _merged(order, fixed, marks) + bare
    ranked += [style for style in order if style.endswith("…")]
    return {style: rank for rank, style in enumerate(ranked)}


def _merged(order: list[str], fixed: list[str], marks: list[str]) -> list[str]:
    """Numbered styles in their fixed order; 一是, ■, 第一 … where they first occur among them."""
    ranked = list(fixed)
    for mark in marks:
        before = [style for style in order[: order.index(mark)] if style in ranked]
        deepest = max((ranked.index(style) for style in before), default=-1)
        ranked.insert(deepest + 1, mark)
    return ranked


def _bare_above(found: list[Section], bare: Sequence[str], numbered: Sequence[str]) -> bool:
    """Bare headings stand above numbers that begin anew under each of them."""
    first_bare = next(section for section in found if section.style in bare)
    rows = [section for section in found if section.style in numbered]
    if sum(section.style in bare for section in found) < 3 or rows[0].start < first_bare.start:
        return False
    if all(section.style in _LOWER for section in rows):
        return True
    return sum(section.ordinal is not None and section.ordinal.value == 1 for section in rows) >= 2


def close_sections(copy: str, lines: list[Line], roots: list[Section]) -> None:
    """Set where each section ends: before the next one, before a closing paragraph or the foot of the page."""
    body_end = _body_end(copy, lines)
    blocks = [section.line for section in roots]
    run_in = len(roots) > 1 and all(
        later - earlier == 1 or later == earlier or lines[earlier + 1].role is not Role.PARAGRAPH
        for earlier, later in pairwise(blocks)
    )
    for section, following in zip_longest(roots, roots[1:]):
        limit = following.start if following else body_end
        if following is None and run_in and not section.own_line and not section.children:
            limit = min(limit, lines[section.line].end)
        elif following is None or not section.style.endswith("…"):
            limit = _before_closing(copy, lines, section, limit)
        section.end = _close(copy, lines, section, limit)


def _close(copy: str, lines: list[Line], section: Section, limit: int) -> int:
    for child, following in zip_longest(section.children, section.children[1:]):
        child.end = _close(copy, lines, child, following.start if following else limit)
    if section.style.endswith("…"):
        limit = min(limit, lines[section.line].end)
    end = limit
    while end > section.head_end and copy[end - 1] in " \t\n\u3000":
        end -= 1
    return end


def _body_end(copy: str, lines: list[Line]) -> int:
    end = 0
    for line in lines:
        if line.role is Role.PARAGRAPH:
            end = line.end
    return end


def _before_closing(copy: str, lines: list[Line], section: Section, limit: int) -> int:
    """A paragraph behind the first one of a section that sums up or tells what is to come does not belong to it."""
    for index in range(section.line + 1, len(lines)):
        line = lines[index]
        if line.start >= limit:
            break
        if line.role is not Role.PARAGRAPH or _CLOSING.match(copy, line.start):
            return line.start
    return limit


def closing_within(copy: str, start: int, end: int) -> int:
    """Where a closing summary begins in the paragraph that ends a section, else `end`."""
    at = start
    while (mark := min((i for b in _BOUNDARY if (i := copy.find(b, at, end)) >= 0), default=-1)) >= 0:
        at = mark + 1
        if at < end and _CLOSING.match(copy, at, end):
            return at
    return end
