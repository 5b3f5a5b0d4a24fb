"""Paints the rows of the structure."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.fonts import interface_font
from desktop_app.ui.look import Look
from desktop_app.ui.marks import Mark, draw_mark
from desktop_app.ui.paper_painting import draw_dashed_frame
from desktop_app.ui.structure_rows import Row
from desktop_app.ui.tokens import HEIGHT_PART_ROW, HEIGHT_ROW, PX_HINT, RADIUS_CONTROL

_SIDE = 8  # between panel and ground
_MARK = 14
_MARK_LEFT = 18
_TEXT_LEFT = 40
_RIGHT = 20
INSERT_WIDTH = 60  # of the word 插入 with room to hit it
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class StructureDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        row = index.data(Qt.ItemDataRole.UserRole)
        tall = isinstance(row, Row) and row.part is not None
        return QSize(120, HEIGHT_PART_ROW if tall else HEIGHT_ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        self._paint_ground(painter, option.state, box, row)  # type: ignore[attr-defined]
        if row.part:
            self._paint_part(painter, box, row)
        else:
            self._paint_plain(painter, box, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, state: QStyle.StateFlag, box: QRectF, row: Row) -> None:
        colours = self._look.colours
        inner = box.adjusted(_SIDE, 1, -_SIDE, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.sel))
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
        if row.part and row.part.is_missing:
            draw_dashed_frame(painter, inner, RADIUS_CONTROL, colours.err, colours.err_soft, 0.0)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)

    def _paint_plain(self, painter: QPainter, box: QRectF, row: Row) -> None:
        colours = self._look.colours
        mark = QRectF(_MARK_LEFT, box.center().y() - _MARK / 2, _MARK, _MARK)
        draw_mark(painter, Mark.TICK, mark, colours)
        painter.setFont(interface_font())
        painter.setPen(QColor(colours.ink2))
        right = box.right() - _RIGHT
        if row.characters:
            painter.setFont(interface_font(PX_HINT))
            count = f"{row.characters} 字"
            painter.drawText(QRectF(0, box.top(), right, box.height()), Qt.AlignmentFlag.AlignRight | _CENTRE, count)
            right -= QFontMetricsF(painter.font()).horizontalAdvance(count) + 8
            painter.setFont(interface_font())
        name = QFontMetricsF(painter.font()).elidedText(row.name, Qt.TextElideMode.ElideRight, right - _TEXT_LEFT)
        painter.drawText(QRectF(_TEXT_LEFT, box.top(), right - _TEXT_LEFT, box.height()), _CENTRE, name)

    def _paint_part(self, painter: QPainter, box: QRectF, row: Row) -> None:
        part, colours = row.part, self._look.colours
        assert part
        mark = QRectF(_MARK_LEFT, box.top() + 8, _MARK, _MARK)
        draw_mark(painter, part.mark, mark, colours)
        word, ink = ("插入", colours.accent) if part.is_missing else (part.word, part.ink(colours))
        painter.setFont(interface_font() if part.is_missing else interface_font(PX_HINT))
        painter.setPen(QColor(ink))
        height = box.height() if part.is_missing else 30
        right = box.right() - _RIGHT
        painter.drawText(QRectF(0, box.top(), right, height), Qt.AlignmentFlag.AlignRight | _CENTRE, word)
        room = right - _TEXT_LEFT - QFontMetricsF(painter.font()).horizontalAdvance(word) - 8
        painter.setFont(interface_font(weight=QFont.Weight.Medium))
        painter.setPen(QColor(colours.ink))
        name = f"{row.ordinal}\u3000{row.name}"
        name = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_TEXT_LEFT, box.top() + 3, room, 22), _CENTRE, name)
        painter.setFont(interface_font(PX_HINT))
        painter.setPen(QColor(part.ink(colours) if part.is_missing else colours.ink2))
        below = part.word if part.is_missing else f"{row.characters} 字" if row.characters else ""
        painter.drawText(QRectF(_TEXT_LEFT, box.top() + 23, room, 18), _CENTRE, below)
