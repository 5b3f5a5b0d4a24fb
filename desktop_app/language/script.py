"""Simplified and Traditional characters, without moving a position."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from operator import ne

_HAN = re.compile(r"[一-鿿]+")


class Script(StrEnum):
    """简体, 繁體."""

    HANS = "hans"
    HANT = "hant"


@cache
def _converter(direction: str) -> Callable[[str], str]:
    import opencc  # here: the window shows Simplified without it

    convert: Callable[[str], str] = opencc.OpenCC(direction).convert
    return convert


def _same_length(text: str, convert: Callable[[str], str]) -> str:
    """Converted text in which every character keeps its position."""
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    lines = text.splitlines(keepends=True)
    if len(lines) > 1:
        return "".join(_same_length(line, convert) for line in lines)
    return "".join(new if len(new := convert(char)) == 1 else char for char in text)


def simplified(text: str) -> str:
    """The text in Simplified characters, of the same length."""
    return _same_length(text, _converter("t2s"))


def traditional(text: str) -> str:
    """The text in Traditional characters, of the same length."""
    return _same_length(text, _converter("s2t"))


def script_of(text: str, in_simplified: str) -> Script:
    """Which script a text is written in, given its Simplified form.

    A text is Traditional if at least a tenth of its 汉字 and more than three change on conversion:
    names and single Traditional characters occur in Simplified texts, too.
    """
    changed = sum(map(ne, text, in_simplified)) if text != in_simplified else 0
    han = sum(map(len, _HAN.findall(text))) if changed > 3 else 0
    return Script.HANT if changed > 3 and changed * 10 > han else Script.HANS
