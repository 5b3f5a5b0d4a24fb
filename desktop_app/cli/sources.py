"""Files and standard input, as the commands take them in."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.checks.file_findings import file_findings
from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.report.metadata import Metadata
from desktop_app.report.template import Template, TemplateError, template_of
from desktop_app.report.values import Script
from desktop_app.storage.drafts import parse_draft
from desktop_app.storage.text_file import Decoded, EncodingError, decode

DEFAULT_TEMPLATE = "four-part"
NO_TEMPLATE = "none"
TEXT_SUFFIXES = (".gao", ".txt", "")


class SourceError(Exception):
    """A file cannot be used; the message, Chinese, is one line that names it and the cause."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read."""

    name: str  # as given
    decoded: Decoded
    metadata: Metadata
    body: str
    body_start: int
    is_docx: bool = False
    front_matter_is_damaged: bool = False
    not_carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What all commands that read a report take."""

    template: str | None = None
    script: str = "auto"
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a source is to be read."""

    request: CheckRequest
    template_from: str


def load(name: str) -> Source:
    """Read a file, or standard input for “-”.

    Raises:
        SourceError: it is not there, is a folder, cannot be decoded or is no .docx.
    """
    data = _bytes_of(name)
    if Path(name).suffix.lower() not in TEXT_SUFFIXES and (document := _docx(name, data)):
        return document
    try:
        decoded = decode(data)
    except EncodingError as error:
        raise SourceError(f"{name}：{error}") from error
    if Path(name).suffix.lower() == ".gao":
        parsed = parse_draft(decoded.text)
        return Source(
            name, decoded, parsed.metadata, parsed.body, parsed.body_start, front_matter_is_damaged=parsed.is_damaged
        )
    return Source(name, decoded, Metadata(), decoded.text, 0)


def _bytes_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        if path.is_dir():
            raise SourceError(f"{name}：这是文件夹，批量审核请用 review 命令")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{name}：没有这个文件") from error
    except OSError as error:
        raise SourceError(f"{name}：无法读取（{error.strerror or error}）") from error


def _docx(name: str, data: bytes) -> Source | None:
    """A document of Word or WPS; None for what is none by its name."""
    from desktop_app.word.old_formats import OLD_SUFFIXES, docx_of
    from desktop_app.word.reader import DocxError, read_docx

    suffix = Path(name).suffix.lower()
    if suffix != ".docx" and suffix not in OLD_SUFFIXES:
        return None
    try:
        document = read_docx(docx_of(data, suffix) if suffix in OLD_SUFFIXES else data)
    except DocxError as error:
        raise SourceError(f"{name}：{error}") from error
    decoded = Decoded(document.text, "utf-8")
    return Source(name, decoded, Metadata(), document.text, 0, is_docx=True, not_carried=document.not_carried)


def reading_of(source: Source, options: Options) -> Reading:
    """The request to check a source: option before draft before default.

    Raises:
        SourceError: unknown template.
    """
    metadata = source.metadata
    chosen, chosen_from = (
        (options.template, "option")
        if options.template
        else (metadata.template, "draft")
        if metadata.template
        else (DEFAULT_TEMPLATE, "default")
    )
    try:
        template: Template | None = None if chosen == NO_TEMPLATE else template_of(chosen)
    except TemplateError as error:
        raise SourceError(f"{source.name}：{error}") from error
    written = options.script if options.script != "auto" else metadata.script
    script = Script(written) if written in set(Script) else None
    request = CheckRequest(
        source.body, template, script, metadata.assigned, metadata.ignored, options.date or _date_of(metadata)
    )
    return Reading(request, chosen_from)


def with_text(reading: Reading, text: str) -> CheckRequest:
    """The same request about another text."""
    return replace(reading.request, text=text)


def with_file_findings(source: Source, result: CheckResult) -> CheckResult:
    """The result, with what is to be said of the file itself."""
    found = file_findings(
        len(source.body),
        is_cut=source.decoded.is_cut,
        front_matter_is_damaged=source.front_matter_is_damaged,
    )
    findings = sorted([*result.findings, *found], key=lambda finding: finding.span)
    return replace(result, findings=tuple(findings))


def _date_of(metadata: Metadata) -> date | None:
    for written in (metadata.report_date, metadata.date_of_writing):
        try:
            return date.fromisoformat(written)
        except ValueError:
            continue
    return None
