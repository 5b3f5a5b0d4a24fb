"""Our files in LibreOffice, and its files in our reader."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.report.finding import Edit, Finding, Fix, Level, Span, Strength
from desktop_app.word.comments import annotate
from desktop_app.word.reader import read_docx
from tests.word_in.office import Office
from tests.word_in.packages import PICTURE, deleted, docx, field, p, r, table, tracked

pytestmark = pytest.mark.slow

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
HTML = """<html><head><meta charset="utf-8"></head><body><h1>青澜县防溺水工作情况汇报</h1>
<ol><li>部署</li><li>学习</li></ol><p>甲<br>乙<b>丙</b><i>丁</i></p>
<table><tr><td>乡镇</td><td>宣讲</td></tr><tr><td>禾川镇</td><td>20场</td></tr></table><p>完</p></body></html>"""


def document() -> bytes:
    comment = f'<w:comment w:id="7" w:author="审核人" w:initials="审">{p("口径是否一致？")}</w:comment>'
    start, end = (
        '<w:commentRangeStart w:id="7"/>',
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
    )
    return docx(
        p("迅速行动抓部署", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        p(
            "县督查组截",
            r("止目", "<w:b/>"),
            "前排查",
            start,
            "水域118处",
            end,
            "，已整改",
            deleted("23"),
            tracked("ins", r("35")),
            "个。",
        ),
        p("见", field(' HYPERLINK "https://example.org" ', r("县政府网站")), "，", PICTURE, "另有7起。"),
        table((p("乡镇"), p("宣讲")), (p("禾川镇"), p("约20场左右"))),
        p("青澜县教育局"),
        "<w:sectPr/>",
        comments=comment,
        numbering=LIST,
    )


def commented_words(odt: bytes) -> dict[str, str]:
    """What each comment says → the words at which LibreOffice shows it."""
    with zipfile.ZipFile(BytesIO(odt)) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    body = root.find(f"{OFFICE}body")
    assert body is not None
    said, words, open_names = {}, {}, set()

    def visit(node: ElementTree.Element) -> None:
        name = node.get(f"{OFFICE}name", "")
        if node.tag == f"{OFFICE}annotation":
            said[name] = "".join(node.find(f"{TEXT}p").itertext())  # type: ignore[union-attr]
            words[name] = ""
            open_names.add(name)
        elif node.tag == f"{OFFICE}annotation-end":
            open_names.discard(name)
        elif node.tag != f"{TEXT}tracked-changes":
            see(node.text)
            for inner in node:
                visit(inner)
                see(inner.tail)

    def see(text: str | None) -> None:
        for name in open_names:
            words[name] += (text or "").strip("\n")

    visit(body)
    return {said[name]: words[name] for name in said}


def findings_on(text: str, *words: str) -> list[Finding]:
    places = [(text.index(word), word) for word in words]
    return [
        Finding("WO01", "fault", Level.HINT, Strength.ADVICE, Span(at, at + len(word)), f"看“{word}”", "来源")
        for at, word in places
    ]


def test_each_comment_is_shown_at_its_words(office: Office) -> None:
    data = document()
    words = ("截止目前", "目前排查水域", "县政府网站", "20场", "行动", "青澜县教育局", "7起")
    findings = findings_on(read_docx(data).text, *words)
    shown = commented_words(office.convert(annotate(data, findings, date=datetime(2026, 8, 3)), "docx", "odt"))
    assert shown == {"口径是否一致？": "水域118处", **{f"看“{word}”": word for word in words}}


def test_tracked_fixes_are_tracked_changes_there(office: Office) -> None:
    data = document()
    text = read_docx(data).text
    at = text.index("截止")
    fix = Fix("改正", (Edit(Span(at, at + 2), "截至"),), safe=True)
    finding = Finding("WO01", "fault", Level.HINT, Strength.ADVICE, Span(at, at + 4), "看", "来源", fixes=(fix,))
    result = annotate(data, [finding], fixes=True, date=datetime(2026, 8, 3))
    again = read_docx(office.convert(office.convert(result, "docx", "odt"), "odt", "docx")).text
    assert again == text.replace("截止", "截至")


def test_a_round_trip_through_libreoffice_keeps_the_text(office: Office) -> None:
    data = document()
    assert read_docx(office.convert(office.convert(data, "docx", "odt"), "odt", "docx")).text == read_docx(data).text


def test_a_file_that_libreoffice_made_is_read_without_loss(office: Office) -> None:
    text = read_docx(office.convert(HTML.encode(), "html", "docx")).text
    assert text.split("\n") == [
        *("青澜县防溺水工作情况汇报", "1.部署", "2.学习", "甲", "乙丙丁", "乡镇", "宣讲", "禾川镇", "20场", "完"),
    ]


def test_docx_integrity_finds_nothing_wrong(tmp_path: Path) -> None:
    data = document()
    text = read_docx(data).text
    fix = Fix("改正", (Edit(Span(text.index("35"), text.index("35") + 2), "３５"),), safe=True)
    findings = [
        *findings_on(text, "截止目前", "20场"),
        Finding("NU01", "x", Level.HINT, Strength.ADVICE, fix.edits[0].span, "看", "", fixes=(fix,)),
    ]
    for name, result in (("plain", annotate(data, findings)), ("fixed", annotate(data, findings, fixes=True))):
        file = tmp_path / f"{name}.docx"
        file.write_bytes(result)
        judge = Path(sys.executable).with_name("docx-integrity")
        done = subprocess.run([judge, "check", file], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.count("error")) == (0, 1), done.stdout
