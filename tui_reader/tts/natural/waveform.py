"""From the vocoder's sound to that of an engine: silence at the ends cut off, 22,050 Hz, levelled, 16 bits."""

from __future__ import annotations

from typing import Any

from tui_reader.tts.natural.models import RATE

SAMPLE_RATE = 22_050
"""Hz, as espeak-ng has, so that either can take over from the other."""
BEFORE, AFTER = 0.04, 0.08
"""Seconds of silence that are left before and after the speech."""
_SILENT = 10 ** (-50 / 20)
"""Part of the peak below which a sound is silence."""
_FAINT = 0.001
"""And a height below which it always is."""
_LOUDEST = 0.97
"""The highest sample after the gain."""


def speech(sound: Any) -> tuple[int, int, int]:
    """The first sample that is kept of a sound, the first that is heard, and the end of what is kept; 0 in silence."""
    import numpy

    height = numpy.abs(sound)
    loud = numpy.flatnonzero(height > max(_FAINT, _SILENT * float(height.max(initial=0.0))))
    if not len(loud):
        return 0, 0, 0
    begin, last = int(loud[0]), int(loud[-1])
    return max(0, begin - round(BEFORE * RATE)), begin, min(len(sound), last + round(AFTER * RATE))


def to_samples(sound: Any, gain: float) -> bytes:
    """16-bit mono samples at SAMPLE_RATE of a sound at RATE, `gain` decibels louder."""
    import numpy

    sound = _resampled(sound) * 10 ** (gain / 20)
    peak = float(numpy.abs(sound).max(initial=0.0))
    if peak > _LOUDEST:
        sound = sound * (_LOUDEST / peak)
    return bytes((sound * 32767).astype("<i2").tobytes())


def to_sample(at: int) -> int:
    """The sample at SAMPLE_RATE for one at RATE."""
    return round(at * SAMPLE_RATE / RATE)


def _resampled(sound: Any) -> Any:
    """The sound at SAMPLE_RATE, by leaving out the end of its spectrum; both its ends are silent."""
    import numpy

    common = 150  # of both rates
    blocks = -(-len(sound) // (64 * RATE // common))
    size, wanted = blocks * 64 * RATE // common, blocks * 64 * SAMPLE_RATE // common
    lines = numpy.fft.rfft(sound, size)[: wanted // 2 + 1]
    return numpy.fft.irfft(lines, wanted)[: to_sample(len(sound))] * (SAMPLE_RATE / RATE)
