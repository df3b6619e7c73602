"""Stand-ins for sound in tests: an engine whose sound is known to the sample, and a device that is driven by hand."""

from __future__ import annotations

import math
import threading
import time
from array import array
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui_reader.casting.voice import Voice
from tui_reader.document.model import Kind
from tui_reader.errors import EngineError
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import SpokenPiece, Utterance
from tui_reader.tts.engine import Abilities, Chunk, Engine, Take, WordMark
from tui_reader.tts.samples import FRAME_BYTES

RATE = 1000
"""Hz: a frame is a millisecond."""
WORD = 100
"""Samples of each word of the plain engine."""


def utterance(text: str, number: int = 0, voice: str = "A", pause: Pause = Pause.CHANGE) -> Utterance:
    """An utterance said as printed."""
    return Utterance(0, number, voice, Kind.SPEECH, text, 0, (SpokenPiece(0, len(text), text),), pause)


ONE_VOICE = Voice("one", "One")


class FakeCast:
    """A cast in which everybody has the voice `everybody`, but for the speakers in `others`."""

    def __init__(self, everybody: Voice = ONE_VOICE, others: Mapping[str, Voice] = MappingProxyType({})) -> None:
        self._everybody, self._others = everybody, others

    def voice(self, speaker: str) -> Voice:
        return self._others.get(speaker, self._everybody)


def chunks_of(engine: Engine, text: str, voice: Voice, speed: float = 1.0) -> list[Chunk]:
    """What an engine makes of a text."""
    chunks: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        chunks.append(chunk)
        return True

    engine.synthesise(text, voice, speed, take)
    return chunks


def joined(chunks: list[Chunk]) -> tuple[bytes, tuple[WordMark, ...]]:
    """The sound of chunks, and their marks."""
    return b"".join(chunk.pcm for chunk in chunks), tuple(mark for chunk in chunks for mark in chunk.marks)


class PlainEngine:
    """Each word is 100 samples of one height, after `lead` and before `tail` samples of silence."""

    name = "plain"
    sample_rate = RATE
    abilities = Abilities(word_marks=True, streams=True)

    def __init__(self, lead: int = 0, tail: int = 0, fails: bool = False) -> None:
        self.lead, self.tail, self.fails = lead, tail, fails
        self.asked: list[tuple[str, float]] = []
        self.closed = False

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        self.asked.append((text, speed))
        if self.fails:
            raise EngineError("The plain engine was told to fail.")
        at, place = self.lead, 0
        if self.lead and not take(Chunk(bytes(2 * self.lead))):
            return
        for word in text.split():
            place = text.index(word, place)
            if not take(Chunk(array("h", [8000] * WORD).tobytes(), (WordMark(at, place),))):
                return
            at, place = at + WORD, place + len(word)
        if self.tail:
            take(Chunk(bytes(2 * self.tail)))

    def close(self) -> None:
        self.closed = True


class HandDevice:
    """Pulls when the test says so; what was pulled is heard at once, less `latency` frames."""

    name = "hand"
    sample_rate = RATE
    patience = math.inf

    def __init__(self, latency: int = 0, head_start: int = 0) -> None:
        self.delivered = 0
        self.latency = latency
        self.trouble: Exception | None = None
        self.head_start = head_start
        self.unplugged = ""
        self.running = False
        self.closed = False
        self.starts = 0
        self.played = bytearray()
        self._pull: Callable[[int], bytes] | None = None

    def start(self, pull: Callable[[int], bytes]) -> None:
        self.starts += not self.running
        self.running, self._pull = True, pull

    def stop(self) -> None:
        self.running = False

    def close(self) -> None:
        self.closed, self.running = True, False

    def take_unplugged(self) -> str:
        unplugged, self.unplugged = self.unplugged, ""
        return unplugged

    def heard(self) -> int:
        return max(0, self.delivered - self.latency)

    def turn(self, frames: int) -> None:
        """Pull that many frames, as a real device would while it runs."""
        assert self.running and self._pull
        sound = self._pull(frames)
        assert len(sound) == frames * FRAME_BYTES
        self.played += sound
        self.delivered += frames

    @property
    def loud(self) -> str:
        """What was played, a letter a frame: # for sound, a full stop for silence."""
        left = array("h", bytes(self.played))[::2]
        return "".join("#" if sample else "." for sample in left)


def until(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something has become true."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not become true in time"
        threading.Event().wait(0.001)
