"""Layouts 版式: what a page looks like, as values from `resources/layouts/*.toml`, each with its clause."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar

import msgspec

from desktop_app.language.script import Script
from desktop_app.report.finding import Strength
from desktop_app.resource_files import resource_names, resource_text

T = TypeVar("T")
TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_PT = 20


class LayoutError(Exception):
    """A layout is unknown or its file is wrong; the message, Chinese, names it and the mend."""


class Stated(msgspec.Struct, Generic[T], frozen=True, array_like=True, forbid_unknown_fields=True):
    """A value, and what says so: a clause of GB/T 9704—2012, 推算 or 实务."""

    value: T
    clause: str
    strength: Strength


class Align(StrEnum):
    """As OOXML names it."""

    BOTH = "both"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Charset(StrEnum):
    """Characters that a typeface has, by the name of Python's codec."""

    GB2312 = "gb2312"
    GBK = "gbk"
    GB18030 = "gb18030"


class Typeface(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A font as a .docx names it."""

    name: str
    covers: Charset
    like: tuple[str, ...] = ()  # other names of such a face, the nearest first


class Face(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of typeface, 仿宋体 …: the standard names kinds, never products."""

    clause: str
    strength: Strength
    hans: Typeface
    hant: Typeface

    def of(self, script: Script) -> Typeface:
        return self.hans if script is Script.HANS else self.hant


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Paper and margins."""

    width_mm: Stated[float]
    height_mm: Stated[float]
    top_mm: Stated[float]
    bottom_mm: Stated[float]
    left_mm: Stated[float]
    right_mm: Stated[float]
    footer_mm: Stated[float]

    def twips(self, name: str) -> int:
        """A measure by the name of its field, e.g. `top_mm`."""
        return twips_of_mm(getattr(self, name).value)


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The grid of the page: 每面排22行，每行排28个字."""

    lines: Stated[int]
    characters: Stated[int]
    size_pt: Stated[float]
    line_pt: Stated[float]
    tracking_pt: Stated[float]
    digits: Stated[str]


class Signature(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """署名 and 成文日期 without seal."""

    right_chars: Stated[float]
    date_chars: Stated[float]


class PageNumber(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """页码, on odd pages right, on even pages left."""

    outer_chars: Stated[float]
    below_mm: Stated[float]
    size_pt: Stated[float]
    line_pt: Stated[float]
    face: Stated[str]
    dash: Stated[str]


class Style(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the paragraphs of one role look."""

    face: Stated[str]
    size_pt: Stated[float]
    align: Stated[Align]
    first_line_chars: Stated[float]
    blank_lines: Stated[int]


class Styles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A style for each role."""

    body: Style
    title: Style
    subtitle: Style
    classification: Style
    document_number: Style
    main_recipient: Style
    heading_1: Style
    heading_2: Style
    heading_3: Style
    heading_4: Style
    attachment_note: Style
    signature: Style
    date: Style
    source: Style
    annotation: Style
    attachment_mark: Style
    attachment_title: Style


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A layout of the whole document."""

    id: str
    name: str
    description: str
    page: Page
    text: Text
    signature: Signature
    page_number: PageNumber
    faces: dict[str, Face]
    styles: Styles

    @property
    def line_twips(self) -> int:
        return twips_of_pt(self.text.line_pt.value)

    @property
    def character_twips(self) -> int:
        """Width of one 字 of the body."""
        return twips_of_pt(self.text.size_pt.value + self.text.tracking_pt.value)

    @property
    def width_twips(self) -> int:
        """Of the type area 版心."""
        page = self.page
        return page.twips("width_mm") - page.twips("left_mm") - page.twips("right_mm")

    @property
    def height_twips(self) -> int:
        page = self.page
        return page.twips("height_mm") - page.twips("top_mm") - page.twips("bottom_mm")

    @property
    def lines_per_page(self) -> int:
        return self.height_twips // self.line_twips

    @property
    def characters_per_line(self) -> int:
        return self.width_twips // self.character_twips

    @property
    def title_characters(self) -> int:
        """Characters that a line of the title holds."""
        return self.width_twips // twips_of_pt(self.styles.title.size_pt.value)

    def typeface(self, face: str, script: Script) -> Typeface:
        return self.faces[face].of(script)


def twips_of_mm(length_mm: float) -> int:
    return round(length_mm * TWIPS_PER_MM)


def twips_of_pt(length_pt: float) -> int:
    return round(length_pt * TWIPS_PER_PT)


def parse_layout(source: str, name: str) -> Layout:
    """Read a layout from TOML, and see that its numbers agree with one another.

    Raises:
        LayoutError: names the file, the entry and what is wrong with it.
    """
    try:
        layout = msgspec.convert(tomllib.loads(source), Layout)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LayoutError(f"版式文件 {name} 有误：{error}。请改正该项，或删去此文件使用内置版式。") from error
    try:
        faults = _faults(layout)
    except (ValueError, OverflowError):  # nan or inf, which TOML knows
        faults = ["尺寸里有不是数的值"]
    if faults:
        raise LayoutError(f"版式文件 {name} 有误：{'；'.join(faults)}。请改正后重新打开。")
    return layout


def _faults(layout: Layout) -> list[str]:
    text, number = layout.text, layout.page_number
    named = {"text.digits": text.digits.value, "page_number.face": number.face.value}
    sizes = {"text.size_pt": text.size_pt.value, "page_number.size_pt": number.size_pt.value}
    for key in msgspec.structs.asdict(layout.styles):
        style: Style = getattr(layout.styles, key)
        named[f"styles.{key}.face"] = style.face.value
        sizes[f"styles.{key}.size_pt"] = style.size_pt.value
        if style.first_line_chars.value < 0 or style.blank_lines.value < 0:
            return [f"styles.{key} 的缩进或空行是负数"]
    faults = [f"{entry} 写的字体“{face}”在 faces 里没有" for entry, face in named.items() if face not in layout.faces]
    faults += [f"{entry} = {size:g} 不是可用的字号（5～72 磅）" for entry, size in sizes.items() if not 5 <= size <= 72]
    if faults:
        return faults
    if text.line_pt.value < max(text.size_pt.value, layout.styles.title.size_pt.value):
        return [f"text.line_pt = {text.line_pt.value:g} 磅比字还矮，字会被截去"]
    if min(layout.width_twips, layout.height_twips, layout.character_twips) <= 0:
        return ["page 的页边距比纸还大"]
    if not 0 <= layout.page.footer_mm.value < layout.page.bottom_mm.value:
        return ["page.footer_mm 不在下边距之内，页码会压住正文或落到纸外"]
    counts = (
        ("text.lines", text.lines, layout.lines_per_page, "行"),
        ("text.characters", text.characters, layout.characters_per_line, "字"),
    )
    return [
        f"{entry} 写的是 {stated.value} {unit}（{stated.clause}），按行距、字距和版心算出的是 {count} {unit}"
        for entry, stated, count, unit in counts
        if stated.value != count
    ]


@cache
def built_in_layouts() -> dict[str, Layout]:
    """The layouts that come with the program, by id."""
    found = (parse_layout(resource_text("layouts", name), name) for name in resource_names("layouts", ".toml"))
    return {layout.id: layout for layout in found}


def load_layout(layout_id: str) -> Layout:
    """A built-in layout.

    Raises:
        LayoutError: there is none of that id; the message lists those that are.
    """
    layouts = built_in_layouts()
    if layout_id not in layouts:
        raise LayoutError(f"没有版式“{layout_id}”，可用的版式：{'、'.join(layouts)}")
    return layouts[layout_id]
