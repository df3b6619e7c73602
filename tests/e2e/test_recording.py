"""A document's recording as it reaches the ear: the word that is marked is the word that is heard."""

from __future__ import annotations

import math
import time
import wave
from array import array
from itertools import chain, pairwise
from pathlib import Path
from statistics import median

import pytest

from tests.e2e.test_sound_at_the_sink import marked_words
from tests.support.pty_program import PtyProgram
from tests.support.sound_server import RATE, Recorder, SoundServer, stretches_of_sound
from tests.support.terminal import READER

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

WORDS = [
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike",
    "november", "oscar", "papa",
]  # fmt: skip
STARTS = [1.0 + 0.4 * number + 0.05 * (number % 3) for number in range(len(WORDS))]
"""Seconds at which the words begin in the recording; each sounds for an eighth of a second."""
SPEAKERS = ("Ann", "Ben")


def tone(number: int) -> int:
    """The tone of a word in Hz."""
    return 300 + 40 * number


def make_talk(folder: Path, rate: int) -> Path:
    """A transcript of two turns whose words have times, and its recording beside it: a tone for each word.

    `rate` in Hz.
    """
    frames = array("h", bytes(4 * round(rate * (STARTS[-1] + 1))))
    for number, start in enumerate(STARTS):
        for frame in range(round(0.12 * rate)):
            height = round(8000 * math.sin(2 * math.pi * tone(number) * frame / rate))
            frames[2 * (round(start * rate) + frame)] = frames[2 * (round(start * rate) + frame) + 1] = height
    with wave.open(str(folder / "talk.wav"), "wb") as sound:
        sound.setparams((2, 2, rate, 0, "NONE", ""))
        sound.writeframes(frames.tobytes())
    cues = []
    for speaker, first in zip(SPEAKERS, (0, 8), strict=True):
        words = " ".join(f"<{_clock(STARTS[at])}>{WORDS[at]}" for at in range(first, first + 8))
        cues.append(f"{_clock(STARTS[first])} --> {_clock(STARTS[first + 7] + 0.2)}\n<v {speaker}>{words}.\n")
    path = folder / "talk.vtt"
    path.write_text("WEBVTT\n\n" + "\n".join(cues))
    return path


def _clock(seconds: float) -> str:
    return f"00:00:{seconds:06.3f}"


@pytest.mark.parametrize(("speed", "rate"), [(0.75, 8000), (1.0, 44_100), (2.0, 96_000), (3.0, 48_000)])
def test_the_marked_word_is_the_heard_word(
    speed: float, rate: int, sound: SoundServer, recorder: Recorder, home: dict[str, str], tmp_path: Path
) -> None:
    command = [*READER, "--full", str(make_talk(tmp_path, rate)), "--speed", str(speed), "--no-library"]
    tries: list[list[float]] = []
    while not in_time(tries):
        assert len(tries) < 3, tries
        tries.append(latenesses(command, speed, sound, recorder, home))


def in_time(tries: list[list[float]]) -> bool:
    """Whether each word was within 60 ms of its mark in one of the tries, and half of all words were.

    A moment in which the machine did something else is in one try; a mark at a wrong place is wrong in each.
    """
    whole = [[abs(late) for late in words] for words in tries if len(words) == len(WORDS)]
    return bool(whole) and max(map(min, zip(*whole, strict=True))) <= 0.060 and median(chain(*whole)) <= 0.060


def latenesses(
    command: list[str], speed: float, sound: SoundServer, recorder: Recorder, home: dict[str, str]
) -> list[float]:
    """Seconds by which each word is marked after it is heard; those of a talk of which each word is a tone."""
    program = PtyProgram(command, home | sound.environment)
    program.wait_for(b"alpha")
    since, written = recorder.frames, len(program.writes)
    program.press(b" ")
    recorder.wait_for_sound()
    end = time.monotonic() + 60
    while not ("papa." in dict(marked_words(program.writes[written:])) and recorder.silent_for(0.6)):
        assert time.monotonic() < end
        time.sleep(0.05)
    program.close()
    heard: list[int] = []
    for start, _ in stretches_of_sound(recorder.mono(since), 800, round(0.02 * RATE)):
        if not heard or start - heard[-1] > 0.2 / speed * RATE:  # a busy machine breaks a tone
            heard.append(start)
    marked = dict(reversed(marked_words(program.writes[written:])))
    return [
        marked[word if word in marked else f"{word}."] - recorder.time_of(since + frame)
        for word, frame in zip(WORDS, heard, strict=False)
    ] + [math.inf] * (len(heard) - len(WORDS))


def test_a_jump_is_heard_at_once_from_its_first_word(
    sound: SoundServer, recorder: Recorder, home: dict[str, str], tmp_path: Path
) -> None:
    program = PtyProgram([*READER, "--full", str(make_talk(tmp_path, 44_100))], home | sound.environment)
    program.wait_for(b"alpha")
    program.press(b" ")
    recorder.wait_for_sound()
    time.sleep(0.3)
    since = recorder.frames
    jumped = program.press(b"n")
    while recorder.time_of(recorder.frames - 1) < jumped + 0.6:
        time.sleep(0.05)
    program.close()
    heard = stretches_of_sound(recorder.mono(since), 800, round(0.02 * RATE))
    tones = ((since + start, hertz(recorder, since + start, since + end)) for start, end in heard)
    first, height = next((start, height) for start, height in tones if height > tone(7))
    assert height == pytest.approx(tone(8), abs=15)
    assert recorder.time_of(first) - jumped <= 0.180  # 30 ms of them are before the word in the recording


def hertz(recorder: Recorder, start: int, end: int) -> float:
    """The tone between two frames of what was recorded, by how often it goes through zero."""
    left = array("h", recorder.pcm(start, end))[::2]
    ups = sum(one < 0 <= other for one, other in pairwise(left))
    return ups * RATE / max(1, len(left))
