"""Drafts and texts on disk, as the window needs them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.storage.atomic_file import write_atomic
from desktop_app.storage.drafts import draft_text, line_end_of, parse_draft
from desktop_app.storage.text_file import Decoded, EncodingError, decode, encode
from desktop_app.ui.draft import Draft
from desktop_app.ui.text_field import with_lf

DRAFT = ".gao"


class OpenError(Exception):
    """A file is no text; the message, Chinese, says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Opened:
    draft: Draft
    text: str  # lines end at LF
    notes: tuple[str, ...] = ()  # what the clerk is to be told


def open_text(path: Path) -> Opened:
    """Read a .gao file, or any text as a new draft.

    Raises:
        OSError: the file cannot be read.
        OpenError: it is no text.
    """
    try:
        decoded = decode(path.read_bytes())
    except EncodingError as error:
        raise OpenError(f"打不开“{path.name}”：{error}。请确认它是文稿，或用原来的程序另存为 .docx 再打开。") from error
    notes: tuple[str, ...] = ("文件末尾有半个字，可能没有存完整，已略去。",) if decoded.is_cut else ()
    if path.suffix.lower() != DRAFT:
        return Opened(Draft(suggested=path.with_suffix(DRAFT)), with_lf(decoded.text), notes)
    parsed = parse_draft(decoded.text)
    draft = Draft(parsed.metadata, path)
    draft.line_end = line_end_of(decoded.text)
    draft.encoding, draft.has_mark = decoded.encoding, decoded.has_mark
    draft.front_matter_is_damaged = parsed.is_damaged
    if parsed.is_damaged:
        notes += ("开头 +++ 之间的报送信息读不懂，已当作正文显示。",)
    return Opened(draft, with_lf(parsed.body), notes)


def save_draft(path: Path, text: str, draft: Draft) -> None:
    """Write a .gao file, whole or not at all, with line ends, encoding and byte-order mark as it was opened.

    Raises:
        OSError: the file is as it was.
    """
    whole = draft_text(draft.metadata, text.replace("\n", draft.line_end), draft.line_end)
    write_atomic(path, encode(whole, Decoded(whole, draft.encoding, draft.has_mark)))
