"""What holds for every test: no screen, no folder of the person who runs it, no warning unseen."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Before Qt is loaded; `dev.py acceptance` gives the tests a real screen.
if "GAOJIAN_ACCEPTANCE" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("gaojian", deadline=None, derandomize=True)
settings.load_profile("gaojian")

_FOLDERS = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The home folder, here and in child processes, is an empty one."""
    with pytest.MonkeyPatch.context() as patch:
        home = str(tmp_path_factory.mktemp("home"))
        for name in _FOLDERS:
            patch.setenv(name, home)
        for name in _XDG:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(autouse=True)
def no_warning_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the program's own log fails the test, unless the test reads the log (`caplog`) itself."""
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("desktop_app")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert heard == []
