"""Palette and style sheet, made from the token table."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from desktop_app.ui.tokens import HEIGHT_STATUS_BAR, HEIGHT_TAB, PX_BASE, PX_HINT, RADIUS_CONTROL, Colours

_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
_ROLES = {
    QPalette.ColorRole.Window: "desk",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "err",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "ctl",
    QPalette.ColorRole.Shadow: "ctl",
}
_DIMMED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(colours: Colours) -> QPalette:
    palette = QPalette()
    table = colours.as_table()
    for group in _GROUPS:
        for role, token in _ROLES.items():
            palette.setColor(group, role, QColor(table[token]))
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ctl))
    return palette


# A style sheet takes the native look away entirely: focus, disabled and default are written out. The focused edge is
# 2 px with 1 px less padding, so that nothing moves.
_SHEET = Template("""
* { outline: 0; }
QMainWindow, QDialog, QMessageBox, QToolBar, QStatusBar { background: $desk; }
QMainWindow::separator { width: 1px; background: $line; }
QToolTip { background: $card; color: $ink; border: 1px solid $line2; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[kind="hint"] { color: $ink2; font-size: ${px_hint}px; }
QLabel[kind="pane"] { color: $ink2; font-weight: 500; }
QLabel[kind="strong"] { font-weight: 600; }
QFrame[kind="panel"] { background: $panel; border: 0; }
QFrame[kind="panel"][side="left"] { border-right: 1px solid $line; }
QFrame[kind="panel"][side="right"] { border-left: 1px solid $line; }
QFrame[kind="strip"] { background: $panel; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="foot"] { background: $panel; border: 0; border-top: 1px solid $line; }

QMenuBar { background: $desk; padding: 0 6px; }
QMenuBar::item { padding: 4px 8px; margin: 0 7px 0 0; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $press; }
QMenu { background: $card; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $ctl; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar { border: 0; border-bottom: 1px solid $line; padding: 0; spacing: 0; }
QFrame[kind="divider"] { background: $line; border: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: 5px 7px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $press; }
QToolButton[kind="fold"], QToolButton[kind="fold"]:checked { background: transparent; }
QToolButton[kind="fold"]:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 4px 6px; }
QToolButton:disabled { color: $ctl; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: 26px; }
QToolButton[popupMode="1"]:focus { padding-right: 25px; }
QToolButton::menu-button { border: 0; width: 22px; border-radius: ${radius}px; }
QToolButton::menu-button:hover { background: $press; }
QToolButton::menu-arrow { image: url($arrow); width: 16px; height: 16px; }
QToolButton[kind="filled"]::menu-arrow { image: url($arrow_on_accent); }
QToolButton[kind="corner"] { font-size: ${px_hint}px; color: $ink2; padding: 3px 6px; margin: 0 2px; }
QToolButton[kind="corner"]:focus { padding: 2px 5px; }

QPushButton { background: $card; color: $ink; border: 1px solid $line2; border-radius: ${radius}px; padding: 4px 10px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $press; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 9px; }
QPushButton:disabled { color: $ctl; border-color: $line; }
QPushButton:default, QPushButton[kind="filled"], QToolButton[kind="filled"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton:default:hover, QPushButton[kind="filled"]:hover, QToolButton[kind="filled"]:hover {
  background: $accent_hover; border-color: $accent_hover; }
QPushButton:default:focus, QPushButton[kind="filled"]:focus, QToolButton[kind="filled"]:focus {
  border: 2px solid $ink; }
QPushButton[kind="filled"]:disabled, QToolButton[kind="filled"]:disabled {
  background: $press; color: $ctl; border-color: $press; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 6px; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QPushButton[kind="flat"] { background: transparent; border: 1px solid transparent; color: $ink2;
  font-size: ${px_hint}px; padding: 2px 5px; }
QPushButton[kind="flat"]:hover { background: $hover; }
QPushButton[kind="flat"]:checked { background: $press; color: $ink; }
QPushButton[kind="flat"]:focus { border: 2px solid $accent; padding: 1px 4px; }
QPushButton[kind="flat"][wrong="true"] { color: $err; font-weight: 600; }

QLineEdit, QComboBox, QSpinBox { background: $card; border: 1px solid $ctl; border-radius: ${radius}px; padding: 4px 8px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url($arrow); width: 16px; height: 16px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QHeaderView::section { background: $panel; color: $ink2; border: 0; border-bottom: 1px solid $line; padding: 4px 6px; }
QListView, QTreeView, QTableView { background: $card; border: 1px solid $line; selection-background-color: $sel;
  selection-color: $ink; }
QListView[kind="bare"] { background: $panel; border: 0; }
QTextEdit[kind="paper"] { background: $desk; border: 0; selection-background-color: $sel; selection-color: $ink; }

QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { height: ${tab}px; padding: 0 8px; margin: 0 2px; color: $ink2; background: transparent;
  border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 500; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }

QStatusBar { border-top: 1px solid $line; min-height: ${status}px; max-height: ${status}px; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: $line; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line2; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $ctl; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colours: Colours, arrow: str, arrow_on_accent: str) -> str:
    """The style sheet of the whole program.

    `arrow`, `arrow_on_accent`: files of the chevron in the colours of the scheme; a style sheet takes only files.
    """
    return _SHEET.substitute(
        colours.as_table(),
        arrow=arrow,
        arrow_on_accent=arrow_on_accent,
        radius=RADIUS_CONTROL,
        px_hint=PX_HINT,
        px_base=PX_BASE,
        tab=HEIGHT_TAB - 2,
        status=HEIGHT_STATUS_BAR,
    )
