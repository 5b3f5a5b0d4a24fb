"""What our writer wrote comes back as the text it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.metadata import Metadata
from desktop_app.report.read import read
from desktop_app.report.template import template_of
from desktop_app.word.layout import load_layout
from desktop_app.word.reader import DocxText, read_docx
from desktop_app.word.writer import write_docx

CORPUS = sorted((Path(__file__).parents[1] / "corpus" / "texts").glob("*.txt"))[:12]
TWO_LINE_TITLE = "青澜县教育局关于深入学习宣传贯彻落实全市防溺水工作电视电话会议精神有关情况的报告"


def back(text: str, **metadata: str) -> DocxText:
    written = write_docx(read(text, template_of("four-part")), Metadata(**metadata), load_layout("material"))
    return read_docx(written.data)


def inked(text: str) -> str:
    return re.sub(r"[\s\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_report_comes_back_and_a_second_time_to_the_letter(path: Path) -> None:
    text = path.read_text("utf-8")
    once = back(text)
    assert inked(once.text) == inked(text)
    assert back(once.text) == once == DocxText(once.text)


def test_a_title_that_was_broken_into_lines_comes_back_as_one() -> None:
    assert back(f"{TWO_LINE_TITLE}\n现将情况报告如下。").text == f"{TWO_LINE_TITLE}\n现将情况报告如下。"


def test_what_the_page_shows_of_the_front_matter_comes_back_as_text() -> None:
    text = back(
        "关于学习情况的报告\n召开会议3次。", main_recipients="市委宣传部", signature="某县委宣传部", phone="0000"
    ).text
    assert text.split("\n")[1] == "市委宣传部："
    assert "某县委宣传部" in text
    assert "0000" not in text


@given(
    text=st.text(
        st.one_of(st.characters(codec="utf-8"), st.sampled_from("一二三、（）。：\n\r\t 　附件2026年月日")),
        max_size=120,
    )
)
def test_any_text_that_xml_can_hold_comes_back(text: str) -> None:
    assert inked(back(text).text) == inked(text)
