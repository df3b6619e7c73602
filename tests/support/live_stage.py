"""A live player on a stand-in for speech-dispatcher, driven by a test: what is asked of the server, what is posted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from tests.support.sound import FakeCast, until, utterance
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Utterance, queued
from tui_reader.playback.events import Event
from tui_reader.playback.live_player import LivePlayer
from tui_reader.tts.engine import SpeechReport
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.speech_dispatcher_engine import SpeechDispatcherEngine

VOICES = {
    "A": Voice("a", "A", gender="male", espeak=EspeakSettings("en-us+m3", pitch=65)),
    "B": Voice("b", "B", gender="male", espeak=EspeakSettings("en-us+klatt6", pitch=28)),
    "C": Voice("c", "C", gender="female", espeak=EspeakSettings("en-us+zoe", pitch=50)),
    "D": Voice("d", "D", gender="female", espeak=EspeakSettings("en-us+mia", pitch=55)),
}


class LiveStage:
    """A player on a server that says nothing by itself."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "speechd.sock"
        self.server = Dispatcher(self.path)
        self.events: SimpleQueue[Event] = SimpleQueue()
        self.style = SpeechStyle(1.0, True, {Pause.CHANGE: 0})
        self.player = LivePlayer(self.open, FakeCast(others=VOICES), self.style, self.events.put)
        assert self.player.wait_ready()

    def open(self, tell: Callable[[SpeechReport], None]) -> SpeechDispatcherEngine:
        environ = {"SPEECHD_ADDRESS": f"unix_socket:{self.path}"}
        return SpeechDispatcherEngine(tell, environ)

    def play(self, *utterances: Utterance) -> int:
        """Play, and wait until the first message is asked for."""
        before = len(self.server.messages)
        serial = self.player.play(queued(utterances))
        until(lambda: len(self.server.messages) > before)
        return serial

    def posted(self, *kinds: type) -> Event:
        """The next event of one of these kinds."""
        while True:
            event = self.events.get(timeout=60)
            if isinstance(event, kinds):
                return event

    def asked(self, number: int) -> str:
        """The text of a message, once it is asked for; from 1."""
        until(lambda: len(self.server.messages) >= number)
        return self.server.messages[number - 1].text

    def set(self, number: int) -> dict[str, str]:
        """What was set for that message."""
        self.asked(number)
        return self.server.messages[number - 1].set

    def close(self) -> None:
        self.player.close()
        self.server.close()


def turn(text: str, page: int, voice: str = "A", number: int = 0) -> Utterance:
    """An utterance that is a page by itself."""
    return utterance(text, number, voice)._replace(page=page)
