"""What the tests of Word files share: the layout, ways to write and to open a file, a LibreOffice that renders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.word.layout import Layout, load_layout
from tests.word.rendering import Renderer

TOOLS = ("soffice", "pdftotext", "pdftoppm", "pdffonts")


@pytest.fixture(scope="session")
def layout() -> Layout:
    return load_layout("material")


@pytest.fixture(scope="session")
def renderer(tmp_path_factory: pytest.TempPathFactory, layout: Layout) -> Renderer:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.fail(
            f"{', '.join(missing)} missing: apt-get install libreoffice-writer-nogui poppler-utils fonts-noto-cjk"
        )
    return Renderer(Path(tmp_path_factory.mktemp("rendering")), layout)
