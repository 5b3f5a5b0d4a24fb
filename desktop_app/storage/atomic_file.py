"""Writing files whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from uuid import uuid4

PATIENCE_S = 1.0  # that a virus scanner may hold a file on Windows
_PAUSE_S = 0.05


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the contents of `path`, or create it.

    Raises:
        OSError: disk full, folder not writable, ... `path` is then as it was.
    """
    path = path.resolve()  # write through a link, do not replace it
    # Without the name of `path`: 83 汉字 fill the 255 bytes that a name may have.
    temp = path.with_name(f".{uuid4().hex}.tmp")
    try:
        with temp.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temp)
        _replace(temp, path)
    finally:
        temp.unlink(missing_ok=True)


def _replace(temp: Path, path: Path) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while True:
        try:
            temp.replace(path)
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > give_up:
                raise
            time.sleep(_PAUSE_S)
        else:
            return
