"""The gauge of the parts: four joined cells in the tool bar, always visible."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.look import Look
from desktop_app.ui.marks import draw_mark
from desktop_app.ui.part_status import PartStatus
from desktop_app.ui.tokens import PX_BASE, PX_HINT

_HEIGHT = 32
_RADIUS = 7
_MARK = 14
_PADDING = 12
_GAP = 6


class GaugeCell(QAbstractButton):
    """One part: mark, name, and its count of figures or the word for its state."""

    def __init__(self, look: Look, status: PartStatus, edges: tuple[bool, bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._is_first, self._is_last = edges
        self._words = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status)

    def show_status(self, status: PartStatus) -> None:
        self.status = status
        self.setAccessibleName(status.spoken)
        self.setToolTip(f"{status.spoken}。点击跳到这一部分")
        self.updateGeometry()
        self.update()

    def show_words(self, shows: bool) -> None:
        """Whether the word stands beside the name; the mark always does."""
        self._words = shows
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        width = 2 * _PADDING + _MARK + _GAP + QFontMetricsF(interface_font()).horizontalAdvance(self.status.name)
        if self._words:
            widest = max(self.status.word, "无数据", key=len)
            width += _GAP + QFontMetricsF(interface_font(PX_HINT)).horizontalAdvance(widest)
        return QSize(round(width), _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.colours
        outline = self._outline(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if self._is_last else 0.5, -0.5))
        painter.setPen(QPen(QColor(colours.line2), 1))
        ground = self.status.ground(colours) or (colours.hover if self.underMouse() else colours.card)
        painter.setBrush(QColor(ground))
        painter.drawPath(outline)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 5, 5)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        colours = self._look.colours
        top = (self.height() - _MARK) / 2
        draw_mark(painter, self.status.mark, QRectF(_PADDING, top, _MARK, _MARK), colours)
        x = _PADDING + _MARK + _GAP
        painter.setFont(interface_font(PX_BASE))
        painter.setPen(QColor(colours.ink))
        name_width = QFontMetricsF(painter.font()).horizontalAdvance(self.status.name)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x, 0, name_width + 2, self.height()), centre, self.status.name)
        if self._words:
            painter.setFont(interface_font(PX_HINT))
            painter.setPen(QColor(self.status.ink(colours)))
            left = x + name_width + _GAP
            painter.drawText(QRectF(left, 0, self.width() - left - 4, self.height()), centre, self.status.word)

    def _outline(self, box: QRectF) -> QPainterPath:
        """A rectangle, rounded at the ends of the gauge."""
        left, right = (_RADIUS if self._is_first else 0), (_RADIUS if self._is_last else 0)
        path = QPainterPath(QPointF(box.left() + left, box.top()))
        path.lineTo(box.right() - right, box.top())
        path.quadTo(box.topRight(), QPointF(box.right(), box.top() + right))
        path.lineTo(box.right(), box.bottom() - right)
        path.quadTo(box.bottomRight(), QPointF(box.right() - right, box.bottom()))
        path.lineTo(box.left() + left, box.bottom())
        path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - left))
        path.lineTo(box.left(), box.top() + left)
        path.quadTo(box.topLeft(), QPointF(box.left() + left, box.top()))
        return path


class Gauge(QWidget):
    """Shows the state of every part; choosing one asks to go there."""

    part_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = True
        self.setAccessibleName("各部分的状态")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.cells: list[GaugeCell] = []
        look.changed.connect(self.update)

    def show_statuses(self, statuses: tuple[PartStatus, ...]) -> None:
        if [cell.status.id for cell in self.cells] != [status.id for status in statuses]:
            self._rebuild(statuses)
        for cell, status in zip(self.cells, statuses, strict=True):
            cell.show_status(status)

    def show_words(self, shows: bool) -> None:
        self._words = shows
        for cell in self.cells:
            cell.show_words(shows)

    def _rebuild(self, statuses: tuple[PartStatus, ...]) -> None:
        for cell in self.cells:
            self._row.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        last = len(statuses) - 1
        self.cells = [GaugeCell(self._look, status, (i == 0, i == last), self) for i, status in enumerate(statuses)]
        for cell in self.cells:
            pressed_by_enter(cell).show_words(self._words)
            cell.clicked.connect(lambda _=False, cell=cell: self.part_chosen.emit(cell.status.id))
            self._row.addWidget(cell)
            cell.show()
