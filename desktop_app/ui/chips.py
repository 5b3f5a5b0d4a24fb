"""The row of chips that filters the list of findings."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.findings_model import Filter
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.look import Look
from desktop_app.ui.marks import Mark, draw_mark
from desktop_app.ui.tokens import HEIGHT_CHIP, PX_HINT

_MARKS = {Filter.ERROR: Mark.ERROR, Filter.WARNING: Mark.WARNING, Filter.HINT: Mark.HINT}
_PADDING = 9
_MARK = 12


class Chip(QAbstractButton):
    """A filter with its count."""

    def __init__(self, look: Look, kind: Filter, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.kind = kind
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self.setText(f"{self.kind.value} {count}")
        self.setAccessibleName(f"{self.kind.value}，{count} 条")
        self.setEnabled(count > 0 or self.kind is Filter.ALL)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        width = 2 * _PADDING + QFontMetricsF(interface_font(PX_HINT)).horizontalAdvance(self.text())
        return QSize(round(width + (_MARK + 4 if self.kind in _MARKS else 0)), HEIGHT_CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.colours
        width = 2 if self.hasFocus() else 1
        edge = colours.accent if self.isChecked() or self.hasFocus() else colours.line2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.card))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = _PADDING
        if self.kind in _MARKS:
            top = (self.height() - _MARK) / 2
            draw_mark(painter, _MARKS[self.kind], QRectF(left, top, _MARK, _MARK), colours)
            left += _MARK + 4
        painter.setFont(interface_font(PX_HINT))
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.ink3))
        rest = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Chips(QWidget):
    """全部, 错误, 提醒, 建议: one is always chosen."""

    chosen = Signal(Filter)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 6)
        row.setSpacing(6)
        group = QButtonGroup(self)
        listed: list[Filter] = [kind for kind in Filter if kind is not Filter.IGNORED]
        self.chips = {kind: Chip(look, kind, self) for kind in listed}
        for chip in self.chips.values():
            group.addButton(pressed_by_enter(chip))
            row.addWidget(chip)
        row.addStretch(1)
        self.chips[Filter.ALL].setChecked(True)
        group.buttonClicked.connect(lambda chip: self.chosen.emit(chip.kind))
        look.changed.connect(self.update)

    def show_counts(self, counts: dict[Filter, int]) -> None:
        for kind, chip in self.chips.items():
            chip.show_count(counts.get(kind, 0))

    def choose(self, kind: Filter) -> None:
        """Without telling anybody."""
        self.chips[kind].setChecked(True)
