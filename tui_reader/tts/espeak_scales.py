"""espeak-ng's own scales: the RATE for a speed, since RATE is not linear, and the VOLUME for a gain in decibels."""

from __future__ import annotations

from bisect import bisect_left

SONIC_RATE = 450
"""From this rate on espeak-ng speaks at 450 and has libsonic shorten the sound."""

# fmt: off
PACE: tuple[tuple[int, float], ...] = (
    (84, 0.486), (90, 0.518), (100, 0.575), (110, 0.632), (120, 0.688), (130, 0.748), (140, 0.805),
    (150, 0.858), (160, 0.915), (170, 0.972), (175, 1.0), (180, 1.029), (190, 1.084), (200, 1.137), (225, 1.271),
    (250, 1.396), (275, 1.517), (300, 1.644), (325, 1.770), (350, 1.899), (375, 2.020), (400, 2.149), (425, 2.280),
    (449, 2.401), (450, 2.468),
)
# fmt: on
"""(RATE, how many times faster than at RATE 175), for RATE is nominal and not linear: espeak-ng has a table of lengths.

Measured on each sentence of the memorandum without the silence around it, espeak-ng 1.52.0, mean of the voices aes, gwb
and narrator, which differ by 1.5 per cent at most. From 450 on pace is proportional to RATE, measured up to 1400."""


def rate_for(base: int, speed: float) -> int:
    """The RATE that speaks `speed` times as fast as RATE `base` does, by the measured curve PACE.

    At least 84: espeak-ng speaks no slower; `stretch_for` says what is missing then.
    """
    wanted = max(PACE[0][1], pace_of(base) * speed)
    if wanted >= pace_of(SONIC_RATE):
        return round(SONIC_RATE * wanted / pace_of(SONIC_RATE))
    index = max(1, bisect_left(PACE, wanted, key=lambda point: point[1]))
    (rate, pace), (next_rate, next_pace) = PACE[index - 1], PACE[index]
    return round(rate + (wanted - pace) * (next_rate - rate) / (next_pace - pace))


def stretch_for(base: int, speed: float) -> float:
    """How many times longer the sound must be made after `rate_for`, where espeak-ng cannot speak slowly enough."""
    return max(1.0, PACE[0][1] / (pace_of(base) * speed))


def pace_of(rate: int) -> float:
    """How many times faster RATE `rate` speaks than RATE 175."""
    rate = max(PACE[0][0], rate)
    if rate >= SONIC_RATE:
        return PACE[-1][1] * rate / SONIC_RATE
    index = max(1, bisect_left(PACE, rate, key=lambda point: point[0]))
    (before, pace), (after, next_pace) = PACE[index - 1], PACE[index]
    return pace + (rate - before) * (next_pace - pace) / (after - before)


def volume_for(gain: float) -> int:
    """The VOLUME for a gain of at most 6 dB; espeak-ng applies it before anything clips.

    espeak-ng multiplies by the whole number below 0.55 VOLUME (wavegen.c), so the least VOLUME for the nearest such
    number is given; a step is 0.16 dB at VOLUME 100.
    """
    return min(200, -(-round(55 * 10 ** (gain / 20)) * 100 // 55))
