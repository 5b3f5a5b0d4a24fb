"""A written .docx, opened without the library that wrote it: zip and XML alone."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE_BREAK = "GaojianTitleBreak"


@dataclass(frozen=True)
class Paragraph:
    element: ElementTree.Element
    style: str
    text: str  # as our reader gives it: a break of the layout is no line end
    breaks: int  # that the layout made

    def of(self, name: str) -> dict[str, str]:
        """Attributes of an element of the paragraph's own properties; missing: none."""
        found = self.element.find(f"{W}pPr/{W}{name}")
        return {} if found is None else {key.removeprefix(W): value for key, value in found.attrib.items()}

    def has(self, name: str) -> bool:
        return self.element.find(f"{W}pPr/{W}{name}") is not None

    @property
    def runs(self) -> list[tuple[str, str]]:
        """(character style, text) of each run."""
        return [(style_of(run), text_of(run)) for run in self.element.iter(f"{W}r")]


class Opened:
    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.paragraphs = [paragraph(element) for element in self.tree("word/document.xml").iter(f"{W}p")]

    def tree(self, part: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[part])

    @property
    def texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs]

    def one(self, style: str) -> Paragraph:
        (found,) = self.styled(style)
        return found

    def styled(self, style: str) -> list[Paragraph]:
        return [paragraph for paragraph in self.paragraphs if paragraph.style == style]

    def style(self, style_id: str) -> ElementTree.Element:
        (found,) = (
            style for style in self.tree("word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == style_id
        )
        return found

    def value(self, style_id: str, path: str, attribute: str = "val") -> str | None:
        found = self.style(style_id).find("/".join(f"{W}{step}" for step in path.split("/")))
        return None if found is None else found.get(f"{W}{attribute}")


def paragraph(element: ElementTree.Element) -> Paragraph:
    style = element.find(f"{W}pPr/{W}pStyle")
    runs = list(element.iter(f"{W}r"))
    return Paragraph(
        element,
        "Normal" if style is None else style.get(f"{W}val", ""),
        "".join(map(text_of, runs)),
        sum(style_of(run) == TITLE_BREAK and run.find(f"{W}br") is not None for run in runs),
    )


def style_of(run: ElementTree.Element) -> str:
    style = run.find(f"{W}rPr/{W}rStyle")
    return "" if style is None else style.get(f"{W}val", "")


def text_of(run: ElementTree.Element) -> str:
    if style_of(run) == TITLE_BREAK:
        return ""
    tags = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(child.text or "" if child.tag == f"{W}t" else tags.get(child.tag, "") for child in run)
