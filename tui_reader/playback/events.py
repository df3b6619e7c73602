"""A player's state, the events that it posts to the faces, and what the desktop posts to them.

A serial identifies one run of playing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from tui_reader.narration.utterance import QueuedUtterance, Utterance
from tui_reader.playback.asked import Asked


class PlayerState(Enum):
    """What a player does."""

    STOPPED = "stopped"
    PAUSED = "paused"
    """Silent, to go on where it fell silent."""
    PLAYING = "playing"


@dataclass(frozen=True, slots=True)
class Began:
    """An utterance begins to be heard. As all events of a run it is dropped where a newer run has begun."""

    serial: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class WordHeard:
    """A word begins to be heard."""

    serial: int
    utterance: Utterance
    start: int
    """Characters into the utterance's printed text."""
    end: int
    is_estimated: bool = False
    """Whether it may be another word of the sentence."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The last utterance was heard to its end."""

    serial: int


@dataclass(frozen=True, slots=True)
class Silenced:
    """Something else has interrupted the speech, a screen reader's key: it is paused where it was."""

    serial: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something failed; the line says what, and how it goes on."""

    line: str


@dataclass(frozen=True, slots=True)
class Unplugged(Trouble):
    """The headphones have gone: it is paused where it was."""


@dataclass(frozen=True, slots=True)
class Lost(Trouble):
    """The player can play no more."""

    left: Callable[[], Iterator[QueuedUtterance] | None]
    """Gives what it was playing and has not played; None where it was silent."""


@dataclass(frozen=True, slots=True)
class StreamEnded:
    """The stream that the sound is written to can take no more."""

    error: Exception


Event = Began | WordHeard | Finished | Trouble | Silenced | StreamEnded | Asked
