"""Plain text mode puts a terminal right that another program left in disorder, and is silent where it did not."""

from __future__ import annotations

import os
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.support.plain_program import READER, Plain

KILLED = "import os, sys, tty; tty.setraw(0); sys.stdout.write({on!r}); sys.stdout.flush(); os.kill(os.getpid(), 9)"
ON = "\x1b[?1049h\x1b[?1003h\x1b[?1006h\x1b[?2004h"


def test_after_a_program_that_was_killed_lines_and_keys_are_as_ever() -> None:
    killed = KILLED.format(on=ON)
    shell = f"{sys.executable} -c '{killed}'; exec {' '.join(READER)} --no-sound".replace('"', '\\"')
    with Plain(command=["sh", "-c", shell]) as plain:
        plain.wait_for(b"h for help")
        assert set(plain.left_on) <= {"modes"}
        plain.press(b"n")
        plain.wait_for(b"\nBall: I think the meeting has been called off.")
        assert b"off.\r\n" in plain.output or b"help.\r\n" in plain.output  # line ends move to the first column
        plain.press(b"q")
        assert plain.wait() == 0
        mode = plain.modes[3]
        assert isinstance(mode, int) and mode & termios.ICANON and mode & termios.ECHO


def test_a_report_of_the_mouse_turns_it_off_once(plain: Plain) -> None:
    for _ in range(2):
        plain.press(b"\x1b[<35;10;5M")
        time.sleep(0.1)
    assert plain.told().count("\x1b[?1003l") == 1
    assert plain.ask("n").endswith("\nBall: I think the meeting has been called off.")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    if not which("tmux"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    subprocess.run([*command, "new-session", "-d", "-x", "80", "-y", "24", "sh"], check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)


@pytest.mark.e2e
def test_in_tmux_the_other_screen_is_left_and_the_mouse_let_go(tmux: list[str], tmp_path: Path) -> None:
    def asked(*words: str) -> str:
        return subprocess.run([*tmux, *words], capture_output=True, text=True, check=True).stdout

    def until(wanted: str, *words: str) -> None:
        end = time.monotonic() + 60
        while wanted not in asked(*words) and time.monotonic() < end:
            time.sleep(0.05)
        assert wanted in asked(*words)

    flags = ("display-message", "-p", "#{alternate_on}#{mouse_any_flag}")
    script = tmp_path / "killed.py"
    script.write_text(KILLED.format(on=ON))
    # Lines can be typed again when the shell has answered: until then Enter is only a character.
    asked("send-keys", f"{sys.executable} {script}; stty sane; echo lines $((40 + 2))", "Enter")
    until("lines 42", "capture-pane", "-p")
    until("11", *flags)
    environment = f"XDG_DATA_HOME={tmp_path} XDG_CONFIG_HOME={tmp_path} PYTHONPATH={os.getcwd()}"  # noqa: PTH109
    asked("send-keys", f"{environment} {' '.join(READER)} --no-sound", "Enter")
    until("00", *flags)


def test_in_a_terminal_in_order_no_escape_sequence_is_written(plain: Plain) -> None:
    assert b"\x1b" not in plain.output
