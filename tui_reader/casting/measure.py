"""How high and how loud voices really are, measured on their speech: for the gains in voice files and for tests.

Pitch is the median over frames of the lag at which a frame is most like itself (autocorrelation, normalised). All
arithmetic is audioop's. Not used while reading.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_reader.casting.voice import Voice
from tui_reader.speech import samples
from tui_reader.speech.engine import Chunk, Engine

TARGET = -22.0
"""dBFS RMS that every voice is brought to: measured to leave room for the peaks of speech."""
SILENT = 100
"""A sample up to this is silence, as in `speech.render`."""
PITCH_RATE = 11_025
"""Hz at which pitch is looked for: fine enough, and a quarter of the work."""
FRAME = 0.05
"""Seconds looked at together: three periods of the lowest voice."""
HOP = 0.1
LOWEST, HIGHEST = 60, 350
"""Hz."""
VOICED = 0.6
"""A frame that is less like itself one period later has no pitch."""
QUIET = -45.0
"""dBFS below which a frame has none either."""


class Measured(NamedTuple):
    """A voice as it sounds."""

    pitch: float
    """Median in Hz; 0 where no frame has a pitch."""
    level: float
    """dBFS RMS of the speech, the silence around each sentence left out."""
    peak: int
    """The greatest height of a sample, 0 to 32768; from 32767 on it clips."""
    seconds: float
    """Of speech."""


def measure(voices: Iterable[Voice], engine: Engine, sentences: Sequence[str]) -> dict[str, Measured]:
    """Each voice as it says those sentences, by its id."""
    return {voice.id: measure_sound(b"".join(_said(voice, engine, sentences)), engine.sample_rate) for voice in voices}


def measure_sound(pcm: bytes, sample_rate: int) -> Measured:
    """The pitch and loudness of 16-bit mono speech."""
    return Measured(
        median_pitch(pcm, sample_rate),
        samples.rms_dbfs(pcm),
        samples.peak(pcm),
        len(pcm) / samples.WIDTH / sample_rate,
    )


def median_pitch(pcm: bytes, sample_rate: int) -> float:
    """The median pitch in Hz of 16-bit mono speech, 0 where there is none."""
    pitches = [pitch for frame in _frames(pcm, sample_rate) if (pitch := _pitch(frame))]
    return statistics.median(pitches) if pitches else 0.0


def gain_for(measured: Measured, gain: float) -> float:
    """The gain that a voice measured at `gain` needs to come to TARGET."""
    return round(gain + TARGET - measured.level, 1)


def _said(voice: Voice, engine: Engine, sentences: Sequence[str]) -> Iterator[bytes]:
    for sentence in sentences:
        parts: list[bytes] = []

        def take(chunk: Chunk, parts: list[bytes] = parts) -> bool:
            parts.append(chunk.pcm)
            return True

        engine.synthesise(sentence, voice, 1.0, take)
        pcm = b"".join(parts)
        before, after = samples.leading_silence(pcm, SILENT), samples.trailing_silence(pcm, SILENT)
        yield pcm[before * samples.WIDTH : max(before * samples.WIDTH, len(pcm) - after * samples.WIDTH)]


def _frames(pcm: bytes, sample_rate: int) -> Iterator[bytes]:
    """Frames at PITCH_RATE, each longer than FRAME by the longest lag."""
    slow = samples.to_mono(pcm, samples.WIDTH, 1, sample_rate, PITCH_RATE)
    size, hop = round(FRAME * PITCH_RATE) + PITCH_RATE // LOWEST, round(HOP * PITCH_RATE)
    for start in range(0, len(slow) // samples.WIDTH - size, hop):
        yield slow[start * samples.WIDTH : (start + size) * samples.WIDTH]


def _pitch(frame: bytes) -> float:
    """The pitch of one frame in Hz, 0 where it has none."""
    if samples.rms_dbfs(frame) < QUIET:
        return 0.0
    size = len(frame) - PITCH_RATE // LOWEST * samples.WIDTH
    first = frame[:size]
    lags = range(PITCH_RATE // HIGHEST, PITCH_RATE // LOWEST + 1)
    alike = [samples.likeness(first, frame[lag * samples.WIDTH : lag * samples.WIDTH + size]) for lag in lags]
    best = max(alike)
    if best < VOICED:
        return 0.0
    # The first peak nearly as high as the highest: two periods are as alike as one.
    for index in range(1, len(alike) - 1):
        if alike[index] >= 0.9 * best and alike[index - 1] <= alike[index] >= alike[index + 1]:
            return PITCH_RATE / lags[index]
    return PITCH_RATE / lags[alike.index(best)] if math.isfinite(best) else 0.0
