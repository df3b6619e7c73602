"""A recording at another speed, with the pitch kept.

WSOLA (Verhelst and Roelands 1993): short windows of the recording are put closer together or further apart, each
moved by up to some milliseconds to where it goes on best from the one before. Measured beside FFmpeg's atempo and
python-stretch in tests/benchmarks/README.md.
"""

from __future__ import annotations

from array import array

from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.tts import samples
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES, WIDTH

_HOP = 0.02
"""Seconds of sound that are made at once, by going over from one window to the next."""
_SEARCH = 0.01
"""Seconds by which a window may be moved both ways: together more than the period of a low voice."""
_COARSE = 10_000
"""Hz, about, of the sound in which the best place is looked for first."""
_STEPS = 30
"""Steps in which it goes over from one window to the next; both are alike, so that none is heard."""
_AHEAD = 8192
"""Frames of the recording read at once."""


class StretchedSource:
    """Gives the sound of a `SoundSource` at a speed. Places and lengths that are asked for are the recording's own."""

    def __init__(self, source: SoundSource, speed: float) -> None:
        """`speed` is 0.5 to 4 times the recording's own."""
        self._source, self._speed = source, speed
        self._hop = round(_HOP * source.sample_rate)
        self._search = round(_SEARCH * source.sample_rate)
        self._every = max(1, source.sample_rate // _COARSE)
        self._start = self._end = -1  # nothing is begun
        self._hops = self._goes_on = self._held_from = 0
        self._ready = self._held = b""

    def heard(self, frame: int) -> int:
        """Frames of the stretched sound before the frame `frame` of the recording, if it were played from its start."""
        return round(frame / self._speed)

    def read(self, frame: int, frames: int) -> bytes:
        """The stretched sound of `frames` frames of the recording from `frame` on: heard(end) - heard(frame) frames.

        What is read from where the last reading ended goes on from it without a seam. Each frame is heard within
        30 ms of its own time. Behind the end of the recording there is silence. Raises EngineError as the source does.
        """
        if self._speed == 1:
            sound = self._source.read(frame, frames)
            return sound + bytes(frames * FRAME_BYTES - len(sound))
        if frame != self._end:
            self._begin(frame)
        self._end = frame + frames
        wanted = (self.heard(self._end) - self.heard(frame)) * FRAME_BYTES
        parts, size = [self._ready], len(self._ready)
        while size < wanted:
            parts.append(self._next_hop())
            size += len(parts[-1])
        sound = b"".join(parts)
        self._ready = sound[wanted:]
        return sound[:wanted]

    def _begin(self, frame: int) -> None:
        """Begin anew at a frame of the recording."""
        self._start = self._end = frame
        self._hops = 0
        self._ready = b""
        """Stretched sound that was made beyond the end of what was asked for."""
        self._goes_on = frame
        """The frame of the recording with which the last window would go on."""
        self._held_from, self._held = frame, b""

    def _next_hop(self) -> bytes:
        """The next `_hop` frames: over from what follows the last window to the window that is best at its place."""
        # The middle of the hop is heard at the recording's own time of it, whatever the speed.
        place = self._start + round(self._hops * self._hop * self._speed + self._hop * (self._speed - 1))
        before = self._frames(self._goes_on, self._hop)
        place = self._best(max(0, place), before)
        after = self._frames(place, self._hop)
        self._hops += 1
        self._goes_on = place + self._hop
        return _from_to(before, after)

    def _best(self, place: int, before: bytes) -> int:
        """The frame near `place` from which the recording is most like `before`: first roughly, then exactly."""
        every, around = self._every, self._search
        first = place - around
        rough = samples.place_of(
            _mono(before)[::every].tobytes(), _mono(self._frames(first, self._hop + 2 * around))[::every].tobytes()
        )
        if rough is None:
            return place
        first += rough * every - every
        exact = samples.place_of(_mono(before).tobytes(), _mono(self._frames(first, self._hop + 2 * every)).tobytes())
        return first + (every if exact is None else exact)

    def _frames(self, frame: int, frames: int) -> bytes:
        """That many frames of the recording; before its start and behind its end there is silence."""
        if frame < self._held_from:
            self._held_from, self._held = frame, self._read(frame, self._held_from - frame) + self._held
        held = len(self._held) // FRAME_BYTES
        if self._held_from + held < frame + frames:
            # Later windows begin at most this much earlier.
            done = max(0, frame - self._held_from - self._hop - 2 * self._search)
            self._held = self._held[done * FRAME_BYTES :] + self._read(self._held_from + held, frames + _AHEAD)
            self._held_from += done
        at = (frame - self._held_from) * FRAME_BYTES
        return self._held[at : at + frames * FRAME_BYTES]

    def _read(self, frame: int, frames: int) -> bytes:
        silence = bytes(min(frames, max(0, -frame)) * FRAME_BYTES)
        sound = silence + self._source.read(max(0, frame), frames - len(silence) // FRAME_BYTES)
        return sound + bytes(frames * FRAME_BYTES - len(sound))


def _mono(stereo: bytes) -> array[int]:
    return array("h", samples.to_mono(stereo, WIDTH, CHANNELS, 1, 1))


def _from_to(one: bytes, other: bytes) -> bytes:
    """From one sound over to another of the same length."""
    step = max(1, len(one) // FRAME_BYTES // _STEPS) * FRAME_BYTES
    parts = []
    for at in range(0, len(one), step):
        share = (at + step / 2) / len(one)
        parts.append(
            samples.mix(samples.scale(one[at : at + step], 1 - share), samples.scale(other[at : at + step], share))
        )
    return b"".join(parts)
