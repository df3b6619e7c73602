"""A desktop that says whether a screen reader is on: a real session bus with the real service of accessibility."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.terminal import READER
from tui_reader.terminal.session_bus import says_screen_reader

pytestmark = pytest.mark.e2e
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
Desktop = dict[str, str]


@pytest.fixture(params=[1, 0], ids=["a screen reader is on", "none is on"])
def on(request: pytest.FixtureRequest) -> bool:
    """Whether the desktop has a screen reader on."""
    return bool(request.param)


@pytest.fixture
def desktop(on: bool, tmp_path: Path) -> Iterator[Desktop]:
    """A session bus of its own, by the environment."""
    missing = [name for name in ("dbus-daemon", "gdbus", LAUNCHER) if not shutil.which(name)]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"missing: {', '.join(missing)}")
    with ExitStack() as stack:

        def start(*command: str, **environment: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                command, env={"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(tmp_path), **environment},
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            stack.enter_context(process)
            stack.callback(process.terminate)
            return process

        bus = start("dbus-daemon", "--session", "--print-address", "--nofork")
        assert bus.stdout
        found = {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
        assert not says_screen_reader(found), "nobody is there yet, and nobody is started"
        ask = ["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus"]
        ask += ["--method", "org.freedesktop.DBus.NameHasOwner", "org.a11y.Bus"]

        def owned() -> bool:
            told = subprocess.run(ask, env=os.environ | found, capture_output=True, text=True, check=False)
            return "true" in told.stdout

        assert not owned()
        start(LAUNCHER, "--a11y=1", f"--screen-reader={int(on)}", GSETTINGS_BACKEND="memory", **found)
        until(owned)
        yield found


def test_it_is_asked_and_named_in_the_first_line(desktop: Desktop, on: bool, home: dict[str, str]) -> None:
    assert says_screen_reader(desktop) is on
    del home["SSH_CONNECTION"]
    with PtyProgram([*READER, "--no-sound"], home | desktop) as program:
        if on:
            program.wait_for(b"because the desktop says that a screen\r\nreader is on.")
        else:
            program.wait_for(b"\x1b[?1049h")
