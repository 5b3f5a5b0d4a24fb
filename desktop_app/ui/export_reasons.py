"""What an export asks about before it goes on: parts that are missing, blanks that are left."""

from __future__ import annotations

from desktop_app.checks.rule import CheckResult
from desktop_app.report.finding import Finding

MISSING, EMPTY, BLANK = "ST01", "ST02", "BL01"


def unfinished(result: CheckResult) -> tuple[Finding, ...]:
    """The findings because of which an export asks; ignored ones are the clerk's decision."""
    return tuple(f for f in result.findings if f.code in (MISSING, EMPTY, BLANK) and not f.ignored)


def reasons_of(result: CheckResult, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """A line for each kind."""
    names = {placed.part.id: placed.part.name for placed in result.report.parts}

    def parts(code: str) -> str:
        return "".join(f"“{names.get(finding.part or '', '')}”" for finding in findings if finding.code == code)

    blanks = sum(finding.code == BLANK for finding in findings)
    lines = (
        f"还缺{parts(MISSING)}部分。" if parts(MISSING) else "",
        f"{parts(EMPTY)}部分只有标题，没有内容。" if parts(EMPTY) else "",
        f"还有 {blanks} 处待填。" if blanks else "",
    )
    return tuple(filter(None, lines))


def way_to_mend(result: CheckResult, finding: Finding) -> str:
    """The words of the button that leads there."""
    names = {placed.part.id: placed.part.name for placed in result.report.parts}
    if finding.code == MISSING:
        return f"去补上“{names.get(finding.part or '', '')}”"
    return "去写这一部分" if finding.code == EMPTY else "去填写"
