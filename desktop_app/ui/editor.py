"""The paper: the text, dressed by what it was read as, with its findings under the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_app.report.finding import Edit, Span
from desktop_app.ui.fonts import PAPER_PX, Face, paper_font
from desktop_app.ui.look import Look
from desktop_app.ui.missing_places import MissingPlaces
from desktop_app.ui.paper_format import NO_GAPS, Dress, RoleFonts, block_format, dresses_of
from desktop_app.ui.paper_layer import PaperLayer
from desktop_app.ui.text_field import BLANK, TextField
from desktop_app.ui.text_history import Change
from desktop_app.ui.tracked import Tracked

CHARACTERS_A_LINE = 28  # GB/T 9704—2012, 5.2.3
_SIDE = 74  # between the edge of the paper and the text, px
_LEAST_SIDE = 20
_DESK_ABOVE = 12
_PAPER_HEAD = 28
_ABOVE, _BELOW = 60, 180  # px kept free around a place that is revealed: a missing part stands below it
_INVITATION = "直接写，或粘贴文稿；也可以点“新建”，从模板写起。"


class Editor(TextField):
    """The editor of the window."""

    insert_wanted = Signal(int)  # index of the finding of a missing part
    ignore_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tracked: Tracked | None = None
        self._current: int | None = None
        self._zoom = 1.0
        self._shows_figures = True
        self._layer = PaperLayer(look, self)
        self._missing = MissingPlaces(look, self)
        self._missing.insert_wanted.connect(self.insert_wanted)
        self._missing.ignore_wanted.connect(self.ignore_wanted)
        self.setProperty("kind", "paper")
        self.setAccessibleName("正文")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._fonts = RoleFonts(self.document())
        self.document().documentLayout().documentSizeChanged.connect(self._arrange)
        self.textChanged.connect(self._arrange)
        look.changed.connect(self._redress)
        self._redress()

    # Text and findings

    def set_text(self, text: str) -> None:
        self.show_result(None)
        super().set_text(text)
        self._fit()  # Qt has forgotten the margins
        self._dress()

    def show_result(self, tracked: Tracked | None) -> None:
        """Show what a check said of the present text; None: nothing is known."""
        self._tracked = tracked
        self._current = None
        self._missing.show(tracked)
        if tracked:
            self._dress()
        self._arrange()
        self.viewport().update()

    def show_current(self, index: int | None) -> None:
        """Put the soft ground of its level behind the words of a finding."""
        self._current = index
        self.viewport().update()

    def show_figures(self, shows: bool) -> None:
        self._shows_figures = shows
        self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Put the caret at the start of a range and scroll it into view, with some lines around it."""
        self.select(Span(span.start, span.start))
        box, height, bar = self.cursorRect(), self.viewport().height(), self.verticalScrollBar()
        if box.top() < _ABOVE or box.bottom() > height - _BELOW:
            bar.setValue(bar.value() + box.center().y() - height // 3)

    def reveal_missing(self, part_id: str | None = None) -> bool:
        """Scroll to the place of a missing part, or of the first, and give its button the focus."""
        ghost = self._missing.of_part(part_id) if part_id else self._missing.first()
        if not ghost:
            return False
        bar = self.verticalScrollBar()
        if ghost.y() < 0 or ghost.geometry().bottom() > self.viewport().height():
            bar.setValue(bar.value() + ghost.y() - self.viewport().height() // 3)
        ghost.insert_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def insert(self, edit: Edit) -> None:
        """Insert words with blanks: the first blank is selected, so that typing fills it."""
        self.apply([edit])
        end = edit.span.start + len(edit.text)
        blank = BLANK.search(self.text(), edit.span.start, end)
        self.reveal(Span(edit.span.start, end))
        self.select(Span(*blank.span()) if blank else Span(end, end))
        self.setFocus()

    def _follow(self, change: Change) -> None:
        if self._tracked:
            self._tracked.follow(change, self.text())

    # Size and formats

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._redress()

    @property
    def em(self) -> float:
        """The width of a 汉字 on the paper, px."""
        return float(round(PAPER_PX * self._zoom))

    def _redress(self) -> None:
        colours = self._look.colours
        self._fonts.prepare(self.em, colours.ink)
        self.document().setDefaultFont(paper_font(Face.TEXT, self.em))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colours.accent))  # the caret's; words have the ink of their format
        self.setPalette(palette)
        self._fit()
        self._dress()
        self._fonts.rehighlight()
        self._missing.recolour()
        self._arrange()

    def _fit(self) -> None:
        """Put 28 characters a line in the middle of the desk."""
        desk, side = self.viewport().width(), float(_SIDE)
        column = CHARACTERS_A_LINE * self.em + 2
        if column + 2 * side > desk - 16:
            side = max(_LEAST_SIDE, (desk - 16 - column) / 2)
            column = min(column, desk - 16 - 2 * side)
        left = round((desk - column) / 2)
        self._layer.sheet = QRectF(left - side, 0, column + 2 * side, 0)
        self._layer.text_left = left
        frame = self.document().rootFrame()
        made = frame.frameFormat()
        made.setLeftMargin(left)
        made.setRightMargin(max(0.0, desk - left - column))
        made.setTopMargin(_DESK_ABOVE + _PAPER_HEAD)
        made.setBottomMargin(max(80, self.viewport().height() // 3))
        if made != frame.frameFormat():
            bar = self.verticalScrollBar()
            at = bar.value()
            frame.setFrameFormat(made)
            bar.setValue(at)

    def _dress(self) -> None:
        """Give every line the format of its role and the room for missing parts, where it has another."""
        dresses = dresses_of(self._tracked.result.report) if self._tracked and self._tracked.is_current else []
        gaps = self._missing.gaps()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block, number = self.document().firstBlock(), 0
        while block.isValid():
            state = block.userState()
            dress = dresses[number] if number < len(dresses) else Dress(max(state, 0))
            wanted = block_format(dress, self.em, block.text(), gaps.get(number, NO_GAPS))
            if block.blockFormat() != wanted:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(wanted)
            if dress != state:
                block.setUserState(dress)
                self._fonts.rehighlightBlock(block)
            block, number = block.next(), number + 1
        cursor.endEditBlock()

    def _arrange(self) -> None:
        self._missing.arrange(self._layer.text_left, CHARACTERS_A_LINE * self.em + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        super().scrollContentsBy(dx, dy)
        self._arrange()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        scrolled = self.verticalScrollBar().value()
        bottom = max(self.document().size().height(), self.viewport().height() + scrolled + 2.0)
        painter = self._painter(scrolled)
        self._layer.paint_sheet(painter, _DESK_ABOVE, bottom)
        if self._tracked:
            self._layer.paint_behind(painter, self._tracked, self._current, self._shows_figures)
        painter.end()
        super().paintEvent(event)
        painter = self._painter(scrolled)
        if self._tracked:
            self._layer.paint_over(painter, self._tracked, self.em)
        if not self.text() and not self.document().firstBlock().layout().preeditAreaText():
            self._layer.paint_invitation(painter, _INVITATION, self.em)
        painter.end()

    def _painter(self, scrolled: int) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -scrolled)
        return painter
