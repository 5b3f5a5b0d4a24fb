"""Paints the folded cards and the heads of their groups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.report.screen_words import LEVEL_WORDS
from desktop_app.ui.card_words import Words, headline, words_of
from desktop_app.ui.findings_model import ROW, Card, FindingsModel, Head
from desktop_app.ui.fonts import Face, closed_up, interface_font, paper_font
from desktop_app.ui.look import Look
from desktop_app.ui.marks import MARK_OF_LEVEL, draw_mark
from desktop_app.ui.tokens import PX_BASE, PX_HINT, RADIUS_CARD

SIDE = 12  # between panel and cards
BETWEEN = 6
_HEAD_HEIGHT = 30
_ONE_LINE = 40
_TWO_LINES = 62
_MARK = 14
_STALE_OPACITY = 0.55
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """The row of the current card leaves its place to a widget, whose height it is told."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.current_index: int | None = None  # of the finding whose card is unfolded
        self.current_height = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        row = index.data(ROW)
        if isinstance(row, Head):
            return QSize(100, _HEAD_HEIGHT)
        if not isinstance(row, Card):
            return QSize(100, 0)
        if row.index == self.current_index:
            return QSize(100, self.current_height + BETWEEN)
        two = words_of(row.finding, row.text) is not None
        return QSize(100, (_TWO_LINES if two else _ONE_LINE) + BETWEEN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        if isinstance(row, Head):
            self._paint_head(painter, box, row)
        elif isinstance(row, Card) and row.index != self.current_index:
            model = index.model()
            stale = isinstance(model, FindingsModel) and model.is_stale(row)
            painter.setOpacity(_STALE_OPACITY if stale else 1.0)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)  # type: ignore[attr-defined]
            self._paint_card(painter, box.adjusted(SIDE, 0, -SIDE, -BETWEEN), row, hovered)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, head: Head) -> None:
        colours = self._look.colours
        centre = QPointF(SIDE + 7, box.center().y())
        arrow = [(-2, -4), (2, 0), (-2, 4)] if head.is_folded else [(-4, -2), (0, 2), (4, -2)]
        painter.setPen(QPen(QColor(colours.ink2), 1.2))
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in arrow]))
        mark = QRectF(SIDE + 19, box.center().y() - _MARK / 2, _MARK, _MARK)
        draw_mark(painter, MARK_OF_LEVEL[head.level], mark, colours)
        painter.setFont(interface_font(weight=QFont.Weight.Medium))
        painter.setPen(QColor(colours.ink))
        word = LEVEL_WORDS[head.level]
        left = SIDE + 39
        painter.drawText(QRectF(left, box.top(), 100, box.height()), _CENTRE, word)
        left += round(QFontMetricsF(painter.font()).horizontalAdvance(word)) + 6
        painter.setFont(interface_font(PX_HINT))
        painter.setPen(QColor(colours.ink2))
        painter.drawText(QRectF(left, box.top(), 60, box.height()), _CENTRE, str(head.count))

    def _paint_card(self, painter: QPainter, box: QRectF, card: Card, hovered: bool) -> None:
        colours = self._look.colours
        painter.setPen(QPen(QColor(colours.line2 if hovered else colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        left, right = box.left() + 35, box.right() - 12
        mark = QRectF(box.left() + 12, box.top() + 13, _MARK, _MARK)
        draw_mark(painter, MARK_OF_LEVEL[card.finding.level], mark, colours)
        if card.part_name:
            painter.setFont(interface_font(PX_HINT))
            painter.setPen(QColor(colours.ink2))
            place = QRectF(left, box.top() + 9, right - left, 22)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | _CENTRE, card.part_name)
            right -= QFontMetricsF(painter.font()).horizontalAdvance(card.part_name) + 8
        painter.setFont(closed_up(interface_font(weight=QFont.Weight.Medium)))
        painter.setPen(QColor(colours.ink))
        said = QFontMetricsF(painter.font()).elidedText(
            headline(card.finding), Qt.TextElideMode.ElideRight, right - left
        )
        painter.drawText(QRectF(left, box.top() + 9, right - left, 22), _CENTRE, said)
        if words := words_of(card.finding, card.text):
            room = QRectF(left, box.top() + 32, box.right() - 12 - left, 22)
            paint_words(painter, room, words, self._look)


def paint_words(painter: QPainter, box: QRectF, words: Words, look: Look) -> None:
    """Old words and new ones in the font of the paper, each on the ground that tells which is which."""
    colours = look.colours
    font = paper_font(Face.TEXT, PX_BASE + 1)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    x = box.left()

    def write(text: str, ink: str, ground: str | None, struck: bool = False) -> None:
        nonlocal x
        pad = 4 if ground else 0
        room = box.right() - x - 2 * pad
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if not shown or room < metrics.horizontalAdvance("…"):
            return
        width = metrics.horizontalAdvance(shown) + 2 * pad
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(x, box.top() + 1, width, box.height() - 2), 4, 4)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(x + pad, box.top(), width, box.height()), _CENTRE, shown)
        if struck:
            y = box.center().y() + 0.5
            painter.setPen(QPen(QColor(ink), 1))
            painter.drawLine(QPointF(x + pad, y), QPointF(x + width - pad, y))
        x += width + (2 if ground else 0)

    write(words.before, colours.ink2, None)
    if words.new is None:
        write(words.old, colours.ink, colours.warn_soft)
    else:
        write(words.old, colours.err, colours.err_soft, struck=len(words.old) > 1)
        write(" → ", colours.ink3, None)
        write(words.new or "（删去）", colours.ok, colours.ok_soft)
    if words.after:
        write(words.after + "…", colours.ink2, None)
