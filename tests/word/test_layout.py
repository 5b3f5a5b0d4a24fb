"""Layouts are data: every number says where it comes from, and numbers that do not agree are refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.language.script import Script
from desktop_app.resource_files import resource_names, resource_text
from desktop_app.word.layout import LayoutError, load_layout, parse_layout

FILES = resource_names("layouts", ".toml")
MATERIAL = resource_text("layouts", "material.toml")
CLAUSE = re.compile(r"\d+(\.\d+)*(（推算）)?|实务")


def numbers(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a layout beside its entry."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from numbers(below, f"{place}.{key}".strip("."))
    else:
        yield place, value


@pytest.mark.parametrize("name", FILES)
def test_every_number_names_a_clause_and_how_binding_it_is(name: str) -> None:
    stated = [
        entry
        for entry in numbers(tomllib.loads(resource_text("layouts", name)))
        if isinstance(entry[1], list) and not entry[0].endswith(".like")
    ]
    assert len(stated) > 90
    for place, (_, clause, strength) in stated:
        assert CLAUSE.fullmatch(clause), place
        assert strength in ("required", "usual", "advice"), place
        if "推算" in clause or clause == "实务":
            assert strength == "advice", place
    bare = [
        place
        for place, value in numbers(tomllib.loads(resource_text("layouts", name)))
        if isinstance(value, int | float)
    ]
    assert bare == []


def test_a_page_holds_22_lines_of_28_characters_by_its_own_numbers() -> None:
    layout = load_layout("material")
    assert (layout.lines_per_page, layout.characters_per_line, layout.title_characters) == (22, 28, 20)
    assert (layout.width_twips, layout.height_twips, layout.line_twips, layout.character_twips) == (
        8845,
        12756,
        579,
        315,
    )


def test_a_traditional_text_is_set_in_faces_that_have_its_characters() -> None:
    layout = load_layout("material")
    assert layout.typeface("fangsong", Script.HANS).name == "仿宋_GB2312"
    assert layout.typeface("fangsong", Script.HANT).name == "仿宋"


FAULTS = {
    "29 pt make 21 lines": ("line_pt = [28.95,", "line_pt = [29,", r"text\.lines.*22 行.*21 行"),
    "-0.2 pt make 27 characters": ("tracking_pt = [-0.25,", "tracking_pt = [-0.2,", r"text\.characters.*28 字.*27 字"),
    "a narrower page": ("width_mm = [210,", "width_mm = [200,", r"text\.characters"),
    "margins wider than the paper": ("left_mm = [28,", "left_mm = [208,", "page"),
    "a face that is not there": (
        'face = ["hei", "7.2.2", "usual"]',
        'face = ["hai", "7.2.2", "usual"]',
        r"styles\.classification\.face.*hai",
    ),
    "a size that nobody can read": ("size_pt = [22, ", "size_pt = [220, ", r"styles\.title\.size_pt.*220"),
    "lines lower than the title's characters": ("line_pt = [28.95,", "line_pt = [20,", r"text\.line_pt"),
    "a page number outside the foot": ("footer_mm = [25.5,", "footer_mm = [40,", r"page\.footer_mm"),
    "a negative indent": ("first_line_chars = [2, ", "first_line_chars = [-2, ", r"styles\.body"),
    "no number": ("line_pt = [28.95,", "line_pt = [nan,", "不是数"),
    "a word for a number": ("line_pt = [28.95,", 'line_pt = ["宽",', "line_pt"),
    "no clause": ('top_mm = [37, "5.2.1", "required"]', "top_mm = [37]", "top_mm"),
    "an unknown strength": ('top_mm = [37, "5.2.1", "required"]', 'top_mm = [37, "5.2.1", "must"]', "top_mm"),
    "an entry too many": ("[signature]", "[signature]\nleft_chars = [2, '实务', 'advice']", "left_chars"),
    "an entry too few": ('dash = ["—", "7.5", "usual"]', "", "dash"),
    "no TOML": ("[page]", "[page", "line"),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_layout_is_refused_with_file_and_entry(old: str, new: str, said: str) -> None:
    assert old in MATERIAL
    with pytest.raises(LayoutError, match=said) as refusal:
        parse_layout(MATERIAL.replace(old, new, 1), "我的版式.toml")
    assert "我的版式.toml" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_unknown_layout_is_refused_with_those_there_are() -> None:
    with pytest.raises(LayoutError, match=r"bulletin.*material"):
        load_layout("bulletin")
