"""A LibreOffice of its own: a program that nobody here wrote, to make files and to look at ours."""

from __future__ import annotations

import subprocess
from pathlib import Path


class Office:
    """Converts documents, in a folder and with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def convert(self, data: bytes, from_kind: str, to_kind: str) -> bytes:
        source = self._folder / f"document.{from_kind}"
        source.write_bytes(data)
        out = self._folder / "out"
        (out / f"document.{to_kind}").unlink(missing_ok=True)
        # Else it would open a web page in a program of its own, which writes no .docx.
        opened_as = ["--infilter=HTML (StarWriter)"] if from_kind == "html" else []
        profile = (self._folder / "profile").as_uri()
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={profile}",
                "--headless",
                *opened_as,
                "--convert-to",
                to_kind,
                "--outdir",
                out,
                source,
            ],
            capture_output=True,
            check=True,
            timeout=180,
        )
        return (out / f"document.{to_kind}").read_bytes()
