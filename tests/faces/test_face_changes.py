"""The face changed while reading: the real program on a pseudo-terminal, plain lines to full screen and back."""

from __future__ import annotations

import os
import re
import shlex
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.heard.listener import spoken
from tests.support.plain_program import as_read
from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tui_reader.faces.plain.face import PlainFace
from tui_reader.settings import load_settings
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import Session, open_session
from tui_reader.terminal.keyboard import Inbox, WindowsKeyboard

READER = [sys.executable, "-m", "tui_reader"]
TALK = "A Talk\n\nANNE: Good morning. It is fine.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"
OPENED, CLOSED, CURSOR = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?25h"
"""What a terminal is sent for its other screen, for its own again, and for a cursor that is seen."""
REVERSED = re.compile(rb"\x1b\[7(?:;[0-9;]*)?m")
Start = Callable[..., PtyProgram]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program with words of the command line, or what another command starts."""
    with ExitStack() as programs:

        def start(*words: str | Path, command: list[str] | None = None, **environment: str) -> PtyProgram:
            line = command or [*READER, *map(str, words)]
            variables = {**os.environ, "TERM": "xterm-256color", **environment}
            return programs.enter_context(PtyProgram(line, variables, 80, 24))

        yield start


def full(program: PtyProgram, words: bytes) -> None:
    """Change to the full screen and wait for these words on it."""
    screens = program.output.count(OPENED)
    program.press(b"T")
    until(lambda: program.output.count(OPENED) > screens)
    until(lambda: words in program.output.rpartition(OPENED)[2])
    time.sleep(0.3)


def plain(program: PtyProgram, words: str) -> None:
    """Change to the plain face and wait for these words behind the full screen, and nothing more."""
    screens = program.output.count(CLOSED)
    program.press(b"T")
    until(lambda: program.output.count(CLOSED) > screens)
    until(lambda: words in lines(program))
    time.sleep(0.1)
    assert lines(program).endswith(words)
    assert CURSOR in program.output.rpartition(OPENED)[2]


def lines(program: PtyProgram) -> str:
    """The plain lines behind the last full screen."""
    return lines_of(program.output)


def lines_of(output: bytes) -> str:
    """The plain lines behind the last full screen in an output."""
    _, first, more = output.rpartition(CLOSED)[2].rpartition(b"Plain text mode.")
    return as_read(first + more).rstrip(" ")


def test_one_key_changes_it_and_back_at_the_same_place_as_often_as_wanted(start: Start, talk: Path) -> None:
    program = start(talk, "--full", "--no-sound")
    program.wait_for(b"Good morning.")
    program.press(b"n")
    program.wait_for(b"Yes.")
    for number in (2, 3):
        words = ("BEN: Yes.", "ANNE: Then we walk.")[number - 2]
        plain(program, f"Plain text mode. Turn {number} of 4.\n{words}")
        program.press(b"w")
        program.wait_for(f"\rTurn {number} of 4".encode())
        program.press(b"n")
        program.wait_for((b"ANNE: Then we walk.", b"BEN: We do.")[number - 2])
        full(program, (b"Then we walk.", b"We do.")[number - 2])
    program.press(b"q")
    assert program.wait() == 0
    modes = termios.tcgetattr(program.master)[3]
    assert modes & termios.ECHO and modes & termios.ICANON
    assert program.output.rfind(CURSOR) > program.output.rfind(b"\x1b[?25l")


def test_the_first_key_of_the_new_face_is_not_lost_and_its_place_in_the_turn_is_kept(start: Start, talk: Path) -> None:
    program = start(talk, "--plain", "--no-sound")
    program.wait_for(b"Good morning.")
    program.press(b"e")
    program.wait_for(b"\rmorning.")
    full(program, b"Good morning.")
    plain(program, "Plain text mode. Turn 1 of 4.\nANNE: Good morning. It is fine.")
    program.press(b"e")
    program.wait_for(b"\rIt")
    full(program, b"Good morning.")
    program.press(b"n")
    until(lambda: b"Yes." in program.output.rpartition(OPENED)[2])


def test_keys_typed_at_once_behind_the_change_are_the_new_face_s(start: Start, talk: Path) -> None:
    program = start(talk, "--plain", "--no-sound")
    program.wait_for(b"Good morning.")
    program.press(b"Tnn")
    until(lambda: b"Then we walk." in program.output.rpartition(OPENED)[2])
    program.press(b"TpTnw")
    until(lambda: program.output.count(OPENED) > 1 and b"3 of 4, ANNE." in program.output.rpartition(OPENED)[2])
    assert "BEN: Yes." in lines_of(program.output.rpartition(OPENED)[0])
    program.press(b"T2gq")
    assert program.wait() == 0
    until(lambda: lines(program).endswith("BEN: Yes.\nStopped at turn 2; place saved.\n"))


def test_control_c_behind_the_change_leaves(start: Start, talk: Path) -> None:
    program = start(talk, "--full", "--no-sound")
    program.wait_for(b"Good morning.")
    program.press(b"T\x03")
    assert program.wait() == 0
    assert b"Plain text mode." not in program.output


def test_it_leaves_the_setting_alone_and_keeps_speed_notes_and_bookmarks(start: Start, talk: Path) -> None:
    program = start(talk, "--plain", "--no-sound", "--no-library")
    program.wait_for(b"Good morning.")
    for key, told in ((b"+", b"Speed 1.1."), (b"n", b"BEN: Yes."), (b"b", b"Bookmark 1 at turn 2."), (b"y", b"Full."),
                      (b"F", b"A short sound tells"), (b"p", b"Turn 1 of 4. ANNE")):  # fmt: skip
        program.press(key)
        program.wait_for(told)
    full(program, b"Good morning.")
    program.press(b"+")
    program.wait_for(b"Speed 1.2.")
    plain(program, "Plain text mode. Turn 1 of 4.\nTurn 1 of 4. ANNE: Good morning. It is fine.")
    for key, told in ((b"'", b"Bookmark 1, turn 2, BEN: Yes."), (b"+", b"Speed 1.3."), (b"F", b"after their sentence")):
        program.press(key)
        program.wait_for(told)
    assert load_settings()[0].face == "auto"


def test_a_document_from_a_pipe_is_not_asked_for_again(start: Start, talk: Path) -> None:
    words = shlex.join([*READER, "--full", "--no-sound", "--no-library"])
    program = start(command=["sh", "-c", f"cat {shlex.quote(str(talk))} | exec {words}"])
    program.wait_for(b"Good morning.")
    talk.unlink()
    plain(program, "Plain text mode. Turn 1 of 4.\nANNE: Good morning. It is fine.")
    full(program, b"Good morning.")
    program.press(b"q")
    assert program.wait() == 0


def test_a_signal_after_a_change_ends_it_as_before(start: Start, talk: Path) -> None:
    program = start(talk, "--plain", "--no-sound")
    program.wait_for(b"Good morning.")
    full(program, b"Good morning.")
    plain(program, "Plain text mode. Turn 1 of 4.\nANNE: Good morning. It is fine.")
    program.press(b"\x03")
    assert program.wait() == 130


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux")
def test_each_face_has_its_own_sound_and_the_events_of_it(start: Start, talk: Path, tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "speech-dispatcher" / "speechd.sock")
    try:
        program = start(talk, "--plain", "--speak", XDG_RUNTIME_DIR=str(tmp_path), SPEECHD_ADDRESS="")
        until(lambda: len(server.messages) == 1)
        server.begin(1)
        full(program, b"Good morning.")
        assert server.cancels
        program.press(b" ")
        program.wait_for(b"playing, ")
        until(lambda: REVERSED.search(program.output.rpartition(OPENED)[2]))  # words are marked as they are heard
        assert len(server.messages) == 1
        program.press(b"T")
        until(lambda: len(server.messages) == 2)
        program.press(b" ")
        until(lambda: len(server.messages) == 3)
        for number in (3, 4):
            until(lambda: len(server.messages) >= number)  # noqa: B023
            server.begin(number)
            server.end(number)
        until(lambda: len(server.messages) >= 5)  # the third turn, which has not begun
        program.press(b"w")
        until(lambda: "Turn 2 of 4" in spoken(server.messages[-1]))  # the own voice says it
    finally:
        server.close()


def test_own_voice_that_was_silenced_on_the_full_screen_is_heard_again(talk: Path) -> None:
    """In this process, for nobody hears it."""
    inbox = Inbox()
    session = open_session(talk, ReadingOptions(engine="quiet"), inbox.put)
    session.reading.player.set_muted(True)
    for key in ("v", "T"):
        inbox.put(key)
    try:
        handed = PlainFace(session, inbox, WindowsKeyboard(Inbox()), changed=True).run()
        assert isinstance(handed, Session) and handed.speak and not session.reading.player.muted
    finally:
        session.close()
