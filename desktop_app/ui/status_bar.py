"""The status bar: length, figures, state of the check, state of the saving, zoom."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from desktop_app.ui.check_presenter import CheckState
from desktop_app.ui.enter_presses import pressed_by_enter
from desktop_app.ui.tracked import Tracked

_STATES = {
    CheckState.CHECKING: "检查中…",
    CheckState.DONE: "检查完成",
    CheckState.FAILED: "检查没有完成，改动后会再试",
}


class StatusBar(QStatusBar):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.length, self.figures, self.note = QLabel("0 字"), QLabel(), QLabel()
        self.check_state, self.zoom = QLabel(), QLabel()
        self.saved = pressed_by_enter(QPushButton())
        self.saved.setProperty("kind", "flat")
        self.saved.setToolTip("保存")
        names = {
            self.length: "字数",
            self.figures: "量化结果",
            self.check_state: "检查状态",
            self.zoom: "显示比例",
            self.note: "消息",
        }
        for label, name in names.items():
            label.setProperty("kind", "hint")
            label.setAccessibleName(name)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(18)
        for label in (self.length, self.figures, self.note):
            line.addWidget(label)
        line.addStretch(1)
        for widget in (self.check_state, self.saved, self.zoom):
            line.addWidget(widget)
        self.addWidget(row, 1)

    def show_result(self, tracked: Tracked) -> None:
        report = tracked.result.report
        self.length.setText(f"{report.characters} 字")
        self.figures.setText(f"量化结果 {len(report.quantities)} 处")

    def show_state(self, state: CheckState) -> None:
        self.check_state.setText(_STATES[state])

    def show_saved(self, words: str, wrong: bool = False) -> None:
        """How the saving stands; `wrong`: it failed, and the words say what to do."""
        self.saved.setText(words)
        self.saved.setAccessibleName(f"保存状态：{words}")
        self.saved.setProperty("wrong", wrong)
        self.saved.style().polish(self.saved)

    def show_note(self, words: str) -> None:
        self.note.setText(words)

    def show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{zoom:.0%}")
