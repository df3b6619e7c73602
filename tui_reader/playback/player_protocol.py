"""The protocol of both players: the one that plays sound and the one that lets a live engine speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tui_reader.narration.utterance import QueuedUtterance, Utterance
from tui_reader.tts.render import Casting, SpeechStyle


class PlayerProtocol(Protocol):
    """Plays utterances one after the other."""

    volume: float
    """0 to 1."""
    muted: bool

    @property
    def playing(self) -> bool:
        """Whether it speaks now."""

    @property
    def paused(self) -> bool:
        """Whether it can go on where it fell silent."""

    @property
    def engine_name(self) -> str:
        """The engine in use; empty before it is open."""

    @property
    def device_name(self) -> str:
        """Where the sound goes; "none" where nothing is heard; empty before it is known."""

    def wait_ready(self, seconds: float = 10) -> bool:
        """Wait until it can speak, or never will; False if that takes longer than `seconds`."""

    def play(self, queued: Iterator[QueuedUtterance]) -> int:
        """Play these; returns the serial of this run. What played before falls silent."""

    def pause(self) -> None:
        """Fall silent, to go on at the same place."""

    def resume(self) -> None:
        """Go on where it was paused."""

    def stop(self) -> None:
        """Fall silent and forget the place."""

    def end(self) -> None:
        """Let the utterance that is being heard be the last."""

    def heard(self) -> tuple[Utterance, int, int] | None:
        """The utterance that is heard or paused in, and the word there, as characters of its printed text.

        None where nothing was played.
        """

    def change(self, casting: Casting | None = None, style: SpeechStyle | None = None) -> None:
        """Other voices, another speed, from what is said next."""

    def close(self) -> None:
        """Release everything."""
