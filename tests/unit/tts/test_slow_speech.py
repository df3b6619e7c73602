"""Speech that is made longer keeps its pitch, its words in time and its length, however it comes."""

from __future__ import annotations

import math
from array import array

import pytest

from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.slow_speech import SlowSpeech
from tui_reader.voice_lab.pitch import median_pitch

RATE = 22_050
SIZE = 1323


def tone(hertz: float, seconds: float) -> bytes:
    """A sound with overtones, as a voice has them."""
    steps = range(round(seconds * RATE))
    turn = [math.tau * hertz * step / RATE for step in steps]
    return array("h", (round(6000 * math.sin(a) + 3000 * math.sin(2 * a + 1)) for a in turn)).tobytes()


def slowed(pcm: bytes, factor: float, size: int = SIZE, marks: tuple[int, ...] = ()) -> list[Chunk]:
    """What becomes of a sound that comes in chunks of `size` samples, with words that begin at `marks`."""
    made: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        made.append(chunk)
        return True

    slow = SlowSpeech(factor, RATE, take)
    for start in range(0, len(pcm) // 2, size):
        here = tuple(WordMark(mark, mark) for mark in marks if start <= mark < start + size)
        assert slow.take(Chunk(pcm[2 * start : 2 * (start + size)], here))
    slow.finish()
    return made


@pytest.mark.parametrize("factor", [1.01, 1.2, 1.5, 2.0])
@pytest.mark.parametrize("hertz", [70, 120, 280])
def test_a_voice_is_longer_by_the_factor_as_loud_and_as_high(factor: float, hertz: float) -> None:
    sound = tone(hertz, 1)
    made = b"".join(chunk.pcm for chunk in slowed(sound, factor))
    assert len(made) / len(sound) == pytest.approx(factor, abs=0.04)
    assert median_pitch(made, RATE) == pytest.approx(median_pitch(sound, RATE), rel=0.02)
    assert samples.rms_dbfs(made) == pytest.approx(samples.rms_dbfs(sound), abs=0.6)


def test_silence_and_one_sign_repeated_are_longer_too() -> None:
    for sound in (bytes(2 * RATE), b"\x01\x02" * RATE):
        assert sum(len(chunk.pcm) for chunk in slowed(sound, 1.3)) / len(sound) == pytest.approx(1.3, abs=0.04)


def test_what_is_too_short_to_go_back_in_is_whole() -> None:
    sound = tone(120, 0.01)
    assert b"".join(chunk.pcm for chunk in slowed(sound, 1.2)) == sound


@pytest.mark.parametrize("size", [100, 1323, 20_000])
def test_the_sound_is_the_same_however_it_comes(size: int) -> None:
    sound = tone(120, 0.5)
    whole = b"".join(chunk.pcm for chunk in slowed(sound, 1.2, len(sound)))
    assert b"".join(chunk.pcm for chunk in slowed(sound, 1.2, size)) == whole


def test_words_begin_later_by_the_factor_and_in_their_own_chunk() -> None:
    marks = (0, 3000, 9000, 20_000)
    at, found = 0, list[WordMark]()
    for chunk in slowed(tone(120, 1), 1.2, marks=marks):
        end = at + len(chunk.pcm) // 2
        assert all(at <= mark.sample <= end for mark in chunk.marks)
        found += chunk.marks
        at = end
    assert [mark.offset for mark in found] == list(marks)
    for mark in found:
        assert mark.sample == pytest.approx(1.2 * mark.offset, abs=0.03 * RATE)


def test_no_more_is_made_than_is_wanted() -> None:
    made: list[Chunk] = []

    def refuse(chunk: Chunk) -> bool:
        made.append(chunk)
        return False

    slow = SlowSpeech(1.2, RATE, refuse)
    assert not slow.take(Chunk(tone(120, 0.1)))
    slow.finish()
    assert len(made) == 1
