from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.text_history import Change, TextHistory, difference


def applied(text: str, change: Change) -> str:
    return text[: change.position] + change.inserted + text[change.position + len(change.removed) :]


def typed(history: TextHistory, text: str, keys: str) -> str:
    """Type keys at the end of a text, one by one."""
    for key in keys:
        history.record(Change(len(text), "", key))
        text += key
    return text


def undone(history: TextHistory, text: str) -> str:
    for change in history.undo():
        text = applied(text, change)
    return text


def redone(history: TextHistory, text: str) -> str:
    for change in history.redo():
        text = applied(text, change)
    return text


@given(st.text(alphabet="一二𠮷\n", max_size=30), st.text(alphabet="一二𠮷\n", max_size=30))
def test_the_difference_of_two_texts_leads_from_one_to_the_other(old: str, new: str) -> None:
    change = difference(old, new)
    assert new == (applied(old, change) if change else old)
    if change:
        assert old == applied(new, change.reversed)


def test_equal_texts_have_no_difference() -> None:
    assert difference("部署", "部署") is None


def test_what_is_typed_at_a_stretch_is_one_step() -> None:
    history = TextHistory()
    text = typed(history, "", "召开会议")
    assert undone(history, text) == ""
    assert not history.can_undo


def test_a_sentence_end_ends_a_step() -> None:
    history = TextHistory()
    text = typed(history, "", "开会。学习")
    assert undone(history, text) == "开会。"


def test_a_long_stretch_is_taken_back_piece_by_piece() -> None:
    history = TextHistory()
    text = typed(history, "", "字" * 60)
    assert 0 < len(undone(history, text)) < 60


def test_typing_elsewhere_is_a_step_of_its_own() -> None:
    history = TextHistory()
    text = typed(history, "部署", "好")
    history.record(Change(0, "", "一"))
    assert undone(history, "一" + text) == text


def test_deleting_backwards_is_one_step() -> None:
    history = TextHistory()
    history.record(Change(2, "三", ""))
    history.record(Change(1, "二", ""))
    assert undone(history, "一") == "一二三"


def test_several_edits_within_a_step_are_taken_back_together_and_made_again() -> None:
    history = TextHistory()
    with history.one_step():
        history.record(Change(3, ",", "，"))
        history.record(Change(1, ",", "，"))
    assert undone(history, "一，二，三") == "一,二,三"
    assert redone(history, "一,二,三") == "一，二，三"


def test_a_new_change_forgets_what_was_undone() -> None:
    history = TextHistory()
    undone(history, typed(history, "", "学习"))
    typed(history, "", "宣传")
    assert not history.can_redo


def test_a_step_in_which_nothing_happened_is_none() -> None:
    history = TextHistory()
    with history.one_step():
        pass
    assert not history.can_undo
    assert history.undo() == ()
    assert history.redo() == ()
