"""How the state of a part is shown: the same mark and word in gauge, structure and margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop_app.report.screen_words import STATE_WORDS
from desktop_app.report.template import Figures, Part, Template
from desktop_app.report.values import PlacedPart, Report, State
from desktop_app.ui.marks import Mark
from desktop_app.ui.tokens import Colours


@dataclass(frozen=True, slots=True)
class PartStatus:
    """A part of the template as the text has it."""

    id: str
    name: str
    mark: Mark
    word: str  # “3 处”, “无数据”, “缺少”
    is_missing: bool
    figures: int

    @property
    def spoken(self) -> str:
        """For screen readers: “宣传，有数据，6 处”."""
        return f"{self.name}，有数据，{self.word}" if self.mark is Mark.OK and self.figures else f"{self.name}，{self.word}"

    def ink(self, colours: Colours) -> str:
        """Of the word."""
        return {
            Mark.ERROR: colours.err,
            Mark.EMPTY: colours.err,
            Mark.WARNING: colours.warn,
            Mark.HINT: colours.sug,
            Mark.UNSURE: colours.sug,
        }.get(self.mark, colours.ink2)

    def ground(self, colours: Colours) -> str | None:
        return {
            Mark.ERROR: colours.err_soft,
            Mark.EMPTY: colours.err_soft,
            Mark.WARNING: colours.warn_soft,
            Mark.HINT: colours.sug_soft,
            Mark.UNSURE: colours.sug_soft,
        }.get(self.mark)

    def rail(self, colours: Colours) -> tuple[Qt.PenStyle, str]:
        """The line beside its text in the margin of the paper."""
        if self.mark is Mark.WARNING:
            return Qt.PenStyle.DashLine, colours.warn_line
        if self.mark in (Mark.UNSURE, Mark.HINT):
            return Qt.PenStyle.DotLine, colours.sug
        if self.mark in (Mark.EMPTY, Mark.ERROR):
            return Qt.PenStyle.DashLine, colours.err
        return Qt.PenStyle.SolidLine, colours.ok


def status_of(report: Report, placed: PlacedPart) -> PartStatus:
    count = len(report.quantities_of(placed.part.id))
    mark, word = _mark_and_word(placed.part, placed.state, count)
    return PartStatus(
        id=placed.part.id,
        name=placed.part.name,
        mark=mark,
        word=word,
        is_missing=placed.state is State.ABSENT,
        figures=count,
    )


def statuses_of(report: Report) -> tuple[PartStatus, ...]:
    """Of every part of the template, in its order."""
    if is_blank(report):
        return not_begun(report.template)
    return tuple(status_of(report, placed) for placed in report.parts)


def is_blank(report: Report) -> bool:
    """Nothing is written yet: no part is missing in a text that was not begun."""
    return not report.text.strip()


def not_begun(template: Template | None) -> tuple[PartStatus, ...]:
    return tuple(_not_begun(part) for part in _parts(template))


def _parts(template: Template | None) -> Sequence[Part]:
    return template.parts if template else ()


def _not_begun(part: Part) -> PartStatus:
    return PartStatus(part.id, part.name, Mark.NOT_ASKED, "未写", is_missing=False, figures=0)


def _mark_and_word(part: Part, state: State, count: int) -> tuple[Mark, str]:
    if state is State.ABSENT:
        return Mark.ERROR, STATE_WORDS[State.ABSENT]
    if state is State.EMPTY:
        return Mark.EMPTY, "空白"
    if state is State.UNSURE:
        return Mark.UNSURE, STATE_WORDS[State.UNSURE]
    if count:
        return Mark.OK, f"{count} 处"
    if part.figures is Figures.NONE:
        return Mark.OK, "已写"
    return (Mark.WARNING if part.figures is Figures.REQUIRED else Mark.HINT), "无数据"
