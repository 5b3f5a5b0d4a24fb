from __future__ import annotations

import pytest

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import CheckRequest
from desktop_app.report.finding import Span
from desktop_app.report.template import template_of
from desktop_app.ui.text_history import Change
from desktop_app.ui.tracked import Place, Tracked, moved, stretched

TEXT = "一是及早及快抓部署。召开会议3次,印发通知。\n二是聚焦聚力抓学习。组织学习4次,培训30人。\n三是线上线下抓宣传。宣讲5场。\n四是见行见效抓贯彻。整改35个。"


@pytest.fixture
def tracked() -> Tracked:
    return Tracked(Checker().check(CheckRequest(TEXT, template_of("four-part"))))


def words(tracked: Tracked, text: str) -> list[str]:
    return [span.of(text) for span, _ in tracked.underlined(Span(0, len(text)))]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (Change(0, "", "新"), (11, 13)),
        (Change(20, "旧", ""), (10, 12)),
        (Change(10, "", "新"), (11, 13)),
        (Change(12, "", "新"), (10, 12)),
        (Change(11, "", "新"), None),
        (Change(9, "旧旧", ""), None),
    ],
    ids=["before", "behind", "at its start", "at its end", "inside", "across its start"],
)
def test_a_range_moves_with_changes_elsewhere_and_is_lost_with_its_text(change: Change, place: Place | None) -> None:
    assert moved({0: (10, 12)}, change).get(0) == place


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (Change(0, "", "新"), Span(11, 21)),
        (Change(15, "", "新新"), Span(10, 22)),
        (Change(20, "", "新"), Span(10, 21)),
        (Change(15, "旧" * 10, ""), Span(10, 15)),
        (Change(5, "旧" * 30, ""), Span(5, 5)),
    ],
    ids=["before", "inside", "at its end", "across its end", "over all of it"],
)
def test_a_section_grows_and_shrinks_with_its_text(change: Change, place: Span) -> None:
    assert stretched(Span(10, 20), change) == place


def test_marks_stay_under_their_words_when_a_line_is_typed_above(tracked: Tracked) -> None:
    before = words(tracked, TEXT)
    assert before[:2] == [",", ","]
    text = "导语。\n" + TEXT
    tracked.follow(Change(0, "", "导语。\n"), text)
    assert words(tracked, text) == before
    assert not tracked.is_current


def test_findings_of_an_edited_line_are_stale_and_others_are_not(tracked: Tracked) -> None:
    at = TEXT.index("召开")
    tracked.follow(Change(at, "", "先后"), TEXT[:at] + "先后" + TEXT[at:])
    stale = [tracked.finding(index).span.start for index in tracked.stale]
    assert stale == [TEXT.index(",印发")]


def test_f8_goes_round_from_the_caret_and_back(tracked: Tracked) -> None:
    order = sorted((finding.span.start, index) for index, finding in enumerate(tracked.result.findings))
    current, seen = None, []
    for _ in range(len(order) + 1):
        current = tracked.next_after(0, current, backwards=False)
        seen.append(current)
    assert seen == [index for _, index in [*order, order[0]]]
    assert tracked.next_after(0, order[1][1], backwards=True) == order[0][1]
    assert tracked.next_after(len(TEXT) + 1, None, backwards=True) == order[-1][1]
