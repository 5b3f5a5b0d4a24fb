"""Which section is which part."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.report.metadata import Assigned
from desktop_app.report.read import read
from desktop_app.report.template import template_of
from desktop_app.report.values import Report, State

BODIES = {
    "deployment": "5月12日县政府召开专题会议3次，印发方案，明确责任单位18个。",
    "study": "组织集中学习4次，培训网格员260人次。",
    "publicity": "深入村组宣讲35场，发放手册1.2万册。",
    "implementation": "排查水域118处，发现隐患39个，已整改35个。",
}


def report_of(text: str) -> Report:
    return read(text, template_of("four-part"))


def present(text: str) -> dict[str, str]:
    """Part → its heading."""
    return {p.part.id: p.heading.of(text) for p in report_of(text).parts if p.present and p.heading}


HEADINGS = {
    "headed": ("一、抓部署", "二、抓学习", "三、抓宣传", "四、抓落实"),
    "bracketed": ("（一）压实责任", "（二）分层培训", "（三）营造氛围", "（四）立行立改"),
    "arabic": ("1.组织领导", "2.学习培训", "3.宣传引导", "4.督查整改"),
    "arabic with 、": ("1、组织领导", "2、学习培训", "3、宣传引导", "4、督查整改"),
    "marks": ("■ 责任先讲清楚", "■ 先学会再上街", "■ 说给大家听", "■ 动手清也回头查"),
    "tags": ("【组织领导】", "【业务练兵】", "【政策进门】", "【扩面攻坚】"),
    "signs": ("突出“早”字", "突出“深”字", "突出“广”字", "突出“实”字"),
    "single": ("做好“部”的文章", "做好“学”的文章", "做好“宣”的文章", "做好“贯”的文章"),
    "到位": ("组织领导到位", "学习研讨到位", "宣传引导到位", "贯彻落实到位"),
}
RUN_IN = {
    "一是": ("一是及早抓部署。", "二是聚力抓学习。", "三是线上线下抓宣传。", "四是见行见效抓贯彻。"),
    "第一": ("第一，强化组织领导。", "第二，强化学习培训。", "第三，强化宣传引导。", "第四，强化贯彻落实。"),
    "首先": ("首先，部署安排。", "其次，学习培训。", "再次，宣传宣讲。", "最后，贯彻落实。"),
    "其一": ("其一，周密部署。", "其二，深入学习。", "其三，广泛宣传。", "其四，狠抓落实。"),
    "bare": ("强化组织保障。", "深化学习培训。", "浓厚宣传氛围。", "推动落地见效。"),
    "上下功夫": ("在压紧责任上下功夫。", "在学深悟透上下功夫。", "在营造氛围上下功夫。", "在落地见效上下功夫。"),
}


@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS)
def test_headings_on_lines_of_their_own(headings: tuple[str, ...]) -> None:
    body = "\n".join(f"{heading}\n{BODIES[part]}" for heading, part in zip(headings, BODIES, strict=True))
    text = f"青澜县防溺水工作情况汇报\n现将有关情况汇报如下。\n{body}\n"
    assert list(present(text)) == list(BODIES)
    assert [heading.lstrip("■ ") for heading in present(text).values()] == [h.lstrip("■ ") for h in headings]


@pytest.mark.parametrize("headings", RUN_IN.values(), ids=RUN_IN)
def test_headings_run_in_before_their_text(headings: tuple[str, ...]) -> None:
    body = "\n".join(heading + BODIES[part] for heading, part in zip(headings, BODIES, strict=True))
    assert list(present(f"青澜县防溺水工作情况汇报\n现将有关情况汇报如下。\n{body}\n")) == list(BODIES)


def test_all_four_in_one_paragraph_and_the_summary_behind_them_is_outside() -> None:
    text = "工作汇报\n我县多措并举：一是抓部署，召开专题会议3次；二是抓学习，各村集中学习4次；三是抓宣传，进村入户宣讲35场；四是抓落实，整改各类隐患35个。工作取得实效。"
    assert list(present(text)) == list(BODIES)
    last = report_of(text).parts[3].span
    assert last
    assert last.of(text) == "四是抓落实，整改各类隐患35个。"


def test_invisible_characters_change_nothing() -> None:
    text = "汇报\n一、\u200b抓部\ufeff署\n召开会议3次。\n二、\u3000抓\u00a0学习\n集中学习4次。\n三、抓宣传\n宣讲5场。\n四、抓落实\n整改6个。"
    assert list(present(text)) == list(BODIES)


def test_parts_below_a_section_that_is_none() -> None:
    text = (
        "自查报告\n一、基本情况\n我镇有村14个，重视学习宣传和贯彻落实。\n二、主要做法\n（一）组织领导情况\n召开会议3次。\n"
        "（二）宣传教育情况\n宣讲9次。\n（三）督导检查情况\n检查36次，整改2家。\n三、存在的问题\n学习不深入，部署不到位。\n四、下一步打算\n继续贯彻落实，力争宣讲9场。"
    )
    assert present(text) == {
        "deployment": "（一）组织领导情况",
        "publicity": "（二）宣传教育情况",
        "implementation": "（三）督导检查情况",
    }


def test_two_neighbouring_sections_make_one_part_and_a_merged_one_makes_two() -> None:
    text = "汇报\n一、动员部署\n开会3次。\n二、学习宣传\n集中学习2次，宣讲5场。\n三、督导检查\n检查9次。\n四、整改落实\n整改7处问题。"
    parts = {p.part.id: p for p in report_of(text).parts}
    assert parts["study"].span == parts["publicity"].span
    assert parts["implementation"].span
    assert parts["implementation"].span.of(text).startswith("三、督导检查")
    assert parts["implementation"].span.of(text).endswith("整改7处问题。")
    merged = [q for q in report_of(text).quantities if q.span.of(text) == "5场"]
    assert merged[0].parts == ("study", "publicity")


@pytest.mark.parametrize(
    "text",
    [
        "县委突出部署、学习、宣传、贯彻四个环节，推动工作。",
        "青澜县第三届读书节开幕\n昨天，读书节在县图书馆开幕，来自各镇的读者参加了活动。\n领导强调，一是要加强学习；二是要广泛宣传；三是要贯彻落实。",
        "",
        "一、",
    ],
)
def test_words_in_passing_are_no_parts(text: str) -> None:
    assert present(text) == {}
    assert not report_of(text).fits_template


def test_a_heading_without_text_is_empty_and_blanks_are_no_text() -> None:
    text = "汇报\n一、抓部署\n召开会议3次。\n二、抓学习\n三、抓宣传\n［宣讲几场］。\n四、抓落实\n整改问题6个。"
    states = {placed.part.id: placed.state for placed in report_of(text).parts}
    assert states["study"] is State.EMPTY
    assert states["publicity"] is State.EMPTY


def test_the_clerk_assigns_a_section_by_hand() -> None:
    text = "汇报\n一、抓部署\n召开会议3次。\n二、夯实基础\n建章立制，完善台账，做到底数清楚。\n三、抓宣传\n宣讲5场。\n四、抓落实\n整改问题6个。"
    by_hand = (Assigned(part="study", heading="二、夯实基础"),)
    placed = read(text, template_of("four-part"), assigned=by_hand).parts[1]
    assert placed.assigned
    assert placed.heading
    assert placed.heading.of(text) == "二、夯实基础"


def test_a_missing_part_has_its_place() -> None:
    text = "汇报\n一、抓部署\n召开会议3次。\n二、抓宣传\n宣讲5场。\n三、抓落实\n整改问题6个。"
    placed = report_of(text).parts[1]
    assert placed.state is State.ABSENT
    assert text[: placed.insertion].endswith("召开会议3次。")


ANY = st.lists(
    st.one_of(
        st.sampled_from(["一是", "一、", "\n", "（一）", "抓部署", "学习", "。", "；", "3次", "［数字］", "\r\n", "12345", "学(xué)", "“", "《", "\u200b"]),
        st.text(max_size=6),
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(ANY)
@settings(max_examples=300)
def test_any_text_is_read_and_every_span_lies_inside(text: str) -> None:
    report = report_of(text)
    spans = [block.span for block in report.blocks] + [q.span for q in report.quantities]
    spans += [r.span for r in report.rejected] + [p.span for p in report.parts if p.span]
    spans += [q.sentence for q in report.quantities] + [heading.span for heading in report.headings]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(0 <= placed.insertion <= len(text) for placed in report.parts)


@pytest.mark.parametrize("piece", ["7", "（", "一是", "学", "word ", "12，", "一、", "“", "《", "3次", "\n", "3", "百分之9"])
def test_a_text_of_one_thing_over_and_over_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    report = report_of(text)
    assert not any(placed.present for placed in report.parts)


def _report_with(*headings: str, joint: str = "\n", before: str = "汇报\n现将有关情况汇报如下。\n") -> str:
    return before + "\n".join(f"{heading}{joint}{BODIES[part]}" for heading, part in zip(headings, BODIES, strict=True))


FOOLERY = {
    "every number is 一": _report_with("一、抓部署", "一、抓学习", "一、抓宣传", "一、抓落实"),
    "formal numerals": _report_with("壹、抓部署", "贰、抓学习", "叁、抓宣传", "肆、抓落实"),
    "Roman numerals": _report_with("I. 抓部署", "II. 抓学习", "III. 抓宣传", "IV. 抓落实"),
    "第一部分": _report_with("第一部分 抓部署", "第二部分 抓学习", "第三部分 抓宣传", "第四部分 抓落实"),
    "half-width brackets": _report_with("(1)抓部署", "(2)抓学习", "(3)抓宣传", "(4)抓落实"),
    "names with colons": _report_with("部署：", "学习：", "宣传：", "贯彻：", joint=""),
    "a table of contents before": _report_with(
        "一、抓部署", "二、抓学习", "三、抓宣传", "四、抓落实", before="汇报\n目录\n一、抓部署\n二、抓学习\n三、抓宣传\n四、抓落实\n"
    ),
    "a lead that lists all four": _report_with(
        "一、抓部署", "二、抓学习", "三、抓宣传", "四、抓落实",
        before="汇报\n我县做到了：一是部署早，二是学习深，三是宣传广，四是落实实。\n",
    ),
    "headings with the words of other parts": _report_with("一、宣传部署到位", "二、落实学习培训", "三、宣传宣讲有声势", "四、部署落实有力"),
    "all in one paragraph": "汇报\n" + "".join(
        f"{number}、{heading}。{body}"
        for number, heading, body in zip("一二三四", ("抓部署", "抓学习", "抓宣传", "抓落实"), BODIES.values(), strict=True)
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", FOOLERY.values(), ids=FOOLERY)
def test_it_is_not_fooled_by(text: str) -> None:
    placed = report_of(text).parts
    assert [part.state for part in placed] == [State.PRESENT] * 4
    figures = {part: [q.span.of(text) for q in report_of(text).quantities_of(part)] for part in BODIES}
    for part, body in BODIES.items():
        assert figures[part]
        assert all(figure in body for figure in figures[part])
