from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.readable import readable
from desktop_app.language.script import Script

PIECES = st.sampled_from(
    ["學(xué)習(xí)", "<b>", "</b>", "&nbsp;", "&ldquo;", "\u200b", "\ufeff", "\r\n", "\r", "\n", " ", "\u3000", "\t", "３２", "%", ",",
     "(", ")", '"', "**", "# ", "2 次", "3 200", "深入", "。", "𠮷", "a b", "?", "—", "&#8220;", "著手"]
)  # fmt: skip
DAMAGED = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join)


def test_glosses_tags_and_blanks_are_seen_through() -> None:
    copy = readable("深入<b>3</b>個(gè)縣(xiàn),發放 12\u200b場&nbsp;&ldquo;明白紙&rdquo;")
    assert copy.text == "深入3个县，发放12场“明白纸”"
    assert copy.script is Script.HANT


def test_a_gloss_belongs_to_the_character_before_it() -> None:
    text = "深入6縣區(qū)宣講"
    copy = readable(text)
    start = copy.text.index("6县区")
    assert copy.span(start, start + 3).of(text) == "6縣區(qū)"


def test_a_number_grouped_by_blanks_is_one_and_two_numbers_stay_two() -> None:
    assert readable("发放3 200份").text == "发放3200份"
    assert readable("2025 120 份").text == "2025 120份"
    assert readable("８，５００份").text == "8,500份"


def test_brackets_are_converted_in_pairs_or_not_at_all() -> None:
    assert readable("办公(WPS)软件,WPS(Office)").text == "办公（WPS）软件，WPS(Office)"


def test_a_lost_character_stays_a_question_mark() -> None:
    assert readable("喜迎二十大?聚力").text == "喜迎二十大?聚力"
    assert readable("怎么做?").text == "怎么做？"


def test_lines_wrapped_by_hand_are_joined_and_headings_are_not() -> None:
    body = "县委常委会召开专题会议研究部署相关工作并且印发实施方案明确\n任务二十四项责任单位九个，分片包干到村到组到户到人全部落\n实到位，各乡镇街道也都召开了动员大会把任务逐级分解下去到\n"
    text = "一、抓部署\n" + body * 3
    assert readable(text).text.count("\n") < text.count("\n") - 5
    assert readable("一、抓部署\n县委开会。\n二、抓学习\n组织学习。").text.count("\n") == 3


@given(DAMAGED)
def test_every_position_lies_in_the_text_and_rises(text: str) -> None:
    copy = readable(text)
    positions = [copy.position(index) for index in range(len(copy.text))]
    assert positions == sorted(set(positions))
    assert all(0 <= position < len(text) for position in positions)
    for index in range(len(copy.text)):
        span = copy.span(index, index + 1)
        assert span.start == positions[index]
        assert span.end <= len(text)


@given(DAMAGED)
def test_the_way_there_and_back_leads_to_the_same_character(text: str) -> None:
    copy = readable(text)
    assert [copy.index(copy.position(index)) for index in range(len(copy.text))] == list(range(len(copy.text)))
