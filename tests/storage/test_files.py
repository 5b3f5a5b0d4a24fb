import os
from pathlib import Path

import pytest

from desktop_app.storage import atomic_file, paths
from desktop_app.storage.atomic_file import write_atomic


@pytest.mark.parametrize("bad", ["", "relative/folder"])
def test_an_empty_or_relative_xdg_variable_is_not_followed(bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, bad)
    folder = paths.cache_folder()
    assert folder.is_absolute()
    assert folder.name == "Gaojian"
    assert os.environ["XDG_CACHE_HOME"] == bad


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "汇报.gao"
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["汇报.gao"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "b.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_disk_that_is_full_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "汇报.gao"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_name_of_83_characters_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("汇" * 83)
    write_atomic(path, b"text")
    assert path.read_bytes() == b"text"
