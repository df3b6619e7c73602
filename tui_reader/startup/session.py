"""Puts a reading together: settings and options, the library, the document, the voices, engine and device.

Every face and command begins here. Knows no face: what the person should be told is given as lines. What sounds is
imported when sound is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.collection import CollectionError, split_id
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.library import Library, open_library
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.startup.input_source import InputSource
from tui_reader.startup.open_document import (
    Options,
    Wait,
    at_once,
    find_as_printed,
    find_shelf,
    resolve_source,
    shelf_of,
    switch_document,
    wanted_choices,
    wanted_settings,
)
from tui_reader.tts.open_engine import LIVE, default_engine

if TYPE_CHECKING:
    from tui_reader.casting import VoiceSet
    from tui_reader.playback.device import Device
    from tui_reader.playback.events import Event
    from tui_reader.playback.player import Player
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.startup.document_choice import Shelf
    from tui_reader.tts.render import Casting, SpeechStyle


Post = Callable[["Event"], None]


class Events:
    """The player's events on their way to the face that is shown, in any thread."""

    def __init__(self, post: Post) -> None:
        self.post = post
        """Takes them now."""

    def __call__(self, event: Event) -> None:
        """One more."""
        self.post(event)


class Players:
    """Makes the players of a reading: the first that is wanted; when that is lost, the next."""

    def __init__(self, settings: Settings, sound: bool, post: Post) -> None:
        """`sound` False: no device is opened, and no engine speaks by itself."""
        self._sound, self._post = sound, post
        self.take(settings)

    def take(self, settings: Settings) -> None:
        """Make the next as it is set now, and not the one behind one that was lost."""
        self._settings = settings
        live = settings.engine in LIVE and self._sound
        self._makers = [make_live_player, make_player] if live else [make_player]

    def __call__(self, casting: Casting, manner: SpeechStyle) -> PlayerProtocol:
        """The next player."""
        make = self._makers.pop(0) if len(self._makers) > 1 else self._makers[0]
        return make(self._settings, self._sound, casting, manner, self._post)


class Session(NamedTuple):
    """A reading with what it stands on. Close it in every case: that keeps the place and lets go of the sound."""

    reading: Reading
    settings: Settings
    library: Library
    notices: tuple[str, ...]
    """Lines for the person: what in the settings and the library is not as it should be."""
    find_shelf: Callable[[Path], Shelf | None]
    """Gives the file of many documents that the one at a path is in. Raises ReaderError."""
    options: Options
    events: Events
    players: Players
    speak: bool = False
    """Whether the plain face speaks by itself: as it was told to, or was when it was left for the other."""
    typed: tuple[str, ...] = ()
    """Keys, by name, that were pressed behind the one that left the other face: they are for this one."""
    pending: InputSource | None = None
    """What is to be read, where the face waits for it itself: then it calls `begin`."""
    begin: Callable[[Wait], list[str]] = lambda wait: []
    """Reads what is pending from now on; gives lines for the person. Raises as `open_session`."""

    def for_face(self, post: Post, live: bool = False) -> Session:
        """The same reading for another face: silent, at the same place, as fast and loud as it was.

        Its events go to `post` from now on. The engine is the one that is set, or by itself fits that face; `live` as
        for `open_session`.
        """
        self.reading.stop()
        self.reading.aloud.close()
        self.events.post = post
        engine = wanted_settings(self.options, live)[0].engine
        settings = self.settings._replace(engine=engine)
        self.players.take(settings)
        return self._replace(settings=settings, notices=(), pending=None)

    def take_up(self, path: Path, start: str | None = None, words: str = "", wait: Wait = at_once) -> list[str]:
        """Read another document from now on, as `opening.take_up` does."""
        return switch_document(self.reading, path, start, words, wait)

    def close(self) -> None:
        """Keep the place, fall silent, close the library."""
        self.reading.close()
        self.library.close()


def open_session(
    path: Path | None,
    options: Options,
    post: Post,
    voices: bool = True,
    choosing: bool = False,
    live: bool = False,
    wait: Wait = at_once,
    later: bool = False,
) -> Session:
    """Open a document (the one read last, where `path` is None) for a face; `post` takes the player's events.

    `voices`: whether they are read now, and not when sound is first wanted. `choosing`: a file of many documents is
    opened too, with nothing to read until one of them is chosen (`find_shelf`). `live`: the person's own synthesiser
    speaks, where no engine is named. `wait` has the file read; where it is large and `later`, that is left to the face
    (`Session.pending`). Raises UsageError for an unknown engine or a place that there is not, DocumentError for a file
    that cannot be read. A broken voice of the person's own is posted as trouble.
    """
    settings, notices = wanted_settings(options, live)
    library, forgetful = open_library(options.library)

    events = Events(post)
    players = Players(settings, options.sound, events)
    shelf: Shelf | None = None

    def find(wait: Wait) -> tuple[Path, Document, list[str]]:
        """The document, or one without text where it is still to be chosen."""
        nonlocal shelf
        try:
            return find_as_printed(path, library, options, wait)
        except CollectionError as error:
            if not choosing or path is None:
                raise
            shelf = shelf_of(path, error, library)
            return path, Document(shelf.collection.title, "", "", ""), list(shelf.collection.warnings)

    def set_out() -> None:
        """Go where the options say."""
        if shelf is None:
            reading.choices = wanted_choices(reading.document, settings, options)
            if options.start is not None and (missing := reading.go_to_typed(options.start)):
                raise UsageError(missing)

    def begin(wait: Wait) -> list[str]:
        where, document, found = find(wait)
        reading.open(document, where)
        set_out()
        return found

    try:
        pending = resolve_source(path, library, options) if later else None
        if pending and pending.is_large:
            where, document, found = pending.path, Document(pending.name, "", "", ""), list[str]()
        else:
            pending = None
            where, document, found = find(wait)
        reading = Reading(document, where, library, settings, partial(_load_voices, events), players)
        if not pending:
            set_out()
        if voices:
            _ = reading.bench
    except BaseException:
        library.close()
        raise
    told = (*notices, *([forgetful] if forgetful else []), *found)

    def of_path(wanted: Path) -> Shelf | None:
        file = split_id(wanted)[0]
        if shelf and shelf.path == file:
            return shelf
        named = options if path and split_id(path)[0] == file else Options()
        return find_shelf(wanted, library, named)

    return Session(reading, settings, library, told, of_path, options, events, players, pending=pending, begin=begin)


def make_player(settings: Settings, sound: bool, casting: Casting, manner: SpeechStyle, post: Post) -> Player:
    """A player with the engine that is set; should it fail, with espeak-ng, and then in silence at the pace of speech.

    `sound` False: no device is opened.
    """
    from tui_reader.playback.open_device import open_device
    from tui_reader.playback.player import Player
    from tui_reader.playback.silent_device import SilentDevice
    from tui_reader.tts.engine_watchdog import with_watchdog
    from tui_reader.tts.open_engine import open_engine

    def device(sample_rate: int) -> tuple[Device, str | None]:
        if not sound:
            return SilentDevice(sample_rate), None
        return open_device(sample_rate, settings.buffer, settings.device)

    first = default_engine() if settings.engine in LIVE else settings.engine
    engines = [partial(with_watchdog, partial(open_engine, name)) for name in dict.fromkeys((first, "espeak", "quiet"))]
    return Player(engines, device, casting, manner, post)


def make_live_player(
    settings: Settings, sound: bool, casting: Casting, manner: SpeechStyle, post: Post
) -> PlayerProtocol:
    """A player that has the engine that is set speak by itself; should that fail, `Lost` is posted."""
    from tui_reader.playback.live_player import LivePlayer
    from tui_reader.tts.open_engine import open_live_engine

    return LivePlayer(partial(open_live_engine, settings.engine), casting, manner, post)


def _load_voices(post: Post) -> VoiceSet:
    """The voices; where one of the person's own is broken, a line says so and those that came with the reader serve."""
    from tui_reader.casting import bundled_voices, load_voices
    from tui_reader.playback.events import Trouble

    try:
        return load_voices()
    except ReaderError as error:
        post(Trouble(f"{error} The voices that came with the reader are used."))
        return bundled_voices()
