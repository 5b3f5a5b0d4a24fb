"""The list of findings, with the current card unfolded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop_app.report.finding import Finding
from desktop_app.ui.card_delegate import BETWEEN, SIDE, CardDelegate
from desktop_app.ui.current_card import CurrentCard
from desktop_app.ui.findings_model import ROW, Card, FindingsModel, Head
from desktop_app.ui.look import Look


class FindingsView(QListView):
    """Up and Down go through the cards; Enter fixes, Delete ignores, F1 tells why, Left and Right fold a group."""

    chosen = Signal(int)  # index of the finding, by the clerk's hand

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = FindingsModel(self)
        self._delegate = CardDelegate(look, self)
        self.card = CurrentCard(look, self.viewport())
        self.card.hide()
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setProperty("kind", "bare")
        self.setAccessibleName("检查结果")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.card.height_changed.connect(self._unfold)
        self.verticalScrollBar().valueChanged.connect(self._lay_card)
        self.cards.modelReset.connect(self._unfold)
        look.changed.connect(self._unfold)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._lay_card)

    def finding(self) -> Finding | None:
        """The current one."""
        return self.card.card.finding if self.card.card and not self.card.isHidden() else None

    def show_current(self, index: int | None) -> None:
        """Unfold the card of a finding, without telling anybody."""
        self._delegate.current_index = index
        self._unfold()
        row = self._current_row()
        if row.isValid():
            self.setCurrentIndex(row)
            self.scrollTo(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.card.fix()
        elif key == Qt.Key.Key_Delete:
            self.card.ignore_button.click()
        elif key == Qt.Key.Key_F1:
            self.card.why_button.toggle()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and (finding := self.finding()):
            self.cards.fold(finding.level, key == Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        row = self.indexAt(event.position().toPoint()).data(ROW)
        if isinstance(row, Head):
            self.cards.fold(row.level, not row.is_folded)
        elif isinstance(row, Card):
            self._choose(row)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._unfold()

    def _step(self, by: int) -> None:
        cards = self.cards.cards()
        if not cards:
            return
        at = next((i for i, card in enumerate(cards) if card.index == self._delegate.current_index), -by)
        self._choose(cards[max(0, min(len(cards) - 1, at + by))])

    def _choose(self, card: Card) -> None:
        self.show_current(card.index)
        self.chosen.emit(card.index)

    def _current_row(self) -> QModelIndex:
        index = self._delegate.current_index
        return QModelIndex() if index is None else self.cards.row_of(index)

    def _unfold(self) -> None:
        """Fill the card, make room for it and lay it there."""
        row = self._current_row()
        card = row.data(ROW)
        self.card.setVisible(isinstance(card, Card))
        if isinstance(card, Card):
            self.card.show_card(card)
            self._delegate.current_height = self.card.height_for(self._card_width())
        self.scheduleDelayedItemsLayout()
        self._settle.start()

    def _lay_card(self) -> None:
        row = self._current_row()
        if row.isValid():
            place = self.visualRect(row)
            self.card.setGeometry(QRect(SIDE, place.top(), self._card_width(), place.height() - BETWEEN))
        self.card.setVisible(row.isValid())

    def _card_width(self) -> int:
        return max(120, self.viewport().width() - 2 * SIDE)
