"""Drives a reading of a document with a recording, without a device and without waiting."""

from __future__ import annotations

import threading
import time
from array import array
from pathlib import Path

from tests.support.reading_driver import ReadingDriver
from tests.support.recordings import CountingSource
from tests.support.voices import shared_voices
from tui_reader.casting import Cast
from tui_reader.document.model import Document
from tui_reader.library import Library
from tui_reader.playback.events import Trouble
from tui_reader.playback.player import Player
from tui_reader.playback.recording.recording_engine import RecordingEngine
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.tts.render import SpeechStyle


class RecordingDriver(ReadingDriver):
    """Drives a reading whose recording counts its milliseconds."""

    def __init__(self, library: Library, document: Document, fails_at: float = float("inf")) -> None:
        super().__init__(library)
        self.lines: list[str] = []
        self.source = CountingSource(fails_at=fails_at)
        self.reading = Reading(
            document, Path("talk.vtt"), library, Settings(), shared_voices, self._recorded_player,
            find_recording=lambda document, path, chosen: (chosen or Path("talk.wav"), ""),
        )  # fmt: skip

    def _recorded_player(self, casting: Cast, style: SpeechStyle) -> Player:
        recording = self.reading.recorded.recording
        assert recording
        recording.seconds = 30.0

        def opened() -> RecordingEngine:
            assert recording
            return RecordingEngine(self.engine, recording, self.source)

        player = Player([opened], lambda rate: (self.device, None), casting, style, self.events.append)
        assert player.wait_ready()
        return player

    def wait_until_made(self) -> None:
        """Wait until the player has made what it makes ahead: nothing more for a tenth of a second."""
        made, since = (-1, -1), time.monotonic()
        while time.monotonic() - since < 0.1:
            if made != (made := (len(self.engine.asked), self.source.reads)):
                since = time.monotonic()
            threading.Event().wait(0.01)

    def _wait_until_made(self) -> None:
        self.wait_until_made()

    def take(self) -> None:
        self.lines += [event.line for event in self.events if isinstance(event, Trouble)]
        super().take()

    @property
    def heard(self) -> list[int]:
        """The left channel of what was played."""
        return list(array("h", bytes(self.device.played))[::2])

    @property
    def marked(self) -> str:
        marked = self.reading.playback.marked
        return self.reading.document.pages[marked.page].text[marked.start : marked.end] if marked else ""
