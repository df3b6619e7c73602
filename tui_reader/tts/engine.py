"""The protocols of engines: `Engine` makes sound with word marks of a text, `LiveEngine` speaks by itself.

Engines know no document and no device.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from tui_reader.casting.voice import Voice
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import ForeignStretch, Sounds

SAMPLE_RATE = 22_050
"""Hz of the sound of every engine, so that any can take over from another."""


class WordMark(NamedTuple):
    """Where a word begins, in the sound of an utterance and in its spoken text."""

    sample: int
    """Samples from the utterance's first sample, at the engine's sample rate."""
    offset: int
    """Characters into the text that the engine was given."""


class Chunk(NamedTuple):
    """A part of an utterance's sound, in order, and the words that begin in it."""

    pcm: bytes
    """Signed 16-bit little-endian mono samples."""
    marks: tuple[WordMark, ...] = ()


Take = Callable[[Chunk], bool]
"""Takes a chunk; returns False when no more of this utterance is wanted, and the engine stops at once."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an engine can do."""

    word_marks: bool
    """Whether the word marks are the engine's own; otherwise they are spread over the sound by the words' length."""
    streams: bool
    """Whether the first chunk comes before the last is made."""
    audible: bool = True
    """Whether there is anything to hear; the silence of a silent engine is not trimmed."""
    patience: float = math.inf
    """Seconds within which more sound comes unless the engine hangs; infinite if the engine itself sees to that."""
    notice: str = ""
    """A line for the person, told when the engine is opened: what it cannot do here that it usually can."""


class Engine(Protocol):
    """Makes sound of text. All calls come from one thread, which owns the engine."""

    name: str
    sample_rate: int
    """Hz."""
    abilities: Abilities

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """Make the sound of `text` and hand it to `take` chunk by chunk, until all is given or `take` returns False.

        `speed` is 0.5 to 4 times the voice's own speed. Text is data: nothing in it is markup. Raises EngineError, with
        one line, when the sound cannot be made.
        """

    def close(self) -> None:
        """Release everything; the engine is not used afterwards."""


@runtime_checkable
class PhoneticEngine(Protocol):
    """An engine that can be given the sounds of words beside their spelling. Other engines say the spelling."""

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `synthesise`; `sounds` are in order, in the characters of `text`, in espeak-ng's mnemonics."""


class SpeechProgress(StrEnum):
    """What becomes of a message that a live engine was given."""

    BEGUN = "begun"
    REACHED = "reached"
    """A place in the text was reached."""
    ENDED = "ended"
    SILENCED = "silenced"
    """Interrupted, by this program or by another."""
    LOST = "lost"
    """The engine can say nothing more at all."""


class SpeechReport(NamedTuple):
    """What a live engine reports."""

    progress: SpeechProgress
    message: int = 0
    offset: int = 0
    """Characters into the text; for REACHED."""


class LiveEngine(Protocol):
    """Speaks by itself and gives no sound: what it says cannot be levelled, placed in stereo or saved to a file.

    It is opened with a function for its reports, which it calls from another thread. All other calls come from one
    thread.
    """

    name: str

    def pace(self, speed: float) -> float:
        """Characters a second at a speed, when it speaks as slowly as it may: one that takes longer hangs."""

    def say(
        self,
        text: str,
        places: Sequence[int],
        voice: Voice,
        speed: float,
        volume: float,
        foreign: Sequence[ForeignStretch] = (),
    ) -> int:
        """Begin to say `text` and report when each of `places`, characters into it, is reached.

        Returns the message's number. `foreign` are the stretches of it in another language than the voice's.
        Text is data. `speed` is as for an Engine, `volume` 0 to 1. Returns at once. An engine that cannot report places
        reports the rest. Raises EngineError.
        """

    def cancel(self) -> None:
        """Fall silent at once. Raises EngineError."""

    def close(self) -> None:
        """Fall silent and release everything; nothing is reported afterwards."""
