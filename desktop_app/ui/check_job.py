"""Has the worker check the text while it is written: a little after the last key, the newest text only."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.ui.errands import Errands

PAUSE_MS = 150  # after the last key
PATIENCE_MS = 300  # until the window says that it is checking


class CheckJob(QObject):
    """Only the newest text's result is heard."""

    finished = Signal(CheckResult)
    failed = Signal(Exception)
    takes_long = Signal()

    def __init__(
        self,
        submit: Callable[[CheckRequest], Future[CheckResult]],
        request: Callable[[], CheckRequest],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._request = request
        self._errands = Errands(self)
        self._newest: Future[CheckResult] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.start)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.takes_long)

    def start_soon(self) -> None:
        """After a pause in the typing."""
        self._forget()
        self._pause.start()

    def start(self) -> None:
        """At once."""
        self._forget()
        self._pause.stop()
        self._newest = self._submit(self._request())
        self._patience.start()
        self._errands.run(self._newest, self._done, self._broke)

    def stop(self) -> None:
        """Ask no more; the window closes."""
        self._forget()
        self._pause.stop()
        self._patience.stop()

    def _forget(self) -> None:
        if self._newest:
            self._errands.forget(self._newest)
            self._newest = None

    def _done(self, result: CheckResult) -> None:
        self._patience.stop()
        self._newest = None
        self.finished.emit(result)

    def _broke(self, error: BaseException) -> None:
        self._patience.stop()
        self._newest = None
        self.failed.emit(error)
