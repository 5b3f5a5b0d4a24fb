"""Titles in lines: words kept whole, 梯形 or 菱形."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.words import words_of
from desktop_app.word.title_lines import title_lines, width_of

LINES = {
    "青澜县教育局2026年防溺水工作情况汇报": 1,
    "关于学习宣传贯彻党的二十届三中全会精神情况的报告": 2,
    "澜江燃气有限公司关于燃气安全“百日攻坚”行动开展情况的报告": 2,
    "中共张掖市委统战部关于学习宣传贯彻习近平总书记关于做好新时代党的统一战线工作的重要思想情况的报告": 3,
    "關於學習宣傳貫徹《民族團結進步促進法》精神情況的報告": 2,
}


def lines_of(title: str) -> tuple[str, ...]:
    return title_lines(title, 20, words_of)


@pytest.mark.parametrize(("title", "count"), LINES.items())
def test_a_title_has_as_few_lines_as_hold_it_none_wider_than_the_page(title: str, count: int) -> None:
    lines = lines_of(title)
    assert len(lines) == count
    assert max(map(width_of, lines)) <= 20
    assert "".join(lines) == title


@pytest.mark.parametrize("title", [title for title, count in LINES.items() if count > 1])
def test_the_lines_make_a_trapezium_or_a_diamond(title: str) -> None:
    widths = [width_of(line) for line in lines_of(title)]
    widest = widths.index(max(widths))
    assert len(set(widths)) > 1
    assert widths[: widest + 1] == sorted(widths[: widest + 1])
    assert widths[widest:] == sorted(widths[widest:], reverse=True)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("关于学习宣传贯彻党的二十届三中全会精神情况的报告", "二十届三中全会"),
        ("澜江燃气有限公司关于燃气安全“百日攻坚”行动开展情况的报告", "“百日攻坚”"),
        ("青澜县人民政府关于二〇二五年度至2026年8月防溺水工作情况的汇报", "2026年8月"),
        (
            "中共青澜县委宣传部关于深入学习宣传贯彻《中华人民共和国国家通用语言文字法》和全县宣传思想文化工作会议精神有关情况的专题报告",
            "文字法》",
        ),
        ("關於學習宣傳貫徹《民族團結進步促進法》精神情況的報告", "《民族團結進步促進法》"),
    ],
)
def test_words_and_short_names_stay_whole(title: str, whole: str) -> None:
    assert any(whole in line for line in lines_of(title))


TITLES = st.text(st.sampled_from("关于学习宣传贯彻《》“”、的和2026年A 情况报告𠮷"), max_size=120)


@given(title=TITLES)
def test_no_character_of_a_title_is_lost_and_no_line_is_too_wide(title: str) -> None:
    lines = lines_of(title)
    assert "".join(lines) == title
    assert max(map(width_of, lines)) <= 20


@pytest.mark.parametrize(("title", "word"), [("关于学习宣传贯彻全市防溺水工作会议精神情况的报告", "防溺水"), ("关于开展全市打击治理反电信网络诈骗工作情况的报告", "反电信")])
def test_a_word_begun_by_one_character_is_not_divided(title: str, word: str) -> None:
    assert any(word in line for line in lines_of(title))
