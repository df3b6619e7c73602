"""Makes voices fit a recording: at its sample rate, and as loud as its speech."""

from __future__ import annotations

from tui_reader.errors import EngineError
from tui_reader.playback.recording.alignment import Alignment
from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, Take

LISTENED = 10
"""Seconds of speech by which the recording's loudness is known."""
VOICES = -22.0
"""dBFS (RMS) of the voices."""
SOFTEST, LOUDEST = 0.25, 1.6
"""The factors within which voices are made as loud as the recording."""
SILENCE = -60.0
"""dBFS (RMS) below which a recording's loudness says nothing."""


def gain_for(alignment: Alignment, source: SoundSource) -> float:
    """The factor by which voices are as loud as the recording's first speech."""
    pcm, rate = b"", source.sample_rate
    seconds = alignment.correction.seconds
    try:
        for time in alignment.document.times:
            if len(pcm) >= LISTENED * rate * samples.FRAME_BYTES:
                break
            if not time.is_word and time.end is not None:
                begin, end = (max(0, round(seconds(at) * rate)) for at in (time.start, time.end))
                pcm += source.read(begin, min(max(0, end - begin), LISTENED * rate))
    except EngineError:  # told when it is to be heard
        return 1.0
    level = samples.rms_dbfs(pcm)
    return min(LOUDEST, max(SOFTEST, 10 ** ((level - VOICES) / 20))) if level > SILENCE else 1.0


class MatchedVoice:
    """Takes an engine's chunks and hands them on at another sample rate, louder by a factor."""

    def __init__(self, rate: int, wanted: int, gain: float, take: Take) -> None:
        """`rate` and `wanted` in Hz."""
        self._rate, self._wanted, self._gain, self._take = rate, wanted, gain, take
        self._state: samples.ResamplerState = None

    def __call__(self, chunk: Chunk) -> bool:
        """Hand on a chunk; False when no more is wanted."""
        pcm = samples.scale(chunk.pcm, self._gain)
        if self._rate != self._wanted:
            pcm, self._state = samples.resampled(pcm, 1, self._rate, self._wanted, self._state)
        marks = (mark._replace(sample=mark.sample * self._wanted // self._rate) for mark in chunk.marks)
        return self._take(Chunk(pcm, tuple(marks)))
