"""Parts of a recording at any speed."""

from __future__ import annotations

from array import array

import pytest

from tests.support.recordings import CountingSource, every_nth
from tui_reader.playback.recording.part_reader import LONGEST, Part, PartReader

NEXT = Part(1000, 2000, 2500, goes_on=False, is_left=False)
AFTER = Part(2500, 3000, 3100, goes_on=True, is_left=True)


def left(pcm: bytes) -> list[int]:
    return list(array("h", pcm)[::2])


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0])
def test_what_goes_on_has_no_seam_at_any_speed(speed: float) -> None:
    reader = PartReader(CountingSource(), every_nth)
    first = left(b"".join(reader.read(NEXT, speed)))
    second = left(b"".join(reader.read(AFTER, speed)))
    assert len(first) == round(1500 / speed)
    assert len(second) == round(600 / speed)
    heard = (first + second)[8:-8]
    assert all(abs(frame - (1001 + (at + 8) * speed)) <= speed + 4 for at, frame in enumerate(heard))


def test_a_part_that_goes_on_from_another_speed_begins_at_once() -> None:
    reader = PartReader(CountingSource(), every_nth)
    list(reader.read(NEXT, 2.0))
    assert left(b"".join(reader.read(AFTER, 3.0)))[0] == 2501


def test_a_long_part_is_read_piece_by_piece() -> None:
    reader = PartReader(CountingSource(200), every_nth)
    part = Part(0, 95_000, 95_000, goes_on=False, is_left=True)
    pieces = [len(pcm) // 4 for pcm in reader.read(part, 2.0)]
    assert sum(pieces) == 47_500
    assert max(pieces) == LONGEST * 1000 / 2


def test_what_is_missing_at_the_end_is_silent() -> None:
    reader = PartReader(CountingSource(1), every_nth)
    assert left(reader.frames(900, 200)) == [*range(901, 1001), *[0] * 100]


def test_a_frame_of_the_recording_is_heard_sooner_at_a_higher_speed() -> None:
    assert [NEXT.heard_at(frame, 2.0) for frame in (900, 1000, 2000, 2500, 3000)] == [0, 0, 500, 750, 750]
