"""Drives a reading of the memorandum: its engine and its device are stand-ins, and the test says what is heard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from tests.support.corpus import MEMORANDUM
from tests.support.sound import HandDevice, PlainEngine, until
from tests.support.voices import shared_voices
from tui_reader.casting import Cast
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.playback.events import Event, WordHeard
from tui_reader.playback.player import Player
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.tts.render import SpeechStyle


def silent_reading(document: Document, path: Path, library: Library) -> Reading:
    """A reading for tests that need no sound: they fail if a player is made."""

    def make_player(casting: Cast, style: SpeechStyle) -> Player:
        raise AssertionError("sound was opened")

    return Reading(document, path, library, Settings(), shared_voices, make_player)


def turn_of(reading: Reading) -> int | None:
    """The number of the turn at the place; None on another page."""
    page = reading.place.page
    return page.turn.number if page and page.turn else None


class ReadingDriver:
    """A reading, its events in a list, and a device that plays when the test says so."""

    def __init__(self, library: Library) -> None:
        self.events: list[Event] = []
        self.device = HandDevice()
        self.engine = PlainEngine()
        self.library = library
        self.reading = Reading(read(MEMORANDUM), MEMORANDUM, library, Settings(), shared_voices, self._player)

    def _player(self, casting: Cast, style: SpeechStyle) -> Player:
        player = Player([lambda: self.engine], lambda rate: (self.device, None), casting, style, self.events.append)
        assert player.wait_ready()
        return player

    def wait_for_words(self, words: str) -> None:
        """Wait until the engine is asked for these words: what it made for the place before may come first."""
        until(lambda: words in [asked for asked, _ in self.engine.asked])

    def hear(self, frames: int) -> None:
        """Let so many milliseconds be heard and hand on what was posted."""
        until(lambda: self.device.running)
        self._wait_until_made()
        self.device.turn(frames)
        until(self.told)
        self.take()

    def _wait_until_made(self) -> None:
        """Wait until the player has made what it makes ahead: the device takes silence for what is missing."""
        before = -1
        while before != (before := len(self.engine.asked)):
            threading.Event().wait(0.02)

    def told(self) -> bool:
        """Whether the word that is heard was posted."""
        heard = self.reading.player.start().heard()
        last = next((e for e in reversed(self.events) if isinstance(e, WordHeard)), None)
        return bool(heard and last and (last.utterance, last.start) == heard[:2])

    def play_out(self, over: Callable[[], bool]) -> None:
        """Let be heard what is made, as it is made, until that is so; and hand on what was posted."""

        def heard() -> bool:
            if self.device.running:
                self.device.turn(1000)
            return over()

        until(heard)
        self.take()

    def wait_until_told(self, kind: type[Event]) -> None:
        """Wait until the player has posted an event of that kind, and hand on what was posted."""
        until(lambda: any(isinstance(event, kind) for event in self.events))
        self.take()

    def take(self) -> None:
        while self.events:
            self.reading.playback.handle(self.events.pop(0))
