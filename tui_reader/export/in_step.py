"""Whether an exported sound is in step with the recording that it was made from.

The loudness of both, measured every 5 ms, is laid over each other at places all over the export. That bears another
volume, codec and speed, and needs no knowledge of the words.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import isqrt

from tui_reader.named_tuple import NamedTuple
from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.tts import samples

STEP = 0.005
"""Seconds from one measurement to the next."""
NEAR = 0.06
"""Seconds that an export may be off its recording: less is not noticed beside a word that is marked."""
_FAR = 0.5
"""Seconds within which a place is looked for."""
_SHORTEST, _LONGEST = 0.5, 4.0
"""Seconds of sound that are compared at a place."""
_PLACES = 40
_WIDTH = 8
_MOMENT = 6
"""Measurements between which changes of loudness are looked at."""
_ALIKE = 0.6
"""The correlation from which on two loudness curves are of the same words."""


class Place(NamedTuple):
    """A stretch that is heard in both, in seconds from the start of each file."""

    exported: float
    recorded: float
    length: float
    """In the recording."""


class Step(NamedTuple):
    """How far an export is off at one place."""

    place: Place
    off: float | None
    """Seconds, more than 0 where the export is late; None where the recording is not found near it."""


def steps(export: SoundSource, recording: SoundSource, places: Sequence[Place], speed: float) -> list[Step]:
    """How far the export is off at up to 40 of the places, evenly spread. `speed`: how fast it plays the recording.

    Places that are too short or silent tell nothing and are left out. Raises EngineError where a file cannot be read.
    """
    enough = [place for place in places if place.length / speed >= _SHORTEST]
    found = (_step(export, recording, place, speed) for place in enough[:: -(-len(enough) // _PLACES) or 1])
    return [step for step in found if step]


def _step(export: SoundSource, recording: SoundSource, place: Place, speed: float) -> Step | None:
    length = min(_LONGEST, place.length / speed)
    wanted = loudness(recording, place.recorded, length * speed, STEP * speed)
    before = min(_FAR, place.exported)
    there = loudness(export, place.exported - before, before + length + _FAR, STEP)
    if max(wanted, default=0) < samples.SILENT or len(there) < len(wanted):
        return None
    sought, among = _changes(wanted), _changes(there)
    at = samples.place_of(sought, among)
    if at is None or samples.correlation(sought, among[2 * at : 2 * at + len(sought)]) < _ALIKE:
        return Step(place, None)
    return Step(place, at * STEP - before)


def loudness(sound: SoundSource, start: float, length: float, step: float) -> array[int]:
    """The root mean square of `_WIDTH` steps, measured each `step` seconds; samples of 16 bits. Times are in seconds.

    It is wider than the period of a voice, which stays the same at another speed.
    """
    first, rate = round(start * sound.sample_rate), sound.sample_rate
    pcm = memoryview(sound.read(first, round(length * rate)))
    cuts = [round(number * step * rate) * samples.FRAME_BYTES for number in range(int(length / step) + 1)]
    powers = [samples.rms(pcm[at:end]) ** 2 for at, end in pairwise(cuts) if end <= len(pcm)]
    sums = list(accumulate(powers, initial=0))
    return array("h", [min(32767, isqrt((end - at) // _WIDTH)) for at, end in zip(sums, sums[_WIDTH:], strict=False)])


def _changes(levels: array[int]) -> bytes:
    """How much louder it is at each measurement than a moment before, as samples of 16 bits."""
    return array(
        "h", [(level - before) // 2 for before, level in zip(levels, levels[_MOMENT:], strict=False)]
    ).tobytes()
