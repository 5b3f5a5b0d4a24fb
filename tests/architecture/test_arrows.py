"""The rooms of the house, and which may import which."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_app"
MODULES = sorted(PACKAGE.rglob("*.py"))

# room → the rooms that it may import from. `resource_files` is open to all, a room to itself.
ARROWS = {
    "language": set(),
    "report": {"language"},
    "checks": {"report", "language"},
    "word": {"report", "language"},
    "storage": {"report"},
    "worker": {"word", "checks", "report", "language", "storage"},
    "review": {"worker", "storage", "word", "checks", "report"},
    "cli": {"review", "worker", "storage", "word", "checks", "report"},
    "ui": {"worker", "review", "storage", "checks", "report", "language"},
    "__main__": {"cli", "ui"},
    "resource_files": set(),
    "__init__": set(),
}
# library → the only rooms, or the only module, that may import it.
KEPT_IN = {
    "PySide6": ("ui/",),
    "shiboken6": ("ui/",),
    "docx": ("word/",),
    "lxml": ("word/",),
    "language_tool_python": ("checks/grammar",),
    "appdirs": ("storage/paths.py",),
    "jieba": ("language/words",),
    "opencc": ("language/script",),
    "xlsxwriter": ("review/",),
    "typer": ("cli",),
    "rich": ("cli",),
}
NOT_IN_THE_WINDOW = ("jieba", "docx", "lxml", "requests", "language_tool_python", "typer", "rich")

TEXTS = ("*.py", "*.toml", "*.tsv", "*.txt", "*.md", "*.json", "*.sh", "*.yml", "*.yaml", "run")
# Written in pieces, so that this file does not find itself.
POSTPONED = re.compile(
    "|".join(("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", r"pytest\.(mark\.)?(sk" + "ip|x" + "fail)"))
)
OF_A_MACHINE = re.compile(
    "|".join(("/wo" + "rk/", "/ro" + "ot/", "/fa" + "rm/", "/ho" + "me/[a-z]", r"[A-Z]:\\\\?Us" + "ers", "index" + "-url", "find" + "-links"))
    + r"|https?://[^ \"]*(/sim" + r"ple|/mav" + r"en2?/|//registry|\bpypi\b)"
)  # fmt: skip


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def room_of(name: str) -> str:
    """`report` of “desktop_app.report.read” and of “report/read.py”."""
    return re.split(r"[./]", name.removeprefix("desktop_app.").removesuffix(".py"))[0]


def imports_of(module: Path) -> Iterator[str]:
    """Every module that is imported anywhere in the file, also within functions, by its whole name."""
    package = ("desktop_app", *module.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*above, *filter(None, [node.module])))
            # “from desktop_app import ui” imports a room as well.
            yield from (f"{origin}.{alias.name}" for alias in node.names) if origin == "desktop_app" else (origin,)


def is_kept(module: Path, library: str) -> bool:
    return name_of(module).startswith(KEPT_IN.get(library, ("",)))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_imports_only_from_the_rooms_below(module: Path) -> None:
    room = room_of(name_of(module))
    allowed = ARROWS[room] | {room, "resource_files", "__version__"}
    ours = {name for name in imports_of(module) if name.split(".")[0] == "desktop_app"}
    assert {name for name in ours if room_of(name) not in allowed} == set()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_library_is_imported_only_where_it_is_kept(module: Path) -> None:
    libraries = {name.split(".")[0] for name in imports_of(module)}
    assert {library for library in libraries if not is_kept(module, library)} == set()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_has_at_most_300_lines(module: Path) -> None:
    lines = module.read_text("utf-8").count("\n")
    assert lines <= 300


def test_the_main_module_loads_window_and_command_line_only_when_asked() -> None:
    tree = ast.parse((PACKAGE / "__main__.py").read_text("utf-8"))
    top = {ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)}
    assert {line for line in top if "desktop_app" in line} == set()


def test_the_process_of_the_window_loads_no_heavy_library() -> None:
    names = [f"desktop_app.ui.{path.stem}" for path in sorted((PACKAGE / "ui").glob("*.py")) if path.stem != "__init__"]
    assert "desktop_app.ui.main_window" in names
    program = (
        "import importlib, sys\n"
        f"for name in {names}: importlib.import_module(name)\n"
        f"print(*sorted(set({NOT_IN_THE_WINDOW}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def ours() -> list[Path]:
    """The text files of the project; nothing that was made or installed."""
    folders = ("desktop_app", "packaging", "resources", "tests", ".ci", ".github")
    below = [path for folder in folders for kind in TEXTS for path in sorted((ROOT / folder).rglob(kind))]
    return [*below, *(ROOT / name for name in ("pyproject.toml", "README.md", ".gitignore"))]


def test_nothing_is_postponed() -> None:
    assert [str(path) for path in ours() if path.suffix == ".py" and POSTPONED.search(path.read_text("utf-8"))] == []


def test_no_file_names_a_folder_of_a_machine_or_a_registry() -> None:
    found = {path.name: OF_A_MACHINE.search(path.read_text("utf-8", "replace")) for path in ours()}
    assert {name: match[0] for name, match in found.items() if match} == {}


def test_packaging_and_resources_are_no_packages() -> None:
    assert [folder for folder in ("packaging", "resources") if (ROOT / folder / "__init__.py").exists()] == []
