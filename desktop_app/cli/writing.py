"""Files that the commands write: never over another without --force, and what to look at afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.checks.rule import CheckResult
from desktop_app.cli.sources import Source, SourceError
from desktop_app.report.values import State
from desktop_app.storage.atomic_file import write_atomic


def write(out: Path, data: bytes, *, force: bool) -> None:
    """Write a file whole.

    Raises:
        SourceError: it exists and `force` is not set, or it cannot be written.
    """
    if out.exists() and not force:
        raise SourceError(f"{out}：文件已存在，未覆盖。要覆盖请加 --force")
    try:
        write_atomic(out, data)
    except OSError as error:
        raise SourceError(f"{out}：无法写入（{error.strerror or error}），可能正在 Word 中打开，请另选文件名") from error


def left_to_do(source: Source, result: CheckResult) -> Iterator[str]:
    """What is missing or left blank, and what of the source could not be carried; each a line."""
    for placed in result.report.parts:
        if placed.state is State.ABSENT and result.report.fits_template:
            yield f"{source.name}：缺少“{placed.part.name}”部分"
    blanks = sum(finding.code == "BL01" and not finding.ignored for finding in result.findings)
    if blanks:
        yield f"{source.name}：还有 {blanks} 处待填"
    yield from (f"{source.name}：{note}" for note in source.not_carried)
