"""What the tests of reading Word files share."""

from __future__ import annotations

import shutil

import pytest

from tests.word_in.office import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    if shutil.which("soffice") is None:
        pytest.fail("soffice missing: apt-get install libreoffice-writer-nogui")
    return Office(tmp_path_factory.mktemp("office"))
