"""The window with the real worker process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.look import Look
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.office import WorkerOffice

from .conftest import REPORT, WITHOUT_LAST, Answers, checked, write

START_MS = 30_000  # of the process, on a busy machine


@pytest.fixture
def window(qtbot: QtBot, look: Look, answers: Answers) -> Iterator[MainWindow]:
    office = WorkerOffice()
    window = MainWindow(look, office, answers)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.checks.is_up_to_date, timeout=START_MS)
    yield window
    office.close()


def test_what_is_missing_is_said(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    assert window.checker.messages()[0].startswith("缺少“贯彻”部分")


def test_an_exported_report_is_opened_again_with_the_same_text(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    write(qtbot, window, REPORT)
    answers.export = [tmp_path / "a.docx"]
    window.actions_by_id["export"].trigger()
    qtbot.waitUntil(lambda: window.status.note.text() == "已导出“a.docx”", timeout=START_MS)
    window.actions_by_id["new_headed"].trigger()
    answers.open = tmp_path / "a.docx"
    window.actions_by_id["open"].trigger()
    qtbot.waitUntil(lambda: window.editor.text().rstrip() == REPORT.rstrip(), timeout=START_MS)
    checked(qtbot, window)
