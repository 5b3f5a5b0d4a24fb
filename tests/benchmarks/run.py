"""The speed of the program, as ratios against a peer in the same run and in CPU time; each goal met or missed.

    python packaging/dev.py bench [--quick]
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from desktop_app.checks.checker import Checker
from desktop_app.checks.rule import CheckRequest
from desktop_app.report.metadata import Metadata
from desktop_app.report.read import read
from desktop_app.report.template import template_of
from desktop_app.word.layout import load_layout
from desktop_app.word.writer import write_docx

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
SIZE = 300_000
READ_GOAL_S = 0.15
CHECK_GOAL = 1_000_000  # characters a second
SLOWEST_S = 5.0


def made_text(size: int, seed: int = 1) -> str:
    """A text of real sentences with other figures each time, so that no sentence occurs twice."""
    pools = ("pools/authored", "pools/field", "pools/brief", "texts")
    texts = [file.read_text("utf-8") for pool in pools for file in sorted((CORPUS / pool).glob("*.txt"))]
    chance = random.Random(seed)
    pieces: list[str] = []
    length = 0
    while length < size:
        text = re.sub(r"\d+", lambda match: str(chance.randrange(10 ** len(match[0]))), chance.choice(texts))
        pieces.append(text + "\n")
        length += len(text) + 1
    return "".join(pieces)[:size]


def cpu_seconds(work: Callable[[], object], times: int) -> float:
    """The median CPU time of several runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def say(name: str, figure: str, met: bool | None) -> None:
    mark = {True: "met   ", False: "missed", None: "      "}[met]
    print(f"{mark}  {name}: {figure}")


def whole_command(text: str) -> float:
    """Characters a second of `gaojian check --format json`, what is loaded once subtracted."""
    with tempfile.TemporaryDirectory() as folder:
        taken = []
        for size in (200, len(text)):
            path = Path(folder) / f"{size}.txt"
            path.write_text(text[:size], "utf-8")
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run(
                [sys.executable, "-m", "desktop_app", "check", str(path), "--format", "json"],
                capture_output=True,
                check=False,
            )
            json.loads(done.stdout)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return (len(text) - 200) / (taken[1] - taken[0])


def main() -> None:
    quick = "--quick" in sys.argv
    times = 3 if quick else 7
    print(f"load before: {os.getloadavg()[0]:.2f}; {os.cpu_count()} cores; Python {sys.version.split()[0]}")
    template, checker, text = template_of("four-part"), Checker(), made_text(SIZE)

    reading = cpu_seconds(lambda: read(text, template), times)
    say(f"reading {SIZE:,} characters", f"{reading:.2f} s (goal {READ_GOAL_S} s)", reading <= READ_GOAL_S)
    checking = cpu_seconds(lambda: checker.check(CheckRequest(text, template)), times)
    speed = SIZE / checking
    say("full check", f"{speed:,.0f} characters/s (goal {CHECK_GOAL:,})", speed >= CHECK_GOAL)
    jieba.initialize()
    cutting = cpu_seconds(lambda: jieba.lcut(text), 1 if quick else 3)
    say("full check against jieba's cutting of the same text", f"{cutting / checking:.2f} × as fast", None)
    double = text + made_text(SIZE, seed=2)
    growth = cpu_seconds(lambda: checker.check(CheckRequest(double, template)), times) / checking
    say("growth from the text to one twice as long", f"{growth:.2f} × (linear: 2)", growth < 2.6)
    whole = whole_command(text)
    say("gaojian check --format json, whole", f"{whole:,.0f} characters/s (goal 700,000)", whole >= 700_000)

    hard = {
        "one paragraph": text[:100_000].replace("\n", ""),
        "only digits": "7" * 100_000,
        "only brackets": "（" * 100_000,
        "only 一是": "一是" * 50_000,
        "one 汉字": "学" * 100_000,
        "only Latin": "word " * 20_000,
    }
    for name, hostile in hard.items():
        began = time.process_time()
        checker.check(CheckRequest(hostile, template))
        taken = time.process_time() - began
        say(f"100 000 characters, {name}", f"{taken:.2f} s (goal {SLOWEST_S:g} s)", taken <= SLOWEST_S)

    draft = text[:30_000]
    report = read(draft, template)
    layout = load_layout("material")
    writing = cpu_seconds(lambda: write_docx(report, Metadata(), layout), times)
    say("export of 30 000 characters, build and save", f"{writing:.2f} s", None)
    print(f"load after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
