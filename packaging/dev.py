#!/usr/bin/env python3
"""One command for all that a developer does, from a fresh checkout on: `python3 packaging/dev.py run`.

Standard library only, and syntax of Python 3.7: it has to run before anything is installed, also under an older
Python, which it then tells which one is needed. Linux, Windows, macOS.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from system_packages import ON_ARM_LINUX, ON_LINUX, add_libraries, add_tools, add_venv_module, output, say

USAGE = """用法：python3 packaging/dev.py 命令

  install               在 .venv 中装好程序和开发工具（其他命令会自动先做这一步）
  run [文件或命令…]     打开窗口；没有图形界面时在终端里检查、导出一份样稿
  test [--all] […]      运行测试；--all 连同较慢的测试和窗口验收；其余参数交给 pytest
  lint                  ruff
  types                 mypy --strict
  bench [--quick]       各项速度与目标对照
  acceptance […]        像用户那样操作真实窗口（Linux 上在 Xvfb 里）"""

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "gaojian-installed.txt"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
ON_WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")

# PySide6 6.7.3, the newest for arm64 desktops, has no wheel for Python 3.13.
VERSIONS = ("3.12", "3.11") if ON_ARM_LINUX else ("3.13", "3.12", "3.11")
BUILD_TOOLS = ("setuptools", "hatchling", "editables")  # installed first, so that their versions are pinned too
# Prints version and path; nothing for a Python that no wheel of PySide6 fits.
PROBE = """import platform, sys, sysconfig
fits = platform.python_implementation() == "CPython" and sys.maxsize > 2**32
if fits and not sysconfig.get_config_var("Py_GIL_DISABLED"):
    print("%d.%d" % sys.version_info[:2], sys.executable)"""


class StopError(Exception):
    """Cannot go on; the message says why, and what to do."""


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        say(USAGE)
        return 0 if arguments in ([], ["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except StopError as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


# Commands


def install(_: list[str]) -> int:
    add_libraries()
    make_environment()
    say(f"已就绪：{VENV}\n打开窗口：python3 packaging/dev.py run")
    return 0


def run(arguments: list[str]) -> int:
    add_libraries()
    make_environment()
    if arguments:
        return call("-m", "desktop_app", *arguments, cwd=Path.cwd())
    obstacle = why_no_window()
    if not obstacle:
        return call("-m", "desktop_app")
    say(f"{obstacle}\n改在终端里完成主要工作：检查、导出一份样稿。")
    return write_sample()


def test(arguments: list[str]) -> int:
    add_libraries()
    add_tools()
    make_environment()
    rest = [argument for argument in arguments if argument != "--all"]
    if rest == arguments:
        return call("-m", "pytest", "-m", "not slow and not acceptance", *rest)
    return call("-m", "pytest", "-m", "not acceptance", *rest) or acceptance([])


def lint(arguments: list[str]) -> int:
    make_environment()
    return call("-m", "ruff", "check", *arguments)


def types(arguments: list[str]) -> int:
    make_environment()
    return call("-m", "mypy", *arguments)


def bench(arguments: list[str]) -> int:
    add_libraries()
    make_environment()
    return call("tests/benchmarks/run.py", *arguments)


def acceptance(arguments: list[str]) -> int:
    add_libraries()
    add_tools()
    make_environment()
    with screen() as environment:
        return call("-m", "pytest", "-m", "acceptance", *(arguments or ["tests/acceptance"]), environment=environment)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command for command in (install, run, test, lint, types, bench, acceptance)
}


def call(*arguments: str, cwd: Path = ROOT, environment: dict[str, str] | None = None) -> int:
    """Run the environment's Python; its exit code."""
    return subprocess.run([str(PYTHON), *arguments], cwd=str(cwd), env=environment, check=False).returncode


# The environment .venv


def make_environment() -> None:
    """Have `.venv` hold the program, editable, and the tools, all in the versions of constraints.txt.

    Raises:
        StopError: no suitable Python, or pip could not install.
    """
    wanted = stamp()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    if not has_pip(PYTHON):
        python = find_python()
        add_venv_module(python, version_of([python])[0])
        say(f"建立 {VENV}（{python}）")
        subprocess.run([python, "-m", "venv", "--clear", str(VENV)], check=False)
        if not has_pip(PYTHON):
            raise StopError(f"无法建立 {VENV}，原因见上。请检查该文件夹是否可写、磁盘是否已满，然后重试。")
    say("安装程序和开发工具（首次需要下载约 200 MB）……")
    pip_install(*BUILD_TOOLS)
    pip_install("--use-pep517", "--no-build-isolation", "--editable", f"{ROOT}[dev]")
    STAMP.write_text(wanted, "utf-8")


def stamp() -> str:
    """Of what is to be installed. The folder counts: a copied `.venv` points to the program it was copied from."""
    digest = hashlib.sha256(str(ROOT).encode("utf-8", "surrogateescape"))
    for path in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def has_pip(python: Path) -> bool:
    return version_of([str(python)])[0] in VERSIONS and output([str(python), "-m", "pip", "--version"]) != ""


def pip_install(*what: str) -> None:
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", str(CONSTRAINTS))
    if call(*pip, *what):
        raise StopError("安装未完成，原因见上面 pip 的输出。请检查网络和磁盘空间，然后重新执行同一命令。")


def find_python() -> str:
    """The Python that runs this file if it fits, else the newest that does.

    Raises:
        StopError: there is none.
    """
    # Our own .venv, about to be made anew, cannot make itself.
    own = [] if Path(sys.prefix).resolve() == VENV else [[sys.executable]]
    named = [["py", f"-{version}"] if ON_WINDOWS else [f"python{version}"] for version in VERSIONS]
    for candidate in [*own, *named, ["python3"], ["python"]]:
        version, path = version_of(candidate)
        if version in VERSIONS:
            return path
    raise StopError(
        f"需要 64 位的 Python {'、'.join(VERSIONS)} 之一，没有找到（当前是 {platform.python_version()}）。\n"
        "请先安装其中一个，然后重新执行同一命令。"
    )


def version_of(command: list[str]) -> tuple[str, str]:
    """Version, as “3.13”, and path of a Python; empty if it is none, or none for us."""
    version, _, path = output([*command, "-c", PROBE]).strip().partition(" ")
    return version, path


# Screens


def why_no_window() -> str:
    """Why Qt cannot open a window here; empty if it can."""
    if not ON_LINUX:
        return ""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return "没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都未设置），不能打开窗口。"
    # A display that cannot be reached ends the process; better this one than the program.
    trial = [str(PYTHON), "-c", "from PySide6.QtWidgets import QApplication; QApplication([])"]
    done = subprocess.run(trial, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    lines = done.stdout.decode("utf-8", "replace").strip().splitlines()
    if not done.returncode:
        return ""
    # Qt gives its reason first, Python last.
    reason = next((line for line in lines if line.startswith("qt.")), lines[-1] if lines else "原因不明")
    return f"不能打开窗口：{reason}"


def write_sample() -> int:
    folder = ROOT / "out" / "sample"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    draft, word = folder / "样稿.txt", folder / "样稿.docx"
    shutil.copyfile(ROOT / "resources" / "samples" / "four-part.txt", draft)
    steps = (("check", str(draft)), ("export", str(draft), "-o", str(word)))
    for step in steps:
        say(f"\n$ gaojian {' '.join(step)}")
        if call("-m", "desktop_app", *step):
            return 1
    if not (draft.exists() and word.exists()):
        raise StopError("样稿没有写成，原因见上。")
    say(f"\n草稿：{draft}\nWord：{word}")
    return 0


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of programs that are to show windows: on Linux, on a screen of their own."""
    environment = {**os.environ, "GAOJIAN_ACCEPTANCE": "1"}
    if not ON_LINUX:
        yield environment
        return
    if not shutil.which("Xvfb"):
        raise StopError("窗口验收需要 Xvfb，请按上面的提示安装后重试。")
    reading, writing = os.pipe()
    options = ("-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp")
    server = subprocess.Popen(["Xvfb", *options], pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise StopError("Xvfb 没有启动。请单独运行 Xvfb :99 查看原因。")
        environment.pop("WAYLAND_DISPLAY", None)
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
