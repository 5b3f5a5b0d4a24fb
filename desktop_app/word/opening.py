"""Opening a .docx that anybody may have made: limits, and one clear message for each way in which it can be broken."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from lxml import etree

MOST_BYTES = 80_000_000  # of all parts that were read, unpacked
MOST_NODES = 2_000_000  # of all trees: elements, and attributes twice, each of which costs about 200 bytes
MOST_RATIO = 200  # unpacked to packed, for parts above 2 MB
_SUSPECT_BYTES = 2_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (
    (b"{\\rtf", "RTF 文件"),
    (b"%PDF", "PDF 文件"),
    (b"<?xml", "XML 或网页文件"),
    (b"<!DOCTYPE", "网页文件"),
    (b"<html", "网页文件"),
)
_SAVE_AS = "请在 Word 或 WPS 中打开后另存为 .docx"
_OFFICE_DOCUMENT = "/officeDocument"

Element = Any  # lxml's elements; its stubs make every child a union


class DocxError(Exception):
    """A file is no .docx that can be read; the message, Chinese, is one line: the cause, and what to do."""


class OpenedDocx:
    """The parts of a .docx. Names of parts are as the archive has them."""

    def __init__(self, data: bytes) -> None:
        _refuse_other_kinds(data)
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, RuntimeError) as error:
            raise DocxError("不是 Word 文件（.docx），或文件已损坏、不完整，请重新取得文件") from error
        self._names = {_key(name): name for name in self.archive.namelist()}
        if any(".." in key.split("/") for key in self._names):
            raise DocxError("压缩包里有指向包外的路径，不是正常的 Word 文件，未打开")
        self._bytes_left = MOST_BYTES
        self._nodes_left = MOST_NODES
        self.main = self._main_part()

    def _main_part(self) -> str:
        rels = self.name_of("_rels/.rels")
        for relation in self.tree(rels) if rels else ():
            if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                target = str(relation.get("Target", ""))
                if ".." in target.split("/"):
                    raise DocxError("正文部分指向压缩包外的路径，不是正常的 Word 文件，未打开")
                if name := self.name_of(target):
                    return name
        if name := self.name_of("word/document.xml"):
            return name
        if self.name_of("content.xml"):
            raise DocxError(f"这是 ODF 文稿（.odt 等），不是 .docx，{_SAVE_AS}")
        raise DocxError("文件里没有正文部分（word/document.xml），不是 Word 文件或已损坏，请重新取得文件")

    def name_of(self, path: str) -> str | None:
        """The name under which a path of the package stands in the archive, if it does."""
        return self._names.get(_key(path))

    def rels_name(self) -> str:
        """Where the relationships of the main part stand, or would."""
        folder, name = posixpath.split(self.main)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return self.name_of(path) or path

    def related(self, ending: str) -> list[str]:
        """Names of the parts that the main part refers to by a relationship type with that ending."""
        folder = posixpath.dirname(self.main)
        rels = self.name_of(self.rels_name())
        if rels is None:
            guess = self.name_of(posixpath.join(folder, f"{ending}.xml"))
            return [guess] if guess else []
        found = []
        for relation in self.tree(rels):
            if str(relation.get("Type", "")).endswith("/" + ending) and relation.get("TargetMode") != "External":
                target = unquote(str(relation.get("Target", "")))
                if name := self.name_of(posixpath.normpath(posixpath.join("/", folder, target))):
                    found.append(name)
        return found

    def bytes_of(self, name: str) -> bytes:
        """The contents of a part. Raises DocxError: too large, damaged or encrypted."""
        info = self.archive.getinfo(name)
        most = max(_SUSPECT_BYTES, min(self._bytes_left, info.compress_size * MOST_RATIO))
        if info.flag_bits & 1:
            raise DocxError("文件已加密，请在 Word 或 WPS 中去掉密码后再打开")
        try:
            with self.archive.open(info) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise DocxError(f"文件已损坏：{name} 无法解压，请重新取得文件") from error
        if max(len(data), info.file_size) > most:
            raise DocxError(f"{name} 解压后超过 {most // 1_000_000} MB，不像正常的文稿，未打开")
        self._bytes_left -= len(data)
        return data

    def tree(self, name: str) -> Element:
        """The root of an XML part. Raises DocxError: damaged."""
        data = self.bytes_of(name)
        self._nodes_left -= data.count(b"<") - data.count(b"</") + 2 * data.count(b"=")
        if self._nodes_left < 0:
            raise DocxError(f"文件内容过多（{name}），不像正常的文稿，未打开")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root: Element = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DocxError(f"文件已损坏：{name} 不是完整的 XML，或嵌套过深，请重新取得文件") from error
        if root.getroottree().docinfo.doctype:
            raise DocxError(f"{name} 里有 DTD 声明（可能引用外部文件），不是 Word 写出的文件，未打开")
        return root


def _refuse_other_kinds(data: bytes) -> None:
    if not data:
        raise DocxError("文件是空的（0 字节），请重新取得文件")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise DocxError("文件已加密，请在 Word 或 WPS 中去掉密码、另存为 .docx 后再打开")
        raise DocxError(f"这是旧格式的文件（.doc、.wps），{_SAVE_AS}")
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, kind in _OTHER_KINDS:
        if start.startswith(mark.lower()):
            raise DocxError(f"这是 {kind}，不是 .docx，{_SAVE_AS}")


def _key(path: str) -> str:
    """Names of parts are equal whatever their case (ISO/IEC 29500-2, 6.2.2.3); some programs write \\ for /."""
    return path.replace("\\", "/").lstrip("/").lower()


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=500)
def _without_namespace(name: str) -> str:
    return name.rpartition("}")[2]


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of those names."""
    for child in element if element is not None else ():
        if local(child) in names:
            yield child


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    for found in element if element is not None else ():
        if local(found) == name:
            return found
    return None


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute, whatever its namespace."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if _without_namespace(key) == name:
            return str(text)
    return None


def whole(text: str | None, otherwise: int) -> int:
    """A number that stands in an attribute."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) < 10 else otherwise


def is_on(element: Element | None) -> bool | None:
    """A toggle like w:vanish: None where it does not stand."""
    return None if element is None else value(element) not in ("0", "false", "off")
