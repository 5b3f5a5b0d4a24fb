"""Undo and redo of changes of the text. Formats are derived from the text, and are no steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LONGEST_STEP = 24  # characters typed at a stretch that one undo takes back
_STEP_ENDS = tuple("。！？；\n")


@dataclass(frozen=True, slots=True)
class Change:
    """What was replaced by what, at which code point."""

    position: int
    removed: str
    inserted: str

    @property
    def reversed(self) -> Change:
        return Change(self.position, self.inserted, self.removed)

    @property
    def end(self) -> int:
        """Where the inserted text ends."""
        return self.position + len(self.inserted)


def difference(old: str, new: str) -> Change | None:
    """The one change that leads from a text to another; None if they are equal."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    start = _most(shorter, lambda length: old[:length] == new[:length])
    rest = shorter - start
    tail = _most(rest, lambda length: old[len(old) - length :] == new[len(new) - length :])
    return Change(start, old[start : len(old) - tail], new[start : len(new) - tail])


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The greatest length up to `limit` for which `holds`, given that it holds for all shorter ones."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


class TextHistory:
    """Steps of changes. What is typed at a stretch is one step; so is everything within `one_step`."""

    def __init__(self) -> None:
        self._done: list[list[Change]] = []
        self._undone: list[list[Change]] = []
        self._joins = False  # the next change belongs to the last step, whatever it is

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """All changes recorded inside are taken back by one undo."""
        self._done.append([])
        self._joins = True
        try:
            yield
        finally:
            self._joins = False
            if not self._done[-1]:
                self._done.pop()

    def record(self, change: Change) -> None:
        self._undone.clear()
        if self._joins:
            self._done[-1].append(change)
        elif self._done and (joined := _joined(self._done[-1], change)):
            self._done[-1] = [joined]
        else:
            self._done.append([change])

    def undo(self) -> tuple[Change, ...]:
        """The changes, to be made one after another, that take the last step back."""
        if not self._done:
            return ()
        step = self._done.pop()
        self._undone.append(step)
        return tuple(change.reversed for change in reversed(step))

    def redo(self) -> tuple[Change, ...]:
        if not self._undone:
            return ()
        step = self._undone.pop()
        self._done.append(step)
        return tuple(step)


def _joined(step: list[Change], change: Change) -> Change | None:
    """The last change and this one as one, if both were typed, or deleted, at a stretch."""
    if len(step) != 1:
        return None
    last = step[0]
    if change.removed == "" and change.position == last.end:
        selection_replaced = len(last.removed) > 1 and not last.inserted
        typed_on = last.inserted and not last.inserted.endswith(_STEP_ENDS) and len(last.inserted) < LONGEST_STEP
        if (typed_on and len(change.inserted) < LONGEST_STEP) or selection_replaced:
            return Change(last.position, last.removed, last.inserted + change.inserted)
    if len(change.removed) == 1 and not change.inserted and not last.inserted and len(last.removed) < LONGEST_STEP:
        if change.position + 1 == last.position:
            return Change(change.position, change.removed + last.removed, "")
        if change.position == last.position:
            return Change(last.position, last.removed + change.removed, "")
    return None
