"""The draft in the window: its file, its front matter, and whether it is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from desktop_app.checks.rule import CheckRequest
from desktop_app.language.script import Script
from desktop_app.report.metadata import Ignored, Metadata
from desktop_app.report.template import Template, built_in_templates

DEFAULT_TEMPLATE = "four-part"
NO_TEMPLATE = "none"


@dataclass(slots=True)
class Draft:
    """Everything about a draft but its text, which the editor holds."""

    metadata: Metadata = field(default_factory=lambda: Metadata(template=DEFAULT_TEMPLATE))
    path: Path | None = None  # of the .gao file
    suggested: Path | None = None  # where it came from, if that is no .gao file
    line_end: str = "\n"
    encoding: str = "utf-8"
    has_mark: bool = False  # byte-order mark
    front_matter_is_damaged: bool = False  # the first save asks
    _saved: tuple[str, Metadata] = field(default_factory=lambda: ("", Metadata(template=DEFAULT_TEMPLATE)))

    @property
    def template(self) -> Template | None:
        chosen = self.metadata.template or DEFAULT_TEMPLATE
        return None if chosen == NO_TEMPLATE else built_in_templates().get(chosen)

    @property
    def script(self) -> Script | None:
        """None: found out from the text."""
        return Script(self.metadata.script) if self.metadata.script in set(Script) else None

    @property
    def name(self) -> str:
        path = self.path or self.suggested
        return path.name if path else "未命名文稿"

    def request(self, text: str) -> CheckRequest:
        return CheckRequest(
            text,
            self.template,
            self.script,
            self.metadata.assigned,
            self.metadata.ignored,
            _date_of(self.metadata.report_date),
        )

    def change(self, **values: object) -> None:
        """Change keys of the front matter."""
        self.metadata = msgspec.structs.replace(self.metadata, **values)

    def ignore(self, record: Ignored) -> None:
        if record not in self.metadata.ignored:
            self.change(ignored=(*self.metadata.ignored, record))

    def unignore(self, record: Ignored) -> None:
        """Drop the record, and any that ignores such findings in the whole draft."""
        whole = Ignored(code=record.code)
        self.change(ignored=tuple(old for old in self.metadata.ignored if old not in (record, whole)))

    def remember_saved(self, text: str) -> None:
        self._saved = (text, self.metadata)

    def is_modified(self, text: str) -> bool:
        return (text, self.metadata) != self._saved


def _date_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
