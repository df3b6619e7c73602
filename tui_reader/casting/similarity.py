"""How alike two voices sound, and how well each is understood, from the measurements of each.

Knows numbers and no sound; `voice_lab` and tests/measure_voices measure.
"""

from __future__ import annotations

import math

from tui_reader.casting.voice import Voice

CONFUSABLE = 7.0
"""Nearer than this two should not talk to each other: at 6.5, 3 of 138 short sentences were taken for the other's."""
CLEAR = 10.0
"""From here on it is not one in 500, measured on the memorandum's clauses, and going further gains nothing."""
WORTH = 20.0
"""Wrong words of 100 that weigh as much as a distance of 1: a recogniser makes many times as many as a listener."""
HUMAN = 17.0
"""Those of a voice of Piper: measured on en_US-joe-medium."""
USUAL = 75.0
"""The word errors of a voice of which they were not measured: the mean of the bundled voices."""


def drawback(voice: Voice, nearest: float) -> int:
    """What speaks against a voice whose nearest other is `nearest` away: it is not clear of it, or hard to understand.

    A whole number, so that voices that are nearly as good are dealt in their order.
    """
    errors = voice.measured.errors if voice.measured else None
    if errors is None:
        errors = HUMAN if voice.piper.model else USUAL
    return round(max(0.0, CLEAR - nearest) + errors / WORTH)


def distance(one: Voice, other: Voice) -> float:
    """How far apart two voices are: 0 for a voice and itself, infinite where either was not measured.

    The less of what they are by espeak-ng and as human voices, so that a cast is right whichever speaks.

    The unit is the spread of one voice's own utterances (`voice_lab.voice_space`).
    """
    if one.id == other.id:
        return 0.0
    if one.measured is None or other.measured is None:
        return math.inf
    apart = math.dist(one.measured.point, other.measured.point)
    if one.natural.point and other.natural.point:
        apart = min(apart, math.dist(one.natural.point, other.natural.point))
    return apart
