"""Segmentation: words in either script, and a dictionary that lies where it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.words import words_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [("学习宣传贯彻情况", ("学习", "宣传", "贯彻", "情况")), ("學習宣傳貫徹情況", ("學習", "宣傳", "貫徹", "情況"))],
)
def test_words_are_found_in_either_script(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@given(text=st.text(st.sampled_from("学习，宣傳 2026年\n𠮷AB《》"), max_size=40))
def test_the_words_joined_are_the_text(text: str) -> None:
    assert "".join(words_of(text)) == text


def test_the_dictionary_is_kept_in_the_folder_and_nothing_is_printed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from desktop_app.language.words import keep_dictionary_in, words_of\n"
        "assert 'jieba' not in sys.modules\n"
        f"keep_dictionary_in(Path({str(tmp_path)!r})); words_of('学习宣传')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""
    assert [path.suffix for path in tmp_path.iterdir()] == [".cache"]
