"""Every signal at every moment in both faces: ended at once, the terminal as it was, the place kept."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.faces.test_terminal_ends import asked, reading
from tests.support.pty_program import PtyProgram
from tests.support.sound import until

pytestmark = pytest.mark.e2e

COMMAND = [sys.executable, "-m", "tui_reader", "--engine", "tone"]
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT]


def started(program: PtyProgram) -> None:
    """The first thing is written."""
    while not program.output:
        time.sleep(0.001)


def speaking(program: PtyProgram) -> None:
    """It reads aloud."""
    reading(program)
    program.press(b" ")
    time.sleep(0.5)


def searching(program: PtyProgram) -> None:
    """It looks for an expression."""
    reading(program)
    program.press(b"//mor.*\r")


def writing(program: PtyProgram) -> None:
    """It answers many keys."""
    reading(program)
    program.press(b"wnp" * 300)


def moved(program: PtyProgram, face: str) -> None:
    """The place is the second turn."""
    reading(program)
    program.press(b"n")
    program.wait_for(b"Turn 2 of" if face == "--full" else b"Yes.")


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("moment", [started, reading, asked, speaking, searching, writing])
@pytest.mark.parametrize("face", ["--full", "--plain"])
def test_a_signal_ends_the_reader(
    face: str, moment: object, number: signal.Signals, talk: Path, home: dict[str, str]
) -> None:
    assert callable(moment)
    with PtyProgram([*COMMAND, face, str(talk)], home) as program:
        moment(program)
        program.signal(number)
        assert program.wait() == 128 + number
        assert program.left_on == [] and b"Traceback" not in program.output
        until(lambda: not any(str(talk).encode() in read(path) for path in Path("/proc").glob("[0-9]*/cmdline")))


def read(path: Path) -> bytes:
    """A file of a process that may have ended."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("face", ["--full", "--plain"])
def test_the_place_is_kept(face: str, number: signal.Signals, talk: Path, home: dict[str, str]) -> None:
    with PtyProgram([*COMMAND, face, str(talk)], home) as program:
        moved(program, face)
        program.signal(number)
        program.wait()
    with PtyProgram([*COMMAND, "--plain", str(talk)], home) as program:
        program.wait_for(b"turn 2 of")
