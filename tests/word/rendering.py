"""Pages as LibreOffice sets them, measured with poppler: programs that nobody here wrote."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from desktop_app.language.script import Script
from desktop_app.word.layout import Layout

MM_PER_PT = 25.4 / 72
PAGE_HEIGHT_MM = 297
_DPI = 300
# Office fonts are not free: their names stand for free faces, since geometry is judged and not glyphs.
_FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>{cache}</cachedir>{matches}</fontconfig>"""
_MATCH = """<match target="pattern"><test name="family" qual="any"><string>{name}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{free}</string></edit></match>"""
_FREE = {"hei": "Noto Sans CJK SC"}


@dataclass(frozen=True)
class Row:
    """A printed line: where it stands, in mm from the left upper corner, and what it says."""

    top: float
    bottom: float
    left: float
    right: float
    text: str


@dataclass(frozen=True)
class Page:
    rows: tuple[Row, ...]  # of the type area, from the top
    number: Row  # the line below it
    dash_mm: float  # middle of the ink of the page number's dash


class Renderer:
    """Sets .docx files with a LibreOffice of a profile of its own."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        self._folder, self._layout = folder, layout
        names = {
            face.of(script).name: _FREE.get(key, "Noto Serif CJK SC")
            for key, face in layout.faces.items()
            for script in Script
        }
        matches = "".join(_MATCH.format(name=name, free=free) for name, free in names.items())
        (folder / "fonts.conf").write_text(_FONTCONFIG.format(cache=folder / "fonts", matches=matches), "utf-8")

    def pdf(self, docx: bytes, name: str = "report") -> Path:
        source = self._folder / f"{name}.docx"
        source.write_bytes(docx)
        return self.convert(source, "pdf")

    def convert(self, source: Path, kind: str) -> Path:
        """The file in another format, in the renderer's folder."""
        self._run(
            "soffice",
            f"-env:UserInstallation=file://{self._folder}/profile",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(self._folder),
            str(source),
        )
        return (self._folder / source.name).with_suffix(f".{kind}")

    def pages(self, docx: bytes, name: str = "report") -> list[Page]:
        pdf = self.pdf(docx, name)
        boxes = pdf.with_suffix(".html")
        self._run("pdftotext", "-bbox-layout", str(pdf), str(boxes))
        self._run("pdftoppm", "-gray", "-r", str(_DPI), str(pdf), str(pdf.with_suffix("")))
        images = sorted(self._folder.glob(f"{name}-*.pgm"))
        found = [
            self._page(page, image)
            for page, image in zip(_elements(ElementTree.parse(boxes).getroot(), "page"), images, strict=True)
        ]
        for image in images:
            image.unlink()
        return found

    def _page(self, page: ElementTree.Element, image: Path) -> Page:
        rows = rows_of(page)
        foot = PAGE_HEIGHT_MM - self._layout.page.bottom_mm.value
        inside = tuple(row for row in rows if (row.top + row.bottom) / 2 < foot)
        (number,) = (row for row in rows if row not in inside)
        return Page(inside, number, dash_middle(image, foot))

    def _run(self, *command: str) -> None:
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self._folder),
            "FONTCONFIG_FILE": str(self._folder / "fonts.conf"),
            "LC_ALL": "C.UTF-8",
        }
        subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)


def _elements(root: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.tag.endswith(f"}}{tag}") or element.tag == tag]


def rows_of(page: ElementTree.Element) -> list[Row]:
    """The words of a page put together by the height at which they stand."""
    words = [
        (*(float(word.get(side, "")) * MM_PER_PT for side in ("yMin", "yMax", "xMin", "xMax")), word.text or "")
        for word in _elements(page, "word")
    ]
    words.sort(key=lambda word: (word[0] + word[1]) / 2)
    rows: list[list[tuple[float, float, float, float, str]]] = []
    for word in words:
        middle = (word[0] + word[1]) / 2
        if rows and abs(middle - (rows[-1][0][0] + rows[-1][0][1]) / 2) < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        Row(
            min(w[0] for w in row),
            max(w[1] for w in row),
            min(w[2] for w in row),
            max(w[3] for w in row),
            "".join(w[4] for w in sorted(row, key=lambda w: w[2])),
        )
        for row in rows
    ]


def dash_middle(image: Path, foot_mm: float) -> float:
    """Middle of the first ink from the left below the type area, in mm from the top of the page."""
    _, size, _, pixels = image.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    per_mm = _DPI / 25.4
    first_row = round((foot_mm + 1) * per_mm)
    inked = [
        (index % width, index // width) for index in range(first_row * width, width * height) if pixels[index] < 128
    ]
    left = min(column for column, _ in inked)
    rows = [row for column, row in inked if column < left + 2 * per_mm]
    return (min(rows) + max(rows) + 1) / 2 / per_mm
