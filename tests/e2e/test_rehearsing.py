"""A part rehearsed in the real program: silences of the right length, the prompt, and no hidden word in any output."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.test_rhythm import silences
from tests.e2e.test_screen_readers import Start, hear, start, turn
from tests.heard.listener import words
from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.sound_server import Recorder, SoundServer
from tests.support.terminal import READER, write_settings
from tui_reader.paths import bundled

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

__all__ = ["start"]
TALK = """ANN: Who was at the door this morning?

BEN: A pelican with an enormous umbrella, believe it or not.

ANN: Did it say anything?

BEN: It did.

ANN: Then we had better ask it to stay for dinner.
"""
HIDDEN = ("pelican", "enormous", "umbrella", "believe", "It did")
MEMORANDUM = bundled("corpus") / "stevenson-ball.txt"


def played(sound: SoundServer, recorder: Recorder, home: dict[str, str], path: Path, *words: str) -> tuple[str, int]:
    """Play a document to its end; what was printed, and the frame of the recording at which its sound begins."""
    before = recorder.frames
    command = [sys.executable, "-m", "tui_reader", "play", str(path), "--engine", "tone", "--captions", *words]
    run = subprocess.run(
        command, check=False, env=home | sound.environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    time.sleep(0.5)
    heights = recorder.mono(before)
    return run.stdout + run.stderr, before + next(at for at, height in enumerate(heights) if height > 60)


def test_the_silence_is_as_long_as_the_turn_and_no_word_is_printed(
    home: dict[str, str], sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    write_settings(home, "buffer = 200\n")
    printed, began = played(sound, recorder, home, tmp_path / "talk.txt")
    assert "pelican" in printed
    spoken = silences(recorder, began, 0.2)
    told, started = played(sound, recorder, home, tmp_path / "talk.txt", "--chair", "BEN")
    assert not any(word in told for word in HIDDEN)
    assert told.splitlines() == [
        "ANN: Who was at the door this morning?", "Your turn: BEN, 3 seconds.", "ANN: Did it say anything?",
        "Your turn: BEN, 1 second.", "ANN: Then we had better ask it to stay for dinner.",
        "tui-reader: Your part: BEN.",
    ]  # fmt: skip
    left = silences(recorder, started, 0.2)
    turns = [(spoken[0][0], spoken[1][0] + spoken[1][1]), (spoken[2][0], spoken[3][0] + spoken[3][1])]
    lengths = [end - start for start, end in turns]
    assert [length for _, length in left[:2]] == pytest.approx(lengths, rel=0.05)


def test_a_prompt_is_heard_and_quieter_and_nothing_hidden_is_ever_written(
    home: dict[str, str], sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    program = PtyProgram(
        [*READER, "--full", "--engine", "tone", "--chair", "BEN", str(tmp_path / "talk.txt")], home | sound.environment
    )
    try:
        program.wait_for(b"Your part: BEN.")
        program.rest(0.5)
        began = recorder.frames
        program.press(b" ")
        program.wait_for(b"your turn, 3 s")
        spoken = max(recorder.mono(began))
        until(lambda: recorder.silent_for(0.5))
        began = recorder.frames
        program.press(b"j")
        until(lambda: max(recorder.mono(began), default=0) > 60)
        time.sleep(0.3)
        whispered = max(recorder.mono(began))
        assert 0.1 < whispered / spoken < 0.5
        program.press(b"/pelican\r")  # it is found, and not shown
        program.wait_for(b"1 turn with pelican")
        for key in (b"x", b"b", b"O"):
            program.press(key)
            program.rest(0.3)
    finally:
        program.close()
    copied = [base64.b64decode(one) for one in re.findall(rb"\x1b]52;c?;([A-Za-z0-9+/=]+)", program.output)]
    for written in (program.output, *copied):
        assert not [word for word in ("A pelican", *HIDDEN[1:]) if word.encode() in written]


@pytest.mark.parametrize("name", ["yasr", "Orca"])
def test_a_screen_reader_says_whose_turn_it_is_and_no_word_of_it(start: Start, name: str) -> None:
    listener = start(name, "--plain", "--chair", "GWB", "--from", "1", str(MEMORANDUM))
    listener.said(len(words(turn(1))))
    while listener.silence(1.0):
        pass
    listener.press("space")
    hear(listener, "Your turn: Ball, 2 seconds. j prompts, Q shows the words.")
    hear(listener, turn(3))
    listener.press("p")
    hear(listener, "Your turn: Ball, 2 seconds.")
    listener.press("j")
    hear(listener, "Prompt: I think the meeting")
