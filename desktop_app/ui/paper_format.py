"""What a line looks like on the paper: formats derived from its role in the report. GB/T 9704—2012, 7.3."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlockFormat, QTextCharFormat, QTextDocument

from desktop_app.report.values import Block, Report, Role
from desktop_app.ui.fonts import LINE_HEIGHT, TITLE_SIZE, Face, paper_font


class Dress(IntEnum):
    """How a line is dressed; kept as the state of its block."""

    TEXT = 0
    TITLE = 1
    SUBTITLE = 2
    FLUSH = 3  # no indent: recipient
    HEADING_1 = 4
    HEADING_2 = 5
    RIGHT = 6  # signature, date


_OF_ROLE = {
    Role.TITLE: Dress.TITLE,
    Role.SUBTITLE: Dress.SUBTITLE,
    Role.DOCUMENT_NUMBER: Dress.SUBTITLE,
    Role.CLASSIFICATION: Dress.FLUSH,
    Role.MAIN_RECIPIENT: Dress.FLUSH,
    Role.SIGNATURE: Dress.RIGHT,
    Role.DATE_OF_WRITING: Dress.RIGHT,
}
_FACES = {Dress.TITLE: Face.TITLE, Dress.HEADING_1: Face.HEADING_1, Dress.HEADING_2: Face.HEADING_2}
_ALIGNMENTS = {
    Dress.TITLE: Qt.AlignmentFlag.AlignHCenter,
    Dress.SUBTITLE: Qt.AlignmentFlag.AlignHCenter,
    Dress.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_INDENTED = (Dress.TEXT, Dress.HEADING_1, Dress.HEADING_2)


def dress_of(block: Block) -> Dress:
    if block.role is Role.HEADING and block.headings:
        return {1: Dress.HEADING_1, 2: Dress.HEADING_2}.get(block.headings[0].level, Dress.TEXT)
    return _OF_ROLE.get(block.role, Dress.TEXT)


def dresses_of(report: Report) -> list[Dress]:
    """One for each line of the text, blank lines too."""
    lines = report.text.split("\n")
    by_start = {block.span.start: block for block in report.blocks}
    dresses, start = [], 0
    for line in lines:
        lead = len(line) - len(line.lstrip())
        block = by_start.get(start + lead) or by_start.get(start)
        dresses.append(dress_of(block) if block else Dress.TEXT)
        start += len(line) + 1
    return dresses


@dataclass(frozen=True, slots=True)
class Gaps:
    """Room for missing parts around a line, px."""

    above: int = 0
    below: int = 0


NO_GAPS = Gaps()


def block_format(dress: Dress, px: float, text: str, gaps: Gaps) -> QTextBlockFormat:
    made = QTextBlockFormat()
    size = px * TITLE_SIZE if dress is Dress.TITLE else px
    made.setLineHeight(round(size * LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setAlignment(_ALIGNMENTS.get(dress, Qt.AlignmentFlag.AlignLeft))
    if dress in _INDENTED and not text[:1].isspace():
        made.setTextIndent(2 * round(px))
    if dress is Dress.RIGHT:
        made.setRightMargin(2 * round(px))
    made.setTopMargin(gaps.above)
    made.setBottomMargin(gaps.below + (round(px * 0.7) if dress is Dress.TITLE else 0))
    return made


class RoleFonts(QSyntaxHighlighter):
    """Gives each line the font of its dress and the colour of the ink."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[Dress, QTextCharFormat] = {}

    def prepare(self, px: float, ink: str) -> None:
        """Set size and colour; takes effect when the lines are highlighted again."""
        for dress in Dress:
            made = QTextCharFormat()
            size = px * TITLE_SIZE if dress is Dress.TITLE else px
            made.setFont(paper_font(_FACES.get(dress, Face.TEXT), size))
            made.setForeground(QColor(ink))
            self._formats[dress] = made

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        if self._formats:
            block = self.currentBlock()
            dress = Dress(block.userState()) if block.userState() in self._formats else Dress.TEXT
            self.setFormat(0, block.length(), self._formats[dress])
