"""Findings of a check and their remedies: values that every room above may make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.language.span import Span

__all__ = ["Edit", "Finding", "Fix", "Level", "Span", "Strength"]


class Level(StrEnum):
    """How much a finding matters: 错误, 提醒, 建议."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def gravity(self) -> int:
        """0 for the gravest."""
        return tuple(Level).index(self)


class Strength(StrEnum):
    """How binding the source of a rule is: 规定, 通常, 建议."""

    REQUIRED = "required"
    USUAL = "usual"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One remedy, applied whole or not at all."""

    title: str
    edits: tuple[Edit, ...]  # at least one, in order of position, none overlapping
    safe: bool  # cannot change what the report says, and changes no digit


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a text."""

    code: str
    name: str
    level: Level
    strength: Strength
    span: Span  # the smallest text that is wrong; empty where something is missing
    message: str
    source: str
    rationale: str = ""
    part: str | None = None  # id of the part that it is about or stands in
    fixes: tuple[Fix, ...] = ()
    ignored: str | None = None  # here, document, always
