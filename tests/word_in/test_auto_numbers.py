"""Automatic numbers are text, as Word would show them."""

from __future__ import annotations

import pytest

from desktop_app.word.number_formats import number_in
from desktop_app.word.reader import read_docx
from tests.word_in.packages import deleted, docx, p, tracked

OUTLINE = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))


def level(number: int, shown: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{shown}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(text: str, number: int = 1, at: int = 0, more: str = "") -> str:
    return p(text, properties=f'{more}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def lines(*blocks: str, numbering: str, styles: str = "") -> list[str]:
    return read_docx(docx(*blocks, numbering=numbering, styles=styles)).text.split("\n")


def outline(*more: str) -> str:
    return (
        abstract(0, *(level(at, shown, pattern) for at, (shown, pattern) in enumerate(OUTLINE)))
        + num(1, 0)
        + "".join(more)
    )


def test_each_level_counts_for_itself_and_restarts_below_a_higher_one() -> None:
    blocks = (
        item("部署"),
        item("会议", at=1),
        item("其一", at=2),
        item("其二", at=2),
        item("文件", at=1),
        item("学习"),
        item("培训", at=1),
    )
    assert lines(*blocks, numbering=outline()) == [
        *("一、部署", "（一）会议", "1.其一", "2.其二", "（二）文件", "二、学习", "（一）培训"),
    ]


def test_a_number_of_several_levels_and_one_in_arabic_digits_throughout() -> None:
    chapter = abstract(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    blocks = (item("总则"), item("目的", at=1), item("依据", at=2))
    assert lines(*blocks, numbering=chapter + num(1, 0)) == ["第一章总则", "一.1 目的", "1.1.1 依据"]


@pytest.mark.parametrize(("gap", "shown"), [("tab", "第一条总则"), ("space", "第一条 总则"), ("nothing", "第一条总则")])
def test_a_space_behind_the_number_is_read(gap: str, shown: str) -> None:
    numbering = abstract(0, level(0, "chineseCounting", "第%1条", f'<w:suff w:val="{gap}"/>')) + num(1, 0)
    assert lines(item("总则"), numbering=numbering) == [shown]


def test_a_list_goes_on_after_other_paragraphs_and_in_another_instance_unless_that_restarts() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = outline(num(2, 0), num(3, 0, restart))
    blocks = (item("甲"), p("间"), item("乙"), item("丙", 2), item("丁", 3), item("戊", 3))
    assert lines(*blocks, numbering=numbering) == ["一、甲", "间", "二、乙", "三、丙", "五、丁", "六、戊"]


def test_an_override_may_change_how_the_number_looks() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", start=3)}</w:lvlOverride>'
    assert lines(item("甲", 2), numbering=outline(num(2, 0, other))) == ["III)甲"]


def test_a_list_starts_where_it_says_and_a_level_need_not_restart() -> None:
    numbering = abstract(
        0, level(0, "decimal", "%1.", start=3), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    blocks = (item("甲"), item("子", at=1), item("乙"), item("丑", at=1))
    assert lines(*blocks, numbering=numbering) == ["3.甲", "(1)子", "4.乙", "(2)丑"]


def test_a_level_may_restart_at_one_higher_level_alone() -> None:
    third = level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>')
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)"), third) + num(1, 0)
    blocks = (
        item("甲"),
        item("子", at=1),
        item("一", at=2),
        item("丑", at=1),
        item("二", at=2),
        item("乙"),
        item("三", at=2),
    )
    assert lines(*blocks, numbering=numbering) == ["1.甲", "(1)子", "1)一", "(2)丑", "2)二", "2.乙", "1)三"]


def test_a_style_numbers_its_paragraphs_on_the_level_that_names_it() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for at in (1, 2)
    )
    styles += '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H2"/></w:style>'

    def heading(text: str, style: str, more: str = "") -> str:
        return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')

    without = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    blocks = (
        heading("部署", "H1"),
        heading("会议", "H2"),
        heading("文件", "Own"),
        heading("附", "H1", without),
        heading("学习", "H1"),
    )
    assert lines(*blocks, numbering=numbering, styles=styles) == [
        "一、部署",
        "（一）会议",
        "（二）文件",
        "附",
        "二、学习",
    ]


def test_a_list_that_a_list_style_describes() -> None:
    numbering = outline(
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Outline"/></w:abstractNum>', num(2, 7)
    )
    styles = '<w:style w:type="numbering" w:styleId="Outline"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert lines(item("甲", 2), numbering=numbering, styles=styles) == ["一、甲"]


def test_bullets_are_no_text_but_words_set_as_bullets_are() -> None:
    numbering = abstract(0, level(0, "bullet", "\uf06c"), level(1, "bullet", "o"), level(2, "bullet", "附：")) + num(
        1, 0
    )
    assert lines(item("甲"), item("乙", at=1), item("丙", at=2), numbering=numbering) == ["甲", "乙", "附：丙"]


def test_a_number_of_format_none_shows_the_words_around_it() -> None:
    assert lines(item("甲"), numbering=abstract(0, level(0, "none", "附件%1：")) + num(1, 0)) == ["附件：甲"]


def test_a_deleted_paragraph_does_not_count() -> None:
    gone = item(deleted("旧"), more=f"<w:rPr>{tracked('del')}</w:rPr>")
    assert lines(gone, item("新"), numbering=outline()) == ["一、新"]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:numPr><w:numId w:val="99"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr>',
    ],
)
def test_a_number_of_a_list_or_level_that_is_not_there_is_none(properties: str) -> None:
    assert lines(p("甲", properties=properties), numbering=outline()) == ["甲"]


@pytest.mark.parametrize(
    ("shown", "numbers"),
    [
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        (
            "chineseCountingThousand",
            {10: "十", 21: "二十一", 100: "一百", 105: "一百零五", 110: "一百一十", 1010: "一千零一十"},
        ),
        ("ideographDigital", {1: "一", 10: "一〇", 24: "二四"}),
        ("chineseLegalSimplified", {3: "叁", 10: "壹拾", 25: "贰拾伍", 101: "壹佰零壹"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {1: "⒈"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子"}),
        ("upperRoman", {4: "IV", 9: "IX", 40: "XL", 1994: "MCMXCIV"}),
        ("lowerLetter", {1: "a", 27: "aa"}),
        ("decimalZero", {7: "07"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimal", {0: "0", 12: "12"}),
        ("a format of tomorrow", {12: "12"}),
    ],
)
def test_numbers_in_the_formats_of_word(shown: str, numbers: dict[int, str]) -> None:
    assert {number: number_in(shown, number) for number in numbers} == numbers
