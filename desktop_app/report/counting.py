"""字数: how long a text is."""

from __future__ import annotations

import re

from desktop_app.language.readable import HAN

_HAN = re.compile(f"[{HAN}]+")
_WIDE = (
    r"\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\u2e80-\u2fff\u3001-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    r"\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_WIDE_RUN = re.compile(f"[{_WIDE}]+")
_OTHER_RUN = re.compile(rf"[^\s{_WIDE}]+")


def count_characters(text: str) -> int:
    """字数 as Word counts it: each 汉字 and full-width mark, each number, each Latin word; blanks not."""
    return sum(map(len, _WIDE_RUN.findall(text))) + len(_OTHER_RUN.findall(text))


def count_han(text: str) -> int:
    """汉字 alone."""
    return sum(map(len, _HAN.findall(text)))
