"""What the device pulls: the sound of a cursor, faded wherever it is cut, at the volume that is set.

At a cut the old sound fades out under the new for a few milliseconds, and a sound that begins in its middle fades in: a
step in the wave would be heard as a click. Nothing here waits, takes a lock or knows a device. `turn_to` and `level`
may be used from any thread; the rest belongs to the device's thread.
"""

from __future__ import annotations

from tui_reader.playback.track import TrackCursor
from tui_reader.tts import samples
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

FADE = 0.004
"""Seconds of a fade: too short to be heard as one, long enough that no step is left."""
DUCK = 0.15
"""Seconds in which the talk fades out for what is said beside it."""


class Fader:
    """Gives the sound for a device of `sample_rate` Hz."""

    def __init__(self, sample_rate: int) -> None:
        self.level = 1.0
        """How loud, 0 to 1."""
        self.silent_from: int | None = 0
        """The device's frame since which there is neither sound nor cursor; None while there is."""
        self.edge = max(1, int(FADE * sample_rate))
        """Frames of a fade: a cursor holds back as many of a sound that is not whole yet."""
        self._sample_rate = sample_rate
        self._wanted: tuple[TrackCursor | None, int] = (None, self.edge)
        self._source: _Source | None = None
        self._tails: list[_Source] = []
        self._reached: float | None = None
        """The level of the last frame; None before the first."""

    def turn_to(self, cursor: TrackCursor | None, seconds: float = FADE) -> None:
        """Give the sound of `cursor` from now on, or silence for None; what was heard before fades out in `seconds`.

        The cursor before it stays at the position where its fade began.
        """
        self.silent_from = None
        self._wanted = cursor, max(1, int(seconds * self._sample_rate))

    def pull(self, frames: int, at: int) -> bytes:
        """Sound for this number of frames, the first of them the device's frame `at`."""
        wanted, fade = self._wanted
        tails, self._tails = self._tails, []
        if wanted is not (self._source.cursor if self._source else None):
            if self._source:
                tails.append(self._source.tail(fade))
            self._source = _Source(wanted, self.edge) if wanted else None
        sound = self._source.pull(frames, at) if self._source else b""
        rest = frames - len(sound) // FRAME_BYTES
        if rest and self._source and self._source.cursor.torn:
            tail = self._source.tail(self.edge)
            self._source = _Source(self._source.cursor, self.edge)
            sound += tail.pull(rest, at)
            self._tails.append(tail)
        sound += bytes(frames * FRAME_BYTES - len(sound))
        for tail in tails:
            sound = samples.mix(sound, tail.pull(frames, at))
        self._tails = [tail for tail in (*tails, *self._tails) if tail.gain > 0]
        if wanted is None and not tails and self.silent_from is None and self._wanted[0] is None:
            self.silent_from = at
        return self._levelled(sound)

    def _levelled(self, sound: bytes) -> bytes:
        level, before, self._reached = self.level, self._reached, self.level
        if before in (None, level):
            return sound if level == 1 else samples.scale(sound, level)
        cut = min(len(sound), self.edge * FRAME_BYTES)
        head = samples.ramp(sound[:cut], before, (level - before) * FRAME_BYTES / max(1, cut), CHANNELS)
        return head + samples.scale(sound[cut:], level)


class _Source:
    """The sound of a cursor that fades in, is there, or fades out."""

    def __init__(self, cursor: TrackCursor, fade: int) -> None:
        """A sound that was interrupted fades in, in `fade` frames; a sound from its start does not."""
        self.cursor = cursor
        self.gain = 0.0 if cursor.begun else 1.0
        """Of the next frame, 0 to 1."""
        self._step = 1 / fade
        self._left = fade if cursor.begun else 0

    def tail(self, fade: int) -> _Source:
        """The same sound from here on, fading out in `fade` frames; the cursor stays where it is."""
        tail = _Source(self.cursor.copy(), fade)
        tail.gain, tail._step, tail._left = self.gain, -1 / fade, round(self.gain * fade)
        return tail

    def pull(self, frames: int, at: int) -> bytes:
        """The sound of that many frames, or of fewer if no more are made."""
        sound = self.cursor.read(frames, at)
        if self.gain == 1 and self._step > 0:
            return sound
        there = len(sound) // FRAME_BYTES if self._step > 0 else frames
        moved = min(there, self._left)
        cut = moved * FRAME_BYTES
        head = samples.ramp(sound[:cut], self.gain, self._step, CHANNELS)
        self._left -= moved
        self.gain = self.gain + moved * self._step if self._left else float(self._step > 0)
        return head + sound[cut:] if self._step > 0 else head
