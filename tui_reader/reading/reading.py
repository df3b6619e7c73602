"""One document being read by one person, put together from its parts; every face calls these and shows what changed.

A face makes one Reading, gives it the player's events in its own thread (`playback.handle`) and calls a method of a
part for each command (`reading_commands`). A method that has something to say returns it as a line, and each face says
it in its own way. The place, the bookmarks and the decisions are saved in the library the moment they change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.reading.place import Place
from tui_reader.reading.spoken_content import SpokenContent

if TYPE_CHECKING:
    from tui_reader.casting import Cast, VoiceSet
    from tui_reader.library import Library
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.reading.bookmarks import Bookmarks
    from tui_reader.reading.glossary import Glossary
    from tui_reader.reading.history import History
    from tui_reader.reading.jumps import Jumps
    from tui_reader.reading.label_decisions import LabelDecisions
    from tui_reader.reading.outline import Outline
    from tui_reader.reading.playback import Playback
    from tui_reader.reading.playback_controller import PlaybackController
    from tui_reader.reading.recorded_sound import FindRecording, RecordedSound
    from tui_reader.reading.recording_times import RecordingTimes
    from tui_reader.reading.rehearsal import Rehearsal
    from tui_reader.reading.search import DocumentSearch
    from tui_reader.reading.snippets import SnippetPlayback
    from tui_reader.reading.stops import Stops
    from tui_reader.reading.voice_assignment import VoiceAssignment
    from tui_reader.reading.whereabouts import Whereabouts
    from tui_reader.settings import Settings
    from tui_reader.terminal.commands import CommandId
    from tui_reader.tts.render import SpeechStyle


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
        keep: bool = True,
        find_recording: FindRecording | None = None,
    ) -> None:
        """`document` is as it was read, and `path` where it can be opened again.

        `load_voices` and `make_player` are called when voices or sound are first needed, or by `player.start`.
        `report` takes a line, in any thread, for a lexicon that cannot be read and is left out; without it that is an
        error. Without `keep` the place is saved when something is done: writing it takes the disk some milliseconds,
        and a face calls `place.keep` when its first page is shown. Without `find_recording` only a
        recording that was chosen is heard.
        """
        self.library = library
        self._settings = settings
        self._load_voices, self._make_player, self._find_recording = load_voices, make_player, find_recording
        self.place = Place(document, path, library, keep, settings.rehearsal_words)
        """Where the person is, and the steps from there."""
        self._moved_before = False
        """Whether the person has moved before anything was to be heard."""
        self.place.moved.add(self._person_moved)
        self.spoken = SpokenContent(self.place, settings.narration_options, self.key, report)
        """What is read aloud of the document."""

    # The parts, each made when it is first asked for: the first page needs few of them.

    @cached_property
    def history(self) -> History:
        """The way back from jumps."""
        from tui_reader.reading.history import History

        return History(self.place)

    @cached_property
    def jumps(self) -> Jumps:
        """The long ways: to a turn, a part, what was typed."""
        from tui_reader.reading.jumps import Jumps

        return Jumps(self.place, self.history)

    @cached_property
    def search(self) -> DocumentSearch:
        """What was searched for and found."""
        from tui_reader.reading.search import DocumentSearch

        return DocumentSearch(self.place, self.history, self.library)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """Places that are marked."""
        from tui_reader.reading.bookmarks import Bookmarks

        bookmarks = Bookmarks(self.place, self.history, self.library)
        bookmarks.added.add(self.snippets.confirm_bookmark)
        return bookmarks

    @cached_property
    def outline(self) -> Outline:
        """Its parts and turns, a row each."""
        from tui_reader.reading.outline import Outline

        return Outline(self.place)

    @cached_property
    def glossary(self) -> Glossary:
        """What the document explains of its words."""
        from tui_reader.reading.glossary import Glossary

        return Glossary(self.place)

    @cached_property
    def labels(self) -> LabelDecisions:
        """Who is who, as the person decides."""
        from tui_reader.reading.label_decisions import LabelDecisions

        return LabelDecisions(self.place, self.library, lambda: self.take_document(self.place.as_read))

    @cached_property
    def voices(self) -> VoiceAssignment:
        """Who has which voice."""
        from tui_reader.reading.voice_assignment import VoiceAssignment

        return VoiceAssignment(self.place, self.library, self._load_voices, self.recorded.voice_chosen)

    @cached_property
    def stops(self) -> Stops:
        """Where reading aloud stops by itself."""
        from tui_reader.reading.stops import Stops

        stops = Stops(self.place)
        stops.waits = self._settings.rehearsal == "wait"
        return stops

    @cached_property
    def player(self) -> PlaybackController:
        """Speed, volume, sound on or off; the engine and the device behind them."""
        from tui_reader.reading.playback_controller import PlaybackController

        settings = self._settings
        return PlaybackController(
            settings.speed,
            settings.volume,
            settings.stereo,
            settings.pauses,
            lambda: self.voices.cast,
            self._make_player,
            self.recorded.in_style,
        )

    @cached_property
    def recorded(self) -> RecordedSound:
        """The document's recording, if it has one."""
        from tui_reader.reading.recorded_sound import RecordedSound, find_none

        return RecordedSound(self.place, self.library, lambda: self._settings, self._find_recording or find_none)

    @cached_property
    def playback(self) -> Playback:
        """Reading aloud: play, pause, stop, and what is heard now."""
        from tui_reader.reading.playback import Playback
        from tui_reader.reading.rewind import Rewind

        rewind = Rewind(lambda: self._settings.rewind)
        playback = Playback(self.place, self.spoken, self.stops, self.voices, self.player, rewind)
        self.recorded.changed.add(playback.restart)
        if self._moved_before:
            playback.place_moved()
        playback.changed.add(self._follow_rehearsal)
        return playback

    @cached_property
    def recording_times(self) -> RecordingTimes:
        """The times by which the recording is followed."""
        from tui_reader.reading.recording_times import RecordingTimes

        return RecordingTimes(self.place, self.library, self.recorded, self.playback)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """The part that the person rehearses."""
        from tui_reader.reading.rehearsal import Rehearsal

        return Rehearsal(
            self.place,
            self.spoken,
            self.stops,
            self.player,
            lambda: self.playback,
            lambda: self.snippets,
            self._part_changed,
            self._words_shown,
            self.recorded.seconds_left,
        )

    @property
    def rehearsing(self) -> bool:
        """Whether the turns of some speaker are left to the person."""
        return bool(self.place.hiding.speakers)

    def repeat(self) -> str | None:
        """Go to the start of this turn, or at a turn of the person to its cue."""
        if self.rehearsing and self.rehearsal.repeat():
            return None
        return self.place.repeat()

    @property
    def told_at_opening(self) -> list[str]:
        """Lines for when the document is opened: with which recording it is heard, whose part the person rehearses."""
        part = self.rehearsal.opening if self.rehearsing else []
        return [*filter(None, [self.recorded.told, self.place.part_lost]), *part]

    def take_notice(self) -> str:
        """The line for when reading aloud has stopped by itself, "" without one. Each is returned once."""
        at_end = self.rehearsing and self.playback.saying is None and self.playback.up_next is None
        report = self.rehearsal.report.rstrip() if at_end else ""
        return self.stops.take_notice() or report

    def _follow_rehearsal(self) -> None:
        if self.rehearsing:
            self.rehearsal.follow()

    @cached_property
    def snippets(self) -> SnippetPlayback:
        """A page, a sentence, a word or a note said by itself."""
        from tui_reader.reading.snippets import SnippetPlayback

        return SnippetPlayback(self.place, self.spoken, self.playback, self.player)

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Where the person is, in a line, and how long the rest takes."""
        from tui_reader.reading.whereabouts import Whereabouts

        return Whereabouts(self.place, self.recorded, self.player, lambda: self.snippets, lambda: self._settings)

    def _person_moved(self) -> None:
        if self._made("whereabouts"):
            self.whereabouts.forget()
        if self._made("playback"):
            self.playback.place_moved()
        else:
            self._moved_before = True

    def _made(self, part: str) -> bool:
        """Whether a part was asked for already."""
        return part in vars(self)

    @property
    def document(self) -> Document:
        """The document as it is shown, with what the person decided about its labels."""
        return self.place.document

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def key(self, id: CommandId) -> str:
        """The key of a command, as the person has set it and as it is written."""
        from tui_reader.terminal.keymap import keymap

        return keymap(self._settings.keymap, self._settings.keys).key(id)

    # Another document, or the same understood otherwise

    def open(self, document: Document, path: Path) -> None:
        """Read another document, from the place where it was left; silent at first. It is given as it was read.

        The player is opened anew for another recording.
        """
        self.playback.stop()
        self.history.leave(path)
        had_recording = self._made("recorded") and self.recorded.is_found
        self.place.open(document, path)
        if self._made("recorded"):
            self.recorded.opened()
            if had_recording or self.recorded.recording:
                self.player.close()
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

    def _part_changed(self) -> None:
        """The turns of other speakers are left to the person: go on with that, aloud if it was."""
        playing = self.playback.playing or self.playback.waiting
        self.playback.stop()
        self._document_changed()
        self.playback.document_changed()
        if playing:
            self.playback.play_here()

    def _words_shown(self) -> None:
        """More or fewer words of turns of the person are shown; what is heard goes on."""
        self.spoken.words_shown()
        for part in filter(None, (vars(self).get(name) for name in ("search", "glossary"))):
            part.document_changed()

    def _document_changed(self) -> None:
        """Let each part forget what it has made of the document before; playback comes after all of them."""
        names = ("search", "bookmarks", "glossary", "voices", "spoken", "recorded")
        parts = [vars(self).get(name) for name in names]
        for part in filter(None, parts):
            part.document_changed()

    def take_lexicon(self, lines: tuple[str, ...]) -> None:
        """Say words of the document as these lines of a lexicon have them, from now on."""
        self.take_document(self.place.as_read._replace(lexicon=lines))

    # Settings, and the end

    def take_settings(self, settings: Settings) -> None:
        """Apply changed settings; engine and buffer take effect at the next start."""
        old, self._settings = self._settings, settings
        speed = self.player.speed if settings.speed == old.speed else settings.speed
        volume = self.player.volume if settings.volume == old.volume else settings.volume
        if (settings.speed, settings.stereo, settings.pauses) != (old.speed, old.stereo, old.pauses):
            self.player.set_style(speed, settings.stereo, settings.pauses)
        if (settings.unrecorded, settings.skip_silence) != (old.unrecorded, old.skip_silence):
            self.recorded.changed.tell()
        self.player.set_volume(volume)
        self.stops.waits = settings.rehearsal == "wait"
        if settings.rehearsal_words is not old.rehearsal_words:
            self.place.hide(self.place.hiding._replace(shown=settings.rehearsal_words, pages={}))
            self._words_shown()
        if settings.narration_options != old.narration_options:
            self.spoken.choose(settings.narration_options._replace(only=self.spoken.options.only))

    def close(self) -> None:
        """Stop reading aloud and searching, save the place and release the sound device."""
        if self._made("search"):
            self.search.stop()
        if self._made("playback"):
            self.playback.stop()
        if self._made("player"):
            self.player.close()
        self.place.keep()
