"""What the reader makes of each construct that a .docx may hold."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from desktop_app.word.reader import DocxText, read_docx
from tests.word_in import packages
from tests.word_in.packages import PICTURE, deleted, docx, field, p, r, table, text_box, tracked

FILES = Path(__file__).with_name("files")  # as those programs made them
HIDDEN = "<w:vanish/>"
NOTES = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'


def text(*blocks: str, **parts: str) -> str:
    return read_docx(docx(*blocks, **parts)).text


def note(kind: str, number: int, content: str) -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}">{p(mark, f" {content}")}</w:{kind}>'


def mark_of(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


# ---------------------------------------------------------------------------------------------- paragraphs and runs


def test_a_paragraph_is_a_line_and_empty_ones_stay() -> None:
    assert text(p("标题"), p(), p("正文。"), p()) == "标题\n\n正文。\n"


def test_breaks_tabs_and_hyphens_within_a_paragraph() -> None:
    run = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/></w:r>"
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    assert text(p(run, page_break, "丁")) == "甲\n乙\n丙\t1-2\n丁"


def test_a_break_that_our_layout_put_into_a_title_is_joined_and_the_authors_own_is_not() -> None:
    ours = '<w:r><w:rPr><w:rStyle w:val="GaojianTitleBreak"/></w:rPr><w:br/></w:r>'
    assert text(p("关于学习宣传", ours, "情况的报告")) == "关于学习宣传情况的报告"
    assert text(p("关于学习宣传", "<w:r><w:br/></w:r>", "情况的报告")) == "关于学习宣传\n情况的报告"


def test_a_line_end_within_an_xml_text_is_a_space_as_in_word() -> None:
    assert text(p("召开会议\n3次")) == "召开会议 3次"


@pytest.mark.parametrize(
    "around",
    [
        '<w:hyperlink r:id="rId9">{}</w:hyperlink>',
        '<w:smartTag w:uri="x" w:element="date">{}</w:smartTag>',
        "<w:sdt><w:sdtPr><w:alias w:val='单位'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="unit">{}</w:customXml>',
        '<w:fldSimple w:instr=" TITLE ">{}</w:fldSimple>',
        '<w:dir w:val="ltr">{}</w:dir>',
        tracked("ins", "{}"),
        tracked("moveTo", "{}"),
        "<w:hyperlink><w:smartTag><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:smartTag></w:hyperlink>",
        "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_text_within_an_inline_container_is_read_once(around: str) -> None:
    assert text(p("县", around.format(r("教育局")), "印发")) == "县教育局印发"


@pytest.mark.parametrize(
    "around",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="body">{}</w:customXml>',
        tracked("ins", "{}"),
    ],
)
def test_paragraphs_within_a_block_container_are_read(around: str) -> None:
    assert text(p("甲"), around.format(p("乙") + p("丙")), p("丁")) == "甲\n乙\n丙\n丁"


def test_tracked_deletions_are_left_out_and_said() -> None:
    read = read_docx(docx(p("已整改", deleted("23"), tracked("ins", r("35")), "个。", tracked("moveFrom", r("旧处")))))
    assert read == DocxText("已整改35个。", ("3 处修订按已接受导入，原文件未改动",))


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next_one() -> None:
    gone = "<w:rPr>" + tracked("del") + "</w:rPr>"
    assert text(p("已整改", properties=gone), p("35个。"), p("完")) == "已整改35个。\n完"
    assert text(p(deleted("全删"), properties=gone), p("留下")) == "留下"


def test_a_deleted_row_of_a_table_is_left_out() -> None:
    row = f"<w:tr><w:trPr>{tracked('del')}</w:trPr><w:tc>{p('删')}</w:tc></w:tr>"
    assert text(f"<w:tbl>{row}<w:tr><w:tc>{p('留')}</w:tc></w:tr></w:tbl>") == "留"


def test_hidden_text_is_left_out_and_said_also_if_a_style_hides_it() -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="Inner"><w:rPr>{HIDDEN}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Outer"><w:basedOn w:val="Inner"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Notes"><w:rPr>{HIDDEN}</w:rPr></w:style>'
    )
    shown_again = r("见", '<w:rStyle w:val="Outer"/><w:vanish w:val="0"/>')
    blocks = (
        p("甲", r("密", HIDDEN), r("注", '<w:rStyle w:val="Outer"/>'), shown_again),
        p("整段", properties='<w:pStyle w:val="Notes"/>'),
        p("乙"),
    )
    read = read_docx(docx(*blocks, styles=styles))
    assert read.text == "甲见\n乙"
    assert read.not_carried == ("3 处隐藏文字未导入，原文件未改动",)


def test_a_hidden_run_takes_its_text_box_and_its_note_along() -> None:
    hidden = text_box(p("框")).replace("<w:r>", f"<w:r><w:rPr>{HIDDEN}</w:rPr>", 1)
    hidden_mark = mark_of("footnote", 2).replace("<w:r>", f"<w:r><w:rPr>{HIDDEN}</w:rPr>", 1)
    assert text(p("甲", hidden, hidden_mark), footnotes=note("footnote", 2, "注")) == "甲"


def test_a_heading_whose_mark_is_hidden_runs_on_as_word_shows_it() -> None:
    separator = f"<w:rPr>{HIDDEN}<w:specVanish/></w:rPr>"
    assert text(p("一是抓部署。", properties=separator), p("召开会议3次。")) == "一是抓部署。召开会议3次。"


# ------------------------------------------------------------------------------------------------ fields and signs


def test_of_a_field_its_result_is_text_and_its_instruction_is_not() -> None:
    link = field(' HYPERLINK "https://example.org" ', r("网站"))
    assert text(p("见", link, "。")) == "见网站。"


def test_a_field_within_the_instruction_of_another_is_no_text() -> None:
    inner = field(" PAGE ", r("7"))
    outer = field(" IF ", r("结果")).replace("<w:r><w:instrText", f"{inner}<w:r><w:instrText", 1)
    assert text(p("第", outer, "页")) == "第结果页"


def test_a_table_of_contents_spans_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert text(p(begin, "一、部署\t1"), p("二、学习\t2"), p(end), p("正文")) == "一、部署\t1\n二、学习\t2\n\n正文"


def test_a_field_that_never_ends_swallows_no_text() -> None:
    assert text(p("甲", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), p("乙")) == "甲\n乙"


def test_of_a_phonetic_guide_the_base_alone_is_text() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('xún')}</w:rt><w:rubyBase>{r('浔')}</w:rubyBase></w:ruby></w:r>"
    assert text(p(ruby, "川镇")) == "浔川镇"


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "81", "①"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B1", "±"),
        ("宋体", "2460", "①"),
    ],
)
def test_a_sign_of_a_symbol_typeface_becomes_its_character(font: str, code: str, sign: str) -> None:
    read = read_docx(docx(p("办结", SYMBOL.format(font, code))))
    assert read == DocxText(f"办结{sign}")


@pytest.mark.parametrize("code", ["F0FF", "D800", "110000", "FFFFFFFFFFFF", "0", "zz", ""])
def test_a_sign_that_is_not_known_is_a_box_and_said(code: str) -> None:
    read = read_docx(docx(p("办结", SYMBOL.format("Webdings" if code == "F0FF" else "宋体", code))))
    assert read == DocxText("办结□", ("1 个特殊符号（以□代替）未导入，原文件未改动",))


def test_the_letters_of_a_formula_are_read() -> None:
    assert text(p("共", "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "项")) == "共x+1项"


# ------------------------------------------------------------------------------------- tables, boxes, notes, pictures


def test_cells_are_lines_in_their_order_also_in_a_table_within_a_cell() -> None:
    inner = table((p("里一"), p("里二")))
    read = read_docx(docx(p("前"), table((p("乡镇"), p("宣讲")), (inner + p(), p("20场") + p("15场"))), p("后")))
    assert read.text == "前\n乡镇\n宣讲\n里一\n里二\n\n20场\n15场\n后"
    assert read.not_carried == ("2 张表格只导入了文字，原文件未改动",)


def test_a_text_box_stands_once_behind_the_paragraph_that_anchors_it() -> None:
    assert text(p("甲", text_box(p("框一"), p("框二")), "乙"), p("丙")) == "甲乙\n框一\n框二\n丙"


def test_a_text_box_within_a_text_box_and_one_in_a_cell() -> None:
    assert text(p("甲", text_box(p("外", text_box(p("里"))))), p("乙")) == "甲\n外\n里\n乙"
    assert text(table((p("格", text_box(p("框"))), p("次")))) == "格\n框\n次"


def test_old_text_boxes_and_wordart_are_read() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    art = '<w:r><w:pict><v:shape><v:textpath string="青澜县教育局文件"/></v:shape></w:pict></w:r>'
    assert read_docx(docx(p("甲", old, art))) == DocxText("甲\n旧框\n青澜县教育局文件")


def test_notes_stand_at_the_end_in_the_order_of_their_marks_and_unused_ones_do_not() -> None:
    read = read_docx(
        docx(
            p("甲", mark_of("footnote", 3), "乙", mark_of("endnote", 2), mark_of("footnote", 2)),
            p("丙"),
            footnotes=NOTES + note("footnote", 2, "后注") + note("footnote", 3, "先注") + note("footnote", 4, "无主"),
            endnotes=note("endnote", 2, "尾注"),
        )
    )
    assert read.text == "甲乙\n丙\n先注\n后注\n尾注"
    assert read.not_carried == ("3 条脚注或尾注移到了文末，原文件未改动",)


def test_headers_and_comments_are_no_text_and_said_but_a_page_number_is_not() -> None:
    comment = f'<w:comment w:id="0" w:author="审">{p("核对")}</w:comment>'
    read = read_docx(docx(p("甲"), comments=comment, header=p("内部资料"), footer=p("— 1 —")))
    assert read == DocxText("甲", ("1 条批注、1 处页眉或页脚的文字未导入，原文件未改动",))


def test_pictures_and_objects_are_said() -> None:
    shape = "<w:r><w:pict><v:rect/></w:pict></w:r>"
    read = read_docx(docx(p("甲", PICTURE), p(PICTURE, shape, "<w:r><w:object/></w:r>"), '<w:altChunk r:id="rId1"/>'))
    assert read == DocxText("甲\n", ("2 张图片、1 个图形、1 个嵌入对象、1 个插入的文件未导入，原文件未改动",))


# --------------------------------------------------------------------------------------------- packages of all kinds


def test_strict_open_xml_is_read() -> None:
    assert read_docx(packages.strict(docx(p("甲"), p("乙", deleted("删"))))).text == "甲\n乙"


def test_what_is_missing_or_misnamed_around_the_text_does_not_matter() -> None:
    whole = packages.entries(p("甲"), styles="", numbering="")
    core = {"word/document.xml": whole["word/document.xml"]}
    assert read_docx(packages.package(core)).text == "甲"
    for name in set(whole) - set(core):
        assert read_docx(packages.package({key: part for key, part in whole.items() if key != name})).text == "甲"
    wrong = {
        **whole,
        "[Content_Types].xml": whole["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml"),
    }
    assert read_docx(packages.package(wrong)).text == "甲"
    backslashes = {name.replace("/", "\\"): content for name, content in whole.items()}
    assert read_docx(packages.package(backslashes)).text == "甲"
    capitals = {name.replace("word/document.xml", "Word/Document.xml"): content for name, content in whole.items()}
    assert read_docx(packages.package(capitals)).text == "甲"
    trash = {**whole, "[trash]/0000.dat": b"\0" * 100}
    assert read_docx(packages.package(trash)).text == "甲"


def test_a_main_part_of_another_name_is_found() -> None:
    whole = packages.entries(p("甲"))
    whole["word/main2.xml"] = whole.pop("word/document.xml")
    whole["_rels/.rels"] = whole["_rels/.rels"].replace(b"word/document.xml", b"/word/main2.xml")
    assert read_docx(packages.package(whole)).text == "甲"


def test_a_file_of_pandoc_is_read_without_loss() -> None:
    read = read_docx((FILES / "pandoc.docx").read_bytes())
    assert read.text.split("\n") == [
        *("青澜县防溺水工作情况汇报", "现将青澜县防溺水工作情况汇报如下。", "一、迅速行动抓部署"),
        *("召开专题会议3次，", "见县政府网站。", "1.部署", "2.学习", "a.培训", "宣传"),
        *("乡镇", "宣讲", "禾川镇", "20场", "引文“一”", "共 x+1 项。", "截至2026年8月。"),
    ]
    assert read.not_carried == ("1 张表格只导入了文字，1 条脚注或尾注移到了文末，原文件未改动",)


def test_a_file_of_docxtpl_is_read_without_loss() -> None:
    assert read_docx((FILES / "docxtpl.docx").read_bytes()).text.split("\n") == [
        *("一、迅速行动抓部署", "县督查组排查水域118处。", "1. 县教育局", "2. 县公安局"),
        *("禾川镇", "约20场", "甲", "乙\t丙"),
    ]


def test_a_file_of_python_docx_is_read_without_loss() -> None:
    document = python_docx.Document()
    document.add_heading("一、迅速行动抓部署", 1)
    paragraph = document.add_paragraph("召开会议3次，")
    paragraph.add_run("印发方案。").bold = True
    document.add_table(1, 2).cell(0, 1).text = "20场"
    document.add_paragraph("完")
    saved = BytesIO()
    document.save(saved)
    assert read_docx(saved.getvalue()).text == "一、迅速行动抓部署\n召开会议3次，印发方案。\n\n20场\n完"
