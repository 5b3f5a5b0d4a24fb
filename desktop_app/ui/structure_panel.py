"""The panel 结构: blocks and parts of the report, and below what the part at the caret asks."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from desktop_app.report.template import Part
from desktop_app.ui.look import Look
from desktop_app.ui.prompts import Prompts
from desktop_app.ui.structure_delegate import INSERT_WIDTH, StructureDelegate
from desktop_app.ui.structure_rows import Row

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class StructureModel(QAbstractListModel):
    """Rows of the structure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        if [row.name for row in rows] == [row.name for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            missing = row.part is not None and row.part.is_missing
            return row.spoken + ("。按回车插入" if missing and role == Qt.ItemDataRole.AccessibleTextRole else "")
        return None


class StructureView(QListView):
    """Enter goes to a row, or inserts a missing part."""

    chosen = Signal(Row)
    insert_wanted = Signal(Row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row = self.currentIndex().data(ROW)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and isinstance(row, Row):
            self._choose(row, inserts=True)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        if isinstance(row, Row) and event.button() is Qt.MouseButton.LeftButton:
            on_word = event.position().x() > self.visualRect(index).right() - INSERT_WIDTH
            self._choose(row, inserts=on_word)

    def _choose(self, row: Row, inserts: bool) -> None:
        missing = row.part is not None and row.part.is_missing
        (self.insert_wanted if missing and inserts else self.chosen).emit(row)


class StructurePanel(QFrame):
    """结构, with the prompts of the current part at its foot."""

    row_chosen = Signal(Row)
    insert_wanted = Signal(str)  # id of the part

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setProperty("side", "left")
        title = QLabel("结构")
        title.setProperty("kind", "pane")
        title.setContentsMargins(18, 12, 12, 8)
        self.model = StructureModel(self)
        self.view = StructureView()
        self.view.setProperty("kind", "bare")
        self.view.setAccessibleName("结构")
        self.view.setModel(self.model)
        self.view.setItemDelegate(StructureDelegate(look, self.view))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTabKeyNavigation(False)
        self.view.chosen.connect(self.row_chosen)
        self.view.insert_wanted.connect(lambda row: self.insert_wanted.emit(row.part.id))
        self.prompts = Prompts(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self.view, 1)
        column.addWidget(self.prompts)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.model.show_rows(rows)

    def show_caret_in(self, part: Part | None, position: int) -> None:
        """Mark the row in which the caret stands, and show what its part asks."""
        self.prompts.show_part(part)
        for number, row in enumerate(self.model.rows):
            here = row.part is not None and part is not None and row.part.id == part.id
            if here or (row.part is None and part is None and row.span.start <= position <= row.span.end):
                self.view.setCurrentIndex(self.model.index(number))
                return
        self.view.setCurrentIndex(QModelIndex())
