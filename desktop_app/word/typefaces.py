"""Which characters a typeface lacks, and which typefaces a PC lacks. A .docx names its fonts, it does not carry them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable

from desktop_app.language.script import Script
from desktop_app.word.layout import Charset, Layout

# GB 2312 has both; Python's codec gives their places to U+2015 and U+30FB.
_IN_GB2312 = frozenset("—·")
_MOST_SHOWN = 20


def lacking_characters(text: Iterable[str], charset: Charset) -> tuple[str, ...]:
    """The characters that a typeface of this charset lacks, each once, in order."""
    return tuple(char for char in dict.fromkeys(text) if not _has(charset, char))


def _has(charset: Charset, char: str) -> bool:
    if char < "\u007f" or char in _IN_GB2312 or unicodedata.category(char) in ("Cf", "Zs", "Cc"):
        return True
    try:
        char.encode(charset.value)
    except UnicodeEncodeError:
        return False
    return True


def note_on_characters(name: str, like: tuple[str, ...], characters: tuple[str, ...]) -> str:
    """What is said of characters that the typeface lacks."""
    shown = "".join(characters[:_MOST_SHOWN])
    more = f"等 {len(characters)} 个字符" if len(characters) > _MOST_SHOWN else ""
    instead = f"如要一致，请在 Word 或 WPS 中把这些字设为“{like[0]}”" if like else "请在 Word 或 WPS 中为这些字另选字体"
    return f"字体“{name}”没有“{shown}”{more}，它们会以别的字体显示。{instead}。"


def missing_fonts(layout: Layout, script: Script, installed: Collection[str]) -> tuple[str, ...]:
    """A line for each font of the layout that is not among the installed families; the .docx names it all the same."""
    notes = []
    for face in layout.faces.values():
        typeface = face.of(script)
        if typeface.name in installed:
            continue
        near = next((name for name in typeface.like if name in installed), None)
        shown = f"本机上以“{near}”代替显示" if near else "本机上会以别的字体代替显示"
        notes.append(f"本机未安装字体“{typeface.name}”，{shown}；文件中仍写此字体名，在装有该字体的电脑上显示正确。")
    return tuple(notes)
