"""A recording at another speed: as high as before, as long as it should be, each sound at its own time, no seams."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

import pytest

from tests.support.sound_files import RATE, SamplesSource, noise
from tui_reader.playback.recording.stretched_source import StretchedSource
from tui_reader.tts import samples
from tui_reader.tts.samples import FRAME_BYTES

SPEEDS = [0.5, 0.75, 1.5, 2, 3, 4]


def tone(hertz: float, seconds: float) -> array[int]:
    """Samples of a voice-like tone: with overtones."""
    return array(
        "h",
        (
            int(sum(3000 / part * math.sin(2 * math.pi * hertz * part * at / RATE) for part in range(1, 6)))
            for at in range(round(seconds * RATE))
        ),
    )


def left(pcm: bytes) -> array[int]:
    return array("h", pcm)[::2]


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("hertz", [80, 220])
def test_the_pitch_is_kept(hertz: float, speed: float) -> None:
    sound = StretchedSource(SamplesSource(tone(hertz, 4)), speed).read(0, 4 * RATE)
    middle = left(sound)[RATE // 10 : -RATE // 10]
    period = RATE / hertz
    measured = {
        shift: sum(one * other for one, other in zip(middle[:4000], middle[shift : 4000 + shift], strict=True))
        for shift in range(int(period * 0.9), int(period * 1.1) + 2)
    }
    assert max(measured, key=measured.__getitem__) == pytest.approx(period, rel=0.02, abs=0.6)


@pytest.mark.parametrize("speed", [*SPEEDS, 1, 1.37])
def test_pieces_are_as_long_as_they_should_be_and_sound_as_one(speed: float) -> None:
    source = SamplesSource(noise(2))
    whole = StretchedSource(source, speed).read(0, source.frames)
    assert len(whole) == round(source.frames / speed) * FRAME_BYTES
    pieces = StretchedSource(source, speed)
    cuts = [0, 1, 700, 701, 9_000, 9_900, 30_000, source.frames]
    assert b"".join(pieces.read(start, end - start) for start, end in pairwise(cuts)) == whole


@pytest.mark.parametrize("speed", SPEEDS)
def test_each_sound_is_at_its_own_time(speed: float) -> None:
    """Within 25 ms, and a word may be 60 ms off; after a jump too."""
    silence, word = array("h", bytes(RATE)), tone(150, 0.2)
    spoken = (silence + word) * 3 + silence
    source = StretchedSource(SamplesSource(spoken), speed)
    for start in (0, 3 * RATE // 4):
        sound = source.read(start, len(spoken) - start)
        for number in range(3):
            wanted = (number * (len(silence) + len(word)) + len(silence) - start) / speed
            if wanted > 0:
                near = left(sound)[int(wanted) - RATE // 16 :]
                heard = next(at for at, sample in enumerate(near) if abs(sample) > 1000)
                assert abs(heard - RATE // 16) <= 0.025 * RATE


def test_behind_the_end_there_is_silence() -> None:
    source = StretchedSource(SamplesSource(tone(200, 0.5)), 2)
    sound = source.read(RATE // 4, RATE)
    assert len(sound) == RATE // 2 * FRAME_BYTES
    assert samples.peak(sound[-RATE // 4 * FRAME_BYTES :]) == 0
    assert samples.peak(sound[: RATE // 16 * FRAME_BYTES]) > 3000


def test_silence_and_the_loudest_sound_are_stretched() -> None:
    for sample in (0, 32_767, -32_768):
        sound = left(StretchedSource(SamplesSource(array("h", [sample]) * RATE), 1.5).read(0, RATE // 2))
        assert all(abs(one - sample) <= 2 * 20 for one in sound)
