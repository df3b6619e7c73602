"""Speech by the person's own synthesiser, heard: the real speech-dispatcher, and how soon a key stops it."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import pytest

from tests.support.pty_program import PtyProgram
from tests.support.sound import until
from tests.support.sound_server import RATE, Recorder, SoundServer
from tests.support.speech_dispatcher import SpeechDispatcher
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tests.support.talks import LONG_TALK
from tests.support.terminal import READER
from tui_reader.tts import samples
from tui_reader.voice_lab.pitch import median_pitch

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

SOON = 0.05
"""Seconds from a key to the word that stops the speech."""
KEYS = b"wnXpfhsNk"
"""That each end what is being said."""
TALK = LONG_TALK


def stop_of_sound(recorder: Recorder, frame: int, silence: float = 0.4) -> int:
    """The first frame from `frame` on after which nothing is heard for so many seconds."""
    end = time.monotonic() + 60
    while not recorder.silent_for(silence):
        assert time.monotonic() < end, "the sound does not stop"
        time.sleep(0.02)
    heights = recorder.mono(frame)
    return frame + max((at for at, height in enumerate(heights) if height), default=0)


def test_a_key_cancels_within_fifty_milliseconds(home: dict[str, str], talk: Path, tmp_path: Path) -> None:
    server = Dispatcher(tmp_path / "s")
    environment = home | {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 's'}"}
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], environment)
    late: list[float] = []

    def press(key: int, number: int) -> None:
        until(lambda: len(server.messages) == number)
        server.begin(number)
        time.sleep(0.1)
        pressed = program.press(bytes([key]))
        until(lambda: len(server.cancels) == number)
        late.append(server.cancels[-1] - pressed)
        program.press(b"\x1b")  # some keys have spoken, some have asked something
        until(lambda: program.output.count(b"Back at turn") == number)  # a key right behind it is Alt and that key
        time.sleep(0.1)
        server.messages[number:], server.cancels[number:] = [], []
        program.press(b"r")

    try:
        for number, key in enumerate(KEYS * 3, 1):
            press(key, number)
    finally:
        program.close()
        server.close()
    print(f"key to CANCEL: median {1000 * median(late):.1f} ms, worst {1000 * max(late):.1f} ms of {len(late)}")
    # A moment in which the machine did something else is in one of three; what is wrong of a key is so each time.
    soonest = [min(late[at :: len(KEYS)]) for at in range(len(KEYS))]
    assert max(soonest) < SOON and median(late) < SOON, late


def test_two_speakers_sound_different_and_a_key_is_silence(
    home: dict[str, str], talk: Path, sound: SoundServer, dispatcher: SpeechDispatcher, recorder: Recorder
) -> None:
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], home | sound.environment | dispatcher.environment)
    pitches: list[float] = []
    silent: list[float] = []
    try:
        for key in (b"", b"n", b"n"):
            if key:
                program.press(key)
            began = recorder.wait_for_sound()
            time.sleep(4)
            pressed = program.press(b"w")
            over = stop_of_sound(recorder, recorder.frames - RATE)
            silent.append(recorder.time_of(over) - pressed)
            heard = samples.to_mono(recorder.pcm(began, over), 2, 2, RATE, RATE)
            pitches.append(median_pitch(heard, RATE))
        assert b"ships" not in program.output
    finally:
        program.close()
    print(f"pitches {[round(p) for p in pitches]} Hz; key to silence {[round(1000 * s) for s in silent]} ms")
    anne, ben, again = pitches
    assert max(anne, ben) / min(anne, ben) > 1.3 and abs(anne / again - 1) < 0.1
    assert max(silent) < 0.4


def test_reading_goes_on_aloud_when_the_server_is_killed(
    home: dict[str, str], talk: Path, sound: SoundServer, dispatcher: SpeechDispatcher, recorder: Recorder
) -> None:
    program = PtyProgram([*READER, "--plain", "--speak", str(talk)], home | sound.environment | dispatcher.environment)
    try:
        recorder.wait_for_sound()
        time.sleep(1)
        dispatcher.kill()
        program.wait_for(b"speech-dispatcher is gone.")
        recorder.wait_for_sound()
        time.sleep(1)
        assert sound.streams() == 1, "the reader's own player is to be heard"
        program.press(b"w")
        program.wait_for(b"Turn 1 of 3, ANNE")
    finally:
        program.close()


def test_the_full_screen_speaks_by_it_when_it_is_chosen(
    home: dict[str, str], sound: SoundServer, dispatcher: SpeechDispatcher, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / "short.txt"
    path.write_text("A Talk\n\nANNE: Good morning, Ben.\n\nBEN: Yes.\n\nANNE: Then we walk.\n")
    words = ["--full", "--engine", "speech-dispatcher", str(path)]
    program = PtyProgram([*READER, *words], home | sound.environment | dispatcher.environment)
    try:
        program.wait_for(b"morning")
        time.sleep(0.5)
        program.press(b" ")
        recorder.wait_for_sound()
        program.wait_for(b"3 of 3")
    finally:
        program.close()
