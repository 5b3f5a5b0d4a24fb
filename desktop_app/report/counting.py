"""字数: how long a text is."""

from __future__ import annotations

import re

from desktop_app.language.readable import HAN

_HAN = re.compile(f"[{HAN}]")
# As Word counts: every East Asian character and mark is one, every run of other characters between blanks is one.
_COUNTED = re.compile(
    r"[\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
    r"|[^\s\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]+"
)


def count_characters(text: str) -> int:
    """字数 as Word counts it: each 汉字 and full-width mark, each number, each Latin word; blanks not."""
    return len(_COUNTED.findall(text))


def count_han(text: str) -> int:
    """汉字 alone."""
    return len(_HAN.findall(text))
