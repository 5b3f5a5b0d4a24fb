"""Options that several commands take, and how a command ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from desktop_app.cli.console import warn
from desktop_app.cli.sources import Options, SourceError

LOOK, FAILED = 1, 2


class ScriptChoice(StrEnum):
    AUTO = "auto"
    HANS = "hans"
    HANT = "hant"


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"


class RuleFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MD = "md"


TemplateOption = Annotated[str | None, typer.Option("--template", help="模板 ID，或 none")]
ScriptOption = Annotated[ScriptChoice, typer.Option("--script", help="简体 hans、繁體 hant，或自动")]
DateOption = Annotated[datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="报告日期")]
SettingsOption = Annotated[str, typer.Option("--settings", help="设置文件、user 或 none")]
LayoutOption = Annotated[str | None, typer.Option("--layout", help="版式 ID")]
ForceOption = Annotated[bool, typer.Option("--force", help="覆盖已有的文件")]
OutOption = Annotated[Path, typer.Option("-o", "--output", help="写到这个文件")]


def options_of(template: str | None, script: ScriptChoice, date: datetime | None, settings: str) -> Options:
    if settings not in ("none", "user"):
        path = Path(settings)
        problem = "没有这个文件" if not path.is_file() else "这一版还不能读取设置文件"
        fail(f"{settings}：{problem}，可用的值：none、user")
    return Options(template, script.value, date.date() if date else None)


def fail(message: str) -> NoReturn:
    """End with exit code 2 and one line on standard error."""
    warn(message)
    raise typer.Exit(FAILED)


def run(work: Callable[[], int]) -> None:
    """Do the work of a command and end with the exit code that it gives."""
    try:
        code = work()
    except SourceError as error:
        fail(str(error))
    raise typer.Exit(code)


def look(notes: Iterable[str]) -> int:
    """Say each note on standard error; the exit code that asks to look, if there is one."""
    lines = list(notes)
    for line in lines:
        warn(line)
    return LOOK if lines else 0
