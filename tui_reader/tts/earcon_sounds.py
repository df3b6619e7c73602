"""The sounds of earcons, which say without words that the speaker changes, what kind words are, or that a part ends.

An earcon is not an utterance: it has no words and no place in the text. It belongs to an utterance
(`Utterance.earcons`, put there by `narration.earcon_placement`); nothing that steps, searches or resumes needs to know
of it. `render` puts its sound before or after the words, at the speaker's position in stereo, and counts it as sound of
the utterance, so that the player, the timeline and every export have exact times and the pause after it stays the
chosen one. The ledger lists it among the words that the reader adds. The earcon of a saved bookmark belongs to an
utterance beside the talk.

Each is made of a few pure notes with soft edges, less than 0.3 s long, 8 dB under the level of the voices. They differ
in the number and the direction of their notes, which is heard without an ear for pitch (M. Blattner, D. Sumikawa, R.
Greenberg, Earcons and icons, 1989).
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from functools import lru_cache

from tui_reader.narration.utterance import Earcon
from tui_reader.tts import samples

LEVEL = -30.0
"""dBFS RMS; the voices have -22."""
GAP = 0.06
"""Seconds of silence between an earcon and the words."""
EDGE = 0.006
"""Seconds of the rise at the start of a note, and of the fall at its end."""

_NOTES: Mapping[Earcon, tuple[tuple[float, float], ...]] = {
    Earcon.SPEAKER: ((659.0, 0.07),),
    Earcon.NOTE: ((1319.0, 0.05), (0.0, 0.03), (1319.0, 0.05)),
    Earcon.PART: ((523.0, 0.1), (784.0, 0.14)),
    Earcon.END: ((784.0, 0.08), (659.0, 0.08), (523.0, 0.12)),
    Earcon.HEADING: ((392.0, 0.08), (392.0, 0.12)),
    Earcon.DIRECTION: ((880.0, 0.05), (659.0, 0.07)),
    Earcon.BOOKMARK: ((988.0, 0.06), (1319.0, 0.06), (1568.0, 0.08)),
}
"""Frequency in Hz (0 is silence) and seconds of each note."""


@lru_cache(maxsize=16)
def sound(earcon: Earcon, sample_rate: int) -> bytes:
    """The sound of an earcon: 16-bit mono samples at `sample_rate` Hz."""
    wave: list[float] = []
    for pitch, seconds in _NOTES[earcon]:
        count = round(seconds * sample_rate)
        wave += (_height(pitch, number / sample_rate, seconds) for number in range(count))
    loudness = math.sqrt(sum(height * height for height in wave) / len(wave))
    factor = samples.FULL_SCALE * 10 ** (LEVEL / 20) / loudness
    return array("h", (round(height * factor) for height in wave)).tobytes()


def beside(earcons: tuple[Earcon, ...], leading: bool, sample_rate: int) -> bytes:
    """The 16-bit mono sound of the earcons before the words (`leading`) or after them, with the gap to the words."""
    gap = samples.silence(round(GAP * sample_rate))
    wanted = [sound(earcon, sample_rate) for earcon in earcons if earcon.leads == leading]
    return b"".join(part + gap if leading else gap + part for part in wanted)


def _height(pitch: float, time: float, length: float) -> float:
    """The height of a note of `length` seconds at `time`: it rises at once and dies away, and is 0 at both ends."""
    swell = min(1.0, time / EDGE, (length - time) / EDGE)
    turn = 2 * math.pi * pitch * time
    return swell * math.exp(-6 * time / length) * (math.sin(turn) + 0.25 * math.sin(2 * turn))
