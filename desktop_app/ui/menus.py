"""The menu bar, made from the records of the actions, and the two menus in its corner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QToolButton, QWidget

from desktop_app.language.script import Script
from desktop_app.report.template import built_in_templates
from desktop_app.ui.actions import ACTIONS, MENUS
from desktop_app.ui.draft import DEFAULT_TEMPLATE, NO_TEMPLATE, Draft
from desktop_app.ui.look import Look, Scheme

_SCRIPTS = {"": "自动识别简繁", Script.HANS.value: "简体", Script.HANT.value: "繁體"}
_PART_KEYS = 9


def fill_menu_bar(bar: QMenuBar, actions: dict[str, QAction], parts: QMenu, scheme: QMenu) -> None:
    """`parts` goes to the end of 检查, `scheme` to the end of 视图."""
    for name in MENUS:
        menu = bar.addMenu(name)
        for record in ACTIONS:
            if record.menu == name:
                if record.starts_group:
                    menu.addSeparator()
                menu.addAction(actions[record.id])
        if name in ("检查", "视图"):
            menu.addSeparator()
            menu.addMenu(parts if name == "检查" else scheme)


def scheme_menu(parent: QWidget, look: Look) -> QMenu:
    menu = QMenu("外观", parent)
    group = QActionGroup(menu)
    for scheme in Scheme:
        action = group.addAction(scheme.value)
        action.setCheckable(True)
        action.setChecked(scheme is look.scheme)
        action.triggered.connect(lambda _=False, scheme=scheme: look.use(scheme))
        menu.addAction(action)
    return menu


class PartsMenu(QMenu):
    """到第几部分, with Ctrl+1 … for the parts of the template."""

    def __init__(self, parent: QWidget, go: Callable[[str], None]) -> None:
        super().__init__("到部分", parent)
        self._go = go
        self._ids: list[str] = []

    def show_parts(self, names: dict[str, str]) -> None:
        """By id of the part."""
        if self._ids == list(names):
            return
        self._ids = list(names)
        self.clear()
        for number, (part_id, name) in enumerate(names.items(), 1):
            action = self.addAction(f"到“{name}”")
            if number <= _PART_KEYS:
                action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(lambda _=False, part_id=part_id: self._go(part_id))


class CornerMenus(QWidget):
    """“模板：四部分报告 ▾” and “简体 ▾”."""

    def __init__(self, chosen: Callable[[str, str], None]) -> None:
        super().__init__()
        self._chosen = chosen  # key of the front matter, value
        self._template = self._button("模板")
        self._script = self._button("文字")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self._template)
        row.addWidget(self._script)
        templates = {template.id: template.name for template in built_in_templates().values()}
        self._fill(self._template, "template", {**templates, NO_TEMPLATE: "不按模板"})
        self._fill(self._script, "script", _SCRIPTS)

    def show_draft(self, draft: Draft) -> None:
        template = draft.template
        self._template.setText(f"模板：{template.name if template else '不按模板'}")
        self._script.setText(_SCRIPTS.get(draft.metadata.script, _SCRIPTS[""]))
        for button, value in (
            (self._template, draft.metadata.template or DEFAULT_TEMPLATE),
            (self._script, draft.metadata.script),
        ):
            for action in button.menu().actions():
                action.setChecked(action.data() == value)

    def _fill(self, button: QToolButton, key: str, values: dict[str, str]) -> None:
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(menu)
        for value, words in values.items():
            action = group.addAction(words)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, value=value: self._chosen(key, value))
            menu.addAction(action)
        button.setMenu(menu)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "corner")
        button.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def buttons(self) -> tuple[QToolButton, QToolButton]:
        return self._template, self._script
