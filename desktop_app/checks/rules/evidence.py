"""Rules on figures and facts: EV."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.checks.rule import Hit, On, Passage, ReportRule, TextRule
from desktop_app.report.finding import Fix, Level, Strength
from desktop_app.report.insertion import figures_sentence
from desktop_app.report.template import Figures
from desktop_app.report.values import Report, State

_LEVELS = {Figures.REQUIRED: Level.WARNING, Figures.SUGGESTED: Level.HINT}
_MEASURED = "一是及早及快抓部署。5月12日召开专题会议3次。\n二是聚焦聚力抓学习。组织集中学习4次。\n三是线上线下抓宣传。开展宣讲35场。\n四是见行见效抓贯彻。排查水域118处。"


def _part_without_figure(report: Report) -> Iterator[Hit]:
    if not report.fits_template:
        return
    for placed in report.parts:
        level = _LEVELS.get(placed.part.figures)
        if placed.state is not State.PRESENT or not level or not placed.heading or report.quantities_of(placed.part.id):
            continue
        expected = "、".join(f"{e.noun}多少{e.unit}" for e in placed.part.expects)
        fixes = (Fix("补上数据", (figures_sentence(report, placed),), safe=False),) if expected else ()
        message = f"“{placed.part.name}”部分没有量化结果。可以写明：{expected}" if expected else f"“{placed.part.name}”部分没有量化结果"
        yield Hit(placed.heading, message, fixes, part=placed.part.id, level=level)


PART_WITHOUT_FIGURE = ReportRule(
    code="EV01",
    name="part-without-figure",
    title="一个部分没有量化结果",
    level=Level.WARNING,
    strength=Strength.ADVICE,
    rationale="政务信息要求既有定性又有定量。只写做法、不写次数和人数，看不出做到了什么程度。日期、口号里的数、目标和要求不算结果。",
    source="政务信息写作的通行要求（既有定性又有定量）",
    bad=(
        _MEASURED.replace("组织集中学习4次。", "各级干部认真组织集中学习，认识普遍提高。"),
        _MEASURED.replace("排查水域118处。", "按照“三查三看”要求逐一排查水域。"),
    ),
    good=(_MEASURED, _MEASURED.replace("4次", "近百次")),
    check=_part_without_figure,
)


def _plan_as_result(passage: Passage, match: re.Match[str]) -> Hit | None:
    report, span = passage.report, passage.span(match)
    if not report.fits_template or report.part_at(span.start) is None:
        return None
    return Hit(span, f"“{span.of(report.text)}”说的是打算，不是已经做到的。请改写成结果，或者移到“下一步”")


PLAN_AS_RESULT = TextRule(
    code="EV02",
    name="plan-as-result",
    title="把打算写成了成效",
    level=Level.WARNING,
    strength=Strength.ADVICE,
    rationale="报告各部分写的是已经做到的事。计划、打算放在“下一步”里单独成段，其中的数字是目标，不算量化结果。",
    source="政务信息写作的通行要求（事实准确）",
    pattern=re.compile(
        r"拟(?:于|在|定于)?(?:近期|近日|本月|下月|年内)?再?(?:举办|召开|开展|组织|印发|出台|实施|建设|培训)"
        r"|将(?:于|在|适时|继续|进一步|陆续)[^，。；》”]{0,8}?(?:举办|召开|开展|组织|印发|出台|实施|推进)"
        r"|即将(?:举办|召开|开展|组织|印发|出台|实施)|(?<=[，。；])将(?:举办|召开|开展|印发|出台)|打算[^，。；]{0,8}(?:举办|召开|开展|组织|培训|轮训)"
        r"|计划(?:于|在)[^，。；》”]{0,10}(?:举办|召开|开展|组织|印发|出台|实施)"
    ),
    literals=("拟", "将", "打算", "计划"),
    bad=(
        _MEASURED.replace("排查水域118处。", "排查水域118处，拟于近期举办培训班2期。"),
        _MEASURED.replace("组织集中学习4次。", "组织集中学习4次，将于10月举办读书班。"),
    ),
    good=(_MEASURED, _MEASURED + "\n下一步，将继续开展督查。"),
    check=_plan_as_result,
    on=On.COPY,
)
