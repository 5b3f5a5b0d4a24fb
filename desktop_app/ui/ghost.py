"""The place in the text where a missing part belongs. A widget over the paper, never text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.report.finding import Finding
from desktop_app.report.template import Part
from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.fonts import closed_up, interface_font
from desktop_app.ui.icons import icon
from desktop_app.ui.look import Look
from desktop_app.ui.marks import Mark, draw_mark
from desktop_app.ui.paper_painting import draw_dashed_frame

HEIGHT = 110
GAP = 132  # in which it stands
_PADDING = 15


class Ghost(QWidget):
    """Says which part is missing, what it asks, and inserts it."""

    insert_wanted = Signal(int)  # index of the finding
    ignore_wanted = Signal(int)
    left = Signal()  # Esc

    def __init__(self, look: Look, index: int, finding: Finding, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.index = index
        name = part.name
        self.setAccessibleName(f"这里缺少“{name}”部分")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        title = QLabel(f"这里缺少“{name}”部分")
        title.setFont(closed_up(interface_font(weight=QFont.Weight.Medium)))
        self._suggestion = QLabel(f"标题建议：{part.heading}")
        self._suggestion.setProperty("kind", "hint")
        questions = QLabel("　".join(part.questions))
        questions.setFont(interface_font())
        questions.setMinimumWidth(1)
        questions.setToolTip("\n".join(part.questions))
        self.insert_button = pressed_by_enter(QPushButton(f"插入“{name}”部分"))
        self.insert_button.setProperty("kind", "filled")
        self.insert_button.setFont(closed_up(interface_font(weight=QFont.Weight.DemiBold)))
        self.insert_button.setIcon(icon("add_16", look.colours.on_accent))
        self.insert_button.setToolTip(finding.message)
        self.ignore_button = pressed_by_enter(QPushButton("本稿不需要"))
        self.ignore_button.setProperty("kind", "flat")
        self.insert_button.clicked.connect(lambda: self.insert_wanted.emit(self.index))
        self.ignore_button.clicked.connect(lambda: self.ignore_wanted.emit(self.index))
        head = QHBoxLayout()
        head.addSpacing(22)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._suggestion)
        buttons = QHBoxLayout()
        buttons.addWidget(self.insert_button)
        buttons.addStretch(1)
        buttons.addWidget(self.ignore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 8, _PADDING, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(questions)
        column.addLayout(buttons)
        self.setTabOrder(self.insert_button, self.ignore_button)
        self.insert_button.installEventFilter(self)
        self.ignore_button.installEventFilter(self)

    def refresh(self, index: int) -> None:
        """The same part in another result."""
        self.index = index
        self.insert_button.setIcon(icon("add_16", self._look.colours.on_accent))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._suggestion.setVisible(event.size().width() > 380)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.colours
        painter.fillRect(self.rect(), colours.paper)
        draw_dashed_frame(painter, QRectF(self.rect()), 8, colours.err, colours.err_soft, 0.45)
        draw_mark(painter, Mark.ERROR, QRectF(_PADDING, 15, 14, 14), colours)
        painter.end()

