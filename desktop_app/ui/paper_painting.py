"""What is painted on the paper beside the text: tints, grounds, lines under words, names of parts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextDocument

from desktop_app.report.finding import Level
from desktop_app.ui.tokens import Colours

_LEAST_WIDTH = 9.0  # of the line at a place where something is missing


def word_boxes(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """The boxes of a range of the document, one for each line it covers, in the document's coordinates.

    `start`, `end` are Qt's positions; an empty range has one small box.
    """
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        yield from _boxes_in(block, start - block.position(), end - block.position())
        block = block.next()


def _boxes_in(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    composing = len(layout.preeditAreaText())
    if composing:  # what an input method composes stands in the layout, not in the text
        at = layout.preeditAreaPosition()
        start, end = (place + composing if place > at else place for place in (start, end))
    origin = layout.position()
    last = block.length() - 1 + composing
    start, end = max(0, start), min(end, last)
    for number in range(layout.lineCount()):  # 0 before it is laid out: asking for a line would end the process
        line = layout.lineAt(number)
        line_start, line_end = line.textStart(), line.textStart() + line.textLength()
        is_last = number == layout.lineCount() - 1
        if end < line_start or start > line_end or (start == line_end and start != end and not is_last):
            continue
        if start == end and start == line_end and not is_last:
            continue
        left = _x(line.cursorToX(max(start, line_start)))
        right = _x(line.cursorToX(min(end, line_end)))
        if right <= left:
            if start != end:
                continue
            right = left + _LEAST_WIDTH
        bottom = origin.y() + line.y() + line.height()
        yield QRectF(origin.x() + left, bottom - line.height(), right - left, line.height())


def _x(answer: object) -> float:
    """PySide answers with the position, too."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def draw_ground(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box.adjusted(-2, 1, 2, 1), 4, 4)


def draw_figure(painter: QPainter, box: QRectF, colours: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.figure))
    painter.drawRoundedRect(box.adjusted(-1, 1, 1, 1), 3, 3)


def draw_underline(painter: QPainter, box: QRectF, level: Level, colours: Colours, em: float) -> None:
    """Zigzag for an error, dashes for a warning, dots for a hint: the form tells, not only the colour."""
    y = box.bottom() - 0.06 * em
    if level is Level.ERROR:
        painter.setPen(QPen(QColor(colours.err), 1.5))
        steps = max(2, round(box.width() / 3))
        width = box.width() / steps
        points = [QPointF(box.left() + i * width, y + (1.3 if i % 2 else -1.3)) for i in range(steps + 1)]
        painter.drawPolyline(QPolygonF(points))
        return
    if level is Level.WARNING:
        pen = QPen(QColor(colours.warn_line), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.6, 1.7])
    else:
        pen = QPen(QColor(colours.sug), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def draw_rail(painter: QPainter, x: float, top: float, bottom: float, form: Qt.PenStyle, colour: str) -> None:
    """The line beside a part: solid, dashed or dotted."""
    shade = QColor(colour)
    if form is Qt.PenStyle.SolidLine:
        shade.setAlphaF(0.7)
    pen = QPen(shade, 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if form is Qt.PenStyle.DashLine:
        pen.setDashPattern([2.5, 1.6])
    elif form is Qt.PenStyle.DotLine:
        pen.setDashPattern([1.0, 1.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def draw_dashed_frame(painter: QPainter, box: QRectF, radius: float, edge: str, ground: str, opacity: float) -> None:
    """The edge of a place where something is missing; a style sheet's dashes are rough."""
    shade = QColor(ground)
    shade.setAlphaF(opacity)
    pen = QPen(QColor(edge), 1.0)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(shade)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
