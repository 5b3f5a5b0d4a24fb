"""Paints the sheet, and around the words what a check said of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop_app.report.finding import Span
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.look import Look
from desktop_app.ui.paper_painting import draw_figure, draw_ground, draw_rail, draw_underline, word_boxes
from desktop_app.ui.part_status import status_of
from desktop_app.ui.text_field import TextField
from desktop_app.ui.tokens import PX_HINT
from desktop_app.ui.tracked import Tracked

_NAMES_NEED = 62  # px between the edge of the paper and the text


class PaperLayer:
    """Knows where on the sheet a range of the text stands. Painters come translated to the document's origin."""

    def __init__(self, look: Look, field: TextField) -> None:
        self._look = look
        self._field = field
        self.sheet = QRectF()  # its left edge and width
        self.text_left = 0.0

    def paint_sheet(self, painter: QPainter, top: float, bottom: float) -> None:
        sheet = QRectF(self.sheet.left(), top, self.sheet.width(), bottom - top)
        painter.setPen(QColor(self._look.colours.line))
        painter.setBrush(QColor(self._look.colours.paper))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, 0))

    def paint_behind(
        self, painter: QPainter, tracked: Tracked, current: int | None, shows_figures: bool
    ) -> None:
        """What lies under the words."""
        colours, seen = self._look.colours, self._seen()
        if shows_figures:
            for span in tracked.figures(seen):
                for box in self._boxes(span):
                    draw_figure(painter, box, colours)
        place = None if current is None else tracked.place_of(current)
        if place is not None and current is not None and place.start <= seen.end and place.end >= seen.start:
            for box in self._boxes(place):
                draw_ground(painter, box, colours.soft_of_level(tracked.finding(current).level))
        if self.text_left - self.sheet.left() > _NAMES_NEED:
            self._paint_part_names(painter, tracked)

    def paint_over(self, painter: QPainter, tracked: Tracked, em: float) -> None:
        for span, level in tracked.underlined(self._seen()):
            for box in self._boxes(span):
                draw_underline(painter, box, level, self._look.colours, em)

    def paint_invitation(self, painter: QPainter, words: str, em: float) -> None:
        """What an empty sheet says, below its first line."""
        first = self._field.document().firstBlock().layout()
        top = first.position().y() + first.boundingRect().height()
        painter.setPen(QColor(self._look.colours.ink3))
        painter.setFont(interface_font())
        box = QRectF(self.text_left + 2 * em, top, self.sheet.right() - self.text_left - 4 * em, 60)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), words)

    def _seen(self) -> Span:
        """The lines of the text that are on the screen."""
        field = self._field
        first = field.cursorForPosition(QPoint(0, 0)).block()
        last = field.cursorForPosition(QPoint(0, field.viewport().height())).block()
        return Span(field.index(first.position()), field.index(last.position() + last.length() - 1))

    def _boxes(self, span: Span) -> list[QRectF]:
        field = self._field
        return list(word_boxes(field.document(), field.units(span.start), field.units(span.end)))

    def _paint_part_names(self, painter: QPainter, tracked: Tracked) -> None:
        colours = self._look.colours
        painter.setFont(interface_font(PX_HINT))
        height = QFontMetricsF(painter.font()).height()
        for span, placed in tracked.parts:
            edges = self._edges(span)
            if not edges:
                continue
            top, bottom = edges
            status = status_of(tracked.result.report, placed)
            form, colour = status.rail(colours)
            draw_rail(painter, self.text_left - 18, top + 5, bottom - 1, form, colour)
            painter.setPen(QColor(status.ink(colours)))
            left = self.sheet.left() + 4
            box = QRectF(left, top + 5, self.text_left - 30 - left, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, status.name)

    def _edges(self, span: Span) -> tuple[float, float] | None:
        """Top of the first line and bottom of the last line of a section; None if it is not laid out yet."""
        field = self._field
        start, end = field.units(span.start), max(field.units(span.start), field.units(span.end) - 1)
        first, last = field.document().findBlock(start), field.document().findBlock(end)
        layouts = (first.layout(), last.layout())
        if not all(layout.lineCount() for layout in layouts):
            return None
        top_line = layouts[0].lineForTextPosition(start - first.position())
        bottom_line = layouts[1].lineForTextPosition(end - last.position())
        if not top_line.isValid() or not bottom_line.isValid():
            return None
        bottom = layouts[1].position().y() + bottom_line.y() + bottom_line.height()
        return layouts[0].position().y() + top_line.y(), bottom
