"""Arithmetic on 16-bit samples."""

from __future__ import annotations

import math
from array import array

import pytest

from tui_reader.tts import samples


def pcm(*values: int) -> bytes:
    return array("h", values).tobytes()


def values(sound: bytes) -> list[int]:
    return array("h", sound).tolist()


def test_a_scaled_sound_is_held_at_full_scale() -> None:
    assert values(samples.scale(pcm(1000, -1000), 2.0)) == [2000, -2000]
    assert values(samples.scale(pcm(30000, -30000), 4.0)) == [32767, -32768]


@pytest.mark.parametrize("pan", [-1, -0.35, 0, 0.35, 1])
def test_power_is_the_same_wherever_a_voice_stands(pan: float) -> None:
    left, right = values(samples.pan(pcm(10000), pan))
    assert math.hypot(left, right) == pytest.approx(10000, abs=2)
    assert (left > right) == (pan < 0) and (left < right) == (pan > 0)


def test_a_full_square_wave_is_0_dbfs_and_silence_has_no_level() -> None:
    assert samples.rms_dbfs(pcm(*[32767, -32767] * 50)) == pytest.approx(0, abs=0.001)
    assert samples.rms_dbfs(pcm(*[3277, -3277] * 50)) == pytest.approx(-20, abs=0.01)
    assert samples.rms_dbfs(samples.silence(10)) == -math.inf
    assert samples.rms_dbfs(b"") == -math.inf


def test_silence_has_as_many_frames_as_asked_in_each_channel() -> None:
    assert samples.silence(3, 2) == bytes(12)


@pytest.mark.parametrize("before", [0, 1, 7, 1023, 1024, 1025, 5000])
@pytest.mark.parametrize("after", [0, 1, 1024, 3001])
def test_silence_around_a_sound_is_counted_to_the_sample(before: int, after: int) -> None:
    sound = pcm(*[100] * before, 101, 0, -101, *[-100] * after)
    assert samples.leading_silence(sound, 100) == before
    assert samples.trailing_silence(sound, 100) == after


def test_a_single_loud_sample_is_found_from_both_sides() -> None:
    for at in range(0, 3000, 271):
        sound = array("h", bytes(6000))
        sound[at] = -32768
        assert samples.leading_silence(sound.tobytes(), 1) == at
        assert samples.trailing_silence(sound.tobytes(), 1) == 2999 - at


def test_sound_that_is_all_silence_is_silent_to_its_end() -> None:
    quiet = pcm(*[90] * 2500)
    assert samples.leading_silence(quiet, 100) == samples.trailing_silence(quiet, 100) == 2500
    assert samples.leading_silence(b"", 100) == samples.trailing_silence(b"", 100) == 0


def test_a_fade_begins_or_ends_in_nothing_and_leaves_the_rest() -> None:
    sound = pcm(*[1000] * 10)
    assert values(samples.fade(sound, 4, up=True)) == [0, 250, 500, 750, *[1000] * 6]
    assert values(samples.fade(sound, 4, up=False)) == [*[1000] * 6, 750, 500, 250, 0]
    assert values(samples.fade(sound, 2, up=True, channels=2)) == [0, 0, 500, 500, *[1000] * 6]
    assert samples.fade(sound, 0, up=True) == sound
    assert values(samples.fade(pcm(8, 8), 99, up=False)) == [4, 0]


def test_any_format_of_a_wav_file_becomes_16_bit_mono() -> None:
    assert values(samples.to_mono(bytes([128, 255, 0]), 1, 1, 8000, 8000)) == [0, 127 * 256, -32768]
    assert values(samples.to_mono(pcm(100, 300), 2, 2, 8000, 8000)) == [200]
    assert values(samples.to_mono(array("i", [1 << 24]).tobytes(), 4, 1, 8000, 8000)) == [256]
    assert len(samples.to_mono(pcm(*range(1000)), 2, 1, 44100, 22050)) == pytest.approx(1000, abs=4)


def test_a_sine_is_like_itself_a_period_later_and_unlike_half_a_period_later() -> None:
    sine = array("h", (round(9000 * math.sin(2 * math.pi * step / 100)) for step in range(500))).tobytes()
    assert samples.correlation(sine[:400], sine[200:600]) == pytest.approx(1, abs=0.001)
    assert samples.correlation(sine[:400], sine[100:500]) == pytest.approx(-1, abs=0.001)
