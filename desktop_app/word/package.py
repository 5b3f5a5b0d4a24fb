"""The package of a new .docx: python-docx's, without what its template brings along, and the same bytes every time."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.language.script import Script
from desktop_app.word.layout import Layout, Typeface
from desktop_app.word.markup import w
from desktop_app.word.styles import styles_of

_KEPT = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS)
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time in a zip file
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def empty_document(layout: Layout, script: Script, title: str, author: str) -> Document:
    """A document of one empty section with the layout's page, styles and settings, and no paragraph."""
    document = docx.Document()
    package = document.part.package
    for rels, kept in ((document.part.rels, _KEPT), (package.rels, (RELATIONSHIP_TYPE.OFFICE_DOCUMENT,))):
        for key in [key for key, rel in rels.items() if rel.reltype not in kept]:
            del rels[key]
    _fill(document.styles.element, styles_of(layout, script))
    _fill(document.settings.element, _settings(layout))
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _font_table(layout, script), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    properties = Part(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, _properties(title, author), package
    )
    package.relate_to(properties, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    _set_page(document, layout)
    return document


def _fill(element: BaseOxmlElement, children: list[BaseOxmlElement]) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _settings(layout: Layout) -> list[BaseOxmlElement]:
    compatible = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    uri = "http://schemas.microsoft.com/office/word"
    return [
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=2 * layout.character_twips),
        w("evenAndOddHeaders"),
        w("drawingGridVerticalSpacing", val=layout.line_twips),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("balanceSingleByteDoubleByteWidth"),
            w("useFELayout"),
            *(w("compatSetting", name=name, uri=uri, val=value) for name, value in compatible.items()),
        ),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    ]


def _font_table(layout: Layout, script: Script) -> bytes:
    """Tells a program that lacks a font which to take instead."""
    table = w("fonts", *(_font(face.of(script)) for face in layout.faces.values()))
    return serialize_part_xml(table)


def _font(typeface: Typeface) -> BaseOxmlElement:
    alternatives = [w("altName", val=",".join(typeface.like))] if typeface.like else []
    return w(
        "font",
        *alternatives,
        w("charset", val="86"),
        w("family", val="auto"),
        w("pitch", val="default"),
        name=typeface.name,
    )


def _properties(title: str, author: str) -> bytes:
    cp, dc = nsmap["cp"], nsmap["dc"]
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def _set_page(document: Document, layout: Layout) -> None:
    section = document.sections[0]._sectPr
    section.attrib.clear()  # when the template was edited
    page = layout.page
    _fill(
        section,
        [
            w("pgSz", w=page.twips("width_mm"), h=page.twips("height_mm")),
            w(
                "pgMar",
                top=page.twips("top_mm"),
                right=page.twips("right_mm"),
                bottom=page.twips("bottom_mm"),
                left=page.twips("left_mm"),
                header=851,
                footer=page.twips("footer_mm"),
                gutter=0,
            ),
            w("cols", space=425),
            # Lines only: with a grid of characters LibreOffice sets 14 to a line.
            w("docGrid", type="lines", linePitch=layout.line_twips),
        ],
    )


def packed(document: Document) -> bytes:
    """The bytes of the file, with no time of its making in them."""
    saved, again = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, archive.read(name))
    return again.getvalue()
