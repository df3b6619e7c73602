"""Earcons: short sounds that tell without words that the speaker changes, a note is here, a part or all ends.

How they belong to the rest. An earcon is no utterance: it has no words, no place of its own, and one cannot step to it.
The script hangs it on an utterance (`Utterance.earcons`, by `script.earcons`), so who steps, searches or resumes knows
nothing of it. The renderer puts its sound before the words or after them, in the stereo place of who says them, and
counts it as sound of the utterance: the player, the timeline and every export, which all render by that one way, have
it with exact times, and the silence after the utterance stays the chosen one. The ledger tells each beside the words
that the reader adds. The one that says that a bookmark is kept is on an utterance beside the talk.

Each is made of a few pure notes with soft edges, less than 0.3 s long, 8 dB under the level of the voices. They differ
in how many notes they have and which way these go, which is heard without an ear for pitch (M. Blattner, D. Sumikawa,
R. Greenberg, Earcons and icons, 1989).
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
"""Seconds in which a note swells."""

_NOTES: Mapping[Earcon, tuple[tuple[float, float], ...]] = {
    Earcon.SPEAKER: ((659.0, 0.07),),
    Earcon.NOTE: ((1319.0, 0.05), (0.0, 0.03), (1319.0, 0.05)),
    Earcon.PART: ((523.0, 0.1), (784.0, 0.14)),
    Earcon.END: ((784.0, 0.08), (659.0, 0.08), (523.0, 0.12)),
    Earcon.BOOKMARK: ((988.0, 0.06), (1319.0, 0.06), (1568.0, 0.08)),
}
"""Hz (0 is silence) and seconds of each note."""


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
    """The sound of those that lead the words, or of those that follow them, with the gap to the words; mono."""
    gap = samples.silence(round(GAP * sample_rate))
    wanted = [sound(earcon, sample_rate) for earcon in earcons if earcon.leads == leading]
    return b"".join(part + gap if leading else gap + part for part in wanted)


def _height(pitch: float, time: float, length: float) -> float:
    """A note at `time` seconds: a tone that swells at once and dies away, and is nothing at both ends."""
    swell = min(1.0, time / EDGE, (length - time) / EDGE)
    turn = 2 * math.pi * pitch * time
    return swell * math.exp(-6 * time / length) * (math.sin(turn) + 0.25 * math.sin(2 * turn))
