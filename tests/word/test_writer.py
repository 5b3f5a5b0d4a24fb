"""The .docx of a report: everything that it says, set as GB/T 9704—2012 asks, and nothing of the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.script import Script, traditional
from desktop_app.report.metadata import Assigned, Ignored, Metadata
from desktop_app.report.read import read
from desktop_app.word.layout import Layout, load_layout
from desktop_app.word.typefaces import missing_fonts
from desktop_app.word.writer import Written, write_docx
from tests.word.opened import Opened, Paragraph, W

CORPUS = sorted((Path(__file__).parents[1] / "corpus").rglob("*.txt"))
REPORT = """中共青澜县委宣传部关于学习宣传贯彻《民族团结进步促进法》精神情况的报告
市委宣传部、市委统战部：
现将有关情况报告如下。
一、聚焦“早”字抓部署
（一）压实责任。县委常委会2026年5月12日召开专题会议3次，明确责任单位18个，印发《实施方案》20份……
1.县级层面。成立工作专班——由县委常委任组长。
（1）专班下设5个小组。
一是聚焦聚力抓学习。举办培训班2期，培训网格员260人次。二是广泛宣讲。
二、存在的问题
部分乡镇宣讲力量不足。
特此报告。
附件：1. 青澜县2026年“五一”前后开展国家通用语言文字法宣讲活动情况统计表
2. 名单
中共青澜县委宣传部
2026年8月13日
（联系人：张三，电话：0936-1234567）
附件1
青澜县宣讲活动情况统计表
乡镇\t宣讲场次\t参加人数
青山镇\t12\t1600人次
附件2
名单
张三、李四。
"""
BARE = "某县学习情况报告\n现将情况报告如下。\n一、部署\n召开会议3次。\n"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(text: str = REPORT, **metadata: object) -> Written:
    return write_docx(read(text, None), Metadata(**metadata), load_layout("material"))  # type: ignore[arg-type]


def opened(text: str = REPORT, **metadata: object) -> Opened:
    return Opened(written(text, **metadata).data)


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def inked(text: str) -> str:
    return re.sub(r"[\s\ufeff]", "", ILLEGAL.sub("", text))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_line_of_a_report_comes_through_in_its_order(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "".join(map(inked, opened(text).texts)) == inked(text)


def test_a_report_comes_back_line_by_line() -> None:
    assert opened().texts == lines_of(REPORT)


@given(
    text=st.text(
        st.one_of(st.characters(codec="utf-8"), st.sampled_from("一二三、（）。：\n\r\t 　附件2026年月日")),
        max_size=200,
    )
)
def test_whatever_the_text_is_nothing_that_xml_can_hold_is_lost(text: str) -> None:
    assert "".join(map(inked, opened(text).texts)) == inked(text)


def test_an_empty_text_makes_an_empty_page() -> None:
    assert opened("").texts == [""]


def test_tags_glosses_and_wrapped_lines_come_through() -> None:
    text = "# 关于学习情况的报告\n<b>现将</b>情况报告如下\u200b。\r\n&nbsp;\n一、部(bù)署(shǔ)\n召开会议3次。\n"
    assert opened(text).texts == lines_of(text)
    wrapped = (Path(__file__).parents[1] / "corpus" / "texts" / "R08.txt").read_text("utf-8")
    assert "落实保电举措" in "".join(opened(wrapped).texts)


@pytest.mark.parametrize("text", [REPORT, BARE, "", traditional(REPORT)], ids=["full", "bare", "empty", "traditional"])
def test_the_same_report_makes_the_same_bytes(text: str) -> None:
    assert written(text, unit="某县").data == written(text, unit="某县").data


@pytest.mark.parametrize("text", [REPORT, BARE, "", traditional(REPORT)], ids=["full", "bare", "empty", "traditional"])
def test_an_independent_judge_finds_the_file_whole(text: str, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(written(text).data)
    judge = Path(sys.executable).with_name("docx-integrity")
    done = subprocess.run([judge, "check", tmp_path / "report.docx"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_page_is_a4_with_the_margins_of_the_standard() -> None:
    document = opened().tree("word/document.xml")
    (size,), (margins,), (grid,) = (list(document.iter(f"{W}{name}")) for name in ("pgSz", "pgMar", "docGrid"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [margins.get(f"{W}{side}") for side in ("top", "bottom", "left", "right", "footer")] == [
        "2098",
        "1984",
        "1587",
        "1474",
        "1446",
    ]
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")


LOOKS = {  # style → face, half-points, align, outline level
    "Normal": ("仿宋_GB2312", "32", "both", None),
    "Title": ("方正小标宋简体", "44", "center", None),
    "Subtitle": ("楷体_GB2312", "32", "center", None),
    "Heading1": ("黑体", "32", "both", "0"),
    "Heading2": ("楷体_GB2312", "32", "both", "1"),
    "Heading3": ("仿宋_GB2312", "32", "both", "2"),
    "Heading4": ("仿宋_GB2312", "32", "both", "3"),
    "GaojianMainRecipient": ("仿宋_GB2312", "32", "left", None),
    "Signature": ("仿宋_GB2312", "32", "right", None),
    "Date": ("仿宋_GB2312", "32", "right", None),
    "GaojianAttachmentMark": ("黑体", "32", "left", None),
    "Footer": ("宋体", "28", "left", None),
}


@pytest.mark.parametrize(("style", "look"), LOOKS.items())
def test_a_style_has_the_face_size_and_place_of_the_standard(style: str, look: tuple[str, ...]) -> None:
    document = opened()
    fonts = document.style(style).find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {look[0]}
    values = [
        document.value(style, path) for path in ("rPr/sz", "rPr/szCs", "pPr/jc", "pPr/outlineLvl", "rPr/color", "rPr/b")
    ]
    assert values == [look[1], look[1], look[2], look[3], "000000", "0"]


def test_the_body_is_set_line_by_line_with_28_characters() -> None:
    document = opened()
    assert document.value("Normal", "pPr/spacing", "line") == "579"
    assert document.value("Normal", "pPr/spacing", "lineRule") == "exact"
    assert document.value("Normal", "rPr/spacing") == "-5"
    assert document.value("Title", "rPr/spacing") == "0"
    indents = [document.value("Normal", "pPr/ind", name) for name in ("firstLineChars", "firstLine")]
    assert indents == ["200", "630"]
    switches = ("widowControl", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid", "kinsoku")
    assert [document.value("Normal", f"pPr/{name}") for name in switches] == ["0", "0", "0", "0", "0", "1"]
    assert document.value("Normal", "rPr/lang", "eastAsia") == "zh-CN"


def test_no_theme_font_is_left_and_every_run_has_the_chinese_hint() -> None:
    document = opened()
    assert [name for name, content in document.parts.items() if b"Theme" in content or "theme" in name] == []
    for paragraph in document.paragraphs:
        for run in paragraph.element.iter(f"{W}r"):
            fonts = run.find(f"{W}rPr/{W}rFonts")
            assert run.find(f"{W}br") is not None or (fonts is not None and fonts.get(f"{W}hint") == "eastAsia")


def test_nothing_is_bold() -> None:
    assert {
        bold.get(f"{W}val")
        for part in ("document", "styles")
        for bold in opened().tree(f"word/{part}.xml").iter(f"{W}b")
    } == {"0"}


def test_the_settings_hold_the_grid() -> None:
    settings = opened().tree("word/settings.xml")
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    control = settings.find(f"{W}characterSpacingControl")
    assert control is not None
    assert control.get(f"{W}val") == "doNotCompress"
    assert settings.find(f"{W}mirrorMargins") is None


def test_every_line_stands_in_the_style_of_its_role() -> None:
    styles = {paragraph.text[:6]: paragraph.style for paragraph in opened().paragraphs}
    assert styles == {
        "中共青澜县委": "Signature",  # the title, which begins so too, is looked at below
        "市委宣传部、": "GaojianMainRecipient",
        "现将有关情况": "Normal",
        "一、聚焦“早": "Heading1",
        "（一）压实责": "Normal",
        "1.县级层面": "Normal",
        "（1）专班下": "Heading4",
        "一是聚焦聚力": "Normal",
        "二、存在的问": "Heading1",
        "部分乡镇宣讲": "Normal",
        "特此报告。": "Normal",
        "附件：1. ": "GaojianAttachmentNote",
        "2. 名单": "GaojianAttachmentNote",
        "2026年8": "Date",
        "（联系人：张": "GaojianAnnotation",
        "附件1": "GaojianAttachmentMark",
        "青澜县宣讲活": "GaojianAttachmentTitle",
        "乡镇\t宣讲场": "Normal",
        "青山镇\t12": "Normal",
        "附件2": "GaojianAttachmentMark",
        "名单": "GaojianAttachmentTitle",
        "张三、李四。": "Normal",
    }


def test_a_title_is_broken_by_the_layout_and_the_breaks_say_so() -> None:
    title = opened().one("Title")
    assert title.text == lines_of(REPORT)[0]
    assert title.breaks == 1
    assert opened(BARE).one("Title").breaks == 0


def test_the_lines_of_a_title_that_the_author_broke_hold() -> None:
    text = "关于学习宣传贯彻会议精神\n情况的报告\n现将情况报告如下。\n"
    assert [paragraph.text for paragraph in opened(text).styled("Title")] == lines_of(text)[:2]


def test_a_heading_run_in_before_its_text_is_set_by_its_level() -> None:
    runs = {paragraph.text[:3]: paragraph.runs for paragraph in opened().paragraphs}
    assert runs["（一）"][0] == ("GaojianRunInHeading2", "（一）压实责任。")
    assert runs["1.县"][0] == ("GaojianRunInHeading3", "1.县级层面。")
    assert [style for style, _ in runs["一是聚"]] == [""]
    assert opened().value("GaojianRunInHeading2", "rPr/rFonts", "eastAsia") == "楷体_GB2312"


def test_a_first_sentence_without_end_mark_is_no_heading() -> None:
    text = (
        BARE
        + "（一）2026年以来，全县共举办各类宣讲活动200场，参加的干部群众和中小学生共一万二千人次，覆盖率达98.5%。随后又补讲。\n"
    )
    assert [style for style, _ in opened(text).paragraphs[-1].runs] == [""]


@pytest.mark.parametrize(
    ("unit", "date", "right", "date_right"),
    [
        ("张掖市委统战部", "2022年8月15日", 2, 0.5),  # 7.3.5.2: date two 字 right of the 署名
        ("中共青澜县委宣传部", "2026年8月3日", 2, 3),
        ("青澜县教育局", "2026年8月3日", 2, 0),
        ("县教育局", "2026年12月13日", 7, 2),  # the longer date stands two 字 from the right
    ],
)
def test_signature_and_date_stand_by_the_formula(unit: str, date: str, right: float, date_right: float) -> None:
    document = opened(f"{BARE}{unit}\n{date}\n")
    for paragraph, chars in ((document.one("Signature"), right), (document.one("Date"), date_right)):
        assert paragraph.of("ind") == {"rightChars": str(round(chars * 100)), "right": str(round(chars * 315))}
    start = 28 - right - len(unit)
    assert 28 - date_right - sum(0.5 if char.isascii() else 1 for char in date) == start + 2


def test_two_signatures_begin_at_one_place() -> None:
    first, second = opened(f"{BARE}中共青澜县委宣传部\n青澜县教育局\n2026年8月3日\n").styled("Signature")
    assert [p.of("ind")["rightChars"] for p in (first, second)] == ["200", "500"]
    assert [p.of("spacing").get("before") for p in (first, second)] == [None, "0"]


def test_what_follows_the_body_is_kept_with_its_last_line() -> None:
    paragraphs = opened().paragraphs
    first = next(index for index, paragraph in enumerate(paragraphs) if paragraph.text == "特此报告。")
    assert [paragraph.has("keepNext") for paragraph in paragraphs[first : first + 6]] == [True] * 5 + [False]


def test_names_of_attachments_go_on_below_their_first_character() -> None:
    first, second = opened().styled("GaojianAttachmentNote")
    width = 315
    assert first.of("ind") == {
        "leftChars": "650",
        "left": f"{6.5 * width:.0f}",
        "hangingChars": "450",
        "hanging": f"{4.5 * width:.0f}",
    }
    assert second.of("ind") == {
        "leftChars": "650",
        "left": f"{6.5 * width:.0f}",
        "hangingChars": "150",
        "hanging": f"{1.5 * width:.0f}",
    }


def test_every_attachment_begins_a_page_with_its_title_on_the_third_line() -> None:
    document = opened()
    assert [paragraph.has("pageBreakBefore") for paragraph in document.styled("GaojianAttachmentMark")] == [True, True]
    assert document.value("GaojianAttachmentTitle", "pPr/spacing", "before") == "579"
    assert [p.of("spacing") for p in document.styled("GaojianAttachmentTitle")] == [{}, {}]


def test_columns_of_a_text_table_begin_below_one_another() -> None:
    first, second = (p for p in opened().paragraphs if "\t" in p.text)
    stops = [
        [tab.get(f"{W}pos") for tab in paragraph.element.iter(f"{W}tab") if tab.get(f"{W}pos")]
        for paragraph in (first, second)
    ]
    assert stops[0] == stops[1] == [str(6 * 315), str(11 * 315)]


def above(paragraph: Paragraph, document: Opened) -> int:
    """Blank lines above a paragraph."""
    before = paragraph.of("spacing").get("before") or document.value(paragraph.style, "pPr/spacing", "before")
    return int(before or 0) // 579


def test_one_blank_line_stands_below_the_title_and_above_the_foot() -> None:
    full, bare = opened(), opened(BARE)
    assert above(full.one("GaojianMainRecipient"), full) == 1
    assert [above(paragraph, bare) for paragraph in bare.paragraphs] == [0, 1, 0, 0]
    assert [above(p, full) for p in full.styled("GaojianAttachmentNote")] == [1, 0]
    assert [above(full.one(style), full) for style in ("Signature", "Date")] == [1, 0]


FILLED = {
    "main_recipients": "市委宣传部",
    "signature": "青澜县教育局",
    "date_of_writing": "2026-08-03",
    "source": "青澜县教育局",
    "attachments": ("统计表。", "名单"),
    "copy_recipients": "市教育局",
    "contact": "王小明",
    "phone": "13900001234",
    "reviewer": "赵审核",
    "unit": "青澜县教育局",
    "assigned": (Assigned(part="study", heading="部署秘密"),),
    "ignored": (Ignored(code="WO01", sentence="忽略的句子"),),
    "other": {"key": "别的键"},
}


def test_the_front_matter_fills_in_what_the_text_lacks() -> None:
    assert opened(BARE, **FILLED).texts == [
        "某县学习情况报告",
        "市委宣传部：",
        "现将情况报告如下。",
        "一、部署",
        "召开会议3次。",
        "附件：1. 统计表",
        "2. 名单",
        "青澜县教育局",
        "2026年8月3日",
        "（来源：青澜县教育局）",
    ]


def test_lines_that_stand_in_the_text_hold() -> None:
    other = FILLED | {
        "signature": "别的单位",
        "main_recipients": "别处",
        "date_of_writing": "2020年1月1日",
        "source": "",
    }
    assert opened(REPORT, **other).texts == lines_of(REPORT)


def test_a_traditional_report_is_filled_in_traditional() -> None:
    document = opened(traditional(REPORT), source="青瀾縣教育局")
    assert "（來源：青瀾縣教育局）" in document.texts
    assert document.value("Normal", "rPr/rFonts", "eastAsia") == "仿宋"


def test_what_comes_back_from_the_page_fills_in_nothing_twice() -> None:
    once = opened(BARE, **FILLED).texts
    assert opened("\n".join(once), **FILLED).texts == once


def test_nothing_of_the_machine_and_of_the_front_matter_travels_hidden() -> None:
    document = opened(BARE, **FILLED)
    assert sorted(document.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    whole = b"".join(document.parts.values()).decode()
    hidden = (
        "王小明",
        "13900001234",
        "赵审核",
        "部署秘密",
        "忽略的句子",
        "别的键",
        "python-docx",
        "rsid",
        "Macintosh",
        "2013",
    )
    assert [word for word in hidden if word in whole] == []
    properties = document.tree("docProps/core.xml")
    assert {element.tag.split("}")[1]: element.text for element in properties} == {
        "title": "某县学习情况报告",
        "creator": "青澜县教育局",
        "language": "zh-CN",
    }


def test_both_footers_number_the_page_odd_right_even_left() -> None:
    document = opened()
    sides = {}
    for name in ("word/footer1.xml", "word/footer2.xml"):
        (footer,) = document.tree(name).iter(f"{W}p")
        indent, align = footer.find(f"{W}pPr/{W}ind"), footer.find(f"{W}pPr/{W}jc")
        assert indent is not None
        assert align is not None
        assert "".join(text.text or "" for text in footer.iter(f"{W}t")) == "— 1 —"
        assert [code.text for code in footer.iter(f"{W}instrText")] == [" PAGE "]
        sides[align.get(f"{W}val")] = indent.attrib
    assert sides == {
        "right": {f"{W}rightChars": "100", f"{W}right": "280"},
        "left": {f"{W}leftChars": "100", f"{W}left": "280"},
    }


def test_characters_that_the_faces_lack_are_named_and_no_others() -> None:
    assert written().notes == ()
    (note,) = written(BARE + "组长李镕、张喆——王·某。\n李镕到会。\n").notes
    assert "“仿宋_GB2312”没有“镕喆”" in note
    assert written(traditional(REPORT)).notes == ()


def test_characters_that_a_file_cannot_hold_are_dropped_and_said() -> None:
    result = written(BARE + "发放手册\x00200\x0c册。\n")
    assert "发放手册200册。" in Opened(result.data).texts
    assert [note for note in result.notes if "U+0000、U+000C" in note] == list(result.notes)
    assert opened(BARE, unit="某\x01县", signature="某\x02局").one("Signature").text == "某局"


def test_fonts_that_this_pc_lacks_are_named_with_what_stands_in(layout: Layout) -> None:
    assert missing_fonts(layout, Script.HANS, {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"}) == ()
    notes = missing_fonts(layout, Script.HANS, {"仿宋", "楷体_GB2312", "黑体", "宋体"})
    assert len(notes) == 2
    assert "仿宋_GB2312" in notes[0]
    assert "以“仿宋”代替" in notes[0]
    assert "方正小标宋简体" in notes[1]
