"""A draft becomes a .docx and comes back as the same text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.report.insertion import new_text
from desktop_app.report.metadata import Metadata
from desktop_app.report.read import read
from desktop_app.report.template import Form, template_of
from desktop_app.report.values import Script
from desktop_app.word.layout import load_layout
from desktop_app.word.reader import read_docx
from desktop_app.word.writer import write_docx

# What XML can hold; no blank lines and no indents, which are no text but layout, and the layout makes its own.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Cf"], exclude_characters="\ufffe\uffff")
LINES = st.lists(
    st.one_of(
        st.text(CHARACTERS, min_size=1, max_size=40),
        st.sampled_from(
            ["一、抓部署", "（一）开会", "1.发文", "一是及早抓部署。召开会议3次。", "关于防溺水工作情况的报告", "青澜县委：",
             "青澜县教育局", "2026年8月3日", "附件：1.名单", "附件1", "（来源：青澜县）", "秘密★1年", "青办〔2026〕3号",
             "现将学习宣传贯彻全市防溺水工作会议精神的有关情况报告如下。" * 4]
        ),
    ),
    min_size=1,
    max_size=14,
)  # fmt: skip


def round_trip(text: str) -> str:
    report = read(text, template_of("four-part"))
    return read_docx(write_docx(report, Metadata(), load_layout("material")).data).text


@given(LINES)
@settings(max_examples=60)
def test_any_lines_come_back_from_word(lines: list[str]) -> None:
    assert round_trip("\n".join(lines)).splitlines() == "\n".join(lines).splitlines()


def test_new_drafts_of_every_kind_come_back() -> None:
    for form in Form:
        for script in Script:
            text = new_text(template_of("four-part"), form, script)
            assert round_trip(text) == text.rstrip("\n")
