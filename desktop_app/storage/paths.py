"""Folders of the user; the only module that knows appdirs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import appdirs

NAME = "Gaojian"
_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


@contextmanager
def _without_relative_folders() -> Iterator[None]:
    """appdirs takes an empty or relative XDG variable as it is, and so puts files wherever the program was started."""
    bad = {name: value for name in _XDG if (value := os.environ.get(name)) is not None and not Path(value).is_absolute()}
    for name in bad:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(bad)


def cache_folder() -> Path:
    """What can be made again. It may not exist yet."""
    with _without_relative_folders():
        return _long(appdirs.user_cache_dir(NAME, appauthor=False))


def _long(folder: str) -> Path:
    """The path as the user knows it; on Windows appdirs shortens one with 汉字 to 8.3 names."""
    path = Path(folder)
    return path.resolve() if sys.platform == "win32" else path
