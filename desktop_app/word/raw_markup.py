"""Elements of WordprocessingML for a document that somebody else wrote, in its own namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.word.opening import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = re.compile(r"\r\n|[\n\r\t]|[^\n\r\t]+")
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Markup:
    """Makes elements of a namespace: the usual one of Word, or that of Strict Open XML."""

    namespace: str

    def name(self, tag: str) -> str:
        """The qualified name of an element or an attribute."""
        return f"{{{self.namespace}}}{tag}"

    def make(self, tag: str, *children: Element, **attributes: str) -> Element:
        element: Element = etree.Element(self.name(tag), nsmap={"w": self.namespace})
        for name, text in attributes.items():
            element.set(self.name(name), text)
        element.extend(children)
        return element

    def text(self, text: str) -> Iterator[Element]:
        """The content of a run."""
        for piece in _PIECES.findall(text):
            if piece == "\t":
                yield self.make("tab")
            elif piece in ("\n", "\r", "\r\n"):
                yield self.make("br")
            else:
                shown = self.make("t")
                shown.set(_SPACE, "preserve")
                shown.text = _NO_XML.sub("", piece)
                yield shown
