"""Findings as comments in the very file that was checked."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.checks.fixes import apply_fixes
from desktop_app.report.finding import Edit, Finding, Fix, Level, Span, Strength
from desktop_app.word.comments import annotate
from desktop_app.word.reader import DocxError, read_docx
from tests.word_in import packages
from tests.word_in.commented import comments_in
from tests.word_in.packages import PICTURE, W, deleted, docx, field, p, r, table, text_box, tracked, unpacked

BOLD = "<w:b/>"
DATE = datetime(2026, 8, 3, 9, 30)


def finding(start: int, end: int, *fixes: Fix, message: str = "疑似有误", code: str = "WO01") -> Finding:
    return Finding(
        code,
        "fault",
        Level.WARNING,
        Strength.ADVICE,
        Span(start, end),
        message,
        "来源一",
        rationale="理由一",
        fixes=fixes,
    )


def on(text: str, words: str, *fixes: Fix) -> Finding:
    return finding(text.index(words), text.index(words) + len(words), *fixes)


def replacing(text: str, words: str, new: str, safe: bool = True) -> Fix:
    start = text.index(words)
    return Fix("改正", (Edit(Span(start, start + len(words)), new),), safe)


def words_of(data: bytes, *findings: Finding) -> list[str]:
    return [comment.words for comment in comments_in(annotate(data, findings))]


def fixed(data: bytes, *edits: tuple[str, str]) -> bytes:
    text = read_docx(data).text
    return annotate(data, [on(text, old, replacing(text, old, new)) for old, new in edits], fixes=True, date=DATE)


def accepted(data: bytes) -> str:
    return read_docx(data).text


# ------------------------------------------------------------------------------------------------------- anchors

DOCUMENTS = {
    "one run": p("县督查组截止目前排查水域"),
    "several runs": p("县督查组截", r("止", BOLD), r("目前"), "排查水域"),
    "in a hyperlink": p("县督查组", f'<w:hyperlink r:id="rId9">{r("截止目")}</w:hyperlink>', "前排查水域"),
    "inserted": p("县督查组截止", tracked("ins", r("目前排查")), "水域"),
    "around a deletion": p("县督查组截止", deleted("到"), "目前排查水域"),
    "in a field": p("县督查组", field(" TITLE ", r("截止目前")), "排查水域"),
    "in a content control": p("县督查组", f"<w:sdt><w:sdtContent>{r('截止目前')}</w:sdtContent></w:sdt>", "排查水域"),
    "in a cell": table((p("县督查组"), p("其中截止目前排查"))),
    "beside a text box": p("县督查组", text_box(p("框")), "截止目前排查水域"),
    "beside a picture in its run": p(PICTURE.replace("</w:r>", "<w:t>县督查组截止目前排查</w:t></w:r>")),
    "beside hidden text": p("县督查组", r("密", "<w:vanish/>"), "截止目前排查"),
    "outside the BMP": p("𠮷县督查组截止目前排查"),
}


@pytest.mark.parametrize("blocks", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_comment_stands_at_its_very_words(blocks: str) -> None:
    data = docx(p("前一段。"), blocks, p("后一段。"))
    text = read_docx(data).text
    result = annotate(data, [on(text, "截止目前")])
    assert [comment.words.replace("密", "") for comment in comments_in(result)] == ["截止目前"]
    assert read_docx(result).text == text


def test_tabs_and_breaks_are_characters_like_others() -> None:
    data = docx(p("<w:r><w:t>甲乙</w:t><w:tab/><w:t>丙</w:t><w:br/><w:t>丁戊</w:t></w:r>"))
    assert words_of(data, finding(1, 4), finding(4, 6), finding(2, 3)) == ["乙\t丙", "\t", "\n丁"]


def test_a_comment_over_several_paragraphs() -> None:
    assert words_of(docx(p("甲乙"), p("丙丁")), finding(1, 4)) == ["乙丙"]


def test_comments_may_overlap_and_stand_at_the_same_words() -> None:
    data = docx(p("截止目前排查水域"))
    assert words_of(data, finding(0, 4), finding(2, 6), finding(0, 4), finding(3, 4)) == [
        "截止目前",
        "截止目前",
        "目前排查",
        "前",
    ]


def test_a_split_run_keeps_its_formatting_on_every_piece() -> None:
    result = annotate(docx(p(r("县督查组截止目前排查", BOLD))), [finding(4, 8)])
    root = ElementTree.fromstring(unpacked(result)["word/document.xml"])
    shown = [run for run in root.iter(f"{{{W}}}r") if run.find(f"{{{W}}}t") is not None]
    assert len(shown) == 3
    assert all(run.find(f"{{{W}}}rPr/{{{W}}}b") is not None for run in shown)


def test_an_empty_finding_stands_at_its_neighbour_and_in_an_empty_paragraph_at_the_paragraph() -> None:
    data = docx(p("甲乙"), p(), p("丙"))
    assert words_of(data, finding(1, 1), finding(2, 2), finding(3, 3), finding(4, 4), finding(5, 5)) == [
        *("甲", "乙", "", "丙", "丙"),
    ]


def test_a_finding_on_an_automatic_number_stands_at_the_text_behind_it() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = docx(p("部署", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), numbering=numbering)
    number, heading = comments_in(annotate(data, [finding(0, 2), finding(0, 4)]))
    assert (number.words, number.lines[0]) == ("部", "“一、”：疑似有误")
    assert (heading.words, heading.lines[0]) == ("部署", "疑似有误")


def test_a_finding_in_a_text_box_or_a_note_stands_where_these_hang_and_quotes_its_words() -> None:
    note = f'<w:footnote w:id="2">{p("截止昨日")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(p("甲", text_box(p("截止目前")), "乙", mark), footnotes=note)
    assert read_docx(data).text == "甲乙\n截止目前\n截止昨日"
    box, foot = comments_in(annotate(data, [finding(3, 7), finding(8, 12)]))
    assert box.lines[0] == "“截止目前”：疑似有误"
    assert box.anchored is not None
    assert [node.tag for node in box.anchored.iter() if node.tag.endswith("txbxContent")]
    assert foot.lines[0] == "“截止昨日”：疑似有误"
    assert foot.anchored is not None
    assert foot.anchored.find(f"{{{W}}}footnoteReference") is not None


def test_a_phonetic_guide_and_a_formula_are_marked_as_a_whole() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('x')}</w:rt><w:rubyBase>{r('浔川')}</w:rubyBase></w:ruby></w:r>"
    formula = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    data = docx(p("在", ruby, "镇", formula, "项"))
    result = annotate(data, [finding(1, 2), finding(4, 5)])
    assert [
        comment.anchored.tag.rpartition("}")[2] for comment in comments_in(result) if comment.anchored is not None
    ] == ["r", "oMath"]
    assert read_docx(result).text == read_docx(data).text


@pytest.mark.parametrize("name", ["pandoc", "docxtpl"])
def test_comments_stand_at_their_words_in_files_of_other_programs(name: str) -> None:
    data = (Path(__file__).with_name("files") / f"{name}.docx").read_bytes()
    text = read_docx(data).text
    result = annotate(data, [on(text, "行动抓部署"), on(text, "禾川"), on(text, "20场")])
    assert [comment.words for comment in comments_in(result)] == ["行动抓部署", "禾川", "20场"]
    assert read_docx(result).text == text


# ---------------------------------------------------------------------------------------------- the comment itself


def test_a_comment_says_message_reason_source_and_suggestion() -> None:
    text = "截止目前排查"
    fix = replacing(text, "截止", "截至", safe=False)
    (comment,) = comments_in(annotate(docx(p(text)), [finding(0, 4, fix, message="“截止”应为“截至”")], date=DATE))
    assert comment.author == "稿检"
    assert comment.date == "2026-08-03T09:30:00Z"
    assert comment.lines == ("“截止”应为“截至”", "理由：理由一", "依据：来源一", "建议：改正（“截止”改为“截至”）")


def test_a_long_insertion_is_shortened_and_a_deletion_is_called_one() -> None:
    insert = Fix("插入“贯彻”部分", (Edit(Span(1, 1), "四、贯彻\n" + "×" * 300),), safe=False)
    delete = Fix("删去", (Edit(Span(0, 1), ""),), safe=False)
    (comment,) = comments_in(annotate(docx(p("约300人左右")), [finding(0, 1, insert, delete)]))
    assert comment.lines[3].startswith("建议：插入“贯彻”部分（插入“四、贯彻")
    assert len(comment.lines[3]) < 160
    assert comment.lines[4] == "建议：删去（删去“约”）"


def test_the_same_findings_and_date_give_the_same_bytes() -> None:
    data = docx(p("截止目前"))
    assert annotate(data, [finding(0, 4)], date=DATE) == annotate(data, [finding(0, 4)], date=DATE)


def test_without_findings_the_file_stays_the_same_bytes() -> None:
    data = docx(p("甲"))
    assert annotate(data, []) == data


def test_a_file_without_paragraphs_is_refused() -> None:
    with pytest.raises(DocxError, match="没有段落"):
        annotate(docx(), [finding(0, 0)])


# ------------------------------------------------------------------------------------------- the rest of the package


def raw_entries(data: bytes) -> dict[str, tuple[bytes, tuple[int, ...], int, int]]:
    """Of each entry its packed bytes, time, method and checksum."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = {}
        for info in archive.infolist():
            start = info.header_offset + 30 + sum(data[info.header_offset + 26 : info.header_offset + 30 : 2])
            packed = data[start : start + info.compress_size]
            found[info.filename] = (packed, info.date_time, info.compress_type, info.CRC)
        return found


def rich_document() -> bytes:
    comment = f'<w:comment w:id="7" w:author="审核人" w:initials="审">{p("口径是否一致？")}</w:comment>'
    start, end = (
        '<w:commentRangeStart w:id="7"/>',
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
    )
    blocks = (
        p(start, "截止目前", deleted("23"), tracked("ins", r("35")), "个", end, PICTURE),
        table((p("乡镇截止目前"), p("宣讲"))),
        "<w:sectPr/>",
    )
    parts = packages.entries(*blocks, comments=comment, styles="", header=p("内部"))
    saved = BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts.items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 8, 1 + number, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("word/media/图片 1.png"), bytes(range(256)) * 40, zipfile.ZIP_STORED)
        with archive.open("word/media/image2.png", "w", force_zip64=True) as picture:
            picture.write(bytes(range(256)) * 50)
    return saved.getvalue()


def test_every_part_but_text_and_comments_stays_the_same_bytes_packed_as_they_were() -> None:
    data = rich_document()
    before, after = raw_entries(data), raw_entries(annotate(data, [finding(0, 4)], date=DATE))
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}
    with zipfile.ZipFile(BytesIO(annotate(data, [finding(0, 4)]))) as archive:
        assert archive.testzip() is None


def test_a_file_without_comments_gets_the_parts_they_need() -> None:
    data = docx(p("截止目前"))
    result = annotate(data, [finding(0, 4)])
    before, after = unpacked(data), unpacked(result)
    assert {name for name in before | after if before.get(name) != after.get(name)} == {
        *("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"),
    }
    again = annotate(result, [finding(0, 2)])
    assert set(unpacked(again)) == set(after)
    assert [comment.words for comment in comments_in(again)] == ["截止目前", "截止"]


def test_older_comments_and_tracked_changes_stay() -> None:
    result = annotate(rich_document(), [finding(0, 4), finding(2, 6)])
    comments = comments_in(result)
    assert [(comment.number, comment.author) for comment in comments] == [("7", "审核人"), ("8", "稿检"), ("9", "稿检")]
    assert comments[0].words == "截止目前35个"
    document = unpacked(result)["word/document.xml"]
    assert (document.count(b"<w:ins "), document.count(b"<w:del ")) == (1, 1)


def test_an_element_that_no_mark_touches_stays_as_it_was() -> None:
    data = rich_document()

    def table_in(document: bytes) -> bytes:
        return document[document.index(b"<w:tbl>") : document.index(b"</w:tbl>")]

    result = annotate(data, [finding(0, 4)])
    assert table_in(unpacked(result)["word/document.xml"]) == table_in(unpacked(data)["word/document.xml"])


def test_a_strict_file_gets_strict_comments() -> None:
    result = annotate(packages.strict(docx(p("截止目前"))), [finding(0, 4)])
    (comment,) = comments_in(result, packages.STRICT_W)
    assert comment.words == "截止目前"
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in unpacked(result)["word/_rels/document.xml.rels"]
    )


# -------------------------------------------------------------------------------------------------- tracked changes


@pytest.mark.parametrize("blocks", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_safe_fix_becomes_a_tracked_change_that_reads_as_fixed(blocks: str) -> None:
    data = docx(p("前一段。"), blocks)
    result = fixed(data, ("截止目前", "截至目前"))
    assert accepted(result) == read_docx(data).text.replace("截止目前", "截至目前")
    rejected = unpacked(result)["word/document.xml"].decode()
    assert 'w:author="稿检" w:date="2026-08-03T09:30:00Z"' in rejected
    (comment,) = comments_in(result)
    assert comment.lines[-1] == "建议：改正（“截止目前”改为“截至目前”），已写成修订"


def test_insertions_and_deletions_side_by_side_keep_their_order() -> None:
    data = docx(p("甲乙丙丁"))
    edits = [
        Edit(Span(0, 0), "〈"),
        Edit(Span(0, 1), "A"),
        Edit(Span(1, 1), "b"),
        Edit(Span(2, 3), ""),
        Edit(Span(4, 4), "〉"),
    ]
    findings = [finding(edit.span.start, edit.span.end, Fix("改", (edit,), safe=True)) for edit in edits]
    assert accepted(annotate(data, findings, fixes=True)) == apply_fixes("甲乙丙丁", [f.fixes[0] for f in findings])


def test_comments_and_insertions_that_part_a_deletion_leave_it_whole() -> None:
    data = docx(p("县督查组截止目前排查水域"))
    replace_it = Fix("改", (Edit(Span(4, 8), "截至目前"),), safe=True)
    insert = Fix("补", (Edit(Span(8, 8), "，"),), safe=True)
    findings = [finding(4, 8, replace_it), finding(8, 8, insert), finding(6, 10), finding(0, 5)]
    result = annotate(data, findings, fixes=True)
    assert accepted(result) == "县督查组截至目前，排查水域"
    assert unpacked(result)["word/document.xml"].decode().count("<w:delText") == 4  # one for each piece of 截止目前


def test_a_fix_within_somebody_elses_insertion_is_our_own_insertion() -> None:
    data = docx(p("县", tracked("ins", r("截止目前排查")), "水域"))
    result = fixed(data, ("截止", "截至"))
    root = ElementTree.fromstring(unpacked(result)["word/document.xml"])
    insertions = [
        (node.get(f"{{{W}}}author"), "".join(t.text or "" for t in node.iter(f"{{{W}}}t")))
        for node in root.iter(f"{{{W}}}ins")
    ]
    assert insertions == [("审核人", ""), ("稿检", "截至"), ("审核人", "目前排查")]
    assert accepted(result) == "县截至目前排查水域"


def test_what_the_fix_inserts_is_formatted_like_what_it_replaces() -> None:
    result = fixed(docx(p("县", r("截止", BOLD), "目前")), ("截止", "截\t至"))
    (inserted,) = ElementTree.fromstring(unpacked(result)["word/document.xml"]).iter(f"{{{W}}}ins")
    assert inserted.find(f"{{{W}}}r/{{{W}}}rPr/{{{W}}}b") is not None
    assert accepted(result) == "县截\t至目前"


def test_a_fix_that_cannot_be_tracked_whole_is_a_comment_only() -> None:
    data = docx(p("甲乙"), p("丙丁", text_box(p("框里"))))
    over_two_paragraphs = Fix("并", (Edit(Span(1, 4), "乙丙"),), safe=True)
    in_a_box = Fix("改", (Edit(Span(0, 1), "A"), Edit(Span(6, 7), "F")), safe=True)
    unsafe = Fix("改", (Edit(Span(4, 5), "D"),), safe=False)
    result = annotate(
        data, [finding(1, 4, over_two_paragraphs), finding(0, 1, in_a_box), finding(4, 5, unsafe)], fixes=True
    )
    assert accepted(result) == "甲乙\n丙丁\n框里"
    assert not any("已写成修订" in line for comment in comments_in(result) for line in comment.lines)


def test_without_the_wish_nothing_is_fixed() -> None:
    result = annotate(docx(p("截止目前")), [finding(0, 4, replacing("截止目前", "截止", "截至"))])
    assert b"<w:ins" not in unpacked(result)["word/document.xml"]


# ---------------------------------------------------------------------------------------------------- any document

RUN = st.text("甲乙丙 1，", min_size=1, max_size=4).map(lambda words: r(words))
INLINE = st.one_of(
    RUN,
    RUN.map(lambda run: tracked("ins", run)),
    RUN.map(lambda run: f"<w:hyperlink>{run}</w:hyperlink>"),
    st.text("删去", min_size=1, max_size=2).map(deleted),
    st.just("<w:r><w:t>子</w:t><w:tab/><w:t>丑寅</w:t><w:br/></w:r>"),
    st.just(r("密", "<w:vanish/>")),
)
PARAGRAPHS = st.lists(st.lists(INLINE, max_size=5).map(lambda runs: p(*runs)), min_size=1, max_size=4)


@given(blocks=PARAGRAPHS, chance=st.data())
def test_in_any_document_the_comments_stand_at_their_words_and_the_text_stays(
    blocks: list[str], chance: st.DataObject
) -> None:
    data = docx(*blocks)
    text = read_docx(data).text
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(*pair) for pair in chance.draw(st.lists(ends, min_size=1, max_size=5))]
    result = annotate(data, [finding(span.start, span.end) for span in spans])
    assert read_docx(result).text == text
    marked = [comment.words.replace("密", "") for comment in comments_in(result)]
    for span, words in zip(sorted(spans), marked, strict=True):
        shown = span.of(text)
        if shown.strip("\n"):
            # Ends of paragraphs have no mark of their own; breaks within one do.
            assert words.replace("\n", "") == shown.replace("\n", "")


@given(blocks=PARAGRAPHS, chance=st.data())
def test_in_any_document_the_tracked_changes_read_as_the_fixed_text(blocks: list[str], chance: st.DataObject) -> None:
    data = docx(*blocks)
    text = read_docx(data).text
    ends = sorted(chance.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [Edit(Span(*pair), new) for pair, new in zip(pairwise(ends), ("新", "", "改\t写", "末", ""), strict=False)]
    edits = [edit for edit in edits if "\n" not in edit.span.of(text)][::2]
    findings = [finding(edit.span.start, edit.span.end, Fix("改", (edit,), safe=True)) for edit in edits]
    result = annotate(data, findings, fixes=True)
    assert read_docx(result).text == apply_fixes(text, [found.fixes[0] for found in findings])
