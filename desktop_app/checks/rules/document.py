"""Rules on the document around its body: DO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.checks.rule import Hit, ReportRule
from desktop_app.report.finding import Level, Span, Strength
from desktop_app.report.values import Report, Role

_DATE = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}年\d{1,2}月|\d{3}-\d{2}-\d{2}")
_PARTS = "一是及早及快抓部署。{}召开专题会议3次。\n二是聚焦聚力抓学习。组织集中学习4次。\n三是线上线下抓宣传。开展宣讲35场。\n四是见行见效抓贯彻。排查水域118处。"


def _no_date(report: Report) -> Iterator[Hit]:
    if report.fits_template and not _DATE.search(report.readable.text):
        end = report.blocks[-1].span.end
        yield Hit(Span(end, end), "全文没有一个具体日期。请写明会议、活动的年月日，或者在文末写上成文日期")


NO_DATE = ReportRule(
    code="DO02",
    name="no-date",
    title="全文没有日期",
    level=Level.HINT,
    strength=Strength.ADVICE,
    rationale="时间是政务信息的要素之一。只写“迅速”“第一时间”“会议召开以后”，过后无法核对。",
    source="政务信息写作的通行要求（要素齐全）",
    bad=(_PARTS.format("会后迅速"), _PARTS.format("第一时间")),
    good=(_PARTS.format("2026年5月12日"), _PARTS.format("会后迅速") + "\n青澜县委宣传部\n2026年8月3日"),
    check=_no_date,
)


def _classified(report: Report) -> Iterator[Hit]:
    for block in report.blocks:
        if block.role is Role.CLASSIFICATION:
            yield Hit(block.span, "文首有密级标志。涉密文件不得在本机处理，请改用涉密计算机")


CLASSIFICATION_MARK = ReportRule(
    code="DO09",
    name="classification-mark",
    title="涉密文件",
    level=Level.ERROR,
    strength=Strength.REQUIRED,
    rationale="涉密公文应当标注密级，并按保密规定在专门的设备上处理。本程序运行在普通办公电脑上。",
    source="《党政机关公文处理工作条例》第九条（一）、（二）",
    bad=("秘密★1年\n关于防汛工作情况的报告\n市委：\n现报告如下。", "机密★\n情况报告"),
    good=("关于防汛工作情况的报告\n市委：\n现报告如下。", "关于保密宣传月活动的报告\n开展“保守国家秘密”宣讲3场。"),
    check=_classified,
)
