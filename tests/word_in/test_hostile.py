"""Files that are broken, or made to harm: one clear message each, soon, without filling the memory."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.word.comments import annotate
from desktop_app.word.reader import DocxError, read_docx
from tests.word_in import packages
from tests.word_in.packages import docx, entries, p, package, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WHOLE = entries(p("甲"), styles="", numbering="")
DOCUMENT = WHOLE["word/document.xml"]
ENTITIES = b'<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
XXE = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
# Reads every file of a folder and prints the longest time and the most memory it took, where that can be known.
MEASURED = """
import sys, time
from pathlib import Path
from desktop_app.word.reader import DocxError, read_docx
longest = 0.0
for file in Path(sys.argv[1]).iterdir():
    data, start = file.read_bytes(), time.process_time()
    try:
        read_docx(data)
    except DocxError:
        longest = max(longest, time.process_time() - start)
status = Path("/proc/self/status")  # what `resource` knows would be the parent's peak as well
lines = status.read_text().splitlines() if status.exists() else []
peak = sum(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
print(longest, peak)
"""


def with_part(name: str, content: bytes) -> bytes:
    return package({**WHOLE, name: content})


def with_document(content: bytes) -> bytes:
    return with_part("word/document.xml", content)


def with_doctype(doctype: bytes, reference: bytes) -> bytes:
    return with_document(DOCUMENT.replace(b"?>", b"?>" + doctype, 1).replace("甲".encode(), reference))


def encrypted_entry() -> bytes:
    data = bytearray(docx(p("甲")))
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def lying_about_its_size() -> bytes:
    """Declared 100 bytes, in truth 50 MB."""
    data = bytearray(with_document(b" " * 50_000_000 + DOCUMENT))
    true = (50_000_000 + len(DOCUMENT)).to_bytes(4, "little")
    return bytes(data.replace(true, (100).to_bytes(4, "little")))


def nested_tables(depth: int) -> bytes:
    before, after = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    return docx(before + p("里") + after)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "0 字节"),
    "no-zip": (lambda: b"hello", "不是 Word 文件"),
    "doc-renamed": (lambda: OLE + b"\0" * 4096, "旧格式"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096, "加密"),
    "encrypted-entries": (encrypted_entry, "加密"),
    "rtf": (lambda: rb"{\rtf1 hello}", "RTF"),
    "pdf": (lambda: b"%PDF-1.7", "PDF"),
    "web-page": (lambda: b"<html><body>hello</body></html>", "网页"),
    "zip-of-other-things": (lambda: package({"a.txt": b"hello"}), "没有正文部分"),
    "spreadsheet": (lambda: with_document(b'<workbook xmlns="http://example.org"/>'), "Excel"),
    "odf": (lambda: package({"mimetype": b"", "content.xml": b""}), "ODF"),
    "no-body": (lambda: with_document(packages.part("document", "")), "没有正文"),
    "bomb": (lambda: with_document(b" " * 100_000_000 + DOCUMENT), "解压后超过"),
    "bomb-in-styles": (lambda: with_part("word/styles.xml", b" " * 100_000_000), "解压后超过"),
    "bomb-that-lies": (lying_about_its_size, "损坏"),
    "markup-alone": (lambda: docx("<w:p/>" * 700_000), "解压后超过"),
    "too-much-markup": (lambda: docx(*(f'<w:p w:x="{number}"/>' for number in range(800_000))), "内容过多"),
    "10000-nested-tables": (lambda: nested_tables(10_000), "嵌套过深"),
    "entities": (lambda: with_doctype(ENTITIES, b"&c;"), "DTD"),
    "external-entity": (lambda: with_doctype(XXE, b"&x;"), "DTD"),
    "external-dtd": (lambda: with_doctype(b'<!DOCTYPE w:document SYSTEM "http://example.org/x.dtd">', b""), "DTD"),
    "cut-xml": (lambda: with_document(DOCUMENT[:-20]), "不是完整的 XML"),
    "cut-styles": (lambda: with_part("word/styles.xml", b"<w:styles"), "不是完整的 XML"),
    "path-outside": (lambda: with_part("../../evil.txt", b"x"), "包外的路径"),
    "path-outside-on-windows": (lambda: with_part("..\\evil.txt", b"x"), "包外的路径"),
    "main-part-outside": (
        lambda: with_part("_rels/.rels", WHOLE["_rels/.rels"].replace(b"word/document.xml", b"../../etc/passwd")),
        "包外的路径",
    ),
}


@pytest.mark.parametrize(("made", "cause"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_gets_one_line_that_names_the_cause(made: Callable[[], bytes], cause: str) -> None:
    data = made()
    for task in (read_docx, lambda given: annotate(given, ())):
        with pytest.raises(DocxError) as caught:
            task(data)
        message = str(caught.value)
        assert cause in message
        assert "\n" not in message
        assert any("\u4e00" <= char <= "\u9fff" for char in message)


def test_refusing_a_bomb_takes_neither_2_seconds_nor_500_megabytes(tmp_path: Path) -> None:
    """Of processor time; the memory is that of the whole process."""
    for name, (made, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(made())
    done = subprocess.run([sys.executable, "-c", MEASURED, str(tmp_path)], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 2
    assert megabytes < 500


def test_a_file_cut_anywhere_gets_one_line() -> None:
    noise = random.Random(4).randbytes(40_000)
    data = package({**WHOLE, "word/media/image1.png": noise})
    for length in range(0, len(data), 1000):
        with pytest.raises(DocxError) as caught:
            read_docx(data[:length])
        assert "\n" not in str(caught.value)


def test_a_file_with_a_wrong_byte_anywhere_is_read_or_refused() -> None:
    chance = random.Random(7)
    data = docx(
        p("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), table((p("乙"),)), numbering="", styles=""
    )
    refused = 0
    for _ in range(2000):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_docx(bytes(broken))
        except DocxError:
            refused += 1
    assert refused > 0


def test_numbers_that_are_none_do_not_matter_for_the_text() -> None:
    chance = random.Random(11)
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlRestart w:val="1"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num>'
    )
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    whole = entries(
        p("甲", sign, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), numbering=numbering
    )
    values = [b'"-1"', b'"999999999999999999999"', b'""', b'"x"', '"十"'.encode(), '"²"'.encode(), b'"0"']
    for _ in range(300):
        broken = {}
        for name, content in whole.items():
            pieces = content.split(b'"1"')
            broken[name] = b"".join(
                piece + (chance.choice([b'"1"', *values]) if number < len(pieces) - 1 else b"")
                for number, piece in enumerate(pieces)
            )
        broken["word/document.xml"] = whole["word/document.xml"].replace(b'"F0FC"', chance.choice(values))
        assert "甲" in read_docx(package(broken)).text


def test_tables_nested_as_deep_as_a_person_may_nest_them_are_read() -> None:
    assert read_docx(nested_tables(60)).text == "里"


def test_pictures_of_any_size_do_not_matter_for_the_text() -> None:
    assert read_docx(with_part("word/media/image1.bmp", b"\0" * 100_000_000)).text == "甲"
