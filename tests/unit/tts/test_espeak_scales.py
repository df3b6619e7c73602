"""espeak-ng's scales: a RATE for each speed, a VOLUME for each gain."""

from __future__ import annotations

import pytest

from tui_reader.tts.espeak_scales import PACE, pace_of, rate_for, stretch_for, volume_for


def test_pace_grows_with_the_rate_and_rates_are_found_again() -> None:
    paces = [pace for _, pace in PACE]
    assert paces == sorted(paces)
    for rate in range(90, 900, 7):
        assert rate_for(rate, 1) == pytest.approx(rate, abs=1)
        assert pace_of(rate_for(175, pace_of(rate))) == pytest.approx(pace_of(rate), rel=0.02)
    assert rate_for(80, 0.5) == rate_for(120, 0.5) == 84


def test_what_espeak_cannot_speak_slowly_enough_is_stretched_and_nothing_else() -> None:
    assert stretch_for(175, 0.5) == stretch_for(140, 1) == stretch_for(140, 0.65) == 1
    assert pace_of(84) / stretch_for(140, 0.5) == pytest.approx(pace_of(140) / 2)


@pytest.mark.parametrize(("gain", "volume"), [(0, 100), (-6.02, 51), (6.02, 200), (20, 200)])
def test_a_gain_is_a_volume_and_six_decibels_are_all_there_is(gain: float, volume: int) -> None:
    assert volume_for(gain) == volume
