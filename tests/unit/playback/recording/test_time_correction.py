"""Times that are shifted and stretched by the places whose words were heard."""

from __future__ import annotations

import pytest

from tui_reader.playback.recording.time_correction import (
    SyncPoint,
    TimeCorrection,
    correction_by,
    shifted,
    with_point,
)


def test_without_a_place_the_times_stay() -> None:
    assert correction_by(()) == TimeCorrection()
    assert TimeCorrection().seconds(12.5) == 12.5


def test_one_place_shifts_all_times() -> None:
    correction = correction_by([SyncPoint(60.0, 62.5)])
    assert correction.stretch == 1.0
    assert correction.seconds(0.0) == 2.5
    assert correction.seconds(3000.0) == 3002.5


def test_two_places_shift_and_stretch() -> None:
    correction = correction_by([SyncPoint(3600.0, 3600.0 * 25 / 24 + 1), SyncPoint(0.0, 1.0)])
    assert correction.stretch == pytest.approx(25 / 24)
    assert correction.seconds(1800.0) == pytest.approx(1876.0)


def test_a_place_near_another_replaces_it() -> None:
    points = with_point((SyncPoint(10.0, 12.0), SyncPoint(2000.0, 2004.0)), SyncPoint(1990.0, 1991.0))
    assert points == (SyncPoint(10.0, 12.0), SyncPoint(1990.0, 1991.0))


def test_of_three_places_the_two_farthest_from_each_other_by_the_new_one_count() -> None:
    points = with_point((SyncPoint(10.0, 12.0), SyncPoint(2000.0, 2004.0)), SyncPoint(4000.0, 4005.0))
    assert points == (SyncPoint(10.0, 12.0), SyncPoint(4000.0, 4005.0))


def test_a_place_that_does_not_fit_the_other_shifts_alone() -> None:
    assert with_point((SyncPoint(10.0, 12.0),), SyncPoint(100.0, 400.0)) == (SyncPoint(100.0, 400.0),)
    assert with_point((SyncPoint(1000.0, 12.0),), SyncPoint(10.0, 400.0)) == (SyncPoint(10.0, 400.0),)


def test_a_shift_moves_what_is_heard_at_all_places() -> None:
    points = shifted((SyncPoint(10.0, 12.0), SyncPoint(2000.0, 2004.0)), -0.5, time=5.0)
    assert points == (SyncPoint(10.0, 11.5), SyncPoint(2000.0, 2003.5))
    assert correction_by(shifted((), 1.5, time=300.0)) == TimeCorrection(1.5, 1.0)
