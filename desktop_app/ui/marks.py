"""Marks of levels and of the states of parts, drawn on a grid of 14 units: shape and colour both tell."""

from __future__ import annotations

from enum import Enum, auto
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop_app.report.finding import Level
from desktop_app.ui.tokens import Colours

GRID = 14.0


class Mark(Enum):
    ERROR = auto()  # octagon ×
    WARNING = auto()  # triangle !
    HINT = auto()  # rounded square i
    OK = auto()  # disc ✓
    EMPTY = auto()  # ring –
    UNSURE = auto()  # dotted ring ?
    NOT_ASKED = auto()  # empty ring
    TICK = auto()  # thin tick, for what has no level


MARK_OF_LEVEL = {Level.ERROR: Mark.ERROR, Level.WARNING: Mark.WARNING, Level.HINT: Mark.HINT}


def colour_of(mark: Mark, colours: Colours) -> str:
    return {
        Mark.ERROR: colours.err,
        Mark.WARNING: colours.warn,
        Mark.HINT: colours.sug,
        Mark.OK: colours.ok,
        Mark.EMPTY: colours.err,
        Mark.UNSURE: colours.sug,
        Mark.NOT_ASKED: colours.ctl,
        Mark.TICK: colours.ok,
    }[mark]


def draw_mark(painter: QPainter, mark: Mark, box: QRectF, colours: Colours) -> None:
    """Draw a mark into a square of any size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    shade = QColor(colour_of(mark, colours))
    inner = QColor(colours.card if not colours.is_dark else colours.desk)
    _DRAWN[mark](painter, shade, inner)
    painter.restore()


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _fill(painter: QPainter, shade: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)


def _strokes(painter: QPainter, pen: QPen, *lines: tuple[tuple[float, float], ...]) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))


def _octagon(painter: QPainter, shade: QColor, inner: QColor) -> None:
    _fill(painter, shade)
    corners = [QPointF(7 + 7.2 * cos(pi / 8 + i * pi / 4), 7 + 7.2 * sin(pi / 8 + i * pi / 4)) for i in range(8)]
    painter.drawPolygon(QPolygonF(corners))
    _strokes(painter, _pen(inner, 1.5), ((4.8, 4.8), (9.2, 9.2)), ((9.2, 4.8), (4.8, 9.2)))


def _triangle(painter: QPainter, shade: QColor, inner: QColor) -> None:
    painter.setPen(_pen(shade, 1.6))
    painter.setBrush(shade)
    painter.drawPolygon(QPolygonF([QPointF(7, 1.4), QPointF(13.2, 12.4), QPointF(0.8, 12.4)]))
    _strokes(painter, _pen(inner, 1.5), ((7, 5.0), (7, 8.4)))
    _fill(painter, inner)
    painter.drawEllipse(QPointF(7, 10.8), 0.95, 0.95)


def _square(painter: QPainter, shade: QColor, inner: QColor) -> None:
    _fill(painter, shade)
    painter.drawRoundedRect(QRectF(0.8, 0.8, 12.4, 12.4), 3, 3)
    _strokes(painter, _pen(inner, 1.5), ((7, 6.6), (7, 10.2)))
    _fill(painter, inner)
    painter.drawEllipse(QPointF(7, 4.0), 0.95, 0.95)


def _disc(painter: QPainter, shade: QColor, inner: QColor) -> None:
    _fill(painter, shade)
    painter.drawEllipse(QPointF(7, 7), 6.7, 6.7)
    _strokes(painter, _pen(inner, 1.5), ((4.2, 7.2), (6.2, 9.2), (9.9, 5.2)))


def _ring(painter: QPainter, shade: QColor, inner: QColor) -> None:
    painter.setPen(_pen(shade, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(7, 7), 5.8, 5.8)


def _ring_with_dash(painter: QPainter, shade: QColor, inner: QColor) -> None:
    _ring(painter, shade, inner)
    _strokes(painter, _pen(shade, 1.6), ((4.6, 7), (9.4, 7)))


def _dotted_ring(painter: QPainter, shade: QColor, inner: QColor) -> None:
    _fill(painter, shade)
    for i in range(12):
        painter.drawEllipse(QPointF(7 + 6 * cos(i * pi / 6), 7 + 6 * sin(i * pi / 6)), 0.8, 0.8)
    hook = QPainterPath(QPointF(5.3, 5.6))
    hook.cubicTo(5.3, 3.3, 8.7, 3.3, 8.7, 5.5)
    hook.cubicTo(8.7, 6.8, 7.0, 6.9, 7.0, 8.3)
    painter.setPen(_pen(shade, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(hook)
    _fill(painter, shade)
    painter.drawEllipse(QPointF(7, 10.2), 0.85, 0.85)


def _tick(painter: QPainter, shade: QColor, inner: QColor) -> None:
    _strokes(painter, _pen(shade, 1.3), ((3.0, 7.4), (5.8, 10.2), (11.2, 4.4)))


_DRAWN = {
    Mark.ERROR: _octagon,
    Mark.WARNING: _triangle,
    Mark.HINT: _square,
    Mark.OK: _disc,
    Mark.EMPTY: _ring_with_dash,
    Mark.UNSURE: _dotted_ring,
    Mark.NOT_ASKED: _ring,
    Mark.TICK: _tick,
}
