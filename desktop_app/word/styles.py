"""The styles of a .docx, made from a layout: named as Word names them, so that they show in its 样式 and 导航."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.language.script import Script
from desktop_app.word.layout import Align, Layout, Style, Typeface, twips_of_pt
from desktop_app.word.markup import w

TITLE_BREAK = "GaojianTitleBreak"  # a break that the layout, not the author, put into a title
PAGE_NUMBER = "Footer"
LEVELS = (1, 2, 3, 4)

# Style of the layout → its id in the file, its name, its place in the 导航.
STYLE_IDS = {
    "body": "Normal",
    "title": "Title",
    "subtitle": "Subtitle",
    **{f"heading_{level}": f"Heading{level}" for level in LEVELS},
    "classification": "GaojianClassification",
    "document_number": "GaojianDocumentNumber",
    "main_recipient": "GaojianMainRecipient",
    "attachment_note": "GaojianAttachmentNote",
    "signature": "Signature",
    "date": "Date",
    "source": "GaojianSource",
    "annotation": "GaojianAnnotation",
    "attachment_mark": "GaojianAttachmentMark",
    "attachment_title": "GaojianAttachmentTitle",
}
_NAMES = {
    "body": "Normal",
    "title": "Title",
    "subtitle": "Subtitle",
    **{f"heading_{level}": f"heading {level}" for level in LEVELS},
    "classification": "密级",
    "document_number": "发文字号",
    "main_recipient": "主送机关",
    "attachment_note": "附件说明",
    "signature": "Signature",
    "date": "Date",
    "source": "来源",
    "annotation": "附注",
    "attachment_mark": "附件序号",
    "attachment_title": "附件标题",
}
_NUMERALS = "一二三四"


def run_in_style(level: int) -> str:
    """Id of the character style of a heading that stands run in before its text."""
    return f"GaojianRunInHeading{level}"


def styles_of(layout: Layout, script: Script) -> list[BaseOxmlElement]:
    """The children of `w:styles`."""
    make = _Maker(layout, script)
    return [
        w("docDefaults", w("rPrDefault", make.run("body")), w("pPrDefault")),
        *(make.paragraph_style(key) for key in msgspec.structs.asdict(layout.styles)),
        make.page_number(),
        w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"), type="character", default=1, styleId="DefaultParagraphFont"),
        w("style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"), type="numbering", default=1, styleId="NoList"),
        make.table(),
        *(make.run_in(level) for level in LEVELS),
        w("style", w("name", val="标题换行"), w("basedOn", val="DefaultParagraphFont"), w("semiHidden"), type="character", customStyle=1, styleId=TITLE_BREAK),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Maker:
    layout: Layout
    script: Script

    def paragraph_style(self, key: str) -> BaseOxmlElement:
        style: Style = getattr(self.layout.styles, key)
        about = [w("name", val=_NAMES[key])]
        if key != "body":
            about += [w("basedOn", val="Normal"), w("next", val="Normal")]
        kind = {"default": 1} if key == "body" else {} if _NAMES[key].isascii() else {"customStyle": 1}
        return w(
            "style",
            *about,
            w("uiPriority", val=1),
            w("qFormat"),
            self._paragraph(key, style),
            self.run(key),
            type="paragraph",
            styleId=STYLE_IDS[key],
            **kind,
        )

    def _paragraph(self, key: str, style: Style) -> BaseOxmlElement:
        level = int(key.removeprefix("heading_")) if key.startswith("heading_") else 0
        return w(
            "pPr",
            *([w("keepNext")] if level or key in ("title", "subtitle", "attachment_mark", "attachment_title") else []),
            # Word would else pull lines over, and pages would hold 21.
            w("widowControl", val=0),
            w("kinsoku", val=1),
            w("overflowPunct", val=1),
            w("autoSpaceDE", val=0),
            w("autoSpaceDN", val=0),
            w("adjustRightInd", val=0),
            w("snapToGrid", val=0),
            w(
                "spacing",
                before=style.blank_lines.value * self.layout.line_twips,
                after=0,
                line=self.layout.line_twips,
                lineRule="exact",
            ),
            self.indent(style.first_line_chars.value),
            w("jc", val=style.align.value),
            *([w("outlineLvl", val=level - 1)] if level else []),
        )

    def indent(self, first_line_chars: float) -> BaseOxmlElement:
        """In 字 for Word and in twips for LibreOffice, which passes over the 字."""
        return w(
            "ind",
            firstLineChars=round(first_line_chars * 100),
            firstLine=round(first_line_chars * self.layout.character_twips),
        )

    def run(self, key: str) -> BaseOxmlElement:
        style: Style = getattr(self.layout.styles, key)
        tracked = style.size_pt.value == self.layout.text.size_pt.value
        return self._run(
            style.face.value, style.size_pt.value, twips_of_pt(self.layout.text.tracking_pt.value) * tracked
        )

    def _run(self, face: str, size_pt: float, tracking: int) -> BaseOxmlElement:
        body = self.layout.styles.body.face.value
        latin = self.layout.text.digits.value if face == body else face
        return w(
            "rPr",
            fonts(self.layout.typeface(face, self.script), self.layout.typeface(latin, self.script)),
            w("b", val=0),
            w("bCs", val=0),
            w("i", val=0),
            w("color", val="000000"),
            w("spacing", val=tracking),
            w("kern", val=0),
            w("sz", val=round(size_pt * 2)),
            w("szCs", val=round(size_pt * 2)),
            w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
        )

    def run_in(self, level: int) -> BaseOxmlElement:
        return w(
            "style",
            w("name", val=f"{_NUMERALS[level - 1]}级标题（段内）"),
            w("basedOn", val="DefaultParagraphFont"),
            w("uiPriority", val=1),
            w("qFormat"),
            self.run(f"heading_{level}"),
            type="character",
            customStyle=1,
            styleId=run_in_style(level),
        )

    def page_number(self) -> BaseOxmlElement:
        number = self.layout.page_number
        line = twips_of_pt(number.line_pt.value)
        return w(
            "style",
            w("name", val="footer"),
            w("basedOn", val="Normal"),
            w("uiPriority", val=99),
            w(
                "pPr",
                w("spacing", before=0, after=0, line=line, lineRule="exact"),
                self.indent(0),
                w("jc", val=Align.LEFT.value),
            ),
            self._run(number.face.value, number.size_pt.value, 0),
            type="paragraph",
            styleId=PAGE_NUMBER,
        )

    def table(self) -> BaseOxmlElement:
        margins = [
            w(side, w=width, type="dxa") for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
        ]
        return w(
            "style",
            w("name", val="Normal Table"),
            w("uiPriority", val=99),
            w("semiHidden"),
            w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *margins)),
            type="table",
            default=1,
            styleId="TableNormal",
        )


def fonts(typeface: Typeface, latin: Typeface) -> BaseOxmlElement:
    """All four slots. The hint sets “ ” — … in the Chinese face, also where the run's other letters have another."""
    return w("rFonts", hint="eastAsia", ascii=latin.name, hAnsi=latin.name, eastAsia=typeface.name, cs=latin.name)
