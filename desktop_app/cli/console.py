"""What the commands print: text in the console's encoding, JSON always in UTF-8."""

from __future__ import annotations

import json
import sys
from typing import Any, TextIO

UNKNOWN = "□"  # stands for a character that the console's encoding lacks


def say(text: str = "") -> None:
    """A line to standard output."""
    _write(sys.stdout, text + "\n")


def warn(text: str) -> None:
    """A line to standard error."""
    _write(sys.stderr, text + "\n")


def put(data: bytes) -> None:
    """Bytes to standard output, as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def put_json(value: Any) -> None:
    """JSON in UTF-8 with LF, also redirected, on every platform."""
    put(json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = "".join(char if _fits(char, encoding) else UNKNOWN if _fits(UNKNOWN, encoding) else "?" for char in text)
    stream.write(text)


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
