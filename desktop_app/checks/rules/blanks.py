"""Rules on what is still to be filled in: BL."""

from __future__ import annotations

import re

from desktop_app.checks.rule import Hit, Passage, TextRule
from desktop_app.report.finding import Level, Strength


def _blank_left(passage: Passage, match: re.Match[str]) -> Hit:
    span = passage.span(match)
    return Hit(span, f"“{span.of(passage.report.text)}”还没有填写")


BLANK_LEFT = TextRule(
    code="BL01",
    name="blank-left",
    title="待填的内容没有填",
    level=Level.ERROR,
    strength=Strength.USUAL,
    rationale="模板里的［…］、××、某某等是留给人填的，交出去的文稿里不应当有。",
    source="文稿交出前的通行要求",
    pattern=re.compile(
        r"［(?!\d{4}］)[^］\n]{0,40}］|×{2,}|＊{2,}|(?<![A-Za-z])(?:x{2,}|X{2,})(?![A-Za-z])|_{2,}|(?<!某)某某(?!某)|【[^】\n]{0,12}待[^】\n]{0,20}】|（待[^）\n]{0,20}）|\(待[^)\n]{0,20}\)"
    ),
    literals=("［", "××", "＊＊", "xx", "XX", "__", "某某", "待"),
    bad=("［单位］召开会议［数字］次。", "××市委印发通知，XX月XX日起执行，某某单位（待核实）参加___人。"),
    good=("张掖市委召开会议3次。", "国办发［2024］5号文件，XXL码，3×5米展板，有待改进。"),
    check=_blank_left,
)
