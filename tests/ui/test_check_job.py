from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.ui.check_job import CheckJob


class SlowOffice:
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[CheckRequest, Future[CheckResult]]] = []

    def check(self, request: CheckRequest) -> Future[CheckResult]:
        future: Future[CheckResult] = Future()
        self.asked.append((request, future))
        return future

    def answer(self, number: int) -> None:
        request, future = self.asked[number]
        if not future.cancelled():
            future.set_result(Checker(()).check(request))


@pytest.fixture
def office() -> SlowOffice:
    return SlowOffice()


def job_of(office: SlowOffice, texts: list[str]) -> CheckJob:
    return CheckJob(office.check, lambda: CheckRequest(texts[-1], None))


def heard(job: CheckJob) -> Callable[[], list[str]]:
    results: list[CheckResult] = []
    job.finished.connect(results.append)
    return lambda: [result.text for result in results]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_only_the_newest_text_is_heard(qtbot: QtBot, office: SlowOffice, order: tuple[int, int]) -> None:
    texts = ["一"]
    job = job_of(office, texts)
    results = heard(job)
    job.start()
    texts.append("二")
    job.start()
    for number in order:
        office.answer(number)
    qtbot.waitUntil(lambda: results() == ["二"])


def test_several_keys_in_a_row_are_one_check_of_the_last_text(qtbot: QtBot, office: SlowOffice) -> None:
    texts = [""]
    job = job_of(office, texts)
    for text in ("一", "一二", "一二三"):
        texts.append(text)
        job.start_soon()
    qtbot.waitUntil(lambda: bool(office.asked))
    assert [request.text for request, _ in office.asked] == ["一二三"]


def test_a_check_that_takes_long_is_said(qtbot: QtBot, office: SlowOffice) -> None:
    job = job_of(office, ["一"])
    with qtbot.waitSignal(job.takes_long):
        job.start()


def test_a_check_that_broke_is_said_and_the_next_one_is_heard(qtbot: QtBot, office: SlowOffice) -> None:
    job = job_of(office, ["一"])
    results = heard(job)
    with qtbot.waitSignal(job.failed):
        job.start()
        office.asked[0][1].set_exception(RuntimeError("the process ended"))
    job.start()
    office.answer(1)
    qtbot.waitUntil(lambda: results() == ["一"])


def test_nothing_is_asked_once_it_is_stopped(qtbot: QtBot, office: SlowOffice) -> None:
    job = job_of(office, ["一"])
    job.start_soon()
    job.stop()
    other = job_of(office, ["二"])
    other.start_soon()
    qtbot.waitUntil(lambda: bool(office.asked))
    assert [request.text for request, _ in office.asked] == ["二"]
