from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.report.template import template_of
from desktop_app.ui.structure_rows import structure_rows
from desktop_app.ui.summary import summary_of

from .conftest import REPORT, STUDY, WITHOUT_LAST


def result_of(text: str, template: str | None = "four-part") -> CheckResult:
    return Checker().check(CheckRequest(text, template_of(template) if template else None))


def test_a_complete_report_is_told_what_was_not_checked() -> None:
    summary = summary_of(result_of(REPORT))
    assert summary.title == "未发现缺项"
    assert "真实性、口径未检查" in summary.detail


@pytest.mark.parametrize(
    "result",
    [
        None,
        result_of(""),
        result_of(REPORT, None),
        result_of(WITHOUT_LAST),
        replace(result_of(REPORT), failed_rules=("WO07",)),
    ],
    ids=["not checked", "empty", "no template", "a part ignored", "a rule broke"],
)
def test_nothing_is_called_complete_that_was_not_looked_at_or_is_not(result: CheckResult | None) -> None:
    summary = summary_of(result)
    assert "未发现缺项" not in summary.title
    assert not {"合格", "已通过"} & {summary.title, summary.detail}


def test_the_structure_lists_blocks_and_parts_in_the_order_of_the_text() -> None:
    names = [row.name for row in structure_rows(result_of(REPORT).report)]
    assert names == ["标题", "导语", "部署", "学习", "宣传", "贯彻", "落款、日期"]


def test_a_missing_part_stands_where_it_belongs() -> None:
    names = [row.name for row in structure_rows(result_of(REPORT.replace(STUDY, "")).report)]
    assert names == ["标题", "导语", "部署", "学习", "宣传", "贯彻", "落款、日期"]


def test_a_row_says_its_state_and_length_to_a_screen_reader() -> None:
    spoken = [row.spoken for row in structure_rows(result_of(WITHOUT_LAST).report) if row.part]
    assert spoken[0] == "一，部署，有数据，1 处，32 字"
    assert spoken[3] == "四，贯彻，缺少"
