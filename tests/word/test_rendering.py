"""Pages of real reports as LibreOffice sets them, measured beside the clauses of GB/T 9704—2012."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.language.script import traditional
from desktop_app.report.metadata import Metadata
from desktop_app.report.read import read
from desktop_app.word.layout import Layout
from desktop_app.word.writer import write_docx
from tests.word.opened import Opened, Paragraph
from tests.word.rendering import MM_PER_PT, Page, Renderer

TEXTS = Path(__file__).parents[1] / "corpus" / "texts"
NEVER_FIRST = "、，。；：！？”』）》"
TOP_MM, LINE_MM = 37, 28.95 * MM_PER_PT
LEFT_MM, RIGHT_MM = 28, 184
NUMBER_CHAR_MM = 14 * MM_PER_PT
CHARS = "学习宣传贯彻落实会议精神工作部署乡镇干部群众活动场次全县机关"


def han(count: int) -> str:
    """So many characters without a mark, of which no line can begin wrongly."""
    return "".join(CHARS[index * index % len(CHARS)] for index in range(count))


def docx_of(text: str, layout: Layout, **metadata: str) -> bytes:
    return write_docx(read(text, None), Metadata(**metadata), layout).data


def slots(page: Page) -> list[int]:
    """At which of the 22 lines of the page each printed line stands."""
    return [1 + int(((row.top + row.bottom) / 2 - TOP_MM) // LINE_MM) for row in page.rows]


def assert_laid_out(pages: list[Page], docx: bytes) -> None:
    """What holds for every report."""
    said = "".join(row.text for page in pages for row in page.rows)
    assert inked(said) == "".join(map(inked, Opened(docx).texts))
    for number, page in enumerate(pages, 1):
        assert page.number.text == f"—{number}—"
        assert page.dash_mm == pytest.approx(269, abs=0.5)
        if number % 2:
            assert page.number.right == pytest.approx(RIGHT_MM - NUMBER_CHAR_MM, abs=0.6)
        else:
            assert page.number.left == pytest.approx(LEFT_MM + NUMBER_CHAR_MM, abs=0.6)
        assert len(set(slots(page))) == len(page.rows)
        assert max(slots(page)) <= 22
        for row in page.rows:
            assert row.text[0] not in NEVER_FIRST
            assert row.left > LEFT_MM - 1
    paragraphs = Opened(docx).paragraphs
    for page, following in pairwise(pages):
        first = inked(following.rows[0].text)
        begun = [paragraph for paragraph in paragraphs if inked(paragraph.text).startswith(first)]
        # 署名 and 日期 are never alone on a page.
        assert not begun or begun[-1].style not in ("Signature", "Date")
        assert max(slots(page)) == 22 or (begun and moves_whole(begun[-1]))


def moves_whole(paragraph: Paragraph) -> bool:
    """It is not to stand at the foot of a page, or begins one: the page before it may end above its last line."""
    return paragraph.style.startswith(("Heading", "GaojianAttachmentMark")) or paragraph.has("keepNext")


def inked(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def test_a_full_page_has_22_lines_of_28_characters(renderer: Renderer, layout: Layout) -> None:
    title = "关于学习宣传贯彻党的二十届三中全会精神情况的报告"
    text = f"{title}\n市委宣传部：\n现将情况报告如下。\n{han(26 + 28 * 50)}。\n中共青澜县委宣传部\n2026年8月3日\n"
    docx = docx_of(text, layout)
    pages = renderer.pages(docx, "full")
    assert_laid_out(pages, docx)
    first, second, last = pages
    assert slots(first) == [1, 2, *range(4, 23)]  # two lines of the title, a blank one
    assert first.rows[3].text.startswith("现将情况报告如下")  # the body is on page 1 (7.3.3)
    assert slots(second) == list(range(1, 23))
    assert {len(row.text) for row in second.rows} == {28}
    recipient, signature, date = first.rows[2], last.rows[-2], last.rows[-1]
    assert recipient.left == pytest.approx(LEFT_MM, abs=0.5)
    assert slots(last)[-3:] == [slots(last)[-3], slots(last)[-3] + 2, slots(last)[-3] + 3]
    character_mm = 15.75 * MM_PER_PT
    assert signature.right == pytest.approx(RIGHT_MM - 2 * character_mm, abs=0.6)
    # Its left end is not measured: LibreOffice sets gaps beside digits, whatever the file says.
    assert date.right == pytest.approx(RIGHT_MM - 3 * character_mm, abs=0.6)


def near_the_foot(rows: int, last: int) -> str:
    """A report whose body ends so many rows down its first page, the last paragraph taking `last` of them."""
    body = f"{han(26 + 28 * (rows - last - 2))}\n" if rows > last + 1 else ""
    return f"关于学习情况的报告\n市委宣传部：\n{body}{han(25 + 28 * (last - 1))}。\n青澜县教育局\n2026年8月3日\n"


REPORTS = {
    **{name: (TEXTS / f"{name}.txt").read_text("utf-8") for name in ("R01", "R03", "R08", "R12", "R13", "R20")},
    "R02 traditional": traditional((TEXTS / "R02.txt").read_text("utf-8")),
    "R15 traditional": traditional((TEXTS / "R15.txt").read_text("utf-8")),
    "12 pages": "关于全年工作情况的报告\n" + "".join(f"{han(2 + 40 * (n % 7))}，共{n}次。\n" for n in range(1, 165)),
    "three lines of title, attachments": (
        "中共青澜县委宣传部关于学习宣传贯彻《中华人民共和国国家通用语言文字法》和全县宣传思想文化工作会议精神情况的报告\n"
        f"市委宣传部、市委统战部、市民族宗教事务委员会、市教育局：\n一、部署情况\n{han(300)}。\n（一）责任。{han(200)}。\n"
        "附件：1. 青澜县2026年“五一”前后开展国家通用语言文字法宣讲活动情况统计表\n2. 名单\n中共青澜县委宣传部\n2026年8月13日\n"
        "附件1\n青澜县宣讲活动情况统计表\n乡镇\t宣讲场次\t参加人数\n青山镇\t12\t1600人次\n附件2\n名单\n张三、李四。\n"
    ),
    "signature at the foot": near_the_foot(17, 3),
    "signature over the foot": near_the_foot(18, 3),
    "body to the foot": near_the_foot(20, 1),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_laid_out_as_the_standard_asks(name: str, renderer: Renderer, layout: Layout) -> None:
    docx = docx_of(REPORTS[name], layout)
    assert_laid_out(renderer.pages(docx, re.sub(r"\W", "_", name)), docx)


@pytest.mark.slow
@pytest.mark.parametrize("rows", range(14, 22))
@pytest.mark.parametrize("last", [1, 3, 9])
def test_signature_and_date_stand_below_a_line_of_the_body(
    rows: int, last: int, renderer: Renderer, layout: Layout
) -> None:
    docx = docx_of(near_the_foot(rows, last), layout)
    pages = renderer.pages(docx, f"foot_{rows}_{last}")
    assert_laid_out(pages, docx)
    assert [row.text for row in pages[-1].rows[-2:]] == ["青澜县教育局", "2026年8月3日"]
    assert len(pages[-1].rows) >= 3


@pytest.mark.slow
def test_twelve_pages_are_all_full(renderer: Renderer, layout: Layout) -> None:
    pages = renderer.pages(docx_of(REPORTS["12 pages"], layout), "twelve")
    assert len(pages) >= 12
    assert [len(page.rows) for page in pages[1:-1]] == [22] * (len(pages) - 2)


@pytest.mark.slow
def test_every_face_is_found_under_the_name_that_the_file_gives(renderer: Renderer, layout: Layout) -> None:
    pdf = renderer.pdf(docx_of(REPORTS["three lines of title, attachments"], layout), "faces")
    listed = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    faces = {re.sub(r"^[A-Z]{6}\+|-.*", "", line.split()[0]) for line in listed}
    assert {face[:9] for face in faces} == {"NotoSerif", "NotoSansC"}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["R01", "three lines of title, attachments"])
def test_libreoffice_opens_and_saves_the_file_with_the_same_text(
    name: str, renderer: Renderer, layout: Layout, tmp_path: Path
) -> None:
    docx = docx_of(REPORTS[name], layout)
    source = tmp_path / "report.docx"
    source.write_bytes(docx)
    odt = renderer.convert(source, "odt")
    again = renderer.convert(odt, "docx")
    # An office suite knows a break of the layout only as a line end.
    assert ["".join(text.split("\n")) for text in Opened(again.read_bytes()).texts] == Opened(docx).texts
