"""The card of the current finding: one real widget, laid over the list where its folded card would be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.report.finding import Fix
from desktop_app.report.screen_words import LEVEL_WORDS
from desktop_app.ui.card_delegate import paint_words
from desktop_app.ui.card_words import Words, detail, headline, reason, words_of
from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.findings_model import Card
from desktop_app.ui.fonts import closed_up, interface_font
from desktop_app.ui.look import Look
from desktop_app.ui.marks import MARK_OF_LEVEL, draw_mark
from desktop_app.ui.tokens import RADIUS_CARD

_MARK = 14


class WordsLine(QWidget):
    """Old and new words of a finding."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: Words | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: Words | None) -> None:
        self._words = words
        self.setVisible(words is not None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._words:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_words(painter, QRectF(self.rect()), self._words, self._look)
            painter.end()


class CurrentCard(QWidget):
    """Shows a finding with its fixes, 忽略此处 and 为什么."""

    fix_wanted = Signal(int, Fix)
    ignore_wanted = Signal(int)
    unignore_wanted = Signal(int)
    height_changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._card: Card | None = None
        self._level, self._part, self._message = QLabel(), QLabel(), QLabel()
        self._level.setFont(interface_font(weight=QFont.Weight.DemiBold))
        self._message.setFont(closed_up(interface_font(weight=QFont.Weight.DemiBold)))
        self._detail, self._reason = QLabel(), QLabel()
        for label in (self._part, self._detail, self._reason):
            label.setProperty("kind", "hint")
        for label in (self._message, self._detail, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._words = WordsLine(look)
        self.fix_button = pressed_by_enter(QPushButton())
        self.fix_button.setProperty("kind", "filled")
        self.fix_button.setFont(closed_up(interface_font(weight=QFont.Weight.DemiBold)))
        self.ignore_button = pressed_by_enter(QPushButton("忽略此处"))
        self.why_button = pressed_by_enter(QPushButton("为什么"))
        self.why_button.setProperty("kind", "link")
        self.why_button.setCheckable(True)
        self._others = QVBoxLayout()
        self._others.setSpacing(6)
        self._lay_out()
        self.fix_button.clicked.connect(self._fix_first)
        self.ignore_button.clicked.connect(self._ignore)
        self.why_button.toggled.connect(self._show_reason)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card) -> None:
        if self._card is None or card.finding != self._card.finding:
            self.why_button.setChecked(False)
        self._card = card
        finding = card.finding
        self.setAccessibleName(f"{LEVEL_WORDS[finding.level]}：{finding.message}")
        self._level.setText(LEVEL_WORDS[finding.level])
        palette = self._level.palette()
        palette.setColor(self._level.foregroundRole(), QColor(self._look.colours.of_level(finding.level)))
        self._level.setPalette(palette)
        self._part.setText(card.part_name)
        self._message.setText(headline(finding))
        self._detail.setText(detail(finding))
        self._detail.setVisible(bool(detail(finding)))
        self._reason.setText(reason(finding))
        self._words.show_words(words_of(finding, card.text))
        self.fix_button.setVisible(bool(finding.fixes))
        if finding.fixes:
            self.fix_button.setText(finding.fixes[0].title)
        self.ignore_button.setText("不再忽略" if finding.ignored else "忽略此处")
        self._show_other_fixes(finding.fixes[1:])
        self.update()

    def _show_other_fixes(self, fixes: tuple[Fix, ...]) -> None:
        while item := self._others.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for fix in fixes:
            button = pressed_by_enter(QPushButton(fix.title))
            button.clicked.connect(lambda _=False, fix=fix: self._fix(fix))
            self._others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def height_for(self, width: int) -> int:
        layout = self.layout()
        assert layout
        layout.invalidate()
        return layout.totalHeightForWidth(width)

    def fix(self) -> None:
        """As if the fix button were pressed."""
        if self._card and self._card.finding.fixes:
            self._fix_first()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.colours
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        if self._card:
            mark = QRectF(12, self._level.geometry().center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
            draw_mark(painter, MARK_OF_LEVEL[self._card.finding.level], mark, colours)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addSpacing(_MARK + 8)
        head.addWidget(self._level)
        head.addStretch(1)
        head.addWidget(self._part)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.fix_button)
        buttons.addWidget(self.ignore_button)
        buttons.addWidget(self.why_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(5)
        column.addLayout(head)
        for widget in (self._message, self._words, self._detail):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addLayout(self._others)
        column.addWidget(self._reason)
        self._reason.hide()

    def _fix_first(self) -> None:
        if self._card:
            self._fix(self._card.finding.fixes[0])

    def _fix(self, fix: Fix) -> None:
        if self._card:
            self.fix_wanted.emit(self._card.index, fix)

    def _ignore(self) -> None:
        if self._card:
            wanted = self.unignore_wanted if self._card.finding.ignored else self.ignore_wanted
            wanted.emit(self._card.index)

    def _show_reason(self, shows: bool) -> None:
        self._reason.setVisible(shows)
        self.height_changed.emit()
