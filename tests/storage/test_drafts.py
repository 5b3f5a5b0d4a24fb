import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.metadata import Assigned, Ignored, Metadata
from desktop_app.storage.drafts import draft_text, line_end_of, parse_draft

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.builds(
        Metadata,
        template=WORDS,
        unit=WORDS,
        attachments=st.lists(WORDS, max_size=3).map(tuple),
        assigned=st.lists(st.builds(Assigned, part=WORDS, heading=WORDS, occurrence=st.integers(1, 9)), max_size=2).map(tuple),
        ignored=st.lists(st.builds(Ignored, code=WORDS, sentence=WORDS), max_size=2).map(tuple),
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_draft_comes_back_as_it_was_saved(metadata: Metadata, body: str, line_end: str) -> None:
    text = draft_text(metadata, body, line_end)
    parsed = parse_draft(text)
    assert not parsed.is_damaged
    assert parsed.metadata == metadata
    assert parsed.body == body
    assert text[parsed.body_start :] == body


def test_unknown_keys_are_kept() -> None:
    text = '+++\ntemplate = "four-part"\nmy_key = [1, 2]\n+++\n正文'
    parsed = parse_draft(text)
    assert parsed.metadata.template == "four-part"
    assert "my_key" in draft_text(parsed.metadata, parsed.body)


def test_dates_may_be_written_bare() -> None:
    assert parse_draft("+++\nreport_date = 2026-08-03\n+++\n正文").metadata.report_date == "2026-08-03"


@pytest.mark.parametrize("text", ["+++\nnot toml\n+++\n正文", "+++\ntemplate = 3\n+++\n正文", "+++\n没有结尾"])
def test_damaged_front_matter_makes_the_whole_file_the_body(text: str) -> None:
    parsed = parse_draft(text)
    assert parsed.is_damaged
    assert parsed.body == text
    assert parsed.body_start == 0


@pytest.mark.parametrize(("text", "end"), [("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a\nb", "\n"), ("a", "\n")])
def test_line_ends_are_known(text: str, end: str) -> None:
    assert line_end_of(text) == end
