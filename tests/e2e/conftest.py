"""What the end-to-end tests share: a private home, a sound server, terminals that are closed, a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.sound_server import Recorder, SoundServer
from tests.support.speech_dispatcher import SpeechDispatcher
from tests.support.terminal import READER, Terminal
from tui_reader.paths import config_folder, data_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def home_in(folder: Path) -> dict[str, str]:
    """An environment in which the reader knows nothing and can keep everything, without a sound server.

    It is that of somebody who came by ssh, so that no screen reader of this machine counts.
    """
    return {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_SERVER": "unix:/nonexistent",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "SSH_CONNECTION": "127.0.0.1 50000 127.0.0.1 22",
    }


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a new home."""
    return home_in(tmp_path)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test reads in its own process comes from the folders of `home`, never from those of the person."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, home_in(tmp_path)[variable])
    for own in (config_folder, data_folder):
        own.cache_clear()
    yield
    for own in (config_folder, data_folder):
        own.cache_clear()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    server = SoundServer(tmp_path_factory.mktemp("sound"))
    yield server
    server.close()


@pytest.fixture(scope="module")
def recorder(sound: SoundServer) -> Iterator[Recorder]:
    """Records all that the module's tests play; it needs three seconds to begin."""
    recorder = Recorder(sound)
    yield recorder
    recorder.close()


@pytest.fixture
def dispatcher(tmp_path: Path, sound: SoundServer) -> Iterator[SpeechDispatcher]:
    """The real speech-dispatcher, with espeak-ng."""
    dispatcher = SpeechDispatcher(tmp_path / "speech", sound)
    yield dispatcher
    dispatcher.close()


@pytest.fixture
def reader() -> Iterator[Callable[..., Terminal]]:
    """Starts the reader in a terminal: words of its command line, environment, columns, rows."""
    with ExitStack() as terminals:

        def start(words: list[str], environment: dict[str, str], columns: int = 100, rows: int = 30) -> Terminal:
            return terminals.enter_context(Terminal([*READER, *words], environment, columns, rows))

        yield start


def needs(*packages: str) -> None:
    """Skip where a package is missing; in CI that is a failure."""
    for package in packages:
        if os.environ.get("CI"):
            __import__(package)
        else:
            pytest.importorskip(package)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()
