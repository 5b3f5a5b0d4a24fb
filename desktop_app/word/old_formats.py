"""Files of older programs (.doc, .wps, .rtf, .odt) through the WPS, Word or LibreOffice that is there."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.word.opening import DocxError

OLD_SUFFIXES = frozenset([".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt"])
_DEADLINE_S = 120  # LibreOffice sets up a profile first; Word may have to be updated
# Names under which Word and WPS answer to other programs on Windows.
_AUTOMATED = ("Word.Application", "KWPS.Application", "WPS.Application")
_DOCX = 12  # wdFormatXMLDocument
_SCRIPT = """$ErrorActionPreference = 'Stop'
$program = New-Object -ComObject {name}
try {{
  try {{ $program.DisplayAlerts = 0; $program.AutomationSecurity = 3 }} catch {{ }}
  $document = $program.Documents.Open($env:GAOJIAN_FROM, $false, $true)
  $document.SaveAs($env:GAOJIAN_TO, {docx})
  $document.Close($false)
}} finally {{ $program.Quit() }}
"""


@dataclass(frozen=True, slots=True)
class Converter:
    """A program that writes .docx."""

    name: str
    command: Callable[[Path, Path], Sequence[str]]  # from a file, to a .docx beside it

    def run(self, source: Path, target: Path) -> bool:
        """Whether `target` was written. Never asks, never stays."""
        environment = {**os.environ, "GAOJIAN_FROM": str(source), "GAOJIAN_TO": str(target)}
        try:
            subprocess.run(
                self.command(source, target),
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_DEADLINE_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return target.exists()


def converters() -> tuple[Converter, ...]:
    """The programs of this computer, in the order in which they are tried."""
    found = [_automated(name) for name in _AUTOMATED] if sys.platform == "win32" else []
    if office := _libreoffice():
        found.append(libreoffice(office))
    return tuple(found)


def docx_of(data: bytes, suffix: str, programs: Sequence[Converter] | None = None) -> bytes:
    """A file of an older program as .docx. The file itself is not touched: a copy is converted.

    Args:
        suffix: of the file, as “.doc”.
        programs: to be tried in turn; None: those of this computer.

    Raises:
        DocxError: there is no program for it, or none could.
    """
    programs = converters() if programs is None else programs
    with tempfile.TemporaryDirectory(prefix="gaojian-", ignore_cleanup_errors=True) as name:
        source, target = Path(name, f"draft{suffix.lower()}"), Path(name, "draft.docx")
        source.write_bytes(data)
        for program in programs:
            if program.run(source, target):
                return target.read_bytes()
    if not programs:
        raise DocxError(
            f"这是旧格式文件（{suffix}），本机没有找到 Word、WPS 或 LibreOffice，请在装有其中之一的电脑上另存为 .docx"
        )
    tried = "、".join(program.name for program in programs)
    raise DocxError(f"旧格式文件（{suffix}）未能转换（已试：{tried}），请在 Word 或 WPS 中打开后另存为 .docx")


def libreoffice(program: str) -> Converter:
    """LibreOffice, with a profile of its own: one that is open keeps its windows and its settings."""

    def command(source: Path, target: Path) -> Sequence[str]:
        profile = (source.parent / "profile").as_uri()
        options = (
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "docx:MS Word 2007 XML",
        )
        return (program, *options, "--outdir", str(target.parent), str(source))

    return Converter("LibreOffice", command)


def _automated(name: str) -> Converter:
    script = _SCRIPT.format(name=name, docx=_DOCX)
    encoded = base64.b64encode(script.encode("utf-16-le")).decode()
    options = ("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-EncodedCommand", encoded)
    return Converter("Word" if name.startswith("Word") else "WPS", lambda source, target: ("powershell.exe", *options))


def _libreoffice() -> str | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    folders = [Path("/Applications/LibreOffice.app/Contents/MacOS"), Path("/opt/libreoffice/program")]
    folders += [
        Path(root, "LibreOffice", "program")
        for root in map(os.environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)"))
        if root
    ]
    for folder in folders:
        for name in ("soffice", "soffice.exe"):
            if (folder / name).is_file():
                return str(folder / name)
    return None
