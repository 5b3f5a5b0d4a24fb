"""The program's own files: the one place that knows where `resources/` lies."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resources() -> Traversable:
    """The folder `resources/`: packed into an installed program, beside it in a checkout."""
    packed = files("desktop_app") / "resources"
    return packed if packed.is_dir() else Path(__file__).resolve().parents[1] / "resources"


def resource_text(*names: str) -> str:
    """The text of a file below `resources/`, e.g. `resource_text("templates", "four-part.toml")`.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return resources().joinpath(*names).read_text("utf-8")


def resource_names(folder: str, ending: str) -> list[str]:
    """The names of the files of a folder with that ending, sorted."""
    return sorted(entry.name for entry in resources().joinpath(folder).iterdir() if entry.name.endswith(ending))
