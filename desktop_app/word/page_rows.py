"""About how many rows of the page a text takes: an estimate, made without fonts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import ceil

from desktop_app.word.layout import Layout
from desktop_app.word.title_lines import width_of

_SHORT_ROWS = 6  # a paragraph that may move to the next page whole


def rows_of(text: str, indent_chars: float, layout: Layout) -> int:
    return max(1, ceil((indent_chars + width_of(text)) / layout.characters_per_line))


def ends_near_the_foot(paragraphs: Iterable[tuple[int, int, bool]], foot_rows: int, layout: Layout) -> bool:
    """Whether what follows the paragraphs may have to go to a page of its own.

    A paragraph is its blank lines above, its rows, and whether it begins a page. LibreOffice moves a paragraph that is
    to be kept with the next one as a whole, also a long one that Word would divide: so it is kept only if this is near.
    """
    pages, row, last = 1, 0, 0
    for blank, rows, new_page in paragraphs:
        if new_page:
            pages, row = pages + 1, 0
        row += blank * bool(row) + rows
        pages, row, last = pages + row // layout.lines_per_page, row % layout.lines_per_page, rows
    # Marks that may not begin a line, and gaps beside digits where a program makes them, add rows to the estimate.
    drift = 2 + pages
    return last <= _SHORT_ROWS or row <= 1 or row + foot_rows > layout.lines_per_page - drift


def tab_stops(rows: Sequence[str], indent_chars: float, layout: Layout) -> tuple[float, ...]:
    """字 from the left at which the columns of rows with tabs begin; none if the line does not hold them."""
    cells = [row.split("\t") for row in rows]
    widths = [
        max(width_of(line[column]) for line in cells if column < len(line)) + 1
        for column in range(max(map(len, cells)))
    ]
    if indent_chars + sum(widths) - 1 > layout.characters_per_line:
        return ()
    return tuple(indent_chars + sum(widths[:column]) for column in range(1, len(widths)))


def rows_together(texts: Sequence[str]) -> list[range]:
    """The runs of texts with tabs that follow one another."""
    grouped = groupby(range(len(texts)), lambda index: "\t" in texts[index])
    runs = [list(indices) for tabbed, indices in grouped if tabbed]
    return [range(run[0], run[-1] + 1) for run in runs]
