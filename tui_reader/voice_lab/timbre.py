"""The timbre of a voice in numbers: the mean of its mel-frequency cepstral coefficients (MFCC).

A line of the spectrum is how much of a windowed sine and cosine is in the sound, which audioop works out: a Fourier
transform without numpy, 250 times faster than speech. Not used while reading.

S. Davis and P. Mermelstein, Comparison of parametric representations for monosyllabic word recognition, 1980.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from tui_reader.tts import samples

RATE = 11_025
"""Hz at which the timbre is measured: what tells voices apart lies below 5 kHz, and it is half of the work."""
SIZE = 256
"""Samples of a frame: 23 ms, in which the mouth stands still."""
HOP = 275
"""Samples from one frame to the next: 25 ms."""
BANDS = 26
LOWEST, HIGHEST = 100.0, 5000.0
"""Hz between which the mel bands lie."""
COEFFICIENTS = 20
"""From the second on: the first is loudness, and all voices are as loud. 12 of them confuse twice as many."""
FLOOR = 15.0
"""Decibels below the whole sound at which a frame no longer counts: pauses and soft consonants."""


def mean_mfcc(pcm: bytes, sample_rate: int) -> tuple[float, ...]:
    """The mean MFCC of the loud frames of 16-bit mono speech, COEFFICIENTS numbers; all 0 where there is none."""
    slow = samples.to_mono(pcm, samples.WIDTH, 1, sample_rate, RATE)
    quiet = samples.rms_dbfs(slow) - FLOOR
    total, count = [0.0] * BANDS, 0
    for frame in _frames(slow):
        if samples.rms_dbfs(frame) > quiet:
            power = [
                samples.projection(frame, sine) ** 2 + samples.projection(frame, cosine) ** 2
                for sine, cosine in _waves()
            ]
            for band, lines in enumerate(_bands()):
                total[band] += math.log(sum(weight * power[line] for line, weight in lines) + 1e-12)
            count += 1
    # The transform of a mean is the mean of the transforms.
    return tuple(
        sum(value * cosine for value, cosine in zip(total, cosines, strict=True)) / max(1, count)
        for cosines in _cosines()
    )


def _frames(pcm: bytes) -> Iterator[bytes]:
    for start in range(0, len(pcm) // samples.WIDTH - SIZE + 1, HOP):
        yield pcm[start * samples.WIDTH : (start + SIZE) * samples.WIDTH]


@cache
def _waves() -> tuple[tuple[bytes, bytes], ...]:
    """For each line of the spectrum, from the first on, a sine and a cosine under Hann's window."""
    steps = [2 * math.pi * step / SIZE for step in range(SIZE)]

    def wave(function: Callable[[float], float], line: int) -> bytes:
        return array("h", (round(16_383 * (1 - math.cos(step)) * function(line * step)) for step in steps)).tobytes()

    return tuple((wave(math.sin, line), wave(math.cos, line)) for line in range(1, SIZE // 2))


@cache
def _bands() -> tuple[tuple[tuple[int, float], ...], ...]:
    """For each band its lines of the spectrum with their weights: triangles of one width on the mel scale."""
    low, high = (2595 * math.log10(1 + hertz / 700) for hertz in (LOWEST, HIGHEST))
    edges = [700 * (10 ** ((low + (high - low) * edge / (BANDS + 1)) / 2595) - 1) for edge in range(BANDS + 2)]
    bands = []
    for (left, middle), (_, right) in pairwise(pairwise(edges)):
        weights = []
        for line in range(SIZE // 2 - 1):
            hertz = (line + 1) * RATE / SIZE
            weight = min((hertz - left) / (middle - left), (right - hertz) / (right - middle))
            if weight > 0:
                weights.append((line, weight))
        bands.append(tuple(weights) or ((round(middle * SIZE / RATE) - 1, 1.0),))
    return tuple(bands)


@cache
def _cosines() -> tuple[tuple[float, ...], ...]:
    scale = math.sqrt(2 / BANDS)
    return tuple(
        tuple(scale * math.cos(math.pi * number * (band + 0.5) / BANDS) for band in range(BANDS))
        for number in range(1, COEFFICIENTS + 1)
    )
