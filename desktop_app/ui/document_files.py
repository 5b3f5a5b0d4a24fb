"""Drafts and texts on disk, as the window needs them."""

from __future__ import annotations

from pathlib import Path

from desktop_app.ui.draft import Draft


class OpenError(Exception):
    """Chinese, a line."""
def open_text(path: Path) -> tuple[Draft, str, tuple[str, ...]]:
    return Draft(path=path), path.read_text("utf-8"), ()
def save_draft(path: Path, text: str, draft: Draft) -> None:
    path.write_text(text, "utf-8")
