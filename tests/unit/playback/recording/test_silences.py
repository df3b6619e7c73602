"""Silence is what is as soft as the recording's own noise: tapes hiss, and music is none."""

from __future__ import annotations

import math
from array import array

import pytest

from tests.support.sound_files import RATE, SamplesSource, noise
from tui_reader.playback.recording.silences import silences


def speech(seconds: float, seed: int = 3) -> array[int]:
    """Sound whose level goes up and down as that of syllables."""
    heard = noise(seconds, height=30_000, seed=seed)
    return array("h", (int(one * abs(math.sin(math.pi * 4 * at / RATE))) for at, one in enumerate(heard)))


def music(seconds: float) -> array[int]:
    """Soft notes, each of which dies away."""
    return array(
        "h",
        (
            int(900 * math.exp(-4 * (at / RATE % 0.5)) * math.sin(2 * math.pi * 330 * at / RATE))
            for at in range(round(seconds * RATE))
        ),
    )


def with_hiss(height: int, *parts: array[int]) -> array[int]:
    sound = array("h")
    for part in parts:
        sound += part
    hiss = noise(len(sound) / RATE, height=height, seed=9)
    return array("h", (one + other for one, other in zip(sound, hiss, strict=True)))


def quiet(seconds: float) -> array[int]:
    return array("h", bytes(2 * round(seconds * RATE)))


@pytest.mark.parametrize("hiss", [1, 60, 600])
def test_a_pause_is_found_whatever_the_hiss(hiss: int) -> None:
    source = SamplesSource(with_hiss(hiss, speech(3), quiet(2), speech(3, 4), quiet(0.3), speech(2, 5)))
    (silence,) = silences(source, 0, source.frames)
    assert 3.05 * RATE <= silence.begin <= 3.25 * RATE
    assert 4.75 * RATE <= silence.end <= 4.95 * RATE


def test_what_is_cut_out_digitally_is_silent_beside_hiss() -> None:
    source = SamplesSource(with_hiss(300, speech(2)) + quiet(1) + with_hiss(300, quiet(1), speech(2, 4)))
    found = silences(source, 0, source.frames)
    assert sum(end - begin for begin, end in found) == pytest.approx(1.8 * RATE, abs=0.25 * RATE)


def test_music_and_applause_are_no_silence() -> None:
    applause = noise(2, height=4000, seed=7)
    source = SamplesSource(with_hiss(30, speech(3), music(3), speech(2, 4), applause, speech(2, 5)))
    assert silences(source, 0, source.frames) == []


def test_a_recording_without_speech_or_without_pauses_has_no_silence() -> None:
    for sound in (noise(5), speech(5), music(5)):
        assert silences(SamplesSource(sound), 0, 5 * RATE) == []


def test_only_what_is_asked_for_is_given() -> None:
    source = SamplesSource(with_hiss(60, speech(3), quiet(2), speech(3, 4)))
    assert silences(source, 0, 3 * RATE) == []
    assert silences(source, round(3.5 * RATE), round(4.5 * RATE)) == [(round(3.5 * RATE), round(4.5 * RATE))]


def test_a_recording_of_nothing_is_silent() -> None:
    assert silences(SamplesSource(quiet(3)), 0, 3 * RATE) == [(RATE // 10, 3 * RATE - RATE // 10)]
