"""页码: below the type area, on odd pages right, on even pages left (GB/T 9704—2012, 7.5)."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from desktop_app.word.layout import Align, Layout, twips_of_pt
from desktop_app.word.markup import text_of, w
from desktop_app.word.styles import PAGE_NUMBER


def number_pages(section: Section, layout: Layout) -> None:
    """Write both footers: where one is missing, its pages have no number."""
    for footer, side in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]._p
        paragraph.getparent().replace(paragraph, _page_number(layout, side))


def _page_number(layout: Layout, side: Align) -> BaseOxmlElement:
    number = layout.page_number
    chars = number.outer_chars.value
    outer = {
        f"{side.value}Chars": round(chars * 100),
        side.value: round(chars * twips_of_pt(number.size_pt.value)),
    }
    return w(
        "p",
        w("pPr", w("pStyle", val=PAGE_NUMBER), w("ind", **outer), w("jc", val=side.value)),
        _run(*text_of(f"{number.dash.value} ")),
        _run(w("fldChar", fldCharType="begin")),
        _run(_instruction(" PAGE ")),
        _run(w("fldChar", fldCharType="separate")),
        _run(*text_of("1")),
        _run(w("fldChar", fldCharType="end")),
        _run(*text_of(f" {number.dash.value}")),
    )


def _run(*content: BaseOxmlElement) -> BaseOxmlElement:
    return w("r", w("rPr", w("rFonts", hint="eastAsia")), *content)


def _instruction(text: str) -> BaseOxmlElement:
    element = w("instrText")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = text
    return element
