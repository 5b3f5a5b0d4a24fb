"""Opening a .docx that anybody may have made: limits, and one clear message for each way in which it can be broken."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

MOST_BYTES = 200_000_000  # of one part, unpacked
MOST_RATIO = 400  # unpacked to packed, for parts above 5 MB
_SUSPECT_BYTES = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_DOCUMENT = "/officeDocument"
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}

Element = Any  # lxml's elements; its stubs make every child a union


class DocxError(Exception):
    """A file is no .docx that can be read; the message, Chinese, is one line: the cause, and what to do."""


class OpenedDocx:
    """The parts of a .docx."""

    def __init__(self, data: bytes) -> None:
        if not data:
            raise DocxError("文件是空的（0 字节），请重新取得文件")
        if data.startswith(_OLE):
            raise DocxError("这是旧格式的 .doc、.wps 或加密的文件，请在 Word 或 WPS 中打开后另存为 .docx")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._archive.namelist())
        except (zipfile.BadZipFile, ValueError, OverflowError, UnicodeDecodeError, NotImplementedError) as error:
            raise DocxError("不是 Word 文件（.docx），或文件已损坏、不完整，请重新取得文件") from error
        self.main = self._main_part()

    def _main_part(self) -> str:
        rels = self.tree("_rels/.rels") if "_rels/.rels" in self.names else None
        for relation in rels if rels is not None else ():
            if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                target = str(relation.get("Target", "")).lstrip("/")
                if target in self.names:
                    return target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise DocxError("文件里没有正文部分（word/document.xml），可能不是 Word 文件或已损坏")

    def related(self, ending: str) -> str | None:
        """The name of the part that the main part refers to by a relationship type with that ending, if it is there."""
        folder, name = posixpath.split(self.main)
        rels = f"{folder}/_rels/{name}.rels"
        if rels in self.names:
            for relation in self.tree(rels):
                if str(relation.get("Type", "")).endswith("/" + ending):
                    target = str(relation.get("Target", ""))
                    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                    return path if path in self.names else None
        guess = f"{folder}/{ending}.xml"
        return guess if guess in self.names else None

    def bytes_of(self, name: str) -> bytes:
        """The contents of a part. Raises DocxError: too large, damaged or encrypted."""
        info = self._archive.getinfo(name)
        packed = max(info.compress_size, 1)
        if info.file_size > MOST_BYTES or info.file_size > _SUSPECT_BYTES and info.file_size > packed * MOST_RATIO:
            raise DocxError(f"{name} 解压后有 {info.file_size // 1_000_000} MB，不像正常的文稿，未打开")
        if info.flag_bits & 1:
            raise DocxError("文件已加密，请在 Word 或 WPS 中去掉密码后再打开")
        try:
            with self._archive.open(info) as part:
                data = part.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise DocxError(f"文件已损坏：{name} 无法解压，请重新取得文件") from error
        if len(data) > MOST_BYTES:
            raise DocxError(f"{name} 解压后超过 {MOST_BYTES // 1_000_000} MB，未打开")
        return data

    def tree(self, name: str) -> Element:
        """The root of an XML part. Raises DocxError: damaged."""
        data = self.bytes_of(name)
        for strict, usual in _STRICT.items():
            if strict.encode() in data:
                data = data.replace(strict.encode(), usual.encode())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DocxError(f"文件已损坏：{name} 不是完整的 XML，或嵌套过深") from error


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of those names."""
    for child in element if element is not None else ():
        if local(child) in names:
            yield child


def child(element: Element | None, name: str) -> Element | None:
    return next(children(element, name), None)


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute, whatever its namespace."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(text)
    return None


def is_on(element: Element | None) -> bool | None:
    """A toggle like w:vanish: None where it does not stand."""
    return None if element is None else value(element) not in ("0", "false", "off")
