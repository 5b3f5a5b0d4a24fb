"""Lines of the readable copy and the role of each on the page (GB/T 9704—2012, 7.2–7.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop_app.report.numbering import ordinal_at
from desktop_app.report.values import Role

_N = "零〇一二三四五六七八九十"
_DATE = re.compile(
    rf"[（(]?(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日|[{_N}]{{4}}年[{_N}]{{1,3}}月[{_N}]{{1,3}}日|(?:民国)?\d{{2,3}}年\d{{1,2}}月\d{{1,2}}日|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{4}}年\d{{1,2}}月)[）)]?"
)
_SOURCE = re.compile(r"[（(](?:来源|供稿|报送单位|作者)[：:][^\n]{1,40}[）)]$|(?:来源|供稿|信息来源|稿件来源|编辑|责任编辑|校对|审核|撰稿|作者|责编)[：:]")
_RECIPIENT = re.compile(r"[^。；！？]{2,60}[：:]$")
_RECIPIENT_NAME = re.compile(r"(?:[委局办厅部处院校镇乡县市区会社中心组司庭室关位所站队团体导府]|街道)(?:[、，（）][^：]*)?[：:]$|^各|领导[：:]$")
_ORGAN = re.compile(r"(?:委员会|[委局办厅部处院校镇乡县市区会社司厂所站队团室府库]|中心|小组|街道|联合社|党组|支部|总支|党委|公司|集团|银行|协会|工委)$")
_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[（(【［]\d{4}[〕\]）)】］]第?\d{1,4}号$|第\d+期|\d{4}年第\d+期")
_CLASSIFICATION = re.compile(r"^(?:绝密|机密|秘密)(?:[★☆*]|$)")
_ANNOTATION = re.compile(r"^（?(?:联系人|联系电话|电话|抄送|抄报|报|送|发|主送|印发|附注|校核|签发|填报人|负责人|主题词|经办人)[：: \u3000]|^（?(?:此件|共印)|^-?END-?$|^相关链接|^延伸阅读|^相关阅读|^往期")
_ATTACHMENT_NOTE = re.compile(r"^附件?[：:]\d?")
_NOTE_ITEM = re.compile(r"\d{1,2}[.．、] *[^\d ].{0,58}$")
_ATTACHMENT = re.compile(rf"^附(?:件|表|录)(?:[\d{_N}]{{1,2}})?(?:[：:].*)?$")
_SENTENCE_END = "。；！？…"
_CLOSING_WORDS = re.compile(r"^(?:特此报告|专此报告|以上报告|特此汇报|请审阅|此致|敬礼|谨此)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the copy that is not blank."""

    start: int
    end: int
    role: Role


def lines_of(copy: str) -> list[Line]:
    """The lines with their roles."""
    found: list[Line] = []
    at = 0
    for raw in copy.split("\n"):
        if raw.strip():
            lead = len(raw) - len(raw.lstrip())
            found.append(Line(at + lead, at + len(raw.rstrip()), Role.PARAGRAPH))
        at += len(raw) + 1
    _mark_head(copy, found)
    _mark_foot(copy, found)
    return found


def _mark(lines: list[Line], index: int, role: Role) -> None:
    lines[index] = replace(lines[index], role=role)


def is_sentence(text: str) -> bool:
    """A line that ends as a sentence ends."""
    return text.rstrip("”’）》")[-1:] in _SENTENCE_END or text[-1:] in _SENTENCE_END


def _mark_head(copy: str, lines: list[Line]) -> None:
    titled = False
    for index, line in enumerate(lines[:12]):
        text = copy[line.start : line.end]
        if _CLASSIFICATION.match(text) and len(text) <= 12:
            _mark(lines, index, Role.CLASSIFICATION)
        elif _DOCUMENT_NUMBER.search(text) and len(text) <= 30:
            _mark(lines, index, Role.DOCUMENT_NUMBER)
        elif _RECIPIENT.fullmatch(text) and _RECIPIENT_NAME.search(text) and not ordinal_at(copy, line.start, line.end):
            _mark(lines, index, Role.MAIN_RECIPIENT)
            return
        elif ordinal_at(copy, line.start, line.end) or is_sentence(text) or len(text) > 60:
            return
        elif re.fullmatch(r"[—\-=_*]{3,}", text):
            _mark(lines, index, Role.SUBTITLE)
        elif not titled:
            if text.startswith("【") and text.endswith("】") or text[-1:] in "：:":
                return
            _mark(lines, index, Role.TITLE)
            titled = True
        elif len(text) <= 45:
            follows = index and lines[index - 1].role is Role.TITLE and not (_DATE.fullmatch(text) or _ORGAN.search(text))
            _mark(lines, index, Role.TITLE if follows and _goes_on(copy, lines[index - 1], text) else Role.SUBTITLE)
        else:
            return


def _goes_on(copy: str, before: Line, text: str) -> bool:
    """The second line of a title that was broken, or a line that begins with a dash."""
    first = copy[before.start : before.end]
    ended = re.search(r"(?:报告|汇报|情况|总结|通知|方案|信息|简报|材料|要点|公告|纪要|讲话)$", first)
    return text.startswith(("—", "-")) or (not ended and bool(re.search(r"(?:报告|汇报|情况|总结|通知|方案|信息|简报|材料)$", text)))


def _mark_foot(copy: str, lines: list[Line]) -> None:
    first_of_annex = next(
        (
            i
            for i, line in enumerate(lines)
            if i > 2 and _ATTACHMENT.match(copy[line.start : line.end]) and _foot_before(copy, lines, i)
        ),
        len(lines),
    )
    for index in range(first_of_annex, len(lines)):
        _mark(lines, index, Role.ATTACHMENT)
    last = first_of_annex - 1
    while last > 0 and lines[last].role is Role.PARAGRAPH:
        text = copy[lines[last].start : lines[last].end]
        if _SOURCE.match(text) and len(text) <= 80:
            _mark(lines, last, Role.SOURCE)
        elif _ATTACHMENT_NOTE.match(text) or _is_note_item(copy, lines, last):
            _mark(lines, last, Role.ATTACHMENT_NOTE)
        elif _DATE.fullmatch(text):
            _mark(lines, last, Role.DATE_OF_WRITING)
        elif _ANNOTATION.match(text) and len(text) <= 120 or re.fullmatch(r"[●·•]?[^。；]{2,40}", text) and _links_above(copy, lines, last):
            _mark(lines, last, Role.ANNOTATION)
        elif _is_signature(copy, lines, last, text):
            _mark(lines, last, Role.SIGNATURE)
        elif _CLOSING_WORDS.match(text):
            pass
        else:
            return
        last -= 1


def _foot_before(copy: str, lines: list[Line], index: int) -> bool:
    """A signature or date stands shortly before, or the line stands alone as 附件."""
    texts = [copy[line.start : line.end] for line in lines[max(0, index - 4) : index]]
    return any(_DATE.fullmatch(text) or _ORGAN.search(text) and len(text) <= 30 for text in texts)


def _is_note_item(copy: str, lines: list[Line], index: int) -> bool:
    """A further name of an 附件说明: “2. 名单” below “附件：1. 统计表”."""
    for line in reversed(lines[max(0, index - 20) : index + 1]):
        text = copy[line.start : line.end]
        if _ATTACHMENT_NOTE.match(text):
            return line is not lines[index]
        if not _NOTE_ITEM.match(text) or is_sentence(text):
            return False
    return False


def _links_above(copy: str, lines: list[Line], index: int) -> bool:
    return any(re.match(r"相关链接|延伸阅读|往期|推荐阅读", copy[line.start : line.end]) for line in lines[max(0, index - 6) : index])


def _is_signature(copy: str, lines: list[Line], index: int, text: str) -> bool:
    if len(text) > 40 or is_sentence(text) or re.search(r"[，。；：！？]", text) or ordinal_at(copy, lines[index].start, lines[index].end):
        return False
    dated = index + 1 < len(lines) and lines[index + 1].role in (Role.DATE_OF_WRITING, Role.SIGNATURE)
    before = copy[lines[index - 1].start : lines[index - 1].end]
    return bool(dated and not re.search(r"\d", text) or _ORGAN.search(text) and (is_sentence(before) or _is_short(before)) and index >= len(lines) - 8)


def _is_short(text: str) -> bool:
    return len(text) <= 30 and bool(_ORGAN.search(text) or _CLOSING_WORDS.match(text))
