"""A QTextEdit that holds plain text, counted in code points, with an undo of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_app.report.finding import Edit, Span
from desktop_app.ui.positions import Positions
from desktop_app.ui.text_history import Change, TextHistory, difference

BLANK = re.compile(r"［[^］\n]{0,40}］")
_PARAGRAPH_END = "\u2029"  # Qt's, in a raw text


def with_lf(text: str) -> str:
    """Line ends as the editor has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class TextField(QTextEdit):
    """Lines end at LF. All positions are code points; only this class knows Qt's."""

    edited = Signal(Change)  # by typing, pasting, a fix, undo; not by `set_text`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # every format would be a step
        self._history = TextHistory()
        self._text = ""
        self._positions = Positions("")
        self._is_loading = False
        self._records = True
        self.document().contentsChange.connect(self._on_contents_change)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text. The history begins anew."""
        self._is_loading = True
        self.setPlainText(with_lf(text))
        self._is_loading = False
        self._history.clear()
        self._take_over()

    def caret(self) -> int:
        return self._positions.to_index(self.textCursor().position())

    def selection(self) -> Span:
        cursor = self.textCursor()
        return Span(
            self._positions.to_index(cursor.selectionStart()), self._positions.to_index(cursor.selectionEnd())
        )

    def select(self, span: Span) -> None:
        """Put the caret at the end of a range, the range selected."""
        self.setTextCursor(self._cursor(span))
        self.ensureCursorVisible()

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make edits as one step: one undo takes them back. They must not overlap."""
        QGuiApplication.inputMethod().commit()
        cursor = self.textCursor()
        cursor.beginEditBlock()  # Qt then tells of one change, however many edits there are
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            self._put(cursor, edit.span)
            cursor.insertText(with_lf(edit.text))
        with self._history.one_step():
            cursor.endEditBlock()

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def undo(self) -> None:
        self._replay(self._history.undo())

    def redo(self) -> None:
        self._replay(self._history.redo())

    def units(self, index: int) -> int:
        """Qt's position of a code point; for painting."""
        return self._positions.to_units(index)

    def index(self, unit: int) -> int:
        """The code point at a position of Qt's; for painting."""
        return self._positions.to_index(unit)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        # Qt's own turns U+00A0 into a space. But it is Qt's own object: one made here would be freed after Python has
        # ended, when the clipboard is, and end the program with a segmentation fault.
        mime = super().createMimeDataFromSelection()
        mime.text()  # it fills itself when first asked
        mime.clear()
        mime.setText(self.selection().of(self._text))
        return mime

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        return source.hasText() and not source.hasUrls()  # a file that is dropped is opened, by the window

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        with self._history.one_step():
            self.textCursor().insertText(with_lf(source.text()))
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertText("\n")  # Qt would insert U+2028
        elif event.key() == Qt.Key.Key_Tab:
            self.go_to_blank()  # a report has no tabs: one too many is to do no harm
        else:
            super().keyPressEvent(event)

    def go_to_blank(self) -> None:
        """Select the next blank, if there is one, so that typing fills it."""
        blank = BLANK.search(self._text, self.selection().end) or BLANK.search(self._text)
        if blank:
            self.select(Span(*blank.span()))

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = self.textCursor()
        self._put(cursor, span)
        return cursor

    def _put(self, cursor: QTextCursor, span: Span) -> None:
        cursor.setPosition(self._positions.to_units(span.start))
        cursor.setPosition(self._positions.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)

    def _replay(self, changes: tuple[Change, ...]) -> None:
        self._records = False
        for change in changes:
            cursor = self._cursor(Span(change.position, change.position + len(change.removed)))
            cursor.insertText(change.inserted)
            self.setTextCursor(cursor)
        self._records = True
        self.ensureCursorVisible()

    def _take_over(self) -> Change | None:
        """Read the text back from Qt: `toPlainText` would change U+00A0 and U+2028."""
        text = self.document().toRawText().replace(_PARAGRAPH_END, "\n")
        change = difference(self._text, text)
        if change:
            self._text = text
            self._positions = Positions(text)
        return change

    def _on_contents_change(self) -> None:
        # Also sent for formats, and while an input method composes: the text is then the same.
        if self._is_loading:
            return
        if change := self._take_over():
            if self._records:
                self._history.record(change)
            self._follow(change)
            self.edited.emit(change)

    def _follow(self, change: Change) -> None:
        """For what has to move along before anything is painted."""
