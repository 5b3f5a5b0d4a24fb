"""The child process: answers jobs until the other end closes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import Rule
from desktop_app.language.words import keep_dictionary_in
from desktop_app.worker.jobs import Bench


class SharedCode(Protocol):
    """Shared memory that holds the code of the rule at work."""

    value: bytes


def serve(
    pipe: Connection, at_work: SharedCode, rules: Callable[[], Sequence[Rule]], cache_folder: Path | None
) -> None:
    """Answer (job, codes of rules left out) with ("done", result) or ("failed", error)."""

    def announce(code: str) -> None:
        at_work.value = code.encode()

    if cache_folder:
        with suppress(OSError):  # jieba then uses the system's temporary folder
            cache_folder.mkdir(parents=True, exist_ok=True)
            keep_dictionary_in(cache_folder)
    checker = Checker(rules())
    while True:
        try:
            job, left_out = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            answer = ("done", job.run(Bench(checker, left_out, announce)))
        except Exception as error:
            answer = ("failed", error)
        announce("")
        try:
            pipe.send(answer)
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            pipe.send(("failed", RuntimeError(str(error))))
        except OSError:
            return
