"""Write a report as a .docx in a layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.language.words import words_of
from desktop_app.report.metadata import Metadata
from desktop_app.report.values import Report, Role
from desktop_app.word.footer import number_pages
from desktop_app.word.layout import Layout
from desktop_app.word.markup import text_of, w
from desktop_app.word.package import empty_document, packed
from desktop_app.word.page_lines import PageLine, dropped_characters, one_line, page_lines
from desktop_app.word.styles import STYLE_IDS, TITLE_BREAK, run_in_style
from desktop_app.word.title_lines import title_lines
from desktop_app.word.typefaces import lacking_characters, note_on_characters
from desktop_app.word.typesetting import SetLine, set_lines


@dataclass(frozen=True, slots=True)
class Written:
    """A .docx, and what its writer is to be told."""

    data: bytes
    notes: tuple[str, ...] = ()  # Chinese, a line each


def write_docx(report: Report, metadata: Metadata, layout: Layout) -> Written:
    """The report as a .docx. The front matter fills in what the text lacks; nothing else of it is in the file."""
    lines = tuple(set_lines(page_lines(report, metadata), layout))
    title = "".join(item.line.text for item in lines if item.style == "title")
    document = empty_document(layout, report.script, title, one_line(metadata.unit))
    number_pages(document.sections[0], layout)
    body = document.element.body
    end = body[-1]
    for item in lines or (SetLine(PageLine(Role.PARAGRAPH, ""), "body"),):
        end.addprevious(_paragraph(item, layout))
    return Written(packed(document), tuple(_notes(report, lines, layout)))


def _paragraph(item: SetLine, layout: Layout) -> BaseOxmlElement:
    return w("p", w("pPr", *_differences(item, layout)), *_runs(item, layout))


def _differences(item: SetLine, layout: Layout) -> Iterator[BaseOxmlElement]:
    if item.style != "body":
        yield w("pStyle", val=STYLE_IDS[item.style])
    if item.keep_next:
        yield w("keepNext")
    if item.new_page:
        yield w("pageBreakBefore")
    if item.tab_chars:
        yield w("tabs", *(w("tab", val="left", pos=round(stop * layout.character_twips)) for stop in item.tab_chars))
    if item.before is not None:
        yield w("spacing", before=item.before * layout.line_twips)
    if item.right_chars is not None:
        yield w("ind", rightChars=round(item.right_chars * 100), right=round(item.right_chars * layout.character_twips))
    if item.hanging_chars is not None:
        left, hanging = item.hanging_chars
        width = layout.character_twips
        yield w(
            "ind",
            leftChars=round(left * 100),
            left=round(left * width),
            hangingChars=round(hanging * 100),
            hanging=round(hanging * width),
        )


def _runs(item: SetLine, layout: Layout) -> Iterator[BaseOxmlElement]:
    text = item.line.text
    if item.style in ("title", "attachment_title"):
        for index, line in enumerate(title_lines(text, layout.title_characters, words_of)):
            if index:
                yield w("r", w("rPr", w("rStyle", val=TITLE_BREAK)), w("br"))
            yield _run(line)
        return
    if run_in := item.line.run_in:
        yield _run(text[:run_in], w("rStyle", val=run_in_style(item.line.level)))
    if text[run_in:]:
        yield _run(text[run_in:])


def _run(text: str, *style: BaseOxmlElement) -> BaseOxmlElement:
    # Word heeds the hint on a run only: without, “ ” — … would be set as Latin.
    return w("r", w("rPr", *style, w("rFonts", hint="eastAsia")), *text_of(text))


def _notes(report: Report, lines: tuple[SetLine, ...], layout: Layout) -> Iterator[str]:
    if dropped := dropped_characters(report.text):
        codes = "、".join(f"U+{ord(char):04X}" for char in dropped)
        yield f"文中有 Word 文件不能存放的控制字符（{codes}），已去掉，其余文字不变。"
    for face, texts in _texts_by_face(lines, layout).items():
        typeface = layout.typeface(face, report.script)
        if lacking := lacking_characters("".join(texts), typeface.covers):
            yield note_on_characters(typeface.name, typeface.like, lacking)


def _texts_by_face(lines: tuple[SetLine, ...], layout: Layout) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in lines:
        text, run_in = item.line.text, item.line.run_in
        for style, piece in ((f"heading_{item.line.level}", text[:run_in]), (item.style, text[run_in:])):
            if piece:
                found.setdefault(getattr(layout.styles, style).face.value, []).append(piece)
    return found
