"""The Engine protocol: an utterance's text into sound with word marks. Engines know no document and no device.

The LiveEngine protocol beside it is for what speaks by itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from tui_reader.casting.voice import Voice
from tui_reader.narration.utterance import Sounds


class WordMark(NamedTuple):
    """A word begins: at this sample of the utterance's sound, at this character of its spoken text."""

    sample: int
    """Samples from the utterance's first sample, at the engine's sample rate."""
    offset: int
    """Characters into the text that was given."""


class Chunk(NamedTuple):
    """Some sound of an utterance, in order, and the words that begin in it; samples count from its start."""

    pcm: bytes
    """Signed 16-bit little-endian mono samples."""
    marks: tuple[WordMark, ...] = ()


Take = Callable[[Chunk], bool]
"""Takes a chunk; False means: no more of this utterance is wanted, stop at once."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an engine can do."""

    word_marks: bool
    """Whether its word marks are its own; otherwise they are spread over the sound by the length of the words."""
    streams: bool
    """Whether the first chunk comes before the last is made."""
    audible: bool = True
    """Whether there is anything to hear; silence that is meant is not trimmed."""
    patience: float = math.inf
    """Seconds in which more sound comes if it does not hang; infinite for one that sees to that itself."""


class Engine(Protocol):
    """Makes sound of text. All calls come from one thread, the engine's owner."""

    name: str
    sample_rate: int
    """Hz."""
    abilities: Abilities

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """Make the sound of `text` and hand it to `take` chunk by chunk, until all is given or `take` says False.

        `speed` is 0.5 to 4, times the voice's own speed. Text is data: nothing in it is markup. Raises EngineError with
        one line when the sound cannot be made.
        """

    def close(self) -> None:
        """Let go of everything; the engine is not used after it."""


@runtime_checkable
class PhoneticEngine(Protocol):
    """An engine that takes the sounds of words, beside their spelling. The others say the spelling."""

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `synthesise`; `sounds` in order, in the characters of `text`, in espeak-ng's mnemonics."""


class SpeechProgress(StrEnum):
    """What becomes of a message that a live engine was given."""

    BEGUN = "begun"
    REACHED = "reached"
    """It has come to a place in it."""
    ENDED = "ended"
    SILENCED = "silenced"
    """Cut off, by whomever."""
    LOST = "lost"
    """The engine can say no more at all."""


class SpeechReport(NamedTuple):
    """What a live engine tells."""

    progress: SpeechProgress
    message: int = 0
    offset: int = 0
    """Characters into the text, where a place was reached."""


class LiveEngine(Protocol):
    """Says a text by itself and gives no sound: what it says cannot be levelled, placed, counted or kept in a file.

    It is given a function for what it tells, which is called from another thread. All other calls come from one.
    """

    name: str

    def say(self, text: str, places: Sequence[int], voice: Voice, speed: float, volume: float) -> int:
        """Say `text` and tell when each of `places`, characters into it, is reached; gives the message's number.

        Text is data. `speed` as for an Engine, `volume` 0 to 1. Returns at once; an engine that cannot tell places
        tells the rest. Raises EngineError.
        """

    def cancel(self) -> None:
        """Be silent at once. Raises EngineError."""

    def close(self) -> None:
        """Fall silent and let go of everything; nothing is told after it."""
