"""Elements of WordprocessingML, written as short as they are read."""

from __future__ import annotations

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def w(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """An element `w:tag`; attributes are of the same namespace. A name that Python keeps ends in `_`."""
    element = cast(BaseOxmlElement, OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    element.extend(children)
    return element


def text_of(text: str) -> list[BaseOxmlElement]:
    """The content of a run: its text, a tab as an element of its own."""
    found: list[BaseOxmlElement] = []
    for index, piece in enumerate(text.split("\t")):
        if index:
            found.append(w("tab"))
        if piece:
            found.append(_kept(piece))
    return found


def _kept(text: str) -> BaseOxmlElement:
    element = w("t")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    return element
