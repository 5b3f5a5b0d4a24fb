"""The main job, in a real window, by keyboard and mouse alone; pictures of each step are left in a folder."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.app import speak_chinese
from desktop_app.ui.ghost import Ghost
from desktop_app.ui.look import Look, Scheme
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.office import WorkerOffice

pytestmark = pytest.mark.acceptance

START_MS = 30_000  # of the worker process, on a busy machine
CONTROL = Qt.KeyboardModifier.ControlModifier
LINES = (
    "青澜县防溺水工作情况汇报",
    "暑期以来，青澜县把学生安全放在首位。现将有关情况汇报如下。",
    "一、迅速行动抓部署",
    "5月12日，县政府召开专题会议3次，印发方案1份。",
    "二、分层分类抓学习",
    "各校认真组织学习，师生的安全意识明显增强。",
    "三、线上线下抓宣传",
    "深入21个村开展宣讲35场，发放手册1.2万册。",
    "青澜县教育局",
    "2026年8月3日",
)
FILLING = ("7月1日", "县督查组", "18", "2", "39", "35", "4")  # of the blanks of the last part, in their order


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("GAOJIAN_PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    speak_chinese(qapp)
    office = WorkerOffice()
    window = MainWindow(Look(qapp, Scheme.LIGHT), office)
    window.resize(1366, 698)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.checks.is_up_to_date, timeout=START_MS)
    yield window
    office.close()
    window.deleteLater()


def picture(pictures: Path, name: str) -> None:
    """Of the whole screen, dialogs included."""
    QApplication.processEvents()
    assert QApplication.primaryScreen().grabWindow(0).save(str(pictures / f"{name}.png"))


def type_chinese(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def command(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press Ctrl and a key in the text. Without a window manager nobody gives the focus back after a dialog."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.editor.setFocus()
    qtbot.keyClick(window.editor, key, CONTROL)


def when_asked(answer: Callable[[QDialog], None]) -> None:
    """Answer the next dialog, once it is seen."""
    timer = QTimer(QApplication.instance())
    timer.setInterval(100)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            timer.stop()
            answer(dialog)

    timer.timeout.connect(look)
    timer.start()


def choose_file(qtbot: QtBot, path: Path, seen: Callable[[], None] = lambda: None) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        field.selectAll()
        qtbot.keyClicks(field, str(path))
        seen()
        qtbot.keyClick(field, Qt.Key.Key_Return)

    return answer


def press(qtbot: QtBot, words: str, seen: Callable[[], None] = lambda: None) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        button = next(button for button in dialog.findChildren(QPushButton) if button.text() == words)
        seen()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return answer


def test_a_report_is_drafted_mended_saved_exported_and_opened_again(
    qtbot: QtBot, window: MainWindow, pictures: Path, tmp_path: Path
) -> None:
    editor, draft, word = window.editor, tmp_path / "report.gao", tmp_path / "report.docx"
    picture(pictures, "01-empty")

    command(qtbot, window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.checks.is_up_to_date)
    assert "［数字］" in editor.text()
    picture(pictures, "02-new")

    command(qtbot, window, Qt.Key.Key_A)
    for line in LINES:
        type_chinese(editor, line)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    clock = QElapsedTimer()
    clock.start()
    qtbot.waitUntil(lambda: any(message.startswith("缺少“贯彻”") for message in window.checker.messages()))
    assert clock.elapsed() < 1000
    assert any(message.startswith("“学习”部分没有量化结果") for message in window.checker.messages())
    picture(pictures, "03-missing")

    when_asked(press(qtbot, "去补上“贯彻”", lambda: picture(pictures, "04-export-asks")))
    command(qtbot, window, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QPushButton))
    ghost = next(ghost for ghost in editor.findChildren(Ghost) if ghost.isVisible())
    qtbot.mouseClick(ghost.insert_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.checks.is_up_to_date and not ghost.isVisible())
    picture(pictures, "05-inserted")

    for words in FILLING:
        assert editor.selection().of(editor.text()).startswith("［")
        type_chinese(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert "7月1日，县督查组对18个单位开展督查2轮，发现问题39个" in editor.text()
    qtbot.waitUntil(lambda: window.checks.is_up_to_date)
    assert [cell.status.word for cell in window.gauge.cells][3].endswith("处")
    assert not any(message.startswith("缺少") for message in window.checker.messages())
    picture(pictures, "06-filled")

    when_asked(choose_file(qtbot, draft, lambda: picture(pictures, "07-save")))
    command(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(draft.exists)
    assert not window.isWindowModified()
    text = editor.text()

    when_asked(choose_file(qtbot, word, lambda: picture(pictures, "08-export")))
    qtbot.mouseClick(window.tool_bar.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(word.exists, timeout=START_MS)
    qtbot.waitUntil(lambda: window.status.note.text() == "已导出“report.docx”")
    assert "青澜县防溺水工作情况汇报" in zipfile.ZipFile(word).read("word/document.xml").decode()
    picture(pictures, "09-exported")

    assert window.close()
    window.show()
    command(qtbot, window, Qt.Key.Key_N)
    when_asked(choose_file(qtbot, draft))
    command(qtbot, window, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: editor.text() == text)
    qtbot.waitUntil(lambda: window.checks.is_up_to_date)
    picture(pictures, "10-opened-again")
