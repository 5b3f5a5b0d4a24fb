"""Where 署名 and 成文日期 stand without seal (GB/T 9704—2012, 7.3.5.2)."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.word.layout import Layout
from desktop_app.word.title_lines import width_of


def signature_indents(layout: Layout, signatures: Sequence[str], date: str) -> tuple[tuple[float, ...], float]:
    """字 right of each signature, and of the date.

    The date begins two 字 right of the signature, which stands two 字 from the right; where the date would come
    nearer to the edge than that, it stands there and the signature moves left. Several signatures begin at one place.
    """
    edge, step = layout.signature.right_chars.value, layout.signature.date_chars.value
    longest = max(map(width_of, signatures), default=0.0)
    moved, of_date = 0.0, edge
    if signatures and date:
        free = edge + longest - step - width_of(date)
        moved = max(0.0, edge - free) if width_of(date) > longest else 0.0
        of_date = free + moved
    line = layout.characters_per_line
    rights = (min(edge + moved + longest - width_of(name), line - width_of(name)) for name in signatures)
    return tuple(max(0.0, right) for right in rights), max(0.0, min(of_date, line - width_of(date)))
