"""Segmentation into words by jieba, loaded when first asked: it takes most of a second and holds the GIL meanwhile."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.language.script import simplified


@cache
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba.dt


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, marks and blanks too; joined they are the text. The dictionary is Simplified, the text need not be."""
    words, at = [], 0
    for word in _tokenizer().cut(simplified(text)):
        words.append(text[at : at + len(word)])
        at += len(word)
    return tuple(words)


def keep_dictionary_in(folder: Path) -> None:
    """Where the compiled dictionary is kept from one start to the next. Without: the system's temporary folder."""
    _tokenizer().tmp_dir = str(folder)
