"""Tool bar, gauge, structure, paper and inspector, laid out by the width there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTabBar,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.checker_panel import CheckerPanel
from desktop_app.ui.editor import Editor
from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.gauge import Gauge
from desktop_app.ui.structure_panel import StructurePanel
from desktop_app.ui.tokens import HEIGHT_TAB, HEIGHT_TOOL_BAR

WIDE, MIDDLE = 1300, 1180  # px of the window from which structure and words have room
_HEIGHT_BUTTON = 32


class Inspector(QFrame):
    """The tab strip at the right, and what belongs to the current tab."""

    def __init__(self, checker: CheckerPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setProperty("side", "right")
        self.tabs = QTabBar()
        self.tabs.addTab("检查")
        self.tabs.setFixedHeight(HEIGHT_TAB)
        self.tabs.setAccessibleName("检查器")
        self.tabs.setExpanding(False)
        strip = QFrame()
        strip.setProperty("kind", "strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(checker, 1)

    def show_count(self, count: int) -> None:
        self.tabs.setTabText(0, f"检查 {count}" if count else "检查")


class Panes(QSplitter):
    """Structure, paper, inspector. A width that the clerk drags is kept."""

    def __init__(self, structure: StructurePanel, editor: Editor, inspector: Inspector) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._structure = structure
        self._was_dragged = False
        for widget in (structure, editor, inspector):
            self.addWidget(widget)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        structure.setMinimumWidth(150)
        inspector.setMinimumWidth(280)
        editor.setMinimumWidth(320)
        self.splitterMoved.connect(self._remember)

    def fit(self, width: int) -> None:
        self._structure.setVisible(width >= MIDDLE)
        if not self._was_dragged:
            left, right = (208, 344) if width >= WIDE else (184, 320)
            left = left if width >= MIDDLE else 0
            self.setSizes([left, width - left - right, right])

    def _remember(self) -> None:
        self._was_dragged = True


class MainToolBar(QToolBar):
    """New, open, save, undo, redo, 一键修正, the gauge, export."""

    def __init__(self, actions: dict[str, QAction], gauge: Gauge, new_menu: list[QAction]) -> None:
        super().__init__("工具栏")
        self.setMovable(False)
        self.setFloatable(False)
        self.setFixedHeight(HEIGHT_TOOL_BAR)
        self._gauge = gauge
        self._fix_all = actions["fix_all"]
        self._with_words: list[QToolButton] = []
        row = QWidget()
        row.setFixedHeight(HEIGHT_TOOL_BAR - 1)  # a row of its own: a tool bar's layout cuts what it holds
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(10, 0, 10, 0)
        self._row.setSpacing(2)
        self.new_button = self._button(actions["new_headed"])
        self.new_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self.new_button)
        menu.addActions(new_menu)
        self.new_button.setMenu(menu)
        self._button(actions["open"])
        self._button(actions["save"])
        self._divide()
        for name in ("undo", "redo"):
            self._button(actions[name])
        self._divide()
        self.fix_button = self._button(actions["fix_all"])
        self._row.addStretch(1)
        self._row.addWidget(gauge)
        self._row.addStretch(1)
        self.export_button = self._button(actions["export"])
        self.export_button.setProperty("kind", "filled")
        self._with_words.remove(self.export_button)
        self.addWidget(row)

    def show_safe_fixes(self, count: int) -> None:
        self._fix_all.setIconText(f" 一键修正 {count}" if count else " 一键修正")
        self.fix_button.setAccessibleName(f"一键修正，{count} 处")

    def fit(self, width: int) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if width >= MIDDLE else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._with_words:
            button.setToolButtonStyle(style)
        self._gauge.show_words(width >= MIDDLE)

    def _button(self, action: QAction) -> QToolButton:
        button = pressed_by_enter(QToolButton())
        button.setDefaultAction(action)
        button.setFixedHeight(_HEIGHT_BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.iconText().strip())
        if action.iconText() != action.text():  # it has a label for the tool bar
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._with_words.append(button)
        button.setIconSize(QSize(20, 20))
        self._row.addWidget(button)
        return button

    def _divide(self) -> None:
        line = QFrame()
        line.setProperty("kind", "divider")
        line.setFixedSize(1, 20)
        self._row.addSpacing(6)
        self._row.addWidget(line)
        self._row.addSpacing(6)
