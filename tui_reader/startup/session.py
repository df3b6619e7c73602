"""Puts a reading together: settings and options, the library, the document, the voices, engine and device.

Every face begins here. Messages for the person are returned as lines; what sounds is imported when it is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.desktop.desktop_controls import DesktopControls
from tui_reader.document.collection import CollectionError, split_id
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.library import Library, open_library
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.startup.engine_voices import engine_voices
from tui_reader.startup.find_document import ReadSource, find_as_printed, read_now, resolve_source
from tui_reader.startup.input_source import InputSource
from tui_reader.startup.player_factory import EventRelay, PlayerFactory, PostEvent
from tui_reader.startup.reading_options import (
    BESIDE,
    ReadingOptions,
    chosen_chair,
    effective_settings,
    make_narration_options,
)
from tui_reader.startup.spoken_language import spoken_language_notices
from tui_reader.terminal.output import complain

if TYPE_CHECKING:
    from tui_reader.casting import VoiceSet
    from tui_reader.library.index_search import Across
    from tui_reader.startup.collection_shelf import Shelf


class Session(NamedTuple):
    """A reading and what it needs. Close it in every case: that keeps the place and lets go of the sound."""

    reading: Reading
    settings: Settings
    """With the options put over them."""
    library: Library
    notices: tuple[str, ...]
    """Lines for the person: what is wrong in the settings and the library."""
    find_shelf: Callable[[Path], Shelf | None]
    """Gives the file of many documents that holds the one at a path. Raises ReaderError."""
    options: ReadingOptions
    events: EventRelay
    players: PlayerFactory
    controls: DesktopControls
    """For media keys; a face starts them when its first page is shown."""
    speak: bool = False
    """Whether plain text mode starts with its voices on: by an option, or as they were when it was left."""
    typed: tuple[str, ...] = ()
    """Keys, by name, that were pressed after the one that left the other face: they are for this one."""
    pending: InputSource | None = None
    """A large document that the face reads itself while it is shown, by `begin`."""
    begin: Callable[[ReadSource], list[str]] = lambda read: []
    """Reads what is pending; returns lines for the person. Raises as `open_session`."""

    def for_face(self, post: PostEvent, live: bool = False) -> Session:
        """The same reading for the other face: silent, at the same place, as fast and as loud.

        Its events go to `post` from now on. The engine is the one that is set, or else the default for that face;
        `live` as for `open_session`.
        """
        self.reading.playback.stop()
        self.reading.player.close()
        self.events.post = post
        engine = effective_settings(self.options, live)[0].engine
        settings = self.settings._replace(engine=engine)
        self.players.take(settings)
        return self._replace(settings=settings, notices=(), pending=None)

    def take_up(
        self,
        path: Path,
        start: str | None = None,
        words: str = "",
        read: ReadSource = read_now,
        across: Across | None = None,
    ) -> list[str]:
        """Read another document from now on, as `switch_document` does."""
        from tui_reader.startup.switch_document import switch_document

        return switch_document(self.reading, path, start, words, read, across)

    def close(self) -> None:
        """Keep the place, fall silent, close the library."""
        self.controls.close()
        self.reading.close()
        self.players.close()
        self.library.cache.finish()
        self.library.close()


def open_session(
    path: Path | None,
    options: ReadingOptions,
    post: PostEvent,
    voices: bool = True,
    choosing: bool = False,
    live: bool = False,
    read: ReadSource = read_now,
    later: bool = False,
) -> Session:
    """Open a document (the one read last, where `path` is None) for a face; `post` takes the player's events.

    `voices`: whether they are read and the place is saved now, and not when sound is first wanted, and when the first
    page is shown (`place.keep`). `choosing`: a file of many documents is
    opened too, without text until one of them is chosen (`find_shelf`). `live`: where no engine is named, one that
    plays its sound by itself will do. `read` reads the file; a large one is left to the face where `later` is true
    (`Session.pending`). A broken voice of the person's own is posted as trouble.

    Raises UsageError for an unknown engine or place, DocumentError for a file that cannot be read, ReaderError for a
    recording that cannot.
    """
    if path and "#turn-" in path.name:
        from tui_reader.document.turn_reference import split_turn

        path, turn = split_turn(path)
        options = options._replace(start=options.start or turn)
    _check_sound(options.audio)
    settings, notices = effective_settings(options, live)
    troubles: list[str] = []
    library = open_library(options.library, troubles.append)
    events = EventRelay(post)
    players = PlayerFactory(settings, options.sound, events, options.stream)
    report = partial(_report, events)
    opener = _DocumentOpener(path, options, settings, library, choosing)
    try:
        pending = opener.large_source() if later else None
        where, document, found = opener.not_yet_read(pending) if pending else opener.find(read)
        reading = Reading(
            document,
            where,
            library,
            settings,
            partial(_load_voices, events, settings.engine),
            players,
            report,
            keep=voices,
            find_recording=_find_recording,
        )
        players.recording = lambda: reading.recorded.recording
        if not pending:
            opener.go_to_start(reading)
        if voices:
            players.begin_stream()
            _ = reading.voices.available
    except BaseException:
        players.close()
        library.close()
        for trouble in troubles:
            complain(trouble)
        raise
    library.report = report
    return Session(
        reading,
        settings,
        library,
        (*notices, *troubles, *found, *reading.told_at_opening),
        opener.find_shelf,
        options,
        events,
        players,
        DesktopControls(reading, events, settings.media_keys),
        pending=pending,
        begin=partial(opener.begin, reading),
    )


class _DocumentOpener:
    """Opens the document of a session, now or later, and remembers the file of many documents that it found."""

    def __init__(
        self, path: Path | None, options: ReadingOptions, settings: Settings, library: Library, choosing: bool
    ) -> None:
        self._path, self._options, self._settings, self._library = path, options, settings, library
        self._choosing = choosing
        self._shelf: Shelf | None = None

    def large_source(self) -> InputSource | None:
        """What is to be read, where reading it takes longer than a blink."""
        source = resolve_source(self._path, self._library, self._options)
        known = source.is_large and self._library.cache.find(source.path, source.how)
        return source if source.is_large and not known else None

    def not_yet_read(self, source: InputSource) -> tuple[Path, Document, list[str]]:
        """A document without text in place of one that is read later."""
        return source.path, Document(source.name, "", "", ""), []

    def find(self, read: ReadSource) -> tuple[Path, Document, list[str]]:
        """The path, the document, and notices; a document without text where one of many is still to be chosen."""
        try:
            path, document, notices = find_as_printed(self._path, self._library, self._options, read)
            return path, document, [*notices, *spoken_language_notices(document, self._settings)]
        except CollectionError as error:
            if not self._choosing or self._path is None:
                raise
            from tui_reader.startup.collection_shelf import shelf_of

            self._shelf = shelf_of(self._path, error, self._library)
            collection = error.collection
            return self._path, Document(collection.title, "", "", ""), list(collection.warnings)

    def go_to_start(self, reading: Reading) -> None:
        """Choose what is read aloud, and go to the place that the options name. Raises UsageError for a missing one."""
        if self._shelf:
            return
        reading.spoken.choose(make_narration_options(reading.document, self._settings, self._options))
        if self._options.no_audio:
            reading.recorded.leave_out()
        elif self._options.audio:
            reading.recorded.choose(None if self._options.audio == BESIDE else self._options.audio)
        if self._options.chair:
            reading.rehearsal.take(chosen_chair(reading.document, self._options))
        if self._options.start is not None and (missing := reading.jumps.to_typed(self._options.start)):
            raise UsageError(missing)

    def begin(self, reading: Reading, read: ReadSource) -> list[str]:
        """Read the document that was left for later; returns notices."""
        where, document, notices = self.find(read)
        reading.open(document, where)
        self.go_to_start(reading)
        return [*notices, *reading.told_at_opening]

    def find_shelf(self, wanted: Path) -> Shelf | None:
        """The file of many documents that holds the one at a path. Raises ReaderError."""
        from tui_reader.startup.collection_shelf import find_shelf

        file = split_id(wanted)[0]
        if self._shelf and self._shelf.path == file:
            return self._shelf
        is_named = self._path is not None and split_id(self._path)[0] == file
        return find_shelf(wanted, self._library, self._options if is_named else ReadingOptions())


def _check_sound(path: Path | None) -> None:
    """Raise UsageError or ReaderError, before it is kept, where a recording that is named cannot be heard."""
    if path is None or path == BESIDE:
        return
    if not path.exists():
        raise UsageError(f"--audio {path}: there is no such file.")
    from tui_reader.playback.recording.open_sound import open_sound

    open_sound(path).close()


def _find_recording(document: Document, path: Path, chosen: Path | None) -> tuple[Path | None, str]:
    """The recording of a document, as `RecordedSound` asks for it."""
    from tui_reader.startup.find_recording import find_recording

    return find_recording(document, path, chosen)


def _report(post: PostEvent, line: str) -> None:
    """Tell of trouble with the library or a lexicon while a document is read."""
    from tui_reader.playback.events import Trouble

    post(Trouble(line))


def _load_voices(post: PostEvent, engine: str) -> VoiceSet:
    """The voices for an engine; where one of the person's own is broken, it is posted and the program's are given."""
    from tui_reader.casting import bundled_voices
    from tui_reader.playback.events import Trouble

    try:
        return engine_voices(engine)
    except ReaderError as error:
        post(Trouble(f"{str(error).rstrip('.')}. The voices that came with the reader are used."))
        return bundled_voices()
