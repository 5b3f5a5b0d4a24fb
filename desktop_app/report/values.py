"""What a report is read as: blocks, headings, parts, figures. All frozen; all positions are the body's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.language.readable import Readable
from desktop_app.language.script import Script as Script
from desktop_app.report.finding import Span
from desktop_app.report.template import Part, Template


class Role(StrEnum):
    """What a block (a line of the text) is on the page; GB/T 9704—2012, clause in brackets."""

    CLASSIFICATION = "classification"  # 密级 (7.2.2)
    DOCUMENT_NUMBER = "document_number"  # 发文字号 (7.2.5)
    TITLE = "title"  # 标题 (7.3.1), several lines are several blocks
    SUBTITLE = "subtitle"  # unit or （date） under the title
    MAIN_RECIPIENT = "main_recipient"  # 主送机关 (7.3.2)
    HEADING = "heading"  # a line that is a heading and nothing else (7.3.3)
    PARAGRAPH = "paragraph"  # 正文; may begin with a run-in heading
    ATTACHMENT_NOTE = "attachment_note"  # 附件说明 (7.3.4)
    SIGNATURE = "signature"  # 发文机关署名 (7.3.5)
    DATE_OF_WRITING = "date_of_writing"  # 成文日期 (7.3.5)
    SOURCE = "source"  # （来源：某单位）
    ANNOTATION = "annotation"  # 联系人, 抄送, 附注: lines behind the signature (7.3.6, 7.4.2)
    ATTACHMENT = "attachment"  # everything from the first 附件 on (7.3.7)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered or bare heading: on its own line, or run in before its text."""

    span: Span  # with ordinal, without closing mark and blanks around it
    number: Span  # the ordinal with its mark (“一、”, “（二）”, “三是”); empty if it has none
    ordinal: int | None  # 1 for 一, None without number
    style: str  # “一、”, “（一）”, “1.”, “（1）”, “①”, “一是”, “第一”, “首先”, “其一”, “【】”, “■”, “bare” …
    level: int  # 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; what the page sets; 0 for run-in words like 一是
    section_end: int  # where the section that it heads ends


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text that is not blank."""

    role: Role
    span: Span  # without indent and line end
    headings: tuple[Heading, ...] = ()  # that stand in it, in order


class State(StrEnum):
    """Of a part: 有, 空白, 未识别到, 缺少."""

    PRESENT = "present"
    EMPTY = "empty"  # heading found, and no sentence of 5 汉字 besides blanks
    UNSURE = "unsure"  # a candidate was found; the clerk is to say
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part of the template, and where it stands in the text."""

    part: Part
    state: State
    span: Span | None = None  # None if absent
    heading: Span | None = None  # with ordinal, closing mark not
    confidence: float | None = None  # 0–1
    assigned: bool = False  # by the clerk's hand
    insertion: int = 0  # where it belongs if it is absent

    @property
    def present(self) -> bool:
        return self.state in (State.PRESENT, State.EMPTY)


class Approximate(StrEnum):
    """How a figure is meant."""

    OVER = "over"  # 余, 多, 逾, 超过, 以上
    UNDER = "under"  # 近, 不到, 不足
    ABOUT = "about"  # 约, 左右


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure 量化结果 that measures a result."""

    span: Span
    value: float
    value_to: float | None  # of a range
    approximate: Approximate | None
    unit: str  # measure word without 万 and 亿; Simplified as matched
    noun: str  # what is counted, "" if not told
    parts: tuple[str, ...]  # ids of the parts that its section serves
    sentence: Span


class Reason(StrEnum):
    """Why a number is no result figure; figures-decisions."""

    DATE = "date"
    ORDINAL = "ordinal"
    SLOGAN = "slogan"
    STRUCTURE = "structure"
    PLAN = "plan"
    REQUIREMENT = "requirement"
    BACKGROUND = "background"
    DOCUMENT_NUMBER = "document-number"
    HOTLINE = "hotline"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number that is no result figure."""

    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Report:
    """What a text says. Never edited: change the text, and read it again."""

    text: str
    template: Template | None  # None: read without parts (`--template none`)
    script: Script
    readable: Readable  # the copy that patterns are matched on
    blocks: tuple[Block, ...]
    parts: tuple[PlacedPart, ...]  # every part of the template, absent ones too, in its order
    quantities: tuple[Quantity, ...]  # in order of position
    rejected: tuple[Rejected, ...]
    fits_template: bool  # False: ST00 says so, and nothing is called missing
    only_orders: bool  # 通知, 方案, 讲话: tells what is to be done, and reports nothing
    characters: int  # 字数 as Word counts it
    han: int

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(heading for block in self.blocks for heading in block.headings)

    def part_at(self, position: int) -> str | None:
        """The id of the part in which a position stands."""
        for placed in self.parts:
            if placed.span and placed.span.contains(position):
                return placed.part.id
        return None

    def quantities_of(self, part_id: str) -> tuple[Quantity, ...]:
        return tuple(quantity for quantity in self.quantities if part_id in quantity.parts)
