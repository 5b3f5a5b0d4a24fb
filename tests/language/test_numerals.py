import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.numerals import ARABIC, HAN, LONGEST, value_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("3.2万", 32_000), ("二十万", 200_000), ("三点五万", 35_000), ("3万4000", 34_000), ("1万8,400", 18_400), ("8千", 8_000),
        ("一千二百", 1_200), ("一百二", 120), ("十", 10), ("二〇二二", 2022), ("1,250.50", 1250.5), ("20多万", 200_000),
        ("1.2亿", 120_000_000), ("一百零五", 105), ("两千", 2_000), ("1万零600", 10_600), ("近百"[1:], 100), ("三万五", 35_000),
    ],
)  # fmt: skip
def test_a_numeral_is_worth(numeral: str, value: float) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("text", ["", "队伍", "abc", "7" * (LONGEST + 1)])
def test_what_is_no_numeral_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        value_of(text)


@given(st.integers(1, 9_999_999))
def test_grouped_digits_are_one_number(number: int) -> None:
    written = f"{number:,}"
    match = re.fullmatch(ARABIC, written)
    assert match
    assert value_of(match[0]) == number


@given(st.from_regex(HAN, fullmatch=True).filter(lambda numeral: len(numeral) <= LONGEST))
def test_any_run_of_chinese_numerals_has_a_value(numeral: str) -> None:
    assert value_of(numeral) >= 0
