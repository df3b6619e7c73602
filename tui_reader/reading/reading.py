"""One document being read by one person, put together from its parts; every face calls these and shows what changed.

A face makes one Reading, gives it the player's events in its own thread (`playback.handle`) and calls a method of a
part for each command (`reading_commands`). A method that has something to say returns it as a line, and each face says
it in its own way. The place, the bookmarks and the decisions are saved in the library the moment they change.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.narration.utterance import Pause
from tui_reader.reading.bookmarks import Bookmarks
from tui_reader.reading.glossary import Glossary
from tui_reader.reading.history import History
from tui_reader.reading.jumps import Jumps
from tui_reader.reading.label_decisions import LabelDecisions
from tui_reader.reading.outline import Outline
from tui_reader.reading.place import Place
from tui_reader.reading.playback import Playback
from tui_reader.reading.playback_controller import PlaybackController
from tui_reader.reading.rewind import Rewind
from tui_reader.reading.search import DocumentSearch
from tui_reader.reading.snippets import SnippetPlayback
from tui_reader.reading.spoken_content import SpokenContent
from tui_reader.reading.stops import Stops
from tui_reader.reading.voice_assignment import VoiceAssignment
from tui_reader.terminal.commands import CommandId
from tui_reader.terminal.counts import duration
from tui_reader.terminal.keymap import keymap

if TYPE_CHECKING:
    from tui_reader.casting import Cast, VoiceSet
    from tui_reader.library import Library
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.settings import Settings
    from tui_reader.tts.render import SpeechStyle

AGAIN = 8.0
"""Seconds within which who asks twice where he is wants to know the document."""


class Reading:
    """The parts of a reading, and what takes several of them."""

    def __init__(
        self,
        document: Document,
        path: Path,
        library: Library,
        settings: Settings,
        load_voices: Callable[[], VoiceSet],
        make_player: Callable[[Cast, SpeechStyle], PlayerProtocol],
        report: Callable[[str], None] | None = None,
    ) -> None:
        """`document` is as it was read, and `path` where it can be opened again.

        `load_voices` and `make_player` are called when voices or sound are first needed, or by `player.start`.
        `report` takes a line, in any thread, for a lexicon that cannot be read and is left out; without it that is an
        error.
        """
        self.library = library
        self._settings = settings
        self.place = Place(document, path, library)
        """Where the person is, and the steps from there."""
        self._asked_where, self._title_told = -math.inf, False
        self.place.moved.add(self.forget_question)
        self.history = History(self.place)
        """The way back from jumps."""
        self.jumps = Jumps(self.place, self.history)
        """The long ways: to a turn, a part, what was typed."""
        self.search = DocumentSearch(self.place, self.history, library)
        """What was searched for and found."""
        self.bookmarks = Bookmarks(self.place, self.history, library)
        self.outline = Outline(self.place)
        self.glossary = Glossary(self.place)
        """What the document explains of its words."""
        self.labels = LabelDecisions(self.place, library, lambda: self.take_document(self.place.as_read))
        """Who is who, as the person decides."""
        self.voices = VoiceAssignment(self.place, library, load_voices)
        """Who has which voice."""
        self.spoken = SpokenContent(self.place, settings.narration_options, self._key, report)
        """What is read aloud of the document."""
        self.stops = Stops(self.place)
        """Where reading aloud stops by itself."""
        self.player = PlaybackController(
            settings.speed, settings.volume, settings.stereo, settings.pauses, lambda: self.voices.cast, make_player
        )
        """Speed, volume, sound on or off; the engine and the device behind them."""
        rewind = Rewind(lambda: self._settings.rewind)
        self.playback = Playback(self.place, self.spoken, self.stops, self.voices, self.player, rewind)
        """Reading aloud: play, pause, stop, and what is heard now."""
        self.snippets = SnippetPlayback(self.place, self.spoken, self.playback, self.player)
        """A page, a sentence, a word or a note said by itself."""
        self.bookmarks.added.add(self.snippets.confirm_bookmark)

    @property
    def document(self) -> Document:
        """The document as it was read, with what the person decided about its labels."""
        return self.place.document

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def _key(self, id: CommandId) -> str:
        """The key of a command, as the person has set it and as it is written."""
        return keymap(self._settings.keymap, self._settings.keys).key(id)

    # Another document, or the same understood otherwise

    def open(self, document: Document, path: Path) -> None:
        """Read another document, from the place where it was left; silent at first. It is given as it was read."""
        self.playback.stop()
        self.history.leave(path)
        self.place.open(document, path)
        self.history.arrive()
        self._document_changed()
        self.stops.sleep_timer.off()
        self.playback.document_opened()

    def take_document(self, document: Document) -> None:
        """Go on at the same words of the document, read with other labels or another lexicon; aloud, if it was."""
        playing = self.playback.playing
        self.playback.stop()
        self.place.take_document(document)
        self._document_changed()
        self.playback.document_changed()
        if playing:
            self.playback.play_here()

    def _document_changed(self) -> None:
        """Let each part forget what it has made of the document before; playback comes after all of them."""
        self.search.document_changed()
        self.bookmarks.document_changed()
        self.glossary.document_changed()
        self.voices.document_changed()
        self.spoken.document_changed()

    def take_lexicon(self, lines: tuple[str, ...]) -> None:
        """Say words of the document as these lines of a lexicon have them, from now on."""
        self.take_document(self.place.as_read._replace(lexicon=lines))

    # Settings and progress

    def take_settings(self, settings: Settings) -> None:
        """Apply changed settings; engine and buffer take effect at the next start."""
        old, self._settings = self._settings, settings
        speed = self.player.speed if settings.speed == old.speed else settings.speed
        volume = self.player.volume if settings.volume == old.volume else settings.volume
        if (settings.speed, settings.stereo, settings.pauses) != (old.speed, old.stereo, old.pauses):
            self.player.set_style(speed, settings.stereo, settings.pauses)
        self.player.set_volume(volume)
        if settings.narration_options != old.narration_options:
            self.spoken.choose(settings.narration_options._replace(only=self.spoken.options.only))

    def where(self) -> str | None:
        """One line: the turn, who speaks, its act or scene, how far it is, and how long the rest takes.

        Asked again within some seconds, the title and the date of the document, by the narrator where it reads aloud;
        asked a third time, who speaks how much, and the parts.
        """
        again, self._asked_where = time.monotonic() - self._asked_where < AGAIN, time.monotonic()
        if again and not self._title_told and (title := self.place.title):
            self._title_told = True
            return None if self.snippets.say_title() else title
        if again and self.document.turns:
            from tui_reader.reading.shape import shape_of

            self.forget_question()
            return shape_of(self.document)
        self._title_told = False
        page = self.place.page
        if page is None:
            return "The document has no text."
        percent = self.place.progress.percent(self.place.position)
        section = self.document.section_of(page.part) if page.turn else ""
        named = f"{self.place.name_of(page)}. {section}." if section else f"{self.place.name_of(page)}."
        return f"{named} {percent} percent, {duration(self.seconds_left())} left."

    def forget_question(self) -> None:
        """Something else was done since it was asked where one is: asked now, it is not asked again."""
        self._asked_where = -math.inf

    def seconds_left(self) -> float:
        """Seconds of reading from here to the end, at the speed that is set."""
        pause = self._settings.pauses[Pause.CHANGE]
        return self.place.progress.seconds_left(self.place.position, self.player.speed, pause)

    def close(self) -> None:
        """Stop reading aloud and searching, save the place and release the sound device."""
        self.search.stop()
        self.playback.stop()
        self.player.close()
        self.place.keep()
