"""The places of missing parts on the paper: which line each belongs to, the room it takes, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock

from desktop_app.ui.ghost import GAP, HEIGHT, Ghost
from desktop_app.ui.look import Look
from desktop_app.ui.paper_format import NO_GAPS, Gaps
from desktop_app.ui.text_field import TextField
from desktop_app.ui.tracked import Tracked


class MissingPlaces(QObject):
    """Keeps one ghost for each missing part, as long as it is missing."""

    insert_wanted = Signal(int)  # index of the finding
    ignore_wanted = Signal(int)

    def __init__(self, look: Look, field: TextField) -> None:
        super().__init__(field)
        self._look = look
        self._field = field
        self._tracked: Tracked | None = None
        self._ghosts: dict[str, Ghost] = {}  # by id of the part

    def show(self, tracked: Tracked | None) -> None:
        self._tracked = tracked
        missing = [index for index, _ in tracked.missing()] if tracked else []
        wanted = {part: index for index in missing if tracked and (part := tracked.finding(index).part)}
        for part_id in set(self._ghosts) - set(wanted):
            self._remove(self._ghosts.pop(part_id))
        for part_id, index in wanted.items():
            if part_id in self._ghosts:
                self._ghosts[part_id].refresh(index)
            elif tracked:
                self._ghosts[part_id] = self._make(tracked, index, part_id)

    def recolour(self) -> None:
        for ghost in self._ghosts.values():
            ghost.refresh(ghost.index)

    def of_part(self, part_id: str) -> Ghost | None:
        return self._ghosts.get(part_id)

    def first(self) -> Ghost | None:
        places = self._places()
        return places[0][2] if places else None

    def gaps(self) -> dict[int, Gaps]:
        """By number of the line."""
        gaps: dict[int, Gaps] = {}
        for block, is_above, _ in self._places():
            old = gaps.get(block.blockNumber(), NO_GAPS)
            new = Gaps(old.above + GAP, old.below) if is_above else Gaps(old.above, old.below + GAP)
            gaps[block.blockNumber()] = new
        return gaps

    def arrange(self, left: float, width: float) -> None:
        """Put every ghost into its room."""
        taken: dict[tuple[int, bool], int] = {}
        scrolled = self._field.verticalScrollBar().value()
        for block, is_above, ghost in self._places():
            key = (block.blockNumber(), is_above)
            offset = taken.get(key, 0) * GAP + (GAP - HEIGHT) // 2
            taken[key] = taken.get(key, 0) + 1
            layout = block.layout()
            edge = -block.blockFormat().topMargin() if is_above else layout.boundingRect().height()
            top = round(layout.position().y() + edge) + offset - scrolled
            ghost.setGeometry(round(left), top, round(width), HEIGHT)

    def _places(self) -> list[tuple[QTextBlock, bool, Ghost]]:
        """For each missing part: the line beside which it belongs, and whether it stands above it."""
        places = []
        by_index = {ghost.index: ghost for ghost in self._ghosts.values()}
        for index, position in self._tracked.missing() if self._tracked else ():
            unit = self._field.units(position)
            block = self._field.document().findBlock(unit)
            is_above = position > 0 and unit == block.position() and block.length() > 1
            if index in by_index:
                places.append((block, is_above, by_index[index]))
        return places

    def _make(self, tracked: Tracked, index: int, part_id: str) -> Ghost:
        report = tracked.result.report
        assert report.template
        part = report.template.in_script(report.script).part(part_id)
        ghost = Ghost(self._look, index, tracked.finding(index), part, self._field.viewport())
        ghost.insert_wanted.connect(self.insert_wanted)
        ghost.ignore_wanted.connect(self.ignore_wanted)
        ghost.left.connect(self._field.setFocus)
        ghost.show()
        return ghost

    def _remove(self, ghost: Ghost) -> None:
        focused = self._field.window().focusWidget()
        if focused and ghost.isAncestorOf(focused):
            self._field.setFocus()
        ghost.hide()
        ghost.deleteLater()
