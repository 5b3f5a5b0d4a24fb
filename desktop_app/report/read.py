"""Read a report: text in, its blocks, parts and figures out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from desktop_app.language.readable import Readable, readable
from desktop_app.language.script import Script
from desktop_app.report.counting import count_characters, count_han
from desktop_app.report.genre import only_orders
from desktop_app.report.lines import Line, lines_of
from desktop_app.report.metadata import Assigned
from desktop_app.report.numbering import LEVELS
from desktop_app.report.parts import Reading, find_parts
from desktop_app.report.quantities import find_quantities
from desktop_app.report.sections import Section, sections_of
from desktop_app.report.template import Template
from desktop_app.report.values import Block, Heading, PlacedPart, Reason, Report, Role, State


def read(
    text: str, template: Template | None, *, script: Script | None = None, assigned: Sequence[Assigned] = ()
) -> Report:
    """What a text says. Never fails: any text is a report, perhaps a bad one.

    `template` None reads blocks and figures without parts; `script` None: it is found out from the text.
    """
    copy = readable(text)
    lines = lines_of(copy.text)
    sections = sections_of(copy.text, lines)
    orders = only_orders(copy.text, lines)
    by_hand = _by_hand(copy, text, sections, template, assigned)
    reading = find_parts(copy.text, lines, sections, template, by_hand, orders=orders)
    quantities, rejected = find_quantities(copy, *_places(reading, orders))
    present = sum(placement.state is not State.UNSURE for placement in reading.placed)
    return Report(
        text=text,
        template=template,
        script=script or copy.script,
        readable=copy,
        blocks=_blocks(copy, lines, sections),
        parts=_parts(copy, lines, template, reading) if template else (),
        quantities=quantities,
        rejected=rejected,
        fits_template=template is not None and not orders and (present >= 2 or reading.cued >= 2),
        only_orders=orders,
        characters=count_characters(text),
        han=count_han(text),
    )


def _by_hand(
    copy: Readable, text: str, sections: list[Section], template: Template | None, assigned: Sequence[Assigned]
) -> dict[int, str]:
    """Start of a section in the copy → the part that the clerk assigned it to."""
    chosen: dict[int, str] = {}
    ids = {part.id for part in template.parts} if template else set()
    for wish in assigned:
        same = [s.start for s in sections if copy.span(s.start, s.head_end).of(text) == wish.heading]
        if wish.part in ids and 0 < wish.occurrence <= len(same):
            chosen[same[wish.occurrence - 1]] = wish.part
    return chosen


def _places(
    reading: Reading, orders: bool
) -> tuple[Callable[[int], tuple[str, ...]], Callable[[int], Reason | None]]:
    starts = [start for start, _, _ in reading.members]
    outside = sorted(reading.outside)

    def parts_at(position: int) -> tuple[str, ...]:
        at = bisect_right(starts, position) - 1
        return reading.members[at][2] if at >= 0 and position < reading.members[at][1] else ()

    def told_at(position: int) -> Reason | None:
        if orders:
            return Reason.REQUIREMENT
        at = bisect_right(outside, (position, len(outside) and outside[-1][1])) - 1
        return Reason.OTHER if at >= 0 and outside[at][0] <= position < outside[at][1] else None

    return parts_at, told_at


def _blocks(copy: Readable, lines: list[Line], sections: list[Section]) -> tuple[Block, ...]:
    of_line: dict[int, list[Section]] = {}
    for section in sections:
        of_line.setdefault(section.line, []).append(section)
    return tuple(
        Block(
            Role.HEADING if any(section.own_line for section in of_line.get(index, ())) else line.role,
            copy.span(line.start, line.end),
            tuple(_heading(copy, section) for section in of_line.get(index, ())),
        )
        for index, line in enumerate(lines)
    )


def _heading(copy: Readable, section: Section) -> Heading:
    ordinal = section.ordinal
    number = copy.span(ordinal.start, ordinal.end) if ordinal else copy.span(section.start, section.start)
    return Heading(
        span=copy.span(section.start, section.head_end),
        number=number,
        ordinal=ordinal.value if ordinal else None,
        style=section.style,
        level=LEVELS.get(section.style, 1 if section.own_line else 0),
        section_end=copy.span(section.start, section.end).end,
    )


def _parts(copy: Readable, lines: list[Line], template: Template, reading: Reading) -> tuple[PlacedPart, ...]:
    by_id = {placement.part: placement for placement in reading.placed}
    return tuple(
        PlacedPart(
            part=part,
            state=placement.state,
            span=copy.span(placement.start, placement.end),
            heading=copy.span(placement.start, placement.head_end),
            confidence=placement.confidence,
            assigned=placement.assigned,
            insertion=copy.position(placement.start),
        )
        if (placement := by_id.get(part.id))
        else PlacedPart(part, State.ABSENT, insertion=_insertion(copy, lines, template, reading, index))
        for index, part in enumerate(template.parts)
    )


def _insertion(copy: Readable, lines: list[Line], template: Template, reading: Reading, index: int) -> int:
    """Where a missing part belongs: behind the part before it, else before the part after it, else behind the body."""
    places = {placement.part: placement for placement in reading.placed}
    for part in reversed(template.parts[:index]):
        if part.id in places:
            return copy.span(0, places[part.id].end).end
    for part in template.parts[index + 1 :]:
        if part.id in places:
            return copy.position(places[part.id].start)
    body = [line for line in lines if line.role in (Role.TITLE, Role.SUBTITLE, Role.MAIN_RECIPIENT, Role.PARAGRAPH)]
    return copy.span(0, body[-1].end).end if body else 0


