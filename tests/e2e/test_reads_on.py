"""Own voice reads on after the keys for speed and volume, heard at the sink: the answer, then the same turn, faster."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.sound_server import RATE, Recorder, SoundServer
from tests.support.speech_dispatcher import SpeechDispatcher
from tests.support.terminal import READER

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

LONG = "All of us were there when the ships came in, one after the other, over the quiet sea. " * 4


@pytest.fixture(params=["own player", "speech-dispatcher"])
def environment(
    request: pytest.FixtureRequest, home: dict[str, str], tmp_path: Path, sound: SoundServer
) -> Iterator[dict[str, str]]:
    """A home in which the reader speaks by its own player, or through the real speech-dispatcher."""
    if request.param == "own player":
        yield home | sound.environment | {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 'none'}"}
        return
    dispatcher = SpeechDispatcher(tmp_path / "speech", sound)
    yield home | sound.environment | dispatcher.environment
    dispatcher.close()


def test_it_reads_on_after_the_answer(environment: dict[str, str], talk: Path, recorder: Recorder) -> None:
    talk.write_text(f"A Talk\n\nANNE: {LONG}\n\nBEN: Yes.\n")
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], environment)
    try:
        recorder.wait_for_sound()
        program.press(b" ")
        time.sleep(2)
        for key in (b"+", b"(", b"b", b"z", b"y", b"w"):
            before = recorder.frames
            program.press(key)
            time.sleep(3)
            heights = recorder.mono(before + RATE)
            loud = sum(height > 300 for height in heights) / len(heights)
            print(f"{key!r}: sound in {loud:.0%} of the two seconds after the first")
            assert loud > 0.1
            assert b"Stopped" not in program.output and b"Speed" not in program.output
        program.press(b"q")
        until(lambda: b"Stopped at turn" in program.output)
    finally:
        program.close()
