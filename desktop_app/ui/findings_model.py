"""Rows of the list of findings: groups by level, and in each its findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.report.finding import Finding, Level
from desktop_app.report.screen_words import LEVEL_WORDS
from desktop_app.ui.card_words import spoken
from desktop_app.ui.tracked import Tracked

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Filter(Enum):
    """Which findings are listed."""

    ALL = "全部"
    ERROR = "错误"
    WARNING = "提醒"
    HINT = "建议"
    IGNORED = "已忽略"


_LEVEL_OF = {Filter.ERROR: Level.ERROR, Filter.WARNING: Level.WARNING, Filter.HINT: Level.HINT}


@dataclass(frozen=True, slots=True)
class Head:
    """Of a group."""

    level: Level
    count: int
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, by its index in the result."""

    index: int
    finding: Finding
    part_name: str
    text: str


class FindingsModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tracked: Tracked | None = None
        self._folded: set[Level] = set()
        self._rows: list[Head | Card] = []
        self.filter = Filter.ALL

    def show(self, tracked: Tracked | None) -> None:
        self._tracked = tracked
        self.rebuild()

    def rebuild(self) -> None:
        self.beginResetModel()
        self._rows = self._made() if self._tracked else []
        self.endResetModel()

    def use_filter(self, chosen: Filter) -> None:
        self.filter = chosen
        self.rebuild()

    def fold(self, level: Level, folds: bool) -> None:
        (self._folded.add if folds else self._folded.discard)(level)
        self.rebuild()

    def cards(self) -> list[Card]:
        return [row for row in self._rows if isinstance(row, Card)]

    def row_of(self, index: int) -> QModelIndex:
        """The row of a finding; invalid if it is not listed."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Card) and row.index == index:
                return self.index(number)
        return QModelIndex()

    def is_stale(self, card: Card) -> bool:
        return self._tracked is not None and card.index in self._tracked.stale

    def refresh(self) -> None:
        """The text was edited: some findings may be stale now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        # Heads are passed over by the arrow keys.
        is_card = index.isValid() and isinstance(self._rows[index.row()], Card)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_card else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Head):
            shown = f"{LEVEL_WORDS[row.level]} {row.count}"
            return shown if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.finding.message
        return spoken(row.finding, row.part_name) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _made(self) -> list[Head | Card]:
        assert self._tracked
        result = self._tracked.result
        names = {placed.part.id: placed.part.name for placed in result.report.parts}
        rows: list[Head | Card] = []
        for level in Level:
            if self.filter in _LEVEL_OF and _LEVEL_OF[self.filter] is not level:
                continue
            cards = [
                Card(index, finding, names.get(finding.part or "", ""), result.text)
                for index, finding in enumerate(result.findings)
                if finding.level is level and bool(finding.ignored) is (self.filter is Filter.IGNORED)
            ]
            if cards:
                rows.append(Head(level, len(cards), level in self._folded))
                rows += [] if level in self._folded else cards
        return rows
