"""The worker process, as the window asks it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.report.metadata import Metadata
from desktop_app.storage.paths import cache_folder

if TYPE_CHECKING:
    from desktop_app.worker.pool import Worker

DEFAULT_LAYOUT = "material"


class WorkerOffice:
    """Starts the worker at the first question, in a thread: the window need not wait for it to be loaded."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="office")
        self._worker: Worker | None = None

    def check(self, request: CheckRequest) -> Future[CheckResult]:
        return self._thread.submit(partial(self._check, request))

    def read_docx(self, data: bytes) -> Future[Any]:
        return self._thread.submit(partial(self._read_docx, data))

    def export(self, request: CheckRequest, metadata: Metadata) -> Future[Any]:
        return self._thread.submit(partial(self._export, request, metadata))

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._worker:
            self._worker.close()
        self._thread.shutdown(wait=True)

    def _check(self, request: CheckRequest) -> CheckResult:
        from desktop_app.worker.jobs import CheckJob

        result: CheckResult = self._hired().submit(CheckJob(request)).result()
        return result

    def _read_docx(self, data: bytes) -> Any:
        from desktop_app.worker.jobs import ReadDocxJob

        return self._hired().submit(ReadDocxJob(data)).result()

    def _export(self, request: CheckRequest, metadata: Metadata) -> Any:
        from desktop_app.worker.jobs import ExportJob

        job = ExportJob(request, metadata, metadata.layout or DEFAULT_LAYOUT)
        return self._hired().submit(job).result()

    def _hired(self) -> Worker:
        if self._worker is None:
            from desktop_app.worker.pool import Worker

            self._worker = Worker(cache_folder=cache_folder())
        return self._worker
