"""What the panel says when it lists no finding: what was not found missing, and what was not checked."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.checks.rule import CheckResult
from desktop_app.report.values import State
from desktop_app.ui.marks import Mark

_NUMERALS = "零一二三四五六七八九"
NOT_CHECKED = "真实性、口径未检查"


@dataclass(frozen=True, slots=True)
class Summary:
    mark: Mark
    title: str
    detail: str
    offers_export: bool = False


def summary_of(result: CheckResult | None) -> Summary:
    """None: nothing was checked yet."""
    if result is None or not result.text.strip():
        return Summary(Mark.NOT_ASKED, "还没有内容", "写下或粘贴文稿后，\n这里列出缺少的部分和要改的地方。")
    if result.failed_rules:
        return Summary(Mark.UNSURE, "没有查全", f"有规则没有运行，见上面一行。{NOT_CHECKED}。", True)
    ignored = sum(1 for finding in result.findings if finding.ignored)
    rest = f"另有 {ignored} 条已忽略；" if ignored else ""
    report = result.report
    all_there = bool(report.parts) and all(placed.state is State.PRESENT for placed in report.parts)
    if all_there:
        number = len(report.parts)
        count = _NUMERALS[number] if number < len(_NUMERALS) else str(number)
        detail = f"{count}个部分齐全，共 {len(report.quantities)} 处量化结果；\n{rest}{NOT_CHECKED}。"
        return Summary(Mark.OK, "未发现缺项", detail, True)
    if not report.fits_template:
        return Summary(Mark.NOT_ASKED, "没有要列出的问题", f"这份文稿没有按部分检查缺项；{rest}{NOT_CHECKED}。", True)
    return Summary(Mark.NOT_ASKED, "没有要列出的问题", f"{rest}{NOT_CHECKED}。", True)
