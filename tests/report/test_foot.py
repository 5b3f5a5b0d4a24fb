"""Lines of the foot of a report: names of attachments, notes in brackets, and body text that only begins like one."""

from __future__ import annotations

import pytest

from desktop_app.report.read import read
from desktop_app.report.values import Role

BODY = "关于学习情况的报告\n现将情况报告如下。\n一、部署\n召开会议3次。\n"


def roles(text: str) -> list[Role]:
    return [block.role for block in read(text, None).blocks]


def test_further_names_of_attachments_belong_to_the_note() -> None:
    foot = "附件：1. 统计表\n2. 名单\n青澜县教育局\n2026年8月3日\n（联系人：张三，电话：0936-1234567）\n"
    note = Role.ATTACHMENT_NOTE
    assert roles(BODY + foot)[-5:] == [note, note, Role.SIGNATURE, Role.DATE_OF_WRITING, Role.ANNOTATION]


@pytest.mark.parametrize("last", ["发放宣传手册200册，覆盖群众300人。", "印发文件3份。", "报送信息12条。", "负责人带队督查5次。"])
def test_a_last_paragraph_that_begins_like_a_note_is_body(last: str) -> None:
    assert roles(BODY + last)[-1] is Role.PARAGRAPH


@pytest.mark.parametrize("last", ["抄送：市纪委监委。（共印15份）", "联系人：黎一鸣　联系电话：0771－5550120", "（此件公开发布）"])
def test_a_note_is_no_body(last: str) -> None:
    assert roles(f"{BODY}青澜县教育局\n2026年8月3日\n{last}")[-1] is Role.ANNOTATION
