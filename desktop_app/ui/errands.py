"""Answers of the worker process, brought back into the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

OnDone = Callable[[Any], None]
OnFailed = Callable[[BaseException], None]


class Errands(QObject):
    """Calls back when a future is done; one that was forgotten is heard no more."""

    _arrived = Signal(object)  # Future

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Future[Any], tuple[OnDone, OnFailed]] = {}
        # Queued: `_deliver` runs in this object's thread, whichever thread emits.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, future: Future[Any], on_done: OnDone, on_failed: OnFailed) -> None:
        self._waiting[future] = (on_done, on_failed)
        future.add_done_callback(self._arrived.emit)

    def forget(self, future: Future[Any]) -> None:
        self._waiting.pop(future, None)
        future.cancel()  # has an effect if it has not begun

    @Slot(object)
    def _deliver(self, future: Future[Any]) -> None:
        callbacks = self._waiting.pop(future, None)
        if callbacks is None or future.cancelled():
            return
        on_done, on_failed = callbacks
        if error := future.exception():
            on_failed(error)
        else:
            on_done(future.result())
