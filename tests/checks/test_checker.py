from dataclasses import replace
from datetime import date

import pytest

from desktop_app.checks.checker import Checker
from desktop_app.checks.fixes import apply_fixes, safe_fixes
from desktop_app.checks.html_page import html_page
from desktop_app.checks.ignoring import ignored_of
from desktop_app.checks.rule import CheckRequest, CheckResult, ReportRule
from desktop_app.checks.rules import ALL_RULES, structure
from desktop_app.report.finding import Level
from desktop_app.report.metadata import Ignored
from desktop_app.report.template import template_of

DRAFT = (
    "一是及早及快抓部署。5月12日召开专题会议3次。\n二是聚焦聚力抓学习。各级干部认真学习,认识提高。\n"
    "三是线上线下抓宣传。开展宣讲35场。\n"
)


def check(text: str, **options: object) -> CheckResult:
    return Checker().check(CheckRequest(text, template_of("four-part"), **options))  # type: ignore[arg-type]


def codes(result: CheckResult) -> list[str]:
    return sorted(finding.code for finding in result.findings)


def test_a_missing_part_and_one_without_figures_are_said() -> None:
    result = check(DRAFT)
    assert codes(result) == ["EV01", "PU01", "ST01"]
    assert {finding.code: finding.part for finding in result.findings} == {
        "EV01": "study",
        "PU01": "study",
        "ST01": "implementation",
    }


def test_the_missing_part_is_inserted_at_its_place_and_asks_to_be_filled() -> None:
    missing = next(finding for finding in check(DRAFT).findings if finding.code == "ST01")
    text = apply_fixes(DRAFT, missing.fixes[:1])
    assert "\n四是见行见效抓贯彻。" in text
    after = check(text)
    assert "ST01" not in codes(after)
    assert "BL01" in codes(after)


def test_the_figures_that_a_part_lacks_are_offered_as_blanks_and_are_no_figures() -> None:
    bare = next(finding for finding in check(DRAFT).findings if finding.code == "EV01")
    text = apply_fixes(DRAFT, bare.fixes[:1])
    assert "集中学习［数字］次" in text
    assert "EV01" in codes(check(text))
    assert "EV01" not in codes(check(text.replace("［数字］", "4")))


def test_nothing_shouts_at_an_empty_draft_or_at_a_text_that_is_no_report() -> None:
    assert codes(check("")) == []
    assert codes(check("关于防溺水工作的报告")) == []
    news = "昨天上午，读书节在县图书馆开幕，来自各镇的读者参加了活动，现场气氛热烈，领导宣布开幕。"
    assert [(finding.code, finding.level) for finding in check(news).findings] == [("ST00", Level.HINT)]


def test_no_template_means_no_parts() -> None:
    result = Checker().check(CheckRequest(DRAFT, None))
    assert codes(result) == ["PU01"]
    assert result.report.parts == ()


def test_a_broken_rule_is_said_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    def breaks(_: object) -> list[object]:
        raise RuntimeError

    broken = ReportRule(**{**{f: getattr(structure.PART_EMPTY, f) for f in ("name", "title", "level", "strength", "rationale", "source", "bad", "good")}, "code": "U1", "check": breaks})  # type: ignore[arg-type]
    result = Checker([broken, *ALL_RULES]).check(CheckRequest(DRAFT, template_of("four-part")))
    assert result.failed_rules == ("U1",)
    assert codes(result) == ["EV01", "PU01", "ST01"]
    assert caplog.messages == ["rule U1 failed"]
    caplog.clear()


def test_a_rule_left_out_does_not_run_and_each_is_announced() -> None:
    heard: list[str] = []
    request = CheckRequest(DRAFT, template_of("four-part"))
    result = Checker().check(request, left_out=frozenset({"ST01"}), announce=heard.append)
    assert "ST01" not in codes(result)
    assert "EV01" in heard
    assert "ST01" not in heard


def test_ignored_here_survives_edits_elsewhere_and_one_ignored_in_the_draft_is_ignored_everywhere() -> None:
    finding = next(f for f in check(DRAFT).findings if f.code == "PU01")
    here = ignored_of(finding, DRAFT)
    later = check("新加的一行,在前面。\n" + DRAFT, ignored=(here,))
    assert [f.ignored for f in later.findings if f.code == "PU01"] == [None, "here"]
    everywhere = check(DRAFT, ignored=(Ignored(code="PU01"),))
    assert [f.ignored for f in everywhere.findings if f.code == "PU01"] == ["document"]
    assert safe_fixes(everywhere.findings) == ()


def test_a_damaged_character_is_not_touched() -> None:
    text = DRAFT + "四是见行见效抓贯彻。喜迎二十大?聚力,整改3个。"
    fixed = apply_fixes(text, safe_fixes(check(text).findings))
    assert "二十大?聚力，整改" in fixed


def test_the_same_text_gives_the_same_result() -> None:
    request = CheckRequest(DRAFT, template_of("four-part"), report_date=date(2026, 8, 3))
    assert Checker().check(request) == Checker().check(replace(request))


def test_the_page_shows_parts_figures_and_why_numbers_do_not_count() -> None:
    page = html_page(check(DRAFT + "四是见行见效抓贯彻。<力争>建点5个，整改3个。"), "稿.txt")
    assert '<span class="p0">' in page
    assert ">35场</mark>" in page
    assert "未计入：计划、目标" in page
    assert "&lt;力争&gt;" in page
    assert page.count("<span") == page.count("</span>")
