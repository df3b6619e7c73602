"""What the player says: its state, one value, and the events it posts. A serial tells one run from another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tui_reader.narration.utterance import QueuedUtterance, Utterance


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing is playing."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Silent, and goes on at the very sample."""

    serial: int


@dataclass(frozen=True, slots=True)
class Playing:
    """Reading aloud. An event with an older serial is dropped."""

    serial: int


State = Stopped | Paused | Playing


@dataclass(frozen=True, slots=True)
class Began:
    """An utterance begins to be heard."""

    serial: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class WordHeard:
    """A word begins to be heard: characters `start` to `end` of the utterance's printed text."""

    serial: int
    utterance: Utterance
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The last utterance was heard to its end."""

    serial: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something failed; the line says what, and how it goes on."""

    line: str


@dataclass(frozen=True, slots=True)
class Lost(Trouble):
    """Who played can play no more."""

    left: Callable[[], Iterator[QueuedUtterance] | None]
    """Gives what it was playing and has not played; None where it was silent."""


@dataclass(frozen=True, slots=True)
class Silenced:
    """Something else has cut the speech off, a screen reader's key: it is paused where it was."""

    serial: int


Event = Began | WordHeard | Finished | Trouble | Silenced
