"""Rules on the parts of the report: ST."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.checks.rule import Hit, ReportRule
from desktop_app.report.finding import Fix, Level, Span, Strength
from desktop_app.report.insertion import example_sentence, insertion_of
from desktop_app.report.values import PlacedPart, Report, State

_REPORT = (
    "青澜县防溺水工作情况汇报\n现将青澜县2026年防溺水工作情况汇报如下。\n"
    "一、迅速行动抓部署\n2026年5月12日以来，县政府先后召开专题会议3次。\n"
    "二、分层分类抓学习\n县教育局组织集中学习4次，培训网格员260人次。\n"
    "三、线上线下抓宣传\n深入21个村开展宣讲35场，发放手册1.2万册。\n"
    "四、对标对表抓落实\n县督查组排查水域118处，发现隐患39个，已整改35个。\n"
    "青澜县教育局\n2026年8月3日\n"
)
_RUN_IN = (
    "一是及早及快抓部署。5月12日县政府召开专题会议3次。\n二是聚焦聚力抓学习。组织集中学习4次。\n"
    "三是线上线下抓宣传。开展宣讲35场。\n四是见行见效抓贯彻。排查水域118处，整改隐患35个。\n"
)
_NO_STUDY = _REPORT.replace("二、分层分类抓学习\n县教育局组织集中学习4次，培训网格员260人次。\n", "").replace("三、线", "二、线").replace("四、对", "三、对")
_NO_IMPLEMENTATION = _RUN_IN.replace("四是见行见效抓贯彻。排查水域118处，整改隐患35个。\n", "")


def _not_of_this_template(report: Report) -> Iterator[Hit]:
    if report.fits_template or not report.template or not report.text.strip():
        return
    if not report.blocks or report.han < 30:
        return  # an empty draft, or one just begun
    missing = [placed for placed in report.parts if placed.state is State.ABSENT]
    names = "、".join(placed.part.name for placed in report.parts)
    fixes = (_all_parts(report, missing),) if missing and not report.only_orders else ()
    yield Hit(
        Span(report.blocks[0].span.start, report.blocks[0].span.start),
        f"没有读出“{names}”的结构，未按“{report.template.name}”检查缺项。如果这是一份这样的报告，请补写各部分标题；如果不是，可以换一个模板",
        fixes,
    )


def _all_parts(report: Report, missing: list[PlacedPart]) -> Fix:
    edits = [insertion_of(report, placed) for placed in missing]
    at = edits[0].span
    return Fix("插入各部分", tuple(edits[:1]) if len(edits) == 1 else (type(edits[0])(at, "".join(e.text for e in edits)),), safe=False)


NOT_OF_THIS_TEMPLATE = ReportRule(
    code="ST00",
    name="not-of-this-template",
    title="未识别出本模板的结构",
    level=Level.HINT,
    strength=Strength.ADVICE,
    rationale="识别出的部分不足两个，或者全文是在布置工作而不是汇报工作，这时说“缺少”某部分没有意义。",
    source="本程序的判断方法",
    bad=(
        "关于做好冬季防火工作的通知\n各村、各单位：\n请于12月5日前完成检查。各单位要高度重视，不得有误，确保安全。\n要加强值班值守，遇有情况立即报告。",
        "青澜县第三届读书节开幕\n昨天上午，第三届读书节在县图书馆开幕，来自各镇的读者参加了活动，现场气氛热烈。",
    ),
    good=(_REPORT, _RUN_IN),
    check=_not_of_this_template,
)


def _part_missing(report: Report) -> Iterator[Hit]:
    if not report.fits_template:  # ST00 says so
        return
    for placed in report.parts:
        if placed.state is State.ABSENT:
            name = placed.part.name
            fix = Fix(f"插入“{name}”部分", (insertion_of(report, placed),), safe=False)
            message = f"缺少“{name}”部分。这一部分应当{placed.part.purpose}"
            yield Hit(Span(placed.insertion, placed.insertion), message, (fix,), part=placed.part.id)


PART_MISSING = ReportRule(
    code="ST01",
    name="part-missing",
    title="缺少一个部分",
    level=Level.ERROR,
    strength=Strength.USUAL,
    rationale="四部分报告按部署、学习、宣传、贯彻四个环节写，缺一个环节，上级就看不出这项工作做没做。",
    source="四部分报告的通行写法（要素齐全）",
    bad=(_NO_STUDY, _NO_IMPLEMENTATION),
    good=(_REPORT, _RUN_IN),
    check=_part_missing,
)


def _part_empty(report: Report) -> Iterator[Hit]:
    for placed in report.parts:
        if placed.state is State.EMPTY and placed.heading and report.fits_template:
            fix = Fix("写入例句", (example_sentence(report, placed),), safe=False)
            message = f"“{placed.part.name}”部分只有标题，没有内容。请{placed.part.purpose}"
            yield Hit(placed.heading, message, (fix,), part=placed.part.id)


PART_EMPTY = ReportRule(
    code="ST02",
    name="part-empty",
    title="一个部分只有标题",
    level=Level.ERROR,
    strength=Strength.USUAL,
    rationale="标题下面没有一句完整的话，等于没有写这一部分。",
    source="四部分报告的通行写法（要素齐全）",
    bad=(
        _REPORT.replace("县教育局组织集中学习4次，培训网格员260人次。\n", ""),
        _RUN_IN.replace("开展宣讲35场。", "［…］。"),
    ),
    good=(_REPORT, _RUN_IN),
    check=_part_empty,
)


def _parts_out_of_order(report: Report) -> Iterator[Hit]:
    found = [placed for placed in report.parts if placed.present and placed.span and placed.heading]
    if not report.fits_template:
        return
    furthest: PlacedPart | None = None
    for placed in found:
        assert placed.span
        if furthest and furthest.span and placed.span.start < furthest.span.start:
            message = f"“{placed.part.name}”写在“{furthest.part.name}”前面；通常按{'、'.join(p.part.name for p in report.parts)}的顺序写"
            yield Hit(placed.heading or placed.span, message, part=placed.part.id)
        else:
            furthest = placed


PARTS_OUT_OF_ORDER = ReportRule(
    code="ST03",
    name="parts-out-of-order",
    title="各部分的顺序与模板不同",
    level=Level.HINT,
    strength=Strength.ADVICE,
    rationale="通常先写部署，再写学习、宣传，最后写贯彻；换了顺序，读的人不容易对照。",
    source="四部分报告的通行写法",
    bad=(
        "一是及早及快抓部署。召开专题会议3次。\n二是线上线下抓宣传。开展宣讲35场。\n三是聚焦聚力抓学习。组织集中学习4次。\n四是见行见效抓贯彻。整改隐患35个。",
        "一是聚焦聚力抓学习。组织集中学习4次。\n二是及早及快抓部署。召开专题会议3次。\n三是线上线下抓宣传。开展宣讲35场。\n四是见行见效抓贯彻。整改隐患35个。",
    ),
    good=(_REPORT, _RUN_IN),
    check=_parts_out_of_order,
)
