"""Which candidate gets which part: the clerk's hand first, then plain headings, then bodies, the surest first."""

from __future__ import annotations

from desktop_app.report.candidates import Candidate

LIKELY = 0.62  # share of the body's words that decide without a cue
CLEAR = 0.8  # share of a body that tells of one part alone
WEAK = 2  # weight of all words of a body below which it speaks for nothing
LEAST = 0.4  # share below which no body decides
MOST_SECTIONS = 40  # of a row; a longer one is a list or a book, and no body says which of it is a part
POSSIBLE = 0.5  # below LIKELY, and above this: ask the clerk


def decide(
    candidates: list[Candidate], ids: tuple[str, ...], by_hand: dict[int, str], *, bodies_decide: bool
) -> None:
    """Give every candidate its parts: hand, then plain headings, then bodies, the surest first."""
    for candidate in candidates:
        if part := by_hand.get(candidate.section.start):
            candidate.parts, candidate.sure = (part,), 1.0
        elif candidate.plain:
            strength = max(candidate.heading[part] for part in candidate.plain)
            support = max(candidate.body[part] for part in candidate.plain)
            candidate.parts = candidate.plain
            candidate.sure = min(0.99, 0.72 + 0.04 * strength + 0.12 * support)
    _settle_rivals(candidates, by_hand)
    if not bodies_decide or not _is_row(candidates):
        return
    anchored = any(candidate.parts or candidate.outside for candidate in candidates)
    chosen: list[Candidate] = []
    while best := _surest(candidates, ids):
        score, candidate, part = best
        candidate.parts, candidate.sure = (part,), min(0.95, score)
        chosen.append(candidate)
    told = {c.parts for c in chosen if c.sure >= LIKELY}
    clear = len(candidates) > 2 and all(c.body[c.parts[0]] >= CLEAR for c in chosen)
    if not anchored and len(told) < (2 if clear else 3):
        for candidate in chosen:
            candidate.parts, candidate.sure = (), 0.0
        return
    _ask_for_the_last(candidates, ids)


def _ask_for_the_last(candidates: list[Candidate], ids: tuple[str, ...]) -> None:
    """One section is left, and one part: the clerk is to say whether they belong together."""
    left = [part for part in ids if all(part not in candidate.parts for candidate in candidates)]
    open_ones = [candidate for candidate in candidates if not candidate.parts and not candidate.outside]
    if len(left) == 1 and len(open_ones) == 1:
        (candidate,) = open_ones
        if candidate.weight >= WEAK and candidate.body[left[0]] == max(candidate.body.values()):
            candidate.parts, candidate.sure = (left[0],), POSSIBLE


def _surest(candidates: list[Candidate], ids: tuple[str, ...]) -> tuple[float, Candidate, str] | None:
    """The undecided section, and the part, for which most speaks; None below POSSIBLE."""
    best: tuple[float, Candidate, str] | None = None
    for index, candidate in enumerate(candidates):
        if candidate.parts or candidate.outside:
            continue
        for position, part in enumerate(ids):
            in_order = _fits_order(candidates, index, ids, position)
            if candidate.weight < (2 if in_order else 3 if candidate.body[part] >= CLEAR else 5):
                continue
            if candidate.body[part] < LEAST and candidate.heading[part] < 1:
                continue
            if _apart(candidates, index, part):
                continue
            score = _score(candidates, index, part) + 0.16 * (in_order and not _outweighed(candidates, candidate, part))
            if score > (best[0] if best else POSSIBLE):
                best = (score, candidate, part)
    return best


def _apart(candidates: list[Candidate], index: int, part: str) -> bool:
    """The part stands elsewhere, with other sections between."""
    holders = [i for i, other in enumerate(candidates) if part in other.parts]
    return bool(holders) and all(abs(i - index) > 1 for i in holders)


def _outweighed(candidates: list[Candidate], candidate: Candidate, part: str) -> bool:
    """Another open section tells of the part alone, and far more of it."""
    return any(
        other is not candidate
        and not other.parts
        and not other.outside
        and other.body[part] >= CLEAR
        and other.weight >= 2 * candidate.weight
        for other in candidates
    )


def _fits_order(candidates: list[Candidate], index: int, ids: tuple[str, ...], position: int) -> bool:
    """The sections before and behind are the parts before and behind, as the template orders them."""
    inside = [candidate for candidate in candidates if not candidate.outside]
    at = inside.index(candidates[index])
    before = [ids.index(part) for part in inside[at - 1].parts] if at else [-1]
    behind = [ids.index(part) for part in inside[at + 1].parts] if at + 1 < len(inside) else [len(ids)]
    if not before or not behind or not max(before) < position < min(behind):
        return False
    return position - max(before) == 1 or min(behind) - position == 1


def _score(candidates: list[Candidate], index: int, part: str) -> float:
    """How much speaks for a part where the heading does not name one: share of the body, cues, what is taken."""
    candidate = candidates[index]
    others = max((share for other, share in candidate.body.items() if other != part), default=0.0)
    score = 0.5 + 0.55 * (candidate.body[part] - others) + min(0.45, 0.16 * candidate.heading[part])
    score -= min(0.45, 0.16 * max((value for other, value in candidate.heading.items() if other != part), default=0.0))
    holders = [i for i, other in enumerate(candidates) if part in other.parts]
    if not holders:
        return score + 0.12
    return score - 0.08  # beside it


def _settle_rivals(candidates: list[Candidate], by_hand: dict[int, str]) -> None:
    """Of sections apart that are headed for one part, the surest row of neighbours keeps it."""
    for part in {part for candidate in candidates for part in candidate.parts}:
        holders = [i for i, candidate in enumerate(candidates) if part in candidate.parts]
        rows: list[list[int]] = []
        for index in holders:
            if rows and rows[-1][-1] == index - 1:
                rows[-1].append(index)
            else:
                rows.append([index])
        if len(rows) < 2:
            continue
        best = max(rows, key=lambda row: max(
            (candidates[i].section.start in by_hand, candidates[i].heading[part] + 2 * candidates[i].body[part]) for i in row
        ))  # fmt: skip
        for row in rows:
            if row is not best:
                for i in row:
                    if candidates[i].section.start not in by_hand:
                        candidates[i].parts = tuple(p for p in candidates[i].parts if p != part)
                        candidates[i].sure = candidates[i].sure if candidates[i].parts else 0.0


def _is_row(candidates: list[Candidate]) -> bool:
    """Bodies decide only in a text that is built of sections: three of one style, or two with a named part."""
    if len(candidates) > MOST_SECTIONS:
        return False
    styles = [candidate.section.style for candidate in candidates]
    most = max((styles.count(style) for style in set(styles)), default=0)
    return most >= 3 or (most >= 2 and any(candidate.parts for candidate in candidates))
