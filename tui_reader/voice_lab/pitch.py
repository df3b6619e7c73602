"""The pitch of speech: the median over frames of the lag at which a frame is most like itself.

Normalised autocorrelation (L. Rabiner, On the use of autocorrelation analysis for pitch detection, 1977). All
arithmetic is audioop's. Not used while reading.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator

from tui_reader.tts import samples

RATE = 11_025
"""Hz at which pitch is measured: fine enough, and a quarter of the work."""
FRAME = 0.05
"""Seconds of a frame: three periods of the lowest voice."""
HOP = 0.05
"""Seconds from one frame to the next."""
LOWEST, HIGHEST = 60, 350
"""Hz between which a pitch is looked for."""
VOICED = 0.6
"""A frame that is less like itself one period later has no pitch."""
QUIET = -45.0
"""dBFS below which a frame has none either."""


def median_pitch(pcm: bytes, sample_rate: int) -> float:
    """The median pitch in Hz of 16-bit mono speech, 0 where there is none."""
    pitches = [pitch for frame in _frames(pcm, sample_rate) if (pitch := _pitch(frame))]
    return statistics.median(pitches) if pitches else 0.0


def _frames(pcm: bytes, sample_rate: int) -> Iterator[bytes]:
    """Frames at RATE, each longer than FRAME by the longest lag."""
    slow = samples.to_mono(pcm, samples.WIDTH, 1, sample_rate, RATE)
    size, hop = round(FRAME * RATE) + RATE // LOWEST, round(HOP * RATE)
    for start in range(0, len(slow) // samples.WIDTH - size, hop):
        yield slow[start * samples.WIDTH : (start + size) * samples.WIDTH]


def _pitch(frame: bytes) -> float:
    """The pitch of one frame in Hz, 0 where it has none."""
    if samples.rms_dbfs(frame) < QUIET:
        return 0.0
    size = len(frame) - RATE // LOWEST * samples.WIDTH
    first = frame[:size]
    lags = range(RATE // HIGHEST, RATE // LOWEST + 1)
    alike = [samples.correlation(first, frame[lag * samples.WIDTH : lag * samples.WIDTH + size]) for lag in lags]
    best = max(alike)
    if best < VOICED:
        return 0.0
    # The first peak nearly as high as the highest: two periods are as alike as one.
    for index in range(1, len(alike) - 1):
        if alike[index] >= 0.9 * best and alike[index - 1] <= alike[index] >= alike[index + 1]:
            return RATE / lags[index]
    return RATE / lags[alike.index(best)] if math.isfinite(best) else 0.0
