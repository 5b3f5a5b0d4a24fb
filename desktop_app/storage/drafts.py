"""Draft files .gao: UTF-8 text, TOML front matter between two lines +++, then the text of the report."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

import msgspec
import tomli_w

from desktop_app.report.metadata import Metadata

_FENCE = "+++"
_FRONT = re.compile(r"\+\+\+[ \t]*(?P<first>\r\n|\r|\n)(?P<toml>(?:.*?(?:\r\n|\r|\n))??)\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
_KNOWN = frozenset(Metadata.__struct_fields__) - {"other"}
_DATES = ("report_date", "date_of_writing")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Front matter and body of a decoded file."""

    metadata: Metadata
    body: str
    body_start: int  # code points of the decoded file before the body
    is_damaged: bool = False  # there is front matter, and it cannot be read: the whole file is the body


def parse_draft(text: str) -> Parsed:
    """Front matter and body. Never fails: a file without front matter, or with a damaged one, is all body."""
    match = _FRONT.match(text)
    if not match:
        return Parsed(Metadata(), text, 0, is_damaged=text.startswith(_FENCE))
    try:
        table = tomllib.loads(match["toml"].replace("\r\n", "\n").replace("\r", "\n"))
        metadata = _metadata(table)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError):
        return Parsed(Metadata(), text, 0, is_damaged=True)
    return Parsed(metadata, text[match.end() :], match.end())


def _metadata(table: dict[str, Any]) -> Metadata:
    known = {key: value for key, value in table.items() if key in _KNOWN}
    for key in _DATES:
        if key in known and not isinstance(known[key], str):
            known[key] = str(known[key])  # a TOML date
    known["other"] = {key: value for key, value in table.items() if key not in _KNOWN}
    return msgspec.convert(known, Metadata)


def draft_text(metadata: Metadata, body: str, line_end: str = "\n") -> str:
    """The text of a .gao file. Line ends of the front matter are `line_end`; those of the body stay."""
    table = {key: value for key, value in msgspec.to_builtins(metadata).items() if key != "other" and value}
    front = tomli_w.dumps(table | metadata.other)
    return f"{_FENCE}\n{front}{_FENCE}\n".replace("\n", line_end) + body


def line_end_of(text: str) -> str:
    """How the lines of a text end: as the first of them does."""
    match = re.search(r"\r\n|\r|\n", text)
    return match[0] if match else "\n"
