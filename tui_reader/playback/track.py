"""The sound of one run of playing, between the maker and the device: a linked list of stretches.

The maker appends to the newest stretch, the device's thread reads after it without a lock, so neither ever waits for
the other. Old stretches are freed when nothing refers to them any more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import QueuedUtterance, Utterance
from tui_reader.tts import samples
from tui_reader.tts.render import Neighbours, Sound, Word
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES


@dataclass(slots=True, eq=False)
class TrackStretch:
    """The sound of one utterance and of the pause after it, while it is made."""

    utterance: Utterance
    start: int = 0
    """Its sound begins at this character of the spoken text."""
    pcm: bytearray = field(default_factory=bytearray)
    words: list[Word] = field(default_factory=list)
    done: bool = False
    """Whether `pcm` is whole."""
    next: TrackStretch | None = None

    def take(self, sound: Sound) -> None:
        """Append sound; words first, so that a word is known when its sound is."""
        self.words.extend(sound.words)
        self.pcm += sound.pcm

    @property
    def begins(self) -> tuple[int, int]:
        """The printed word that it begins with; (0, 0) for the start of the utterance."""
        return self.utterance.printed_at(self.start) if self.start else (0, 0)

    @property
    def frames(self) -> int:
        """Frames made so far."""
        return len(self.pcm) // FRAME_BYTES

    @property
    def is_empty(self) -> bool:
        """Whether it is whole and has no sound, as words of a recording that others were heard over."""
        return self.done and not self.pcm


class TrackPosition(NamedTuple):
    """A position in the sound: this frame of this stretch."""

    stretch: TrackStretch
    frame: int

    @property
    def word(self) -> Word | None:
        """The word being heard there; None before the first."""
        return next((word for word in reversed(self.stretch.words) if word.frame <= self.frame), None)


class TrackCursor:
    """Reads linked stretches for the device, and remembers which of its frames were which of theirs."""

    def __init__(self, origin: TrackPosition, head_start: int = 0, edge: int = 0) -> None:
        """Reading begins at `origin` once `head_start` frames from there, or all of the stretch, are made.

        The last `edge` frames of a sound that is not whole are held back, to fade out if no more comes in time.
        """
        self.origin = origin
        self._head_start, self._edge = head_start, edge
        self._ready = False
        self.begun = False
        """Whether any sound was given."""
        self.stretch, self.frame = origin
        self.starved = 0
        """Frames of silence that were given after the first sound because the next was not made yet."""
        self._log: deque[tuple[int, int, TrackPosition]] = deque(maxlen=256)

    @property
    def ready(self) -> bool:
        """Whether reading may begin: enough is made for what is pulled at first."""
        stretch = self.stretch
        while stretch.is_empty and stretch.next:
            stretch = stretch.next
        enough = stretch.done or stretch.frames - self.frame >= self._head_start
        self._ready = self._ready or (enough and stretch.frames > 0)
        return self._ready and stretch.frames > 0

    @property
    def ended(self) -> bool:
        """Whether all sound that is made so far was given, and no more is to come."""
        return self.stretch.done and self.stretch.next is None and self.frame >= self.stretch.frames

    @property
    def torn(self) -> bool:
        """Whether the given sound breaks off in its middle, because no more is made yet."""
        return self.begun and not self.stretch.done

    def read(self, frames: int, at: int) -> bytes:
        """The sound of that many frames, or of fewer if no more are made; the first is the device's frame `at`."""
        if not self.ready:
            return b""
        parts: list[bytes] = []
        wanted = frames
        while wanted:
            done = self.stretch.done  # read before the length: once it is set no more sound comes
            count = min(wanted, self.stretch.frames - self.frame - (0 if done else self._edge))
            if count > 0:
                begin = self.frame * FRAME_BYTES
                parts.append(bytes(self.stretch.pcm[begin : begin + count * FRAME_BYTES]))
                self._log.append((at + frames - wanted, count, TrackPosition(self.stretch, self.frame)))
                self.frame += count
                self.begun = True
                wanted -= count
            elif done and (following := self.stretch.next):  # read once: `Track.end` removes it
                self.stretch, self.frame = following, 0
            else:
                if not done and self.begun:
                    self.starved += wanted
                break
        return b"".join(parts)

    def heard(self, device_frame: int) -> TrackPosition | None:
        """The position that was the device's frame `device_frame`, or the nearest before it; None before the first."""
        found = None
        for begin, count, position in list(self._log):
            if begin > device_frame:
                break
            found = TrackPosition(position.stretch, position.frame + min(count, device_frame - begin))
        if found:
            self.origin = found  # earlier stretches are freed: each refers to all after it
        return found

    def copy(self) -> TrackCursor:
        """Another cursor at the same position; what it reads does not count here."""
        copy = TrackCursor(TrackPosition(self.stretch, self.frame))
        copy._ready = copy.begun = True
        return copy


class Track:
    """One run of playing: the utterances to come, the sound made so far, and where the device reads in it."""

    def __init__(
        self, serial: int, first: QueuedUtterance, rest: Iterator[QueuedUtterance], head_start: int = 0, edge: int = 0
    ) -> None:
        """`head_start` and `edge` in frames, as for a TrackCursor."""
        self.serial = serial
        self.exhausted = False
        """Whether no more utterances come."""
        self._rest = rest
        self._following: QueuedUtterance | None = None
        """What was taken from `rest` before it was wanted."""
        self._before: Utterance | None = None
        """The utterance before the newest stretch."""
        self._tail = TrackStretch(*first)
        self._unmade: TrackStretch | None = self._tail
        self._edge = edge
        self.cursor = TrackCursor(TrackPosition(self._tail, 0), head_start, edge)

    def next_stretch(self) -> TrackStretch | None:
        """The next stretch to be filled, linked to the one before it; None when all are made."""
        if self._unmade:
            stretch, self._unmade = self._unmade, None
            return stretch
        queued, self._following = self._following or next(self._rest, None), None
        if queued is None:
            self.exhausted = True
            return None
        stretch = TrackStretch(*queued)
        self._before, self._tail.next = self._tail.utterance, stretch
        self._tail = stretch
        return stretch

    def neighbours(self) -> Neighbours:
        """What is heard before and after the newest stretch."""
        if not self.exhausted:
            self._following = self._following or next(self._rest, None)
        return Neighbours(self._before, self._following.utterance if self._following else None)

    def retry(self, failed: TrackStretch) -> TrackStretch:
        """A stretch to be filled instead of one whose engine failed: from its last word on, if any sound was made."""
        if not failed.frames:
            return failed
        cut = max(0, failed.frames - self._edge) * FRAME_BYTES  # the cursor has not read beyond this
        failed.pcm[cut:] = samples.fade(bytes(failed.pcm[cut:]), self._edge, up=False, channels=CHANNELS)
        last = failed.words[-1].start if failed.words else 0
        self._tail = failed.next = TrackStretch(failed.utterance, failed.utterance.spoken_at(last))
        failed.done = True
        return failed.next

    def wants_more(self, frames: int) -> bool:
        """Whether fewer than `frames` frames are made ahead of the device, or not even the next utterance."""
        if self.exhausted:
            return self._unmade is not None
        stretch, ahead = self.cursor.stretch, -self.cursor.frame
        if stretch is self._tail:
            return True
        following: TrackStretch | None = stretch
        while following and ahead < frames:
            ahead += following.frames
            following = following.next
        return ahead < frames

    def end(self) -> None:
        """Make the stretch that the device reads now the last; later ones are discarded."""
        self.exhausted = True
        last = self.cursor.stretch
        if last.next:  # a recording goes on in it
            cut = max(0, last.frames - self._edge) * FRAME_BYTES
            last.pcm[cut:] = samples.fade(bytes(last.pcm[cut:]), self._edge, up=False, channels=CHANNELS)
        last.next = None

    def is_over(self, position: TrackPosition) -> bool:
        """Whether this is the end of the last sound."""
        stretch = position.stretch
        if not stretch.done or position.frame < stretch.frames:
            return False
        while stretch.next and stretch.next.is_empty:
            stretch = stretch.next
        return self.exhausted and stretch.next is None
