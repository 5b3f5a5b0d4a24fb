"""Keeps gauge, structure, panel and paper true of the text, and carries out what is chosen there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import Protocol

from desktop_app.checks.ignoring import ignored_of
from desktop_app.checks.rule import CheckResult
from desktop_app.report.finding import Edit, Finding, Fix, Span
from desktop_app.report.metadata import Ignored
from desktop_app.report.safe_fixes import safe_fixes
from desktop_app.report.template import Part
from desktop_app.ui.text_history import Change
from desktop_app.ui.tracked import MISSING_PART, Tracked


class CheckState(Enum):
    CHECKING = auto()
    DONE = auto()
    FAILED = auto()


class Paper(Protocol):
    """What the presenter needs of the editor."""

    def text(self) -> str: ...
    def caret(self) -> int: ...
    def apply(self, edits: Iterable[Edit]) -> None: ...
    def insert(self, edit: Edit) -> None: ...
    def show_result(self, tracked: Tracked | None) -> None: ...
    def show_current(self, index: int | None) -> None: ...
    def reveal(self, span: Span) -> None: ...
    def reveal_missing(self, part_id: str | None = None) -> bool: ...


class Panels(Protocol):
    """What the presenter needs of everything around the paper."""

    def show_result(self, tracked: Tracked) -> None: ...
    def show_stale(self) -> None: ...
    def show_current(self, index: int | None) -> None: ...
    def show_caret_in(self, part: Part | None, position: int) -> None: ...
    def show_state(self, state: CheckState) -> None: ...


class Records(Protocol):
    """Where ignored findings are kept."""

    def ignore(self, record: Ignored) -> None: ...
    def unignore(self, record: Ignored) -> None: ...


class CheckPresenter:
    """Knows no widget. `check_soon` and `check_now` have the text checked; the result comes to `on_checked`."""

    def __init__(
        self,
        paper: Paper,
        panels: Panels,
        records: Callable[[], Records],
        check_soon: Callable[[], None],
        check_now: Callable[[], None],
    ) -> None:
        self._paper = paper
        self._panels = panels
        self._records = records
        self._check_soon = check_soon
        self._check_now = check_now
        self._tracked: Tracked | None = None
        self._current: int | None = None
        self._is_moving = False  # the caret, by us
        self._fixes_all_next = False

    # Results

    @property
    def is_up_to_date(self) -> bool:
        """What is shown was said of the text as it stands."""
        return self._tracked is not None and self._tracked.result.text == self._paper.text()

    def on_new_text(self) -> None:
        """Another text was loaded."""
        self._tracked = self._current = None
        self._check_now()

    def on_edited(self, change: Change) -> None:
        self._panels.show_stale()
        self._check_soon()

    def on_checked(self, result: CheckResult) -> None:
        if result.text != self._paper.text():
            return  # the author has typed since: the next check is on its way
        current = self._current_finding()
        self._tracked = Tracked(result)
        self._current = self._found_again(current)
        self._paper.show_result(self._tracked)
        self._panels.show_result(self._tracked)
        self._show_current()
        self._panels.show_state(CheckState.DONE)
        self.on_caret_moved()
        if self._fixes_all_next:
            self._fixes_all_next = False
            self.fix_all()

    def on_failed(self, _: Exception) -> None:
        self._panels.show_state(CheckState.FAILED)

    def on_takes_long(self) -> None:
        self._panels.show_state(CheckState.CHECKING)

    # Findings

    def on_chosen(self, index: int) -> None:
        """A card was chosen in the panel."""
        self._current = index
        self._paper.show_current(index)
        self._reveal(index)

    def go_to_next(self, backwards: bool = False) -> None:
        if not self._tracked:
            return
        index = self._tracked.next_after(self._paper.caret(), self._current, backwards)
        if index is not None:
            self._current = index
            self._show_current()
            self._reveal(index)

    def on_caret_moved(self) -> None:
        tracked = self._tracked
        if not tracked or self._is_moving:
            return
        caret = self._paper.caret()
        part = next((placed.part for span, placed in tracked.parts if span.start <= caret <= span.end), None)
        self._panels.show_caret_in(part, caret)
        here = tracked.at(caret) if tracked.is_current else None
        if here is not None and here != self._current:
            self._current = here
            self._show_current()

    def go_to(self, finding: Finding) -> None:
        """To the words of a finding, or to the place of what is missing."""
        findings = self._tracked.result.findings if self._tracked else ()
        index = next((i for i, other in enumerate(findings) if other == finding), None)
        if index is None:
            return
        self._current = index
        self._show_current()
        if finding.code != MISSING_PART or not self._paper.reveal_missing(finding.part):
            self._reveal(index)

    # Fixes

    def on_fix_chosen(self, index: int, fix: Fix) -> None:
        # The author may have typed since: the edits of the fix then point elsewhere.
        if not self.is_up_to_date:
            self._check_now()
            return
        edit = fix.edits[0]
        self._current = None
        if len(fix.edits) == 1 and not edit.span:
            self._paper.insert(edit)
        else:
            self._paper.apply(fix.edits)
        self._check_now()

    def insert_part(self, part_id: str) -> None:
        """Apply the fix that inserts a missing part."""
        for index, finding in enumerate(self._tracked.result.findings if self._tracked else ()):
            if finding.code == MISSING_PART and finding.part == part_id and finding.fixes:
                self.on_fix_chosen(index, finding.fixes[0])
                return

    def insert_missing(self, index: int) -> None:
        if self._tracked and (fixes := self._tracked.finding(index).fixes):
            self.on_fix_chosen(index, fixes[0])

    def safe(self) -> tuple[Fix, ...]:
        """What 一键修正 would apply."""
        return safe_fixes(self._tracked.result.findings) if self._tracked else ()

    def fix_all(self) -> None:
        """Apply every safe fix, as one step; of a text that was edited, once it is checked."""
        if not self.is_up_to_date:
            self._fixes_all_next = True
            self._check_now()
        elif fixes := self.safe():
            self._paper.apply([edit for fix in fixes for edit in fix.edits])
            self._check_now()

    # Ignoring

    def on_ignored(self, index: int) -> None:
        if self.is_up_to_date and self._tracked:
            self._records().ignore(ignored_of(self._tracked.finding(index), self._tracked.result.text))
            self._current = None
        self._check_now()

    def on_unignored(self, index: int) -> None:
        if self.is_up_to_date and self._tracked:
            self._records().unignore(ignored_of(self._tracked.finding(index), self._tracked.result.text))
        self._check_now()

    # Parts

    def go_to_part(self, part_id: str) -> None:
        for span, placed in self._tracked.parts if self._tracked else ():
            if placed.part.id == part_id:
                self._paper.reveal(span)
                return
        self._paper.reveal_missing(part_id)

    # Ours

    def _current_finding(self) -> Finding | None:
        return self._tracked.finding(self._current) if self._tracked and self._current is not None else None

    def _found_again(self, finding: Finding | None) -> int | None:
        """The same finding in the new result: of the same code and message, the nearest."""
        if not finding or not self._tracked:
            return None
        same = [
            (abs(other.span.start - finding.span.start), index)
            for index, other in enumerate(self._tracked.result.findings)
            if (other.code, other.message) == (finding.code, finding.message) and not other.ignored
        ]
        return min(same)[1] if same else None

    def _show_current(self) -> None:
        self._paper.show_current(self._current)
        self._panels.show_current(self._current)

    def _reveal(self, index: int) -> None:
        place = self._tracked.place_of(index) if self._tracked else None
        if place is not None:  # an empty one is a place, too
            self._is_moving = True
            self._paper.reveal(place)
            self._is_moving = False
