"""How a reading is put together: options over settings, engines to fall back on, what is told."""

from __future__ import annotations

import sys
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from tui_reader.casting.voice import Voice
from tui_reader.document.model import NARRATOR, Kind
from tui_reader.errors import DocumentError, EngineError, UsageError
from tui_reader.library import library_path
from tui_reader.narration.utterance import Pause, SpokenPiece, Utterance, queued
from tui_reader.paths import config_folder
from tui_reader.playback import open_device
from tui_reader.playback.events import Began, Event, Finished, Trouble, WordHeard
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.settings import Settings
from tui_reader.startup.player_factory import make_player
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.startup.session import open_session
from tui_reader.tts import espeak_engine, open_engine
from tui_reader.tts.engine import Chunk
from tui_reader.tts.render import Sound, SpeechStyle, render
from tui_reader.tts.silent_engine import SilentEngine

SILENT = ReadingOptions(engine="quiet", sound=False)


def configure(text: str) -> None:
    """Write the settings file."""
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text(text)


def test_an_option_wins_over_a_setting_and_a_setting_over_the_default() -> None:
    configure('speed = 2.0\nwidth = 50\nengine = "tone"\n')
    settings, _ = effective_settings(ReadingOptions(speed=3.0))
    assert (settings.speed, settings.width, settings.engine) == (3.0, 50, "tone")


def test_a_wrong_setting_is_a_notice_and_no_error() -> None:
    configure("speed = 99\n")
    session = open_session(None, SILENT, lambda event: None)
    session.close()
    assert session.settings.speed == 1.0
    assert len(session.notices) == 1 and "speed" in session.notices[0]


def test_where_the_document_read_last_is_gone_that_is_told_and_the_memorandum_is_there(tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE: Good morning.\n\nBEN: Yes.\n\nANNE: We walk.\n")
    open_session(talk, SILENT, lambda event: None).close()
    talk.unlink()
    session = open_session(None, SILENT, lambda event: None)
    session.close()
    (told,) = session.notices
    assert told.startswith("The document read last cannot be opened again: ") and "talk.txt: no such file" in told
    assert session.reading.place.path.name == "stevenson-ball.txt"


def test_an_engine_that_there_is_not_is_wrong_use_before_anything_is_made() -> None:
    with pytest.raises(UsageError, match="organ"):
        open_session(None, ReadingOptions(engine="organ"), lambda event: None)
    assert not library_path().exists()


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux")
def test_files_of_sound_are_made_by_the_default_where_the_engine_set_gives_none() -> None:
    configure('engine = "speech-dispatcher"\n')
    engines = [effective_settings(ReadingOptions(), **how)[0].engine for how in ({}, {"live": True}, {"data": True})]
    assert engines == ["speech-dispatcher", "speech-dispatcher", "espeak"]
    asked = ReadingOptions(engine="speech-dispatcher")
    assert effective_settings(asked, data=True)[0].engine == "speech-dispatcher", "who names it is told that it cannot"
    (config_folder() / "settings.toml").unlink()
    engines = [effective_settings(ReadingOptions(), **how)[0].engine for how in ({}, {"live": True})]
    assert engines == ["espeak", "speech-dispatcher"]


def test_a_document_that_cannot_be_read_leaves_the_library_closed(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        open_session(tmp_path / "none.txt", SILENT, lambda event: None)


def test_closing_keeps_the_place() -> None:
    session = open_session(None, SILENT, lambda event: None)
    session.reading.jumps.to_turn(9)
    session.close()
    again = open_session(None, SILENT, lambda event: None)
    assert again.reading.place.position.page == 8 and again.reading.place.came_back
    again.close()


class Alone:
    """Everybody has one voice."""

    def voice(self, speaker: str) -> Voice:
        return Voice("one", "One")


def said(words: str) -> Utterance:
    return Utterance(0, 0, NARRATOR, Kind.SPEECH, words, 0, (SpokenPiece(0, len(words), words),), Pause.END)


def events_of(settings: Settings, words: str) -> list[Event]:
    """What a player of a session posts while it says some words without a device."""
    inbox: SimpleQueue[Event] = SimpleQueue()
    player = make_player(settings, False, Alone(), SpeechStyle(speed=4.0), inbox.put)
    events: list[Event] = []
    try:
        player.play(queued([said(words)]))
        while not events or not isinstance(events[-1], Finished):
            try:
                events.append(inbox.get(timeout=10))
            except Empty:
                raise AssertionError(f"no end came after {events}") from None
    finally:
        player.close()
    return events


def test_where_no_engine_can_be_opened_it_reads_on_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise EngineError("espeak-ng is not there.")

    monkeypatch.setattr(espeak_engine, "EspeakEngine", fail)
    events = events_of(Settings(engine="espeak"), "Good morning to you.")
    assert events[0] == Trouble("espeak-ng is not there.")
    assert [type(event) for event in events[1:]] == [Began, *[WordHeard] * 4, Finished]


def test_an_engine_that_is_set_comes_before_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    really = open_engine.open_engine

    def note(name: str | None = None) -> object:
        asked.append(name)
        return really(name)

    monkeypatch.setattr(open_engine, "open_engine", note)
    events_of(Settings(engine="quiet"), "Yes.")
    assert asked == ["quiet"]


def test_without_sound_no_device_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> SilentDevice:
        raise AssertionError("a device was opened")

    monkeypatch.setattr(open_device, "open_device", refuse)
    assert not any(isinstance(event, Trouble) for event in events_of(Settings(engine="quiet"), "Yes."))


class TestTheQuietEngine:
    """Silence as long as speech."""

    def test_it_is_silent_and_marks_each_word_in_order(self) -> None:
        chunks: list[Chunk] = []
        SilentEngine().synthesise("Good morning to you.", Voice("v", "V"), 1.0, lambda c: chunks.append(c) or True)  # type: ignore[func-returns-value]
        marks = [mark for chunk in chunks for mark in chunk.marks]
        assert [mark.offset for mark in marks] == [0, 5, 13, 16]
        assert marks == sorted(marks) and marks[0].sample == 0
        assert not any(b"".join(chunk.pcm for chunk in chunks))

    @pytest.mark.parametrize("speed", [0.5, 1.0, 4.0])
    def test_it_is_as_long_as_the_characters_take(self, speed: float) -> None:
        chunks: list[Chunk] = []
        engine = SilentEngine()
        engine.synthesise("a" * 186, Voice("v", "V"), speed, lambda c: chunks.append(c) or True)  # type: ignore[func-returns-value]
        assert sum(len(chunk.pcm) for chunk in chunks) // 2 == round(10 / speed * engine.sample_rate)

    def test_its_silence_is_not_trimmed(self) -> None:
        sounds: list[Sound] = []
        frames = render(
            said("Good morning."), SilentEngine(), Alone(), SpeechStyle(), lambda s: sounds.append(s) or True
        )  # type: ignore[func-returns-value]
        assert frames == round(13 / 18.6 * 22050)
        assert [word.start for sound in sounds for word in sound.words] == [0, 5]

    def test_it_stops_when_no_more_is_wanted(self) -> None:
        chunks: list[Chunk] = []
        SilentEngine().synthesise("One two three.", Voice("v", "V"), 1.0, lambda c: bool(chunks.append(c)))  # type: ignore[func-returns-value]
        assert len(chunks) == 1
