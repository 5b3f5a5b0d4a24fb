"""Word lists from `resources/lexicon/*.tsv`: UTF-8, tab-separated, a header line, no quoting, # begins a comment."""

from __future__ import annotations

from functools import cache

from desktop_app.resource_files import resource_text


class LexiconError(Exception):
    """A word list is wrong; the message names file and line."""


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a list, each by column.

    Raises:
        LexiconError: a line has another number of columns than the header.
    """
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(resource_text("lexicon", f"{name}.tsv").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    (_, header), *body = lines
    for number, cells in body:
        if len(cells) != len(header):
            raise LexiconError(f"lexicon/{name}.tsv 第 {number} 行：应有 {len(header)} 列，实有 {len(cells)} 列")
    return tuple(dict(zip(header, cells, strict=True)) for _, cells in body)


@cache
def words(name: str) -> tuple[str, ...]:
    """The first column of a list."""
    return tuple(next(iter(row.values())) for row in rows(name))
