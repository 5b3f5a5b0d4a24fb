"""A window with a checker in a thread instead of a process, and dialogs that answer as the test says."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.report.metadata import Metadata
from desktop_app.ui.dialogs import Incomplete, Unsaved
from desktop_app.ui.look import Look, Scheme
from desktop_app.ui.main_window import MainWindow

REPORT = (
    "青澜县防溺水工作情况汇报\n现将青澜县2026年防溺水工作情况汇报如下。\n"
    "一、迅速行动抓部署\n2026年5月12日以来，县政府先后召开专题会议3次。\n"
    "二、分层分类抓学习\n县教育局组织集中学习4次，培训网格员260人次。\n"
    "三、线上线下抓宣传\n深入21个村开展宣讲35场，发放手册1.2万册。\n"
    "四、对标对表抓落实\n县督查组排查水域118处，发现隐患39个，已整改35个。\n"
    "青澜县教育局\n2026年8月3日\n"
)
STUDY = "二、分层分类抓学习\n县教育局组织集中学习4次，培训网格员260人次。\n"
LAST = "四、对标对表抓落实\n县督查组排查水域118处，发现隐患39个，已整改35个。\n"
WITHOUT_LAST = REPORT.replace(LAST, "")
STUDY_WITHOUT_FIGURE = REPORT.replace("县教育局组织集中学习4次，培训网格员260人次。", "各校认真组织学习，提高了认识。")


class ThreadOffice:
    """What the worker process does, in a thread of this one. A .docx here is its text in UTF-8."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._checker = Checker()
        self.exported: list[tuple[CheckRequest, Metadata]] = []
        self.notes: tuple[str, ...] = ()

    def check(self, request: CheckRequest) -> Future[CheckResult]:
        return self._thread.submit(self._checker.check, request)

    def read_docx(self, data: bytes) -> Future[Any]:
        return self._thread.submit(lambda: SimpleNamespace(text=data.decode(), not_carried=("1 张图片",)))

    def export(self, request: CheckRequest, metadata: Metadata) -> Future[Any]:
        self.exported.append((request, metadata))
        return self._thread.submit(lambda: SimpleNamespace(data=request.text.encode(), notes=self.notes))

    def close(self) -> None:
        self._thread.shutdown()


class Answers:
    """Dialogs that answer at once, and remember what they were asked."""

    def __init__(self) -> None:
        self.open: Path | None = None
        self.save: list[Path | None] = []
        self.export: list[Path | None] = []
        self.unsaved = Unsaved.DISCARD
        self.incomplete = Incomplete.CANCEL
        self.asked: list[str] = []

    def which_to_open(self, folder: Path | None) -> Path | None:
        return self.open

    def where_to_save(self, suggested: Path) -> Path | None:
        self.asked.append(f"保存到 {suggested.name}")
        return self.save.pop(0) if self.save else None

    def where_to_export(self, suggested: Path) -> Path | None:
        self.asked.append(f"导出到 {suggested.name}")
        return self.export.pop(0) if self.export else None

    def what_about_unsaved(self, name: str) -> Unsaved:
        self.asked.append(f"没有保存 {name}")
        return self.unsaved

    def export_incomplete(self, reasons: tuple[str, ...], mend: str) -> Incomplete:
        self.asked += [*reasons, mend]
        return self.incomplete

    def another_name(self, message: str) -> bool:
        self.asked.append(message)
        return True

    def replace_damaged_front_matter(self) -> bool:
        self.asked.append("报送信息读不懂")
        return True

    def tell(self, title: str, message: str) -> None:
        self.asked.append(message)


def type_chinese(widget: QWidget, text: str) -> None:
    """Enter `text` as an input method does: no key events, one commit."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, Scheme.LIGHT)


@pytest.fixture
def office() -> Iterator[ThreadOffice]:
    office = ThreadOffice()
    yield office
    office.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def window(qtbot: QtBot, look: Look, office: ThreadOffice, answers: Answers) -> MainWindow:
    window = MainWindow(look, office, answers)
    qtbot.addWidget(window)
    window.resize(1366, 698)
    with qtbot.waitExposed(window):
        window.show()
    return window


def write(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Put a text into the window as if pasted, and wait until its check is shown."""
    window.editor.selectAll()
    type_chinese(window.editor, text)
    checked(qtbot, window)


def checked(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is shown was said of the text as it stands."""
    qtbot.waitUntil(lambda: window.checks.is_up_to_date)
