"""Parts of a recording at any speed."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

import pytest

from tests.support.recordings import CountingSource
from tui_reader.playback.recording.part_reader import BLOCK, Part, PartReader
from tui_reader.playback.recording.silences import Silence

NEXT = Part(1000, 2000, 2500, goes_on=False, is_left=False)
AFTER = Part(2500, 3000, 3100, goes_on=True, is_left=True)
RATE = 8000


class Tone:
    """A `SoundSource` of 200 Hz."""

    sample_rate = RATE
    frames = 10 * RATE

    def read(self, frame: int, frames: int) -> bytes:
        heights = (round(8000 * math.sin(2 * math.pi * 200 * at / RATE)) for at in range(frame, frame + frames))
        return array("h", (one for height in heights for one in (height, height))).tobytes()

    def close(self) -> None:
        """There is nothing to close."""


def left(pcm: bytes) -> list[int]:
    return list(array("h", pcm)[::2])


def test_what_goes_on_goes_on_at_the_very_frame() -> None:
    reader = PartReader(CountingSource())
    heard = left(b"".join(reader.read(NEXT, 1.0)) + b"".join(reader.read(AFTER, 1.0)))
    assert heard[8:-8] == list(range(1009, 3093))


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0])
def test_what_goes_on_has_no_seam_at_any_speed(speed: float) -> None:
    reader = PartReader(Tone())
    first, second = Part(8000, 16_000, 20_001, False, False), Part(20_001, 30_000, 30_000, True, True)
    made = left(b"".join(reader.read(first, speed)))
    heard = made + left(b"".join(reader.read(second, speed)))
    assert len(made) == first.heard_at(first.end, speed)
    assert len(heard) == pytest.approx(22_000 / speed, abs=1)
    steepest = 2 * math.pi * 200 / RATE * 8000
    assert max(abs(one - other) for one, other in pairwise(heard)) < 1.3 * steepest


def test_it_is_faded_where_the_recording_is_begun_and_left() -> None:
    heard = left(b"".join(PartReader(CountingSource()).read(Part(1000, 1100, 1100, False, True), 1.0)))
    assert heard[0] == heard[-1] == 0
    assert heard[50] == 1051


def test_the_edges_of_the_recording_are_not_faded() -> None:
    heard = left(b"".join(PartReader(CountingSource(1)).read(Part(0, 900, 1000, False, True), 1.0)))
    assert heard == list(range(1, 1001))


def test_a_long_part_is_read_block_by_block() -> None:
    part = Part(0, 95_000, 95_000, goes_on=False, is_left=True)
    pieces = [len(pcm) // 4 for pcm in PartReader(CountingSource(200)).read(part, 1.0)]
    assert sum(pieces) == 95_000
    assert max(pieces) == BLOCK


def test_a_frame_of_the_recording_is_heard_sooner_at_a_higher_speed() -> None:
    assert [NEXT.heard_at(frame, 2.0) for frame in (900, 1000, 2000, 2500, 3000)] == [0, 0, 500, 750, 750]


def test_what_is_left_out_is_not_heard_and_what_follows_is_heard_sooner() -> None:
    part = Part(1000, 2400, 2500, goes_on=True, is_left=False, left_out=(Silence(1300, 1800), Silence(2000, 2100)))
    heard = left(b"".join(PartReader(CountingSource()).read(part, 1.0)))
    assert heard[:292] == list(range(1001, 1293))
    assert heard[-392:] == list(range(2109, 2501))
    assert len(heard) == part.heard_at(part.end, 1.0) == 900
    assert [part.heard_at(frame, 2.0) for frame in (1300, 1500, 1800, 2400)] == [150, 150, 150, 400]
