"""A synthesiser that hangs: the real speech-dispatcher with a module that says nothing or stops, and a dead socket."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound_server import Recorder, SoundServer
from tests.support.speech_dispatcher import HANGS, SpeechDispatcher
from tests.support.talks import LONG_TALK
from tests.support.terminal import READER

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

TALK = LONG_TALK


@pytest.mark.parametrize("begins", ["", "begins"])
def test_a_module_that_hangs_is_told_and_replaced(
    home: dict[str, str], talk: Path, sound: SoundServer, recorder: Recorder, tmp_path: Path, begins: str
) -> None:
    module = tmp_path / "hanging"
    module.write_text(HANGS.format(python=sys.executable, begins=begins))
    module.chmod(0o700)
    talk.write_text("A Talk\n\nANNE: Good morning, Ben.\n\nBEN: All of us were there.\n")
    dispatcher = SpeechDispatcher(tmp_path / "speech", sound, str(module))
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], home | sound.environment | dispatcher.environment)
    try:
        began = program.wait_for(b"A Talk")
        program.wait_for(b"speech-dispatcher does not respond.")
        told = time.monotonic() - began
        recorder.wait_for_sound()
        print(f"told {told:.1f} s after the first line, heard {time.monotonic() - began:.1f} s after it")
        assert told < (11 if begins else 7)
    finally:
        program.close()
        dispatcher.close()


def test_a_module_that_stops_within_a_turn_is_told_and_the_rest_is_read(
    home: dict[str, str], talk: Path, sound: SoundServer, dispatcher: SpeechDispatcher, recorder: Recorder
) -> None:
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], home | sound.environment | dispatcher.environment)
    try:
        recorder.wait_for_sound()
        time.sleep(2)
        dispatcher.stop_module()
        stopped = time.monotonic()
        program.wait_for(b"speech-dispatcher does not respond.")
        told = time.monotonic() - stopped
        recorder.wait_for_sound()
        print(f"told {told:.1f} s after the module had stopped")
        assert told < 11, "what was made before is heard for two seconds"
    finally:
        program.close()


def test_a_module_that_hangs_does_not_keep_the_reader_from_ending(
    home: dict[str, str], talk: Path, sound: SoundServer, dispatcher: SpeechDispatcher, recorder: Recorder
) -> None:
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], home | sound.environment | dispatcher.environment)
    try:
        recorder.wait_for_sound()
        dispatcher.stop_module()
        time.sleep(0.5)
        program.press(b"q")
        assert program.wait(5) == 0
    finally:
        program.close()


def test_a_server_that_does_not_answer_costs_half_a_second(
    home: dict[str, str], talk: Path, sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen()
        silent = {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 's'}"}
        program = PtyProgram([*READER, "--plain", "--speak", str(talk)], home | sound.environment | silent)
        try:
            client, _ = listener.accept()
            began = time.monotonic()
            with client:
                while client.recv(1000):
                    pass
            left = time.monotonic() - began
            program.wait_for(b"voices.")  # how its lines are broken depends on the socket's path
            recorder.wait_for_sound()
            print(f"left after {left:.2f} s")
            assert left < 1.5
        finally:
            program.close()
