"""What the program and its tests need of the system; installed by apt where we may, else named.

Standard library only, and syntax of Python 3.7: see dev.py.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys

ON_LINUX = sys.platform.startswith("linux")
ON_ARM_LINUX = ON_LINUX and platform.machine() == "aarch64"

# What Qt loads from the system, and glyphs to show (Debian's names).
LIBRARIES = (
    *("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0", "libxkbcommon-x11-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "fonts-noto-cjk"),
    *(("libsm6", "libice6") if ON_ARM_LINUX else ()),
)
# Commands that tests use, and the Debian package of each.
TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "soffice": "libreoffice-writer-nogui",
    "pdftoppm": "poppler-utils",
}


def say(line: str) -> None:
    print(line, flush=True)


def add_libraries() -> None:
    if shutil.which("dpkg-query"):
        # With what they provide: libglib2.0-0 is called libglib2.0-0t64 in newer releases.
        installed = output(["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}, ${Provides}\n"])
        lines = (line.split(" ", 1)[1] for line in installed.splitlines() if line.startswith("installed "))
        present = {name.split()[0] for line in lines for name in line.split(",") if name.strip()}
        add_packages([name for name in LIBRARIES if name not in present])


def add_tools() -> None:
    if ON_LINUX:
        add_packages([package for command, package in TOOLS.items() if not shutil.which(command)])


def add_venv_module(python: str, version: str) -> None:
    """Debian packs the module venv apart."""
    if ON_LINUX and not output([python, "-c", "import ensurepip, venv; print(1)"]):
        add_packages([f"python{version}-venv"])


def add_packages(packages: list[str]) -> None:
    """Install Debian packages if we may; say what is missing otherwise."""
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(f"安装系统软件包：{' '.join(packages)}")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        wait = ("-o", "DPkg::Lock::Timeout=300", "-qq")
        subprocess.run(["apt-get", *wait, "update"], env=environment, check=False)
        if not subprocess.run([*command, *wait], env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return
    if shutil.which("apt-get"):
        say(f"缺少系统软件包，请由管理员执行：\n  sudo {' '.join(command)}")
    else:
        say(f"请用本系统的软件包管理器安装（此处为 Debian 的名称）：{' '.join(packages)}")


def output(command: list[str]) -> str:
    """What a command prints; empty if it fails or does not exist."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.decode(sys.getfilesystemencoding(), "surrogateescape")
