"""Where a recording is silent: nothing is heard but the noise of its own room and tape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.named_tuple import NamedTuple
from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.tts import samples

SHORTEST = 0.6
"""Seconds; a shorter silence is none: people breathe and think."""
_EDGE = 0.1
"""Seconds at both ends of a silence that are left to the words beside it: their ends are soft."""
_BLOCK = 0.05
"""Seconds of sound of which the level is measured."""
_CONTEXT = 20.0
"""Seconds on both sides that also tell how loud the speech and the noise are here."""
_ABOVE_NOISE = 8.0
"""Decibels above the noise of the recording that are still noise."""
_BELOW_SPEECH = 15.0
"""Decibels by which noise is less loud than speech; where all is about as loud there is no silence to be told."""
_STEADY = 6.0
"""Decibels within which the level of noise stays; that of soft music does not."""
_DIGITAL_SILENCE = -90.0
"""Decibels of full scale below which there is no noise, but nothing."""


class Silence(NamedTuple):
    """A stretch of silence, in frames of the recording."""

    begin: int
    end: int


def silences(source: SoundSource, begin: int, end: int) -> list[Silence]:
    """The stretches of silence between two frames of a recording, each without the ends that belong to words.

    Silence is what is about as soft as the softest here, much softer than speech, and steady: music and applause are
    none. Reads the sound in question, and up to 20 s on both sides. Raises EngineError as the source does.
    """
    rate = source.sample_rate
    block = round(_BLOCK * rate)
    first = max(0, begin - round(_CONTEXT * rate))
    levels = list(_levels(source, first, min(source.frames, end + round(_CONTEXT * rate)), block))
    limit = _limit(levels)
    edge = round(_EDGE * rate)
    found = []
    for start, stop in _runs(levels, limit):
        silence = Silence(max(begin, first + start * block + edge), min(end, first + stop * block - edge))
        if silence.end - silence.begin >= (SHORTEST - 2 * _EDGE) * rate:
            found.append(silence)
    return found


def _levels(source: SoundSource, begin: int, end: int, block: int) -> Iterator[float]:
    """Decibels of full scale of each block."""
    for frame in range(begin, end, block):
        yield max(_DIGITAL_SILENCE, samples.rms_dbfs(source.read(frame, min(block, end - frame))))


def _limit(levels: Sequence[float]) -> float:
    """Decibels up to which a block is silent."""
    heard = sorted(level for level in levels if level > _DIGITAL_SILENCE)
    if not heard:
        return _DIGITAL_SILENCE
    noise, speech = heard[len(heard) // 20], heard[len(heard) * 9 // 10]
    return min(noise + _ABOVE_NOISE, speech - _BELOW_SPEECH) if speech - noise > _BELOW_SPEECH else _DIGITAL_SILENCE


def _runs(levels: Sequence[float], limit: float) -> Iterator[tuple[int, int]]:
    """Where blocks are silent and steady, one after the other."""
    start = 0
    for at in range(len(levels) + 1):
        if at == len(levels) or levels[at] > limit:
            noise = sorted(level for level in levels[start:at] if level > _DIGITAL_SILENCE) or [_DIGITAL_SILENCE]
            if at > start and noise[len(noise) * 9 // 10] - noise[len(noise) // 10] <= _STEADY:
                yield start, at
            start = at + 1
