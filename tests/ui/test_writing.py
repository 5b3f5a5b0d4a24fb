"""Writing in the window: what is missing is said while one writes, and can be mended there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.report.finding import Span
from desktop_app.report.template import template_of
from desktop_app.ui.ghost import Ghost
from desktop_app.ui.main_window import MainWindow

from .conftest import REPORT, STUDY_WITHOUT_FIGURE, WITHOUT_LAST, checked, type_chinese, write

BOTH = STUDY_WITHOUT_FIGURE[: STUDY_WITHOUT_FIGURE.index("四、")] + "青澜县教育局\n2026年8月3日\n"


def words(window: MainWindow) -> list[str]:
    """Of the gauge."""
    return [f"{cell.status.name} {cell.status.word}" for cell in window.gauge.cells]


def places(window: MainWindow) -> list[Ghost]:
    """The places of missing parts that are seen on the paper."""
    return [ghost for ghost in window.editor.findChildren(Ghost) if ghost.isVisible()]


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_draft_has_states_and_no_finding(qtbot: QtBot, window: MainWindow) -> None:
    checked(qtbot, window)
    assert words(window) == ["部署 未写", "学习 未写", "宣传 未写", "贯彻 未写"]
    assert window.checker.messages() == []
    assert window.checker.empty.title.text() == "还没有内容"


def test_a_missing_part_is_said_in_gauge_structure_panel_and_on_the_paper(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    assert words(window) == ["部署 1 处", "学习 2 处", "宣传 3 处", "贯彻 缺少"]
    assert window.checker.messages()[0].startswith("缺少“贯彻”部分")
    assert [ghost.accessibleName() for ghost in places(window)] == ["这里缺少“贯彻”部分"]
    rows = [row for row in window.structure.model.rows if row.part and row.part.is_missing]
    assert [row.name for row in rows] == ["贯彻"]


def test_a_part_without_a_figure_is_said(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, BOTH)
    assert words(window)[1] == "学习 无数据"
    assert any(message.startswith("“学习”部分没有量化结果") for message in window.checker.messages())


def test_the_button_of_the_card_inserts_the_part_and_one_undo_takes_it_out(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    button = window.checker.view.card.fix_button
    assert button.text() == "插入“贯彻”部分"
    press(qtbot, button)
    checked(qtbot, window)
    assert "四、见行见效抓贯彻\n" in window.editor.text()
    assert words(window)[3] != "贯彻 缺少"
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.text() == WITHOUT_LAST


def test_the_place_on_the_paper_inserts_the_part_and_typing_fills_its_first_blank(
    qtbot: QtBot, window: MainWindow
) -> None:
    write(qtbot, window, WITHOUT_LAST)
    press(qtbot, places(window)[0].insert_button)
    assert window.editor.selection().of(window.editor.text()) == "［月日］"
    type_chinese(window.editor, "8月1日")
    qtbot.keyClick(window.editor, Qt.Key.Key_Tab)
    assert window.editor.selection().of(window.editor.text()) == "［督查组］"
    checked(qtbot, window)
    assert places(window) == []
    assert "8月1日，［督查组］" in window.editor.text()


def test_the_row_of_a_missing_part_inserts_it_by_enter(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    view, rows = window.structure.view, window.structure.model.rows
    missing = next(number for number, row in enumerate(rows) if row.part and row.part.is_missing)
    view.setCurrentIndex(window.structure.model.index(missing))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "四、见行见效抓贯彻\n" in window.editor.text()


def test_the_place_of_a_missing_part_is_no_text(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    assert places(window)
    window.editor.selectAll()
    window.editor.copy()
    assert QApplication.clipboard().text() == WITHOUT_LAST


def test_a_place_stands_between_the_lines_and_covers_none(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    ghost = places(window)[0]
    editor = window.editor
    for line, above in (("深入21个村", True), ("青澜县教育局", False)):
        editor.select(editor_span(WITHOUT_LAST, line))
        window.editor.verticalScrollBar().setValue(0)
        box = editor.cursorRect()
        assert box.bottom() <= ghost.y() if above else box.top() >= ghost.geometry().bottom()


def editor_span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_nothing_to_list_is_said_with_what_was_not_checked_and_without_a_verdict(
    qtbot: QtBot, window: MainWindow
) -> None:
    write(qtbot, window, REPORT)
    qtbot.waitUntil(window.checker.empty.isVisible)
    assert window.checker.empty.title.text() == "未发现缺项"
    assert window.checker.empty.detail.text() == "四个部分齐全，共 9 处量化结果；\n真实性、口径未检查。"


def test_a_fix_mends_the_text_and_one_undo_takes_it_back(qtbot: QtBot, window: MainWindow) -> None:
    text = REPORT.replace("3次。", "3次,𠮷县参加。").replace("35场，", "35场,")
    write(qtbot, window, text)
    assert window.tool_bar.fix_button.text().strip() == "一键修正 2"
    press(qtbot, window.tool_bar.fix_button)
    assert window.editor.text() == text.replace("次,", "次，").replace("场,", "场，")
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.text() == text


def test_all_safe_fixes_asked_for_right_after_a_key_fix_the_text_with_it(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, REPORT.replace("3次。", "3次,印发通知。"))
    window.editor.select(Span(0, 0))
    type_chinese(window.editor, "新")
    press(qtbot, window.tool_bar.fix_button)
    qtbot.waitUntil(lambda: window.editor.text() == "新" + REPORT.replace("3次。", "3次，印发通知。"))


def test_a_fix_chosen_after_further_typing_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, REPORT.replace("35场，", "35场,"))
    card = window.checker.view.card.card
    assert card
    window.editor.selectAll()
    type_chinese(window.editor, "另一份文稿")
    window.checker.view.card.fix_wanted.emit(card.index, card.finding.fixes[0])
    assert window.editor.text() == "另一份文稿"


def test_an_ignored_finding_is_listed_apart_and_can_be_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    press(qtbot, window.checker.view.card.ignore_button)
    qtbot.waitUntil(lambda: window.checker.messages() == [])
    assert places(window) == []
    assert window.checker.empty.title.text() != "未发现缺项"  # it was found, and ignored
    assert window.checker.ignored_button.text() == "已忽略 1"
    assert [record.code for record in window.documents.draft.metadata.ignored] == ["ST01"]
    press(qtbot, window.checker.ignored_button)
    assert len(window.checker.messages()) == 1
    press(qtbot, window.checker.view.card.ignore_button)
    qtbot.waitUntil(lambda: window.checker.ignored_button.isHidden())
    assert window.checker.messages()[0].startswith("缺少“贯彻”")
    assert window.documents.draft.metadata.ignored == ()


def test_the_panel_is_worked_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, BOTH)
    view = window.checker.view
    qtbot.keyClick(window.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    while view.finding() and view.finding().code != "EV01":
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "集中学习［数字］次" in window.editor.text()
    checked(qtbot, window)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert window.editor.hasFocus()


def test_delete_in_the_panel_ignores_and_in_the_text_deletes(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    window.checker.view.setFocus()
    qtbot.keyClick(window.checker.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.checker.ignored_button.isVisible())
    assert window.editor.text() == WITHOUT_LAST
    window.editor.setFocus()
    window.editor.select(editor_span(WITHOUT_LAST, "青"))
    qtbot.keyClick(window.editor, Qt.Key.Key_Delete)
    assert window.editor.text() == WITHOUT_LAST.replace("青", "", 1)


def test_f8_goes_through_the_findings_and_shift_f8_back(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, REPORT.replace("3次。", "3次,").replace("35场，", "35场,"))
    window.editor.select(Span(0, 0))
    found = []
    for key in ("", "", "shift"):
        modifier = Qt.KeyboardModifier.ShiftModifier if key else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(window.editor, Qt.Key.Key_F8, modifier)
        found.append(window.editor.caret())
    text = window.editor.text()
    assert found == [text.index("次,") + 1, text.index("场,") + 1, text.index("次,") + 1]
    assert window.checker.view.finding().span.start == found[-1]


def test_f8_goes_to_the_place_of_a_missing_part(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    window.editor.select(Span(0, 0))
    qtbot.keyClick(window.editor, Qt.Key.Key_F8)
    assert window.editor.caret() == WITHOUT_LAST.index("\n青澜县教育局")
    assert places(window)[0].geometry().bottom() <= window.editor.viewport().height()


def test_ctrl_1_to_4_go_to_the_parts_and_to_the_place_of_a_missing_one(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.editor, Qt.Key.Key_3, control)
    assert window.editor.caret() == WITHOUT_LAST.index("三、")
    qtbot.keyClick(window.editor, Qt.Key.Key_4, control)
    assert places(window)[0].insert_button.hasFocus()
    qtbot.keyClick(places(window)[0].insert_button, Qt.Key.Key_Escape)
    assert window.editor.hasFocus()


def test_a_cell_of_the_gauge_goes_to_its_part_and_tells_a_screen_reader(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    names = [cell.accessibleName() for cell in window.gauge.cells]
    assert names == ["部署，有数据，1 处", "学习，有数据，2 处", "宣传，有数据，3 处", "贯彻，缺少"]
    press(qtbot, window.gauge.cells[1])
    assert window.editor.caret() == WITHOUT_LAST.index("二、")


def test_the_part_at_the_caret_is_marked_and_its_questions_stand_beside_the_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    write(qtbot, window, REPORT)
    window.editor.select(editor_span(REPORT, "深入21个村"))
    row = window.structure.model.rows[window.structure.view.currentIndex().row()]
    assert row.name == "宣传"
    assert window.structure.prompts.isVisible()
    question = template_of("four-part").part("publicity").questions[0]
    assert question in window.structure.prompts.questions.text()
    assert question not in window.editor.text()


def test_a_check_that_arrives_while_an_input_method_composes_leaves_it_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    write(qtbot, window, WITHOUT_LAST)
    window.editor.select(Span(len(WITHOUT_LAST), len(WITHOUT_LAST)))
    type_chinese(window.editor, "附")
    QApplication.sendEvent(window.editor, QInputMethodEvent("jian", []))
    checked(qtbot, window)
    assert window.editor.textCursor().block().layout().preeditAreaText() == "jian"
    type_chinese(window.editor, "件")
    assert window.editor.text() == WITHOUT_LAST + "附件"


def test_what_is_derived_from_the_text_is_no_step_of_undo(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.text() == ""


def test_f6_goes_through_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    window.editor.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        seen.append(window.focusWidget().accessibleName())
    assert seen == ["结构", "部署，有数据，1 处", "检查结果", "正文"]


def test_everything_that_can_be_pressed_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    assert [button for button in buttons if not (button.text() or button.accessibleName())] == []


def test_status_bar_counts_characters_and_figures(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    assert window.status.figures.text() == "量化结果 6 处"
    assert window.status.check_state.text() == "检查完成"
    assert window.status.saved.text() == "还没有保存"


@pytest.mark.parametrize("width", [900, 1180, 1366, 1920])
def test_the_window_has_room_for_the_paper_at_every_width(qtbot: QtBot, window: MainWindow, width: int) -> None:
    write(qtbot, window, WITHOUT_LAST)
    window.resize(width, 698)
    qtbot.waitUntil(lambda: window.width() == width)
    ghost = places(window)[0]
    left = ghost.mapTo(window.editor.viewport(), QPoint(0, 0)).x()
    assert left >= 0
    assert left + ghost.width() <= window.editor.viewport().width()
    cells = window.gauge.cells
    right = window.tool_bar.export_button
    assert cells[-1].mapTo(window, cells[-1].rect().topRight()).x() < right.mapTo(window, QPoint(0, 0)).x()
