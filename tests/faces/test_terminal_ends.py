"""However a face is ended, at whatever moment: at once, the terminal as it was, and no process left."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.plain_program import READER, as_read
from tests.support.pty_program import PtyProgram
from tests.support.sound import until

FULL = [sys.executable, "-m", "tui_reader", "--full", "--no-sound"]
FIRST = b"Good"
"""A word of the talk's first turn."""

Moment = Callable[[PtyProgram], object]


def reading(program: PtyProgram) -> None:
    """The first page is shown."""
    program.wait_for(FIRST)
    program.rest(0.1)


def asked(program: PtyProgram) -> None:
    """A question is open."""
    reading(program)
    program.press(b"/mor")
    program.wait_for(b"mor")
    program.rest(0.1)


def starting(program: PtyProgram) -> None:
    """The terminal has just been changed."""
    program.wait_for(b"\x1b[?1049h")


def flooded(program: PtyProgram) -> None:
    """Thousands of keys wait, on a screen of its own."""
    reading(program)
    written = len(program.writes)
    program.press(b"h")
    until(lambda: len(program.writes) > written)
    program.rest(0.1)
    program.press(b"~" * 3500)
    time.sleep(0.3)


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        (starting, signal.SIGTERM), (starting, signal.SIGQUIT), (reading, signal.SIGQUIT), (reading, signal.SIGINT),
        (asked, signal.SIGHUP), (asked, signal.SIGQUIT), (flooded, signal.SIGTERM),
    ],
)  # fmt: skip
def test_a_signal_ends_the_full_screen(moment: Moment, number: signal.Signals, talk: Path) -> None:
    with PtyProgram([*FULL, str(talk)], dict(os.environ)) as program:
        moment(program)
        program.signal(number)
        assert program.wait() == 128 + number
        assert program.left_on == [] and b"Traceback" not in program.output


@pytest.mark.parametrize("controlling", [True, False], ids=["its own terminal", "another's"])
@pytest.mark.parametrize("face", ["full", "plain"])
def test_a_terminal_that_is_gone_ends_the_reader(face: str, controlling: bool, talk: Path) -> None:
    command = [*(FULL if face == "full" else READER), str(talk)]
    with PtyProgram(command, dict(os.environ), controlling=controlling) as program:
        reading(program)
        program.hang_up()
        assert program.wait() == 128 + signal.SIGHUP


def test_bytes_that_are_no_text_and_floods_of_keys_are_taken(talk: Path) -> None:
    with PtyProgram([*FULL, str(talk)], dict(os.environ)) as program:
        reading(program)
        program.press(bytes(range(0xC0, 0x100)))
        time.sleep(0.1)
        program.press(b"n" * 2000 + b"/" + b"x" * 1500 + b"\r")
        program.wait_for(b"Too long to search for")
        program.press(b"q")
        assert program.wait() == 0 and program.left_on == [] and b"Traceback" not in program.output


def test_plain_lines_are_not_paced_where_many_keys_wait(talk: Path) -> None:
    with PtyProgram([*READER, str(talk)], dict(os.environ)) as program:
        reading(program)
        program.press(b"w" * 1000 + b"q")
        assert program.wait() == 0
        assert as_read(program.output).count("Turn 1 of") == 334  # of three lines one, then the title and the shape


@pytest.mark.parametrize(("columns", "rows"), [(3000, 30), (1, 30), (80, 1), (0, 0)])
@pytest.mark.parametrize("face", ["full", "plain"])
def test_a_window_of_any_size_is_drawn_and_left(face: str, columns: int, rows: int, talk: Path) -> None:
    with PtyProgram([*(FULL if face == "full" else READER), str(talk)], dict(os.environ), columns, rows) as program:
        program.wait_for(b"\x1b[?2004h" if face == "full" else b"G")
        time.sleep(0.3)
        for size in ((1, 1), (0, 0), (300, 2), (100, 30)):
            program.resize(*size)
        program.press(b"nq")
        assert program.wait() == 0 and program.left_on == [] and b"Traceback" not in program.output


@pytest.mark.parametrize("streams", ["2>errors.txt", "2>&-", "<&-", "</dev/null"])
def test_the_full_screen_is_drawn_whatever_the_other_streams_are(streams: str, talk: Path) -> None:
    command = ["sh", "-c", f"cd {talk.parent} && exec {' '.join(FULL)} talk.txt {streams}"]
    with PtyProgram(command, dict(os.environ)) as program:
        reading(program)
        program.press(b"q")
        assert program.wait() == 0 and program.left_on == []
        assert not (talk.parent / "errors.txt").exists() or (talk.parent / "errors.txt").read_bytes() == b""
