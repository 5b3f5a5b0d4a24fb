"""The records of the actions, and what is made of them."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.actions import ACTIONS, MENUS
from desktop_app.ui.ghost import Ghost
from desktop_app.ui.look import Look, Scheme
from desktop_app.ui.main_window import MainWindow

from .conftest import REPORT, WITHOUT_LAST, write

TAKEN_BY_INPUT_METHODS = {"Ctrl+.", "Ctrl+,", "Ctrl+Space", "Ctrl+Shift+F"}


def test_no_shortcut_is_given_twice_or_taken_from_input_methods(window: MainWindow) -> None:
    keys = Counter(action.shortcut().toString() for action in window.findChildren(QAction) if action.shortcut())
    assert [key for key, times in keys.items() if key and times > 1] == []
    assert not TAKEN_BY_INPUT_METHODS & set(keys)


def test_every_action_stands_in_its_menu(window: MainWindow) -> None:
    menus = {menu.title(): menu for menu in window.findChildren(QMenu)}
    for record in ACTIONS:
        assert window.actions_by_id[record.id] in menus[record.menu].actions()
    assert [action.text() for action in window.menuBar().actions()] == list(MENUS)


@pytest.mark.parametrize("record", [record for record in ACTIONS if record.label], ids=lambda record: record.id)
def test_a_button_of_the_tool_bar_says_its_key(window: MainWindow, record: object) -> None:
    action = window.actions_by_id[record.id]
    assert action.shortcut().isEmpty() or action.shortcut().toString() in action.toolTip()


def test_enter_presses_a_button_that_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    ghost = next(ghost for ghost in window.editor.findChildren(Ghost) if ghost.isVisible())
    ghost.insert_button.setFocus()
    qtbot.keyClick(ghost.insert_button, Qt.Key.Key_Return)
    assert "四、见行见效抓贯彻\n" in window.editor.text()


def test_a_click_on_underlined_words_unfolds_their_card(qtbot: QtBot, window: MainWindow) -> None:
    text = REPORT.replace("3次。", "3次,").replace("35场，", "35场,")
    write(qtbot, window, text)
    place = text.index("场,") + 1
    cursor = window.editor.textCursor()
    cursor.setPosition(place)
    point = window.editor.cursorRect(cursor).center() + QPoint(2, 0)
    qtbot.mouseClick(window.editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    finding = window.checker.view.finding()
    assert finding
    assert finding.span.start == place


def test_zoom_by_keys_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    before = window.editor.em
    qtbot.keyClick(window.editor, Qt.Key.Key_Equal, control)
    assert window.editor.em > before
    assert window.status.zoom.text() == "100%"
    window.resize(1200, 650)
    assert window.status.zoom.text() == "100%"  # chosen by hand, and kept


def test_the_dark_scheme_reaches_desk_paper_and_panel(qtbot: QtBot, window: MainWindow, look: Look) -> None:
    write(qtbot, window, WITHOUT_LAST)
    look.use(Scheme.DARK)
    try:
        picture = window.grab().toImage()
        places = (window.tool_bar, window.structure, window.editor)
        seen = [picture.pixelColor(place.mapTo(window, place.rect().center() * 2 - QPoint(22, 4))) for place in places]
        paper = window.editor.mapTo(window, QPoint(window.editor.width() // 2, 16))
        colours = look.colours
        assert picture.pixelColor(paper).name().upper() == colours.paper
        assert [colour.name().upper() for colour in seen] == [colours.desk, colours.panel, colours.desk]
    finally:
        look.use(Scheme.LIGHT)


def test_figures_are_tinted_until_switched_off(qtbot: QtBot, window: MainWindow, look: Look) -> None:
    write(qtbot, window, REPORT)

    def tinted() -> bool:
        picture = window.editor.viewport().grab().toImage()
        colours = {picture.pixelColor(x, y).name().upper() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
        return look.colours.figure in colours

    assert tinted()
    window.actions_by_id["show_figures"].trigger()
    assert not tinted()
