"""Bytes of a text file ↔ text, without changing a line end."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TAIL = 3  # bytes of a character that may be cut off at the end of a file
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")  # in no text; in pictures and archives
_CUT = ("unexpected end of data", "truncated data")
MOST_BYTES = 200_000_000


class EncodingError(Exception):
    """The bytes are no text in an encoding that is known; the message, Chinese, says where."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was written."""

    text: str
    encoding: str  # a name of Python's
    has_mark: bool = False  # byte-order mark; it is no character of the text
    is_cut: bool = False  # the last character was incomplete, and left out


def decode(data: bytes) -> Decoded:
    """By mark, else UTF-8 without NUL, else UTF-16 by its NUL pattern, else strict GB18030.

    Raises:
        EncodingError: none of them; the message names the byte offset.
    """
    if len(data) > MOST_BYTES:
        raise EncodingError(f"文件有 {len(data) // 1_000_000} MB，超过 {MOST_BYTES // 1_000_000} MB，不像一份文稿")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, len(mark), has_mark=True)
    if b"\0" not in data:
        try:
            return _decoded(data, "utf-8", 0)
        except EncodingError:
            return _decoded(data, "gb18030", 0)
    if guessed := _by_nul_pattern(data):
        decoded = _decoded(data, guessed, 0)
        if not _CONTROL.search(decoded.text):
            return decoded
    raise EncodingError(f"第 {data.index(0)} 字节处是空字节，不是文本文件")


def encode(text: str, like: Decoded) -> bytes:
    """The bytes of a text, written as `like` was.

    Raises:
        UnicodeEncodeError: the encoding has no such character.
    """
    mark = next((mark for mark, encoding in _MARKS if like.has_mark and encoding == like.encoding), b"")
    return mark + text.encode(like.encoding)


def _decoded(data: bytes, encoding: str, offset: int, *, has_mark: bool = False) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, has_mark)
    except UnicodeDecodeError as error:
        if encoding != "gb18030" and error.start >= len(data) - _TAIL and error.reason in _CUT:
            return Decoded(data[: error.start].decode(encoding), encoding, has_mark, is_cut=True)
        raise EncodingError(f"第 {offset + error.start} 字节处无法解码，不是 UTF-8、UTF-16 或 GB18030 文本") from error


def _by_nul_pattern(data: bytes) -> str | None:
    """UTF-16 has a NUL in every other byte where the text is ASCII: marks, digits, line ends."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd == even:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
