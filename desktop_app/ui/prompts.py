"""What a part asks: its questions and an example with blanks. Shown beside the text, never in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.report.template import Part
from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.fonts import Face, closed_up, interface_font, paper_font
from desktop_app.ui.icons import icon
from desktop_app.ui.look import Look
from desktop_app.ui.tokens import PX_BASE


class Prompts(QFrame):
    """Hidden while the caret stands in no part."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._part: Part | None = None
        self._has_room = True
        self.setProperty("kind", "foot")
        self._title = QLabel()
        self._title.setProperty("kind", "strong")
        self._title.setFont(closed_up(interface_font()))
        self._fold = pressed_by_enter(QToolButton())
        self._fold.setProperty("kind", "fold")
        self._fold.setAccessibleName("展开或收起提示")
        self._fold.setToolTip("展开或收起提示")
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._fold.toggled.connect(self._show_words)
        self.questions = QLabel()
        self.questions.setWordWrap(True)
        self.questions.setTextFormat(Qt.TextFormat.PlainText)
        self._example = QLabel()
        self._example.setWordWrap(True)
        self._example.setTextFormat(Qt.TextFormat.PlainText)
        self._example.setFont(paper_font(Face.HEADING_2, PX_BASE + 1))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.questions)
        column.addWidget(self._example)
        look.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def show_part(self, part: Part | None) -> None:
        if part == self._part:
            return
        self._part = part
        self.setVisible(part is not None)
        if part:
            self._title.setText(f"“{part.name}”写什么")
            self.questions.setText("\n".join(f"·\u2002{question}" for question in part.questions))
            self._example.setText(part.example)

    def show_example(self, shows: bool) -> None:
        """Whether there is room for the example; the structure above needs it first."""
        self._has_room = shows
        self._show_words(self._fold.isChecked())

    def _show_words(self, shows: bool) -> None:
        self.questions.setVisible(shows)
        self._example.setVisible(shows and self._has_room)

    def _recolour(self) -> None:
        self._fold.setIcon(icon("chevron_down_16", self._look.colours.ink2))
