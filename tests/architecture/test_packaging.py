"""What is installed: the wheel holds the program and its resources, in versions that are all pinned."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import desktop_app

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def python(*arguments: str, cwd: Path = ROOT) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder))
    return next(folder.glob("*.whl"))


def names_in(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def files_below(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_folder_packaging_does_not_hide_the_library_of_that_name() -> None:
    assert python("-c", "import packaging.version as v; print(v.Version('1.0').major)") == "1"


@pytest.mark.parametrize("script", ["dev.py", "system_packages.py"])
def test_the_set_up_runs_before_anything_is_installed_and_under_an_older_python(script: str) -> None:
    tree = ast.parse((ROOT / "packaging" / script).read_text("utf-8"), feature_version=(3, 7))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"system_packages"} == set()


def test_the_wheel_holds_the_program_its_resources_and_nothing_else(wheel: Path) -> None:
    expected = files_below("desktop_app") | {f"desktop_app/{name}" for name in files_below("resources")}
    assert {name for name in names_in(wheel) if ".dist-info/" not in name} == expected


def test_the_wheel_carries_licence_and_command(wheel: Path) -> None:
    about = f"gaojian-{desktop_app.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        licence = archive.read(f"{about}/licenses/LICENSE").decode()
        commands = archive.read(f"{about}/entry_points.txt").decode()
        metadata = archive.read(f"{about}/METADATA").decode()
    assert "GNU GENERAL PUBLIC LICENSE" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert "gaojian = desktop_app.__main__:main" in commands
    assert "License-Expression: GPL-3.0-or-later" in metadata


@pytest.mark.parametrize("unpacked", [True, False], ids=["unpacked", "zipped"])
def test_the_wheel_finds_its_resources(wheel: Path, tmp_path: Path, unpacked: bool) -> None:
    place = tmp_path / "稿 检" if unpacked else wheel
    if unpacked:
        zipfile.ZipFile(wheel).extractall(place)
    program = (
        f"import sys; sys.path.insert(0, {str(place)!r})\n"
        "from desktop_app.resource_files import __file__, resource_names, resource_text\n"
        "print(__file__)\n"
        "for name in resource_names('templates', '.toml'): print(name, len(resource_text('templates', name)))"
    )
    origin, *templates = python("-X", "utf8", "-c", program, cwd=tmp_path).splitlines()
    assert origin.startswith(str(place))
    files = sorted((ROOT / "resources" / "templates").glob("*.toml"))
    assert templates == [f"{file.name} {len(file.read_text('utf-8'))}" for file in files]


def test_the_versions_agree(wheel: Path) -> None:
    changes = (ROOT / "resources" / "help" / "changelog.md").read_text("utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)
    assert newest
    assert newest[1] == desktop_app.__version__
    assert wheel.name == f"gaojian-{desktop_app.__version__}-py3-none-any.whl"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, list[str]]:
    """distribution → the versions that constraints.txt allows, one for each of its markers."""
    versions: dict[str, list[str]] = {}
    for line in (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            requirement = Requirement(line)
            (only,) = requirement.specifier
            assert only.operator == "=="
            versions.setdefault(canonical(requirement.name), []).append(only.version)
    return versions


def needed(version: str, platform: str) -> set[str]:
    """Every distribution that an install with the tools brings, under a Python and on a platform."""
    todo = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"], "hatchling", "editables", "setuptools"]
    environment = {
        "python_version": version,
        "python_full_version": f"{version}.0",
        "sys_platform": platform,
        "platform_system": {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}[platform],
        "os_name": "nt" if platform == "win32" else "posix",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    found: dict[str, set[str]] = {}
    while todo:
        requirement = Requirement(todo.pop())
        name = canonical(requirement.name)
        seen = found.setdefault(name, set())
        extras = {"", *requirement.extras} - seen
        seen |= extras
        try:
            below = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:  # of another platform: only its own name is known here
            continue
        for extra in extras:
            marked = {**environment, "extra": extra}
            todo += [str(r).split(";")[0] for r in below if r.marker is None or r.marker.evaluate(marked)]
    return set(found)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_every_version_is_pinned_and_within_the_declared_range(version: str, platform: str) -> None:
    pins = pinned()
    assert needed(version, platform) - pins.keys() == set()
    for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]:
        requirement = Requirement(line)
        assert all(requirement.specifier.contains(pin) for pin in pins[canonical(requirement.name)])
