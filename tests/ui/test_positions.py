from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.positions import Positions


@given(st.text(alphabet="一a𠮷\n\U0001f600"))
def test_every_code_point_has_the_unit_at_which_qt_counts_it(text: str) -> None:
    positions = Positions(text)
    for index in range(len(text) + 1):
        unit = len(text[:index].encode("utf-16-le")) // 2
        assert positions.to_units(index) == unit
        assert positions.to_index(unit) == index


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    assert Positions("一𠮷二").to_index(2) == 1
