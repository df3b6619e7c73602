"""The plain face told what to do by lines ended with Enter: the real program on a pseudo-terminal, and from a pipe."""

from __future__ import annotations

import subprocess
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_program import READER, Plain
from tests.support.sound import until
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tui_reader.settings import settings_path


@pytest.fixture
def lines(talk: Path) -> Iterator[Plain]:
    """The short dialogue; its opening was told."""
    program = Plain(talk, "--no-sound", "--keys", "line")
    assert program.told() == "A Talk. 4 turns, 2 speakers. h for help.\nANNE: Good morning.\n"
    yield program
    program.close()


def asked(program: Plain, line: str) -> str:
    """What is told for a line, behind its echo."""
    program.press(f"{line}\n".encode())
    echo = f"{line}\n".replace("\x1b", "^[")
    told = program.told(quiet=0.1)
    while told == echo:  # the terminal's, before the program has answered
        told += program.told(quiet=0.1)
    assert told.startswith(echo), told
    return told.removeprefix(echo)


LINES = [
    ("n", "BEN: Yes.\n"), ("", "ANNE: Then we walk.\n"), ("4 g", "BEN: We do.\n"), ("2g", "BEN: Yes.\n"),
    ("3", "ANNE: Then we walk.\n"), ("previous", "BEN: Yes.\n"), ("where", "Turn 2 of 4, BEN. 36 percent"),
    ("/walk", "1 turn with walk. First, turn 3, ANNE: Then we walk."), ("search Good", "1 turn with Good."),
    ("/", "Type words to find, then Enter.\nSearch: "), ("yes", "1 turn with yes. First, turn 2"),
    ("/", "Type words to find, then Enter.\nSearch: "), ("", "Back at turn 2.\n"),
    ("k", "2 speakers. 1 ANNE, 2 turns. 2 BEN, 2 turns. c to change them, e for\none in all documents.\n"),
    ("1", "ANNE: Then we walk.\n"),
    ("k", "2 speakers."), ("c", "1 ANNE: ANNE 2."), ("why 1", "Only the label itself says so.\nChange: "),
    ("\x1b", "Unknown command \x1b. h for help.\n"),
    ("k 2", "BEN: We do.\n"), ("?", "Type the command to be told of.\n"), ("Space", "Space: Play or pause."),
    ("? w", "w: Where am I. The turn"), ("? next turn", "Next turn. Go to the next turn."), ("?", "Type the command"),
    ("list of bookmarks", "List of bookmarks. List the"),
    ("help limits", "Limits\n"), ("help voice lab", "voice lab: No command."),
    ("16 h", "Limits\n"), ("b", "Bookmark 1 at turn 4.\n"), ("1 '", "Bookmark 1, turn 4"),
    ("zq", "Unknown command zq. h for help.\n"), ("fly away", "Unknown command fly away. h for help.\n"),
    ("h", "Play or pause.\nNext turn, previous turn.\n"), ("q", "Stopped at turn 4; place saved.\n"),
]  # fmt: skip
"""Lines, and how what is told for each begins."""


def test_each_line_says_its_one_message_below_what_was_typed(lines: Plain) -> None:
    for line, told in LINES:
        said = asked(lines, line)
        if line == "\x1b":
            continue
        assert said.startswith(told), f"{line!r} said {said!r}"
        assert said.endswith(("\n", ": "))
    assert lines.wait() == 0
    assert b"\x1b" not in lines.output


def test_the_terminal_stays_as_it_is(lines: Plain) -> None:
    modes = lines.modes[3]
    assert modes & termios.ECHO and modes & termios.ICANON  # type: ignore[operator]
    lines.press(b"nx\x7f\n")  # the terminal's own Backspace
    assert lines.told(quiet=0.2).endswith("BEN: Yes.\n")
    lines.press(b"\x04")
    assert lines.told().endswith("Stopped at turn 2; place saved.\n")
    assert lines.wait() == 0


def test_a_signal_ends_it_with_one_newline(lines: Plain) -> None:
    lines.press(b"n\x03")
    assert lines.wait() == 130
    assert lines.told().endswith("^C\n")


def test_the_setting_is_the_same_and_the_flag_stands_above_it(talk: Path) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('typing = "line"\n')
    cases = ((["--cursor", "start"], b"n\n", "n\nBEN: Yes.\n"), (["--keys", "key"], b"p", "\nANNE: Good morning."))
    for words, line, told in cases:
        program = Plain(talk, "--no-sound", *words)
        try:
            program.told()
            program.press(line)
            assert program.told(quiet=0.2) == told
        finally:
            program.close()


def test_lines_may_come_from_a_pipe_where_there_is_no_terminal(talk: Path) -> None:
    command = [*READER, str(talk), "--keys", "line", "--no-sound"]
    run = subprocess.run(
        command, input="n\nwhere\n3 g\nn", capture_output=True, text=True, check=False, start_new_session=True
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [
        "A Talk. 4 turns, 2 speakers. h for help.", "ANNE: Good morning.", "BEN: Yes.",
        "Turn 2 of 4, BEN. 36 percent, less than a minute left.", "ANNE: Then we walk.", "BEN: We do.",
        "Stopped at turn 4; place saved.",
    ]  # fmt: skip


def test_a_line_silences_own_speech(talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    server = Dispatcher(tmp_path / "speech-dispatcher" / "speechd.sock")
    program = Plain(talk, "--keys", "line", "--speak")
    try:
        until(lambda: len(server.messages) == 1)
        server.begin(1)
        program.press(b"w")
        time.sleep(0.2)
        assert not server.cancels
        program.press(b"\n")
        until(lambda: len(server.cancels) == 1)
        program.wait_for(b"Turn 1 of 4, ANNE.")
    finally:
        program.close()
        server.close()
