"""Reads parts of a recording at any speed, so that one goes on from the other without a seam."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.tts import samples
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

FADE = 0.008
"""Seconds of a fade where the recording is begun or left."""
BLOCK = 16_384
"""Frames that are read at once at speed 1."""
LONGEST = 20.0
"""Seconds that are stretched at once."""
BESIDE = 0.15
"""Seconds of the recording on both sides with which a part is stretched, for the stretcher begins anew each time."""
SEAM = 0.02
"""Seconds in which one stretched part fades into the next."""

Stretch = Callable[[bytes, float, int], bytes]
"""Gives 16-bit stereo frames at a speed and with their pitch, `round(frames / speed)` of them; the last is the rate."""


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
        """The frame of what is heard at which a frame of the recording is, from the part's beginning."""
        return round((min(max(frame, self.begin), self.end) - self.begin) / speed)


class _Seam(NamedTuple):
    """What was made beyond the end of a stretched piece."""

    at: int
    """The recording's frame."""
    speed: float
    pcm: bytes


class PartReader:
    """Reads parts of one recording, in order. Its methods raise EngineError."""

    def __init__(self, source: SoundSource, stretch: Stretch | None) -> None:
        """Without `stretch` every part is read at speed 1."""
        self._source, self._stretch = source, stretch
        self._seam: _Seam | None = None

    def read(self, part: Part, speed: float) -> Iterator[bytes]:
        """The sound of a part, piece by piece, faded where the recording is begun and left."""
        rate = self._source.sample_rate
        longest = BLOCK if speed == 1 else round(LONGEST * rate)
        at, fade = part.begin, round(FADE * rate)
        while at < part.end:
            end = part.end if part.end - at < longest + 2 * fade else at + longest
            pcm = self.frames(at, end - at) if speed == 1 else self._stretched(part, at, end, speed)
            if at == part.begin > 0 and not part.goes_on:
                pcm = samples.fade(pcm, fade, up=True, channels=CHANNELS)
            if end == part.end < self._source.frames and part.is_left:
                pcm = samples.fade(pcm, fade, up=False, channels=CHANNELS)
            at = end
            yield pcm

    def frames(self, at: int, frames: int) -> bytes:
        """That many frames of the recording, with silence for what is missing at its end."""
        pcm = self._source.read(at, frames)
        return pcm + bytes(frames * FRAME_BYTES - len(pcm))

    def _stretched(self, part: Part, at: int, end: int, speed: float) -> bytes:
        """The frames from `at` to `end` at a speed; they begin as the piece before them would have gone on."""
        assert self._stretch
        rate = self._source.sample_rate
        beside, seam = round(BESIDE * rate), round(SEAM * rate)
        before = min(beside, at)
        made = self._stretch(self.frames(at - before, before + end - at + beside), speed, rate)
        first = round(before / speed)
        last = first + part.heard_at(end, speed) - part.heard_at(at, speed)
        pcm = made[first * FRAME_BYTES : last * FRAME_BYTES]
        goes_on = at > part.begin or part.goes_on
        if goes_on and self._seam and self._seam[:2] == (at, speed):
            pcm = _joined(self._seam.pcm, pcm)
        self._seam = _Seam(end, speed, made[last * FRAME_BYTES : (last + seam) * FRAME_BYTES])
        return pcm


def _joined(tail: bytes, pcm: bytes) -> bytes:
    """A sound that begins as `tail` and fades into itself."""
    cut = min(len(tail), len(pcm))
    step = FRAME_BYTES / max(1, cut)
    out = samples.ramp(tail[:cut], 1.0, -step, CHANNELS)
    return samples.mix(out, samples.ramp(pcm[:cut], 0.0, step, CHANNELS)) + pcm[cut:]
