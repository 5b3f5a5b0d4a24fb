"""What `check` says to a person in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.checks.rule import CheckResult
from desktop_app.cli.report_json import line_and_column
from desktop_app.cli.sources import Source
from desktop_app.report.screen_words import LEVEL_WORDS, STATE_WORDS
from desktop_app.report.values import State


def report_lines(source: Source, result: CheckResult) -> Iterator[str]:
    """The parts, then the findings, one a line."""
    report = result.report
    yield f"{source.name}  {report.characters} 字，量化结果 {len(report.quantities)} 处"
    if report.parts:
        yield "  " + "  ".join(_state(result, placed.part.id) for placed in report.parts)
    shown = [finding for finding in result.findings if not finding.ignored]
    for finding in shown:
        line, column = line_and_column(source, finding.span.start)
        yield f"  {line}:{column} {LEVEL_WORDS[finding.level]} {finding.code} {finding.message}"
    if not shown:
        yield "  未发现缺项。真实性、口径未检查。"
    if result.failed_rules:
        yield f"  这些规则没有运行，结果不完整：{'、'.join(result.failed_rules)}"


def _state(result: CheckResult, part_id: str) -> str:
    placed = next(placed for placed in result.report.parts if placed.part.id == part_id)
    if placed.state is State.PRESENT:
        count = len(result.report.quantities_of(part_id))
        return f"{placed.part.name}：{f'{count} 处' if count else '无数据'}"
    return f"{placed.part.name}：{STATE_WORDS[placed.state]}"
