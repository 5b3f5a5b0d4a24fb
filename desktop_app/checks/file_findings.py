"""Findings on the file that a text came in: what was lost before the text could be read."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.report.finding import Finding, Level, Span, Strength


def file_findings(length: int, *, is_cut: bool, front_matter_is_damaged: bool) -> Iterator[Finding]:
    """`length`: of the body. The first stands at its end, the second at its beginning."""
    if front_matter_is_damaged:
        yield Finding(
            code="DM05",
            name="damaged-front-matter",
            level=Level.WARNING,
            strength=Strength.ADVICE,
            span=Span(0, 0),
            message="文件开头“+++”之间的报送信息读不懂，已当作正文。请改正其中的写法，或删去这几行",
            source="草稿文件 .gao 的格式",
        )
    if is_cut:
        yield Finding(
            code="DM04",
            name="cut-file",
            level=Level.WARNING,
            strength=Strength.ADVICE,
            span=Span(length, length),
            message="文件在一个字的中间断了，末尾可能缺了内容。请对照原件，或重新取得文件",
            source="传输、复制的常见损坏",
        )
