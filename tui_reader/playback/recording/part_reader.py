"""Reads parts of a recording at any speed, faded where the recording is begun and left."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.named_tuple import NamedTuple
from tui_reader.playback.recording.silences import Silence
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
    left_out: tuple[Silence, ...] = ()
    """Stretches of it that are not played, in order."""

    def pieces(self) -> Iterator[tuple[int, int]]:
        """What is played, from frame to frame of the recording."""
        begin = self.begin
        for out in self.left_out:
            yield begin, out.begin
            begin = out.end
        yield begin, self.end

    def heard_at(self, frame: int, speed: float) -> int:
        """Where in what is heard a frame of the recording is, in frames from the part's beginning."""
        within = ((begin, min(max(frame, begin), end)) for begin, end in self.pieces())
        return sum(round(end / speed) - round(begin / speed) for begin, end in within)


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
        for begin, end in part.pieces():
            goes_on = part.goes_on and begin == part.begin
            yield from self._piece(begin, end, goes_on or begin == 0, end == part.end and not part.is_left)

    def _piece(self, begin: int, end: int, goes_on: bool, is_gone_on_from: bool) -> Iterator[bytes]:
        """The sound from frame to frame of the recording, faded where it does not go on; nor at the file's end."""
        at, fade = begin, round(FADE * self._source.sample_rate)
        while at < end:
            last = end if end - at < BLOCK + self._speed * fade else at + BLOCK
            pcm = self._stretched.read(at, last - at)
            if at == begin and not goes_on:
                pcm = samples.fade(pcm, fade, up=True, channels=CHANNELS)
            if last == end < self._source.frames and not is_gone_on_from:
                pcm = samples.fade(pcm, fade, up=False, channels=CHANNELS)
            at = last
            yield pcm
