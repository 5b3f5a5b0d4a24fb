"""Whether a text reports what was done, or only orders or plans it (figures-decisions, 35)."""

from __future__ import annotations

import re

from desktop_app.report.lines import Line
from desktop_app.report.values import Role

_ORDER_TITLE = re.compile(
    r"(?:通知|方案|倡议书|倡议|讲话|致辞|计划|工作要点|安排|预案|办法|规定|细则|意见|决定|公告|通告|提纲|发言稿|动员令|布置|要求)(?:[（(][^）)]*[）)])?$"
)
_REPORT_TITLE = re.compile(r"情况|报告|汇报|总结|信息|简报|小结|工作纪实|侧记|成效")
_ORDERS = re.compile(r"(?:^|[，。；：、])[一-鿿]{0,8}(?:要(?!求|点|闻|件|素|害)|须|应(?!急|用|对|届|邀)|务必|不得|严禁|请(?=[各于在将按认])|不少于|不低于|拟|将)")
_TOLD = re.compile(r"了|已(?!经成为)|累计|先后|共(?=[一-鿿]{0,3}\d)|达到?\d|召开了|举办了|完成率|同比|截至")


def only_orders(copy: str, lines: list[Line]) -> bool:
    """The text is a 通知, 方案, 讲话 or 倡议, or most of it tells what is to be done."""
    title = "".join(copy[line.start : line.end] for line in lines if line.role is Role.TITLE)
    body = "\n".join(copy[line.start : line.end] for line in lines if line.role is Role.PARAGRAPH)[:20_000]
    sentences = [s for s in re.split(r"[。；！？\n]", body) if len(s) > 8]
    if len(sentences) < 4 and not _ORDER_TITLE.search(title) or not sentences:
        return False
    orders = sum(bool(_ORDERS.search(sentence)) for sentence in sentences) / len(sentences)
    told = sum(bool(_TOLD.search(sentence)) for sentence in sentences) / len(sentences)
    if _ORDER_TITLE.search(title) and not re.search(r"(?:贯彻|落实|学习|执行)[^，]{0,30}(?:情况|报告)$", title):
        return told < 0.3 or orders > told
    if _REPORT_TITLE.search(title):
        return orders > 0.7 and told < 0.1
    return orders > 0.5 and told < 0.15
