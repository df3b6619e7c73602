"""What all tests share: a home of its own for each, apart from the person's files; a short dialogue in a file."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.talks import TALK
from tui_reader.paths import cache_folder, config_folder, data_folder


def pytest_configure() -> None:
    """Programs that tests start obey Ctrl+C, also where a shell without job control runs the tests behind itself."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A worker for each processor where all tests run, and one more, for some tests wait; none for a few tests."""
    every = config.args_source is pytest.Config.ArgsSource.TESTPATHS and config.option.markexpr == "not e2e"
    return (os.cpu_count() or 0) + 1 if every and not config.option.keyword else 0


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A new home with empty folders for configuration, data and caches."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name, variable in (
        ("config", "XDG_CONFIG_HOME"), ("data", "XDG_DATA_HOME"), ("cache", "XDG_CACHE_HOME")
    ):  # fmt: skip
        monkeypatch.setenv(variable, str(folder / name))
    for name, value in (("PATH", os.environ["PATH"]), ("PYTHONSAFEPATH", "")):
        monkeypatch.setenv(name, value)  # the program changes them
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")  # a screen reader of this machine is of no account
    for variable in ("ACCESSIBLE", "COLUMNS", "LINES", "NO_COLOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    # Where human voices are installed they would be the default.
    monkeypatch.setattr("tui_reader.tts.open_engine.natural_is_installed", lambda: False)
    folders = (config_folder, data_folder, cache_folder)
    for own in folders:
        own.cache_clear()
    yield folder
    for own in folders:
        own.cache_clear()


@pytest.fixture
def talk(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A short dialogue in a file, `talk.txt`: the text `TALK` of the test's module, or the one that all share."""
    path = tmp_path / "talk.txt"
    path.write_text(getattr(request.module, "TALK", TALK), encoding="utf-8")
    return path
