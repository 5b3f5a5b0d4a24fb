import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.storage.text_file import Decoded, EncodingError, decode, encode

TEXT = "开展宣讲，学习4次。\r\n𠮷家村\n"


@pytest.mark.parametrize(
    ("data", "encoding", "has_mark"),
    [
        (TEXT.encode("utf-8"), "utf-8", False),
        (TEXT.encode("utf-8-sig"), "utf-8", True),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", True),
        (TEXT.encode("utf-16-le"), "utf-16-le", False),
        (TEXT.encode("utf-16-be"), "utf-16-be", False),
        (TEXT.encode("gb18030"), "gb18030", False),
    ],
)
def test_a_text_is_read_as_it_was_written_and_written_so_again(data: bytes, encoding: str, has_mark: bool) -> None:
    decoded = decode(data)
    assert decoded == Decoded(TEXT, encoding, has_mark)
    assert encode(TEXT, decoded) == data


def test_a_file_cut_inside_its_last_character_is_read_and_said() -> None:
    decoded = decode("宣讲4次".encode()[:-1])
    assert decoded.text == "宣讲4"
    assert decoded.is_cut


@pytest.mark.parametrize("data", [b"\x81", b"abc\xff\xff\xffabc", b"\0\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_what_is_no_text_names_the_byte(data: bytes) -> None:
    with pytest.raises(EncodingError, match=r"第 \d+ 字节处"):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_text_comes_back_from_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text
