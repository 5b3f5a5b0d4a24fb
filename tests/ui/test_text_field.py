"""The editor as a plain-text field: positions, undo, paste, input methods."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.report.finding import Edit, Span
from desktop_app.ui.text_field import TextField

from .conftest import type_chinese


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    field = TextField()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


@pytest.mark.parametrize("text", ["一\u00a0二\u2028三\n", "𠮷\n\n\u3000\u3000完", "", "\tA\u200bB"])
def test_every_character_of_a_text_is_kept(field: TextField, text: str) -> None:
    field.set_text(text)
    assert field.text() == text


def test_line_ends_are_line_feeds(field: TextField) -> None:
    field.set_text("一\r\n二\r三")
    assert field.text() == "一\n二\n三"


def test_positions_count_characters_beyond_the_bmp_as_one(field: TextField) -> None:
    field.set_text("𠮷办发𠮷[2024]5号")
    field.select(Span(4, 5))
    assert field.selection() == Span(4, 5)
    assert field.textCursor().selectedText() == "["


def test_edits_are_one_step_of_undo(field: TextField) -> None:
    field.set_text("𠮷办发[2024]5号")
    field.apply([Edit(Span(3, 4), "〔"), Edit(Span(8, 9), "〕")])
    assert field.text() == "𠮷办发〔2024〕5号"
    field.undo()
    assert field.text() == "𠮷办发[2024]5号"
    field.redo()
    assert field.text() == "𠮷办发〔2024〕5号"


def test_ctrl_z_takes_typing_back_and_ctrl_y_brings_it_again(qtbot: QtBot, field: TextField) -> None:
    type_chinese(field, "召开会议")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "召开会议"


def test_typing_over_a_selection_is_one_step(field: TextField) -> None:
    field.set_text("开展［数字］场")
    field.select(Span(2, 6))
    type_chinese(field, "35")
    assert field.text() == "开展35场"
    field.undo()
    assert field.text() == "开展［数字］场"


def test_loading_a_text_is_no_step(field: TextField) -> None:
    field.set_text("一")
    field.set_text("二")
    field.undo()
    assert field.text() == "二"
    assert not field.can_undo


def test_what_an_input_method_composes_is_no_text_yet(field: TextField) -> None:
    heard: list[object] = []
    field.edited.connect(heard.append)
    QApplication.sendEvent(field, QInputMethodEvent("bushu", []))
    assert field.text() == ""
    assert heard == []
    type_chinese(field, "部署")
    assert field.text() == "部署"
    assert len(heard) == 1


def test_shift_enter_is_a_line_end_like_enter(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "\n"


def test_rich_text_is_pasted_as_words_alone(field: TextField) -> None:
    mime = QMimeData()
    mime.setHtml("<b>部署</b>")
    mime.setText("部署\r\n学习")
    field.insertFromMimeData(mime)
    assert field.text() == "部署\n学习"
    assert "<b>" not in field.toHtml().lower()
    field.undo()
    assert field.text() == ""


def test_a_copy_keeps_blanks_and_line_ends(field: TextField) -> None:
    field.set_text("一\u00a0二\n三")
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == "一\u00a0二\n三"


def test_tab_goes_to_the_next_blank_and_writes_nothing(qtbot: QtBot, field: TextField) -> None:
    field.set_text("［单位］开展［数字］场")
    seen = []
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        seen.append(field.selection().of(field.text()))
    assert seen == ["［单位］", "［数字］", "［单位］"]
    field.set_text("开展35场")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "开展35场"
