"""The worker process, as its client sees it: restarted when it hangs or dies."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from desktop_app.checks.rule import CheckResult, Rule
from desktop_app.checks.rules import ALL_RULES
from desktop_app.worker.jobs import Job
from desktop_app.worker.serve import SharedCode, serve

DEADLINE_S = 20.0  # of one job
_LONGEST_CODE = 32  # bytes


class WorkerError(Exception):
    """The process ended, or hung outside every rule. The next job gets a new process."""


def built_in_rules() -> Sequence[Rule]:
    """The rules of the program."""
    return ALL_RULES


@dataclass(slots=True)
class _Child:
    process: BaseProcess
    pipe: Connection
    at_work: SharedCode

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Worker:
    """Has jobs done in a process of its own, one at a time.

    A rule still at work at the deadline, or at the death of the process, is named among the
    result's `failed_rules` and left out from then on.
    """

    def __init__(
        self,
        rules: Callable[[], Sequence[Rule]] = built_in_rules,
        *,
        cache_folder: Path | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._rules = rules
        self._cache_folder = cache_folder
        self._deadline_s = deadline_s
        self._child: _Child | None = None
        self._left_out: frozenset[str] = frozenset()
        self._closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="worker")

    def submit(self, job: Job) -> Future[Any]:
        """Holds what the job gives or raises; a `WorkerError` if the process ended under it."""
        return self._thread.submit(self._do, job)

    def close(self) -> None:
        """Kill the process, whatever it is at."""
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._child:
            self._child.kill()
        self._thread.shutdown(wait=True)

    def _start(self) -> _Child:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        at_work = context.Array("c", _LONGEST_CODE, lock=False)
        process = context.Process(
            target=serve, args=(theirs, at_work, self._rules, self._cache_folder), daemon=True, name="gaojian-worker"
        )
        process.start()
        theirs.close()
        self._child = _Child(process, ours, at_work)
        return self._child

    def _do(self, job: Job) -> Any:
        child = self._child or self._start()
        reply: tuple[str, Any] | None = None
        with suppress(EOFError, OSError):  # the process died
            child.pipe.send((job, self._left_out))
            if child.pipe.poll(self._deadline_s):
                reply = child.pipe.recv()
        if reply:
            outcome, answer = reply
            if outcome == "failed":
                raise answer
            return self._with_left_out(answer)
        rule = child.at_work.value.decode()
        self._child = None
        child.kill()
        if self._closed or not rule:
            raise WorkerError("the worker process ended, or hung outside every rule")
        self._left_out |= {rule}
        return self._do(job)

    def _with_left_out(self, answer: Any) -> Any:
        if isinstance(answer, CheckResult) and self._left_out:
            failed = dict.fromkeys((*answer.failed_rules, *sorted(self._left_out)))
            return CheckResult(answer.report, answer.findings, tuple(failed))
        return answer
