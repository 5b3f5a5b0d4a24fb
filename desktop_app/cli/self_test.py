"""The self-test of an installed copy: makes, checks, exports, reads back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.checks.checker import Checker
from desktop_app.checks.fixes import fix_all
from desktop_app.checks.rule import CheckRequest
from desktop_app.report.metadata import Metadata
from desktop_app.report.template import template_of
from desktop_app.resource_files import resource_text
from desktop_app.storage.atomic_file import write_atomic

FAILED = 2


def self_test(say: Callable[[str], None]) -> int:
    """Go the whole way once; 0 if every step gave what it must, else 2, and a line for each step."""
    template = template_of("four-part")
    sample = resource_text("samples", "four-part.txt")
    checker = Checker()
    result = checker.check(CheckRequest(sample, template))
    steps = {
        "示例报告：四个部分齐全": all(placed.present for placed in result.report.parts),
        "示例报告：没有提示": result.findings == () and result.failed_rules == (),
        "删去一个部分：会发现": _misses_a_part(checker, sample),
        "半角标点：能修正": fix_all(checker, CheckRequest("突出部署,狠抓落实。", template)) == "突出部署，狠抓落实。",
        "导出 Word 再读回：文字相同": _comes_back(sample, checker),
    }
    for step, passed in steps.items():
        say(f"{'正常' if passed else '异常'}  {step}")
    return 0 if all(steps.values()) else FAILED


def _misses_a_part(checker: Checker, sample: str) -> bool:
    result = checker.check(CheckRequest(sample, template_of("four-part")))
    last = result.report.parts[-1].span
    cut = sample[: last.start] + sample[last.end :] if last else sample
    found = checker.check(CheckRequest(cut, template_of("four-part"))).findings
    return "ST01" in {finding.code for finding in found}


def _comes_back(sample: str, checker: Checker) -> bool:
    from desktop_app.word.layout import load_layout
    from desktop_app.word.reader import read_docx
    from desktop_app.word.writer import write_docx

    report = checker.check(CheckRequest(sample, template_of("four-part"))).report
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "自检.docx"
        write_atomic(file, write_docx(report, Metadata(), load_layout("material")).data)
        return read_docx(file.read_bytes()).text.rstrip("\n") == sample.rstrip("\n")
