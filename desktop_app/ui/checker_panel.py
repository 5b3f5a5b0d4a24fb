"""The tab 检查: chips, cards by level, and what is said when there is nothing to say."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.report.finding import Level
from desktop_app.ui.chips import Chips
from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.findings_model import Filter
from desktop_app.ui.findings_view import FindingsView
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.look import Look
from desktop_app.ui.marks import Mark, draw_mark
from desktop_app.ui.summary import Summary, summary_of
from desktop_app.ui.tokens import PX_SECTION
from desktop_app.ui.tracked import Tracked


class BigMark(QWidget):
    """A mark, large."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.mark = Mark.OK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(44, 44)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        draw_mark(painter, self.mark, QRectF(2, 2, 40, 40), self._look.colours)
        painter.end()


class EmptyPage(QWidget):
    """What stands in place of cards. Never a verdict."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = BigMark(look)
        self.title, self.detail = QLabel(), QLabel()
        self.title.setFont(interface_font(PX_SECTION, QFont.Weight.DemiBold))
        self.detail.setProperty("kind", "hint")
        for label in (self.title, self.detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.export_button = pressed_by_enter(QPushButton("导出 Word"))
        self.export_button.setProperty("kind", "filled")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 24)
        column.setSpacing(10)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addSpacing(6)
        column.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_summary(self, summary: Summary) -> None:
        self._mark.mark = summary.mark
        self._mark.update()
        self.title.setText(summary.title)
        self.detail.setText(summary.detail)
        self.export_button.setVisible(summary.offers_export)


class CheckerPanel(QFrame):
    """Shows a result; what is chosen here goes out as signals of `view` and `view.card`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracked: Tracked | None = None
        self.chips = Chips(look)
        self.view = FindingsView(look)
        self.empty = EmptyPage(look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        self.failed_line = pressed_by_enter(QPushButton())
        self.failed_line.setProperty("kind", "flat")
        self.failed_line.setCheckable(True)
        self.failed_line.toggled.connect(self._show_failed)
        self.failed_line.hide()
        self.failed_names = QLabel()
        self.failed_names.setProperty("kind", "hint")
        self.failed_names.setWordWrap(True)
        self.failed_names.setContentsMargins(14, 0, 14, 6)
        self.failed_names.hide()
        self.ignored_button = pressed_by_enter(QPushButton())
        self.ignored_button.setProperty("kind", "flat")
        self.ignored_button.setCheckable(True)
        self.ignored_button.toggled.connect(self._show_ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        failed = QHBoxLayout()
        failed.setContentsMargins(8, 0, 12, 0)
        failed.addWidget(self.failed_line)
        failed.addStretch(1)
        column.addLayout(failed)
        column.addWidget(self.failed_names)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())
        self.chips.chosen.connect(self._use_filter)
        self.view.cards.modelReset.connect(self._choose_page)
        self.empty.show_summary(summary_of(None))
        self.ignored_button.hide()

    def messages(self) -> list[str]:
        """Of the cards that are listed, from top to bottom."""
        return [card.finding.message for card in self.view.cards.cards()]

    def show_result(self, tracked: Tracked) -> None:
        self._tracked = tracked
        findings = [finding for finding in tracked.result.findings if not finding.ignored]
        counts = {Filter.ALL: len(findings)}
        for kind, level in zip((Filter.ERROR, Filter.WARNING, Filter.HINT), Level, strict=True):
            counts[kind] = sum(finding.level is level for finding in findings)
        self.chips.show_counts(counts)
        if self._filter() is not Filter.IGNORED and not counts[self._filter()]:
            self.chips.choose(Filter.ALL)
            self.view.cards.filter = Filter.ALL
        ignored = len(tracked.result.findings) - len(findings)
        self.ignored_button.setText(f"已忽略 {ignored}")
        self.ignored_button.setVisible(ignored > 0)
        if not ignored and self.ignored_button.isChecked():
            self.ignored_button.setChecked(False)
        self._show_failed(self.failed_line.isChecked())
        self.empty.show_summary(summary_of(tracked.result))
        self.view.cards.show(tracked)

    def show_stale(self) -> None:
        self.view.cards.refresh()

    def show_current(self, index: int | None) -> None:
        """Unfold a card; the first one if none is current."""
        if index is not None and not self.view.cards.row_of(index).isValid() and self._filter() is not Filter.IGNORED:
            self.chips.choose(Filter.ALL)
            self._use_filter(Filter.ALL)
        self.view.show_current(self._first() if index is None else index)

    def _filter(self) -> Filter:
        return self.view.cards.filter

    def _use_filter(self, chosen: Filter) -> None:
        if chosen is not Filter.IGNORED and self.ignored_button.isChecked():
            self.ignored_button.setChecked(False)
        self.view.cards.use_filter(chosen)
        self.view.show_current(self._first())

    def _show_ignored(self, shows: bool) -> None:
        kind = next(kind for kind, chip in self.chips.chips.items() if chip.isChecked())
        self.view.cards.use_filter(Filter.IGNORED if shows else kind)
        self.view.show_current(self._first())

    def _first(self) -> int | None:
        cards = self.view.cards.cards()
        return cards[0].index if cards else None

    def _show_failed(self, shows: bool) -> None:
        failed = self._tracked.result.failed_rules if self._tracked else ()
        self.failed_line.setVisible(bool(failed))
        self.failed_line.setText(f"{len(failed)} 条规则没有运行 · 查看")
        self.failed_names.setText(f"{'、'.join(failed)}：这些规则管的问题没有查。")
        self.failed_names.setVisible(bool(failed) and shows)

    def _choose_page(self) -> None:
        self._pages.setCurrentWidget(self.view if self.view.cards.rowCount() else self.empty)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(12)
        for keys in ("F8 下一条", "Enter 修正", "Delete 忽略"):
            label = QLabel(keys)
            label.setProperty("kind", "hint")
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.ignored_button)
        foot.setFixedHeight(36)
        return foot
