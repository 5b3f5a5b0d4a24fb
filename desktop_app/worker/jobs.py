"""What the worker process can be asked to do. A job is a value; it runs in the child."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.report.metadata import Metadata
from desktop_app.report.read import read


@dataclass(frozen=True, slots=True)
class Bench:
    """What a job finds in the child."""

    checker: Checker
    left_out: frozenset[str]  # codes of rules that hung before
    announce: Callable[[str], None]  # told the code of each rule before it runs


@dataclass(frozen=True, slots=True)
class CheckJob:
    """Check a text; gives a `CheckResult`."""

    request: CheckRequest

    def run(self, bench: Bench) -> CheckResult:
        return bench.checker.check(self.request, left_out=bench.left_out, announce=bench.announce)


@dataclass(frozen=True, slots=True)
class Exported:
    """A .docx, and what the clerk is to be told."""

    data: bytes
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportJob:
    """Lay a text out; gives an `Exported`. Raises LayoutError."""

    request: CheckRequest
    metadata: Metadata
    layout_id: str

    def run(self, bench: Bench) -> Exported:
        from desktop_app.word.layout import load_layout
        from desktop_app.word.writer import write_docx

        report = read(self.request.text, self.request.template, script=self.request.script)
        written = write_docx(report, self.metadata, load_layout(self.layout_id))
        return Exported(written.data, written.notes)


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of a .docx, and what could not be carried."""

    text: str
    not_carried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadDocxJob:
    """Read a .docx; gives an `Imported`. Raises DocxError."""

    data: bytes

    def run(self, bench: Bench) -> Imported:
        from desktop_app.word.reader import read_docx

        document = read_docx(self.data)
        return Imported(document.text, document.not_carried)


@dataclass(frozen=True, slots=True)
class WarmUpJob:
    """Load what takes long, so that the first check and the first export need not."""

    def run(self, bench: Bench) -> None:
        import desktop_app.word.writer  # noqa: F401  # python-docx and lxml
        from desktop_app.language.words import words_of

        bench.checker.check(CheckRequest("一、部署\n召开会议3次。", None))
        words_of("部署学习")


Job = CheckJob | ExportJob | ReadDocxJob | WarmUpJob
