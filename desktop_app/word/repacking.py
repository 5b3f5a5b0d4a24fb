"""Replacing parts of a zip archive; all others stay the same bytes, packed as they are."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")  # APPNOTE.TXT, 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_END = struct.Struct("<4s4H2LH")  # 4.3.16
_VERSION, _DEFLATED = 20, 8
_NAME_IS_UTF8 = 0x800
_BEGINNING = (0, 0x21)  # of time in a zip file: 1980-01-01


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    flags: int
    time: tuple[int, int]
    record: bytes  # of the central directory
    offset: int  # of the local header


def repacked(data: bytes, archive: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """The archive with those parts replaced, or added at the end where there were none of that name.

    `archive` is the opened `data`. Archives above 4 GB are not foreseen.
    """
    infos = archive.infolist()
    entries = _entries(data, archive, infos)
    ends = sorted([*(entry.offset for entry in entries), archive.start_dir])
    written, directory = bytearray(), bytearray()
    for info, entry in zip(infos, entries, strict=True):
        offset = len(written)
        if info.filename in parts:
            packed, record = _packed(parts[info.filename], entry.name, entry.flags & _NAME_IS_UTF8, entry.time, offset)
        else:
            # Up to the next entry: a data descriptor may follow the contents.
            packed = data[entry.offset : next(end for end in ends if end > entry.offset)]
            record = entry.record[:42] + struct.pack("<L", offset) + entry.record[46:]
        written += packed
        directory += record
    names = {info.filename for info in infos}
    added = [(name, contents) for name, contents in parts.items() if name not in names]
    for name, contents in added:
        packed, record = _packed(contents, name.encode(), _NAME_IS_UTF8, _BEGINNING, len(written))
        written += packed
        directory += record
    count = len(entries) + len(added)
    return bytes(written + directory + _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(written), 0))


def _entries(data: bytes, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> list[_Entry]:
    entries, at = [], archive.start_dir
    for info in infos:
        fields = _CENTRAL.unpack_from(data, at)
        end = at + _CENTRAL.size + sum(fields[10:13])
        name = data[at + _CENTRAL.size : at + _CENTRAL.size + fields[10]]
        entries.append(_Entry(name, fields[3], (fields[5], fields[6]), data[at:end], info.header_offset))
        at = end
    return entries


def _packed(contents: bytes, name: bytes, flags: int, time: tuple[int, int], offset: int) -> tuple[bytes, bytes]:
    """Local header with the contents, and the record of the central directory."""
    deflate = zlib.compressobj(wbits=-15)
    packed = deflate.compress(contents) + deflate.flush()
    sizes = (zlib.crc32(contents), len(packed), len(contents))
    header = _LOCAL.pack(b"PK\3\4", _VERSION, flags, _DEFLATED, *time, *sizes, len(name), 0)
    record = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, flags, _DEFLATED, *time, *sizes, len(name), 0, 0, 0, 0, 0, offset
    )
    return header + name + packed, record + name
