"""Reads parts of a recording at any speed, faded where the recording is begun and left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.playback.recording.stretched_source import StretchedSource
from tui_reader.tts import samples
from tui_reader.tts.samples import CHANNELS

FADE = 0.008
"""Seconds of a fade."""
BLOCK = 16_384
"""Frames of the recording that are read at once."""


class Part(NamedTuple):
    """What is played of the recording for an utterance, in its frames."""

    begin: int
    speech_end: int
    """From here on there are no words of the utterance."""
    end: int
    goes_on: bool
    """Whether it goes on from what was played before."""
    is_left: bool
    """Whether the recording is left after it."""

    def heard_at(self, frame: int, speed: float) -> int:
        """Where in what is heard a frame of the recording is, in frames from the part's beginning."""
        return round(min(max(frame, self.begin), self.end) / speed) - round(self.begin / speed)


class PartReader:
    """Reads parts of one recording, each without a seam where it goes on from the one before."""

    def __init__(self, source: SoundSource) -> None:
        self._source, self._speed = source, 1.0
        self._stretched = StretchedSource(source, 1.0)

    def read(self, part: Part, speed: float) -> Iterator[bytes]:
        """The sound of a part, block by block: stereo frames, `part.heard_at(part.end, speed)` of them.

        Raises EngineError.
        """
        if speed != self._speed:
            self._speed, self._stretched = speed, StretchedSource(self._source, speed)
        at, fade = part.begin, round(FADE * self._source.sample_rate)
        while at < part.end:
            end = part.end if part.end - at < BLOCK + speed * fade else at + BLOCK
            pcm = self._stretched.read(at, end - at)
            if at == part.begin > 0 and not part.goes_on:
                pcm = samples.fade(pcm, fade, up=True, channels=CHANNELS)
            if end == part.end < self._source.frames and part.is_left:
                pcm = samples.fade(pcm, fade, up=False, channels=CHANNELS)
            at = end
            yield pcm
