"""A reading whose voices speak by themselves: speed, steps, sleep, choices and place are as with our own player."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.sound import HandDevice, PlainEngine, until
from tests.support.speech_dispatcher_stand_in import Dispatcher
from tests.support.voices import shared_voices
from tui_reader.casting import Cast
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.narration.narration_options import NoteReading
from tui_reader.playback.events import Event, Lost
from tui_reader.playback.live_player import LivePlayer
from tui_reader.playback.player import Player
from tui_reader.playback.player_protocol import PlayerProtocol
from tui_reader.reading import Reading
from tui_reader.reading.stops import SleepTimer, Stepping
from tui_reader.settings import Settings
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.speech_dispatcher_engine import SpeechDispatcherEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of files are not for Windows")
SECOND = "I think the meeting has been called off."
"""All of turn 2."""


class LiveReadingDriver:
    """A reading by a stand-in for speech-dispatcher; when that is gone, by the plain engine."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.events: list[Event] = []
        self.server = Dispatcher(folder / "s")
        self.where = {"SPEECHD_ADDRESS": f"unix_socket:{folder / 's'}"}
        self.engine, self.library = PlainEngine(), library
        self.players: list[PlayerProtocol] = []
        settings = Settings(pauses=dict.fromkeys(Settings().pauses, 0))
        self.reading = Reading(read(MEMORANDUM), MEMORANDUM, library, settings, shared_voices, self._player)

    def _player(self, casting: Cast, style: SpeechStyle) -> PlayerProtocol:
        player: PlayerProtocol
        if self.players:
            player = Player(
                [lambda: self.engine], lambda rate: (HandDevice(), None), casting, style, self.events.append
            )
        else:
            player = LivePlayer(
                lambda tell: SpeechDispatcherEngine(tell, self.where), casting, style, self.events.append
            )
        assert player.wait_ready()
        self.players.append(player)
        return player

    def said(self, number: int) -> str:
        """The words of a message, once it is asked for; from 1."""
        until(lambda: len(self.server.messages) >= number)
        parts = self.server.messages[number - 1].text.split("<")
        return "".join(part.partition(">")[2] for part in parts)

    def hear(self, number: int, *words: str) -> None:
        """Let a message be heard up to these of its words."""
        text = self.said(number)
        self.server.begin(number)
        for word in words:
            self.server.mark(number, text.index(word))
        until(lambda: len(self.events) > len(words))
        self.take()

    def end(self, number: int) -> None:
        """Let a message end."""
        self.server.begin(number)
        self.server.end(number)

    def take(self) -> None:
        while self.events:
            self.reading.playback.handle(self.events.pop(0))


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[LiveReadingDriver]:
    with Library(None) as library:
        driver = LiveReadingDriver(tmp_path, library)
        driver.reading.jumps.to_turn(2)
        yield driver
        driver.reading.close()
        driver.server.close()


def test_the_place_is_the_word_that_is_told_and_is_kept(driver: LiveReadingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1, "I", "think", "the")
    assert driver.reading.place.position == Position(1, 8)
    assert driver.reading.playback.marked == (1, 8, 11)
    driver.reading.playback.stop()
    assert driver.library.place(driver.reading.document.key) == Position(1, 8)
    driver.reading.playback.play_or_pause()
    assert driver.said(2) == "the meeting has been called off."


def test_it_goes_on_at_the_word_with_another_speed(driver: LiveReadingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1, "I", "think", "the")
    assert driver.reading.player.faster() == "Speed 1.1."
    assert driver.said(2) == "the meeting has been called off."
    assert driver.server.messages[0].set["RATE"] != driver.server.messages[1].set["RATE"]


def test_it_stops_after_each_sentence_where_that_is_wanted(driver: LiveReadingDriver) -> None:
    driver.reading.jumps.to_turn(6)
    driver.reading.stops.stepping = Stepping.SENTENCE
    for number in (1, 2):
        driver.reading.playback.play_or_pause()
        said = driver.said(number)
        driver.end(number)
        until(lambda: not driver.reading.playback.playing)
        driver.take()
        assert driver.reading.playback.saying is None and driver.reading.playback.up_next
        assert said.count(".") == 1, "a sentence and no more"
    assert driver.said(1) != driver.said(2)


def test_one_side_alone_is_heard(driver: LiveReadingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1, "I")
    assert driver.reading.spoken.one_side() == "Only Ball is heard."
    driver.said(2)
    driver.end(2)
    driver.said(3)
    first, third = (driver.server.messages[number].set for number in (0, 2))
    assert first["PITCH"] == third["PITCH"]


def test_notes_are_said_by_the_narrator_where_they_are_wanted(driver: LiveReadingDriver) -> None:
    driver.reading.spoken.choose(driver.reading.spoken.options._replace(notes=NoteReading.MARK))
    driver.reading.jumps.to_turn(1)
    driver.reading.playback.play_or_pause()
    assert "meeting" in driver.said(1)
    driver.end(1)
    assert driver.said(2).startswith("Note 1.")
    assert driver.server.messages[0].set["PITCH"] != driver.server.messages[1].set["PITCH"]


def test_the_sleep_timer_lets_the_sentence_end(driver: LiveReadingDriver) -> None:
    now = [0.0]
    driver.reading.stops.sleep_timer = SleepTimer(lambda: driver.reading.document, lambda: now[0])
    driver.reading.jumps.to_turn(6)
    driver.reading.stops.next_sleep()
    driver.reading.playback.play_or_pause()
    driver.hear(1, driver.said(1).split()[0])
    now[0] = 15 * 60.0
    driver.server.mark(1, driver.said(1).index(" ") + 1)
    until(lambda: driver.events)
    driver.take()
    assert driver.reading.playback.playing
    driver.server.mark(1, driver.said(1).index(". ") + 2)
    until(lambda: not driver.reading.playback.playing)
    driver.take()
    assert driver.reading.stops.take_notice() == "Sleep." and driver.server.cancels
    assert driver.reading.playback.up_next and driver.reading.place.position.page == 5


def test_the_next_player_goes_on_at_the_word_when_the_server_is_gone(driver: LiveReadingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1, "I", "think", "the")
    driver.server.close()
    until(lambda: any(isinstance(event, Lost) for event in driver.events))
    driver.take()
    until(lambda: driver.engine.asked)
    assert driver.engine.asked[0][0] == "the meeting has been called off."
    assert driver.reading.playback.playing and len(driver.players) == 2


def test_who_was_silent_when_the_server_went_stays_silent(driver: LiveReadingDriver) -> None:
    driver.reading.player.start()
    driver.server.close()
    until(lambda: any(isinstance(event, Lost) for event in driver.events))
    driver.take()
    assert not driver.reading.playback.playing and not driver.engine.asked
    driver.reading.playback.play_or_pause()
    until(lambda: driver.engine.asked)
    assert driver.engine.asked[0][0] == SECOND
