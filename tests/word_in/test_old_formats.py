"""Files of older programs, through a program that can read them."""

from __future__ import annotations

import shutil
import sys

import pytest

from desktop_app.word.old_formats import Converter, converters, docx_of, libreoffice
from desktop_app.word.opening import DocxError
from desktop_app.word.reader import read_docx
from tests.word_in.office import Office
from tests.word_in.packages import docx, p

COPY = "import os, shutil; shutil.copy(os.environ['GAOJIAN_FROM'], os.environ['GAOJIAN_TO'])"


def program(name: str, code: str) -> Converter:
    return Converter(name, lambda source, target: (sys.executable, "-c", code))


def test_the_first_program_that_can_converts_the_file() -> None:
    broken, missing = (
        program("WPS", "raise SystemExit(1)"),
        Converter("Word", lambda source, target: ("no-such-program",)),
    )
    data = docx(p("甲"))
    assert docx_of(data, ".DOC", [broken, missing, program("LibreOffice", COPY)]) == data


def test_without_a_program_the_clerk_is_told_how() -> None:
    with pytest.raises(DocxError, match=r"^这是旧格式文件（\.wps），本机没有找到.*另存为 \.docx$"):
        docx_of(b"x", ".wps", [])


def test_where_every_program_fails_they_are_named() -> None:
    with pytest.raises(DocxError, match=r"未能转换（已试：Word、WPS）.*另存为 \.docx$"):
        docx_of(b"x", ".doc", [program("Word", ""), program("WPS", "")])


@pytest.mark.slow
def test_a_doc_is_read_through_libreoffice(office: Office) -> None:
    old = office.convert(docx(p("青澜县防溺水工作情况汇报"), p("召开会议3次。")), "docx", "doc")
    assert old.startswith(b"\xd0\xcf\x11\xe0")
    soffice = shutil.which("soffice")
    assert soffice
    assert read_docx(docx_of(old, ".doc", [libreoffice(soffice)])).text == "青澜县防溺水工作情况汇报\n召开会议3次。"
    assert any(found.name == "LibreOffice" for found in converters())
