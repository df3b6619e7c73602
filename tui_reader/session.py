"""Puts a reading together: settings and options, the library, the document, the voices, engine and device.

Every face and command begins here. Knows no face: what the person should be told is given as lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tui_reader.casting import Cast, cast, load_voices
from tui_reader.library import Library, open_library
from tui_reader.opening import Options, find_document, wanted_settings
from tui_reader.reading import Post, Reading
from tui_reader.script import Choices, Script
from tui_reader.settings import Settings
from tui_reader.speech.device import Device, SilentDevice, open_device
from tui_reader.speech.engine import Engine
from tui_reader.speech.engines import open_engine
from tui_reader.speech.player import Player
from tui_reader.speech.render import Casting, Manner


@dataclass(frozen=True)
class Session:
    """A reading with what it stands on. Close it in every case: that keeps the place and lets go of the sound."""

    reading: Reading
    settings: Settings
    library: Library
    notices: tuple[str, ...]
    """Lines for the person: what in the settings, the library or the document is not as it should be."""

    def close(self) -> None:
        """Keep the place, fall silent, close the library."""
        self.reading.close()
        self.library.close()


@dataclass(frozen=True)
class Recital:
    """A document with all it takes to make its sound without a place, a device or a face: what an export needs."""

    script: Script
    cast: Cast
    manner: Manner
    engine: Engine
    notices: tuple[str, ...]


def open_session(path: Path | None, options: Options, post: Post) -> Session:
    """Open a document (the one read last, where `path` is None) for a face; `post` takes the player's events.

    Raises UsageError for an unknown engine, DocumentError for a file that cannot be read, ReaderError for a voice's.
    """
    settings, notices = wanted_settings(options)
    library, forgetful = open_library(options.library)
    try:
        path, document, found = find_document(path, library, options)

        def player(casting: Cast, manner: Manner) -> Player:
            return make_player(settings, options.sound, casting, manner, post)

        reading = Reading(document, path, library, settings, load_voices(), player)
    except BaseException:
        library.close()
        raise
    return Session(reading, settings, library, (*notices, *([forgetful] if forgetful else []), *found))


def open_recital(path: Path | None, options: Options) -> Recital:
    """Open a document for an export, with the voices that were chosen for it. Raises as `open_session` does."""
    settings, notices = wanted_settings(options)
    library, forgetful = open_library(options.library)
    try:
        _, document, found = find_document(path, library, options)
        chosen = library.cast(document.key)
    finally:
        library.close()
    script = Script(document, choices_of(settings))
    return Recital(
        script,
        cast(document, load_voices(), chosen),
        Manner(settings.speed, settings.stereo, settings.pauses),
        open_engine(settings.engine),
        (*notices, *([forgetful] if forgetful else []), *found),
    )


def choices_of(settings: Settings) -> Choices:
    """What is said, as it is set."""
    return Choices(announce=settings.announce, letters=settings.letters, spell_out=settings.spell_out)


def make_player(settings: Settings, sound: bool, casting: Casting, manner: Manner, post: Post) -> Player:
    """A player with the engine that is set; should it fail, with espeak-ng, and then in silence at the pace of speech.

    `sound` False: no device is opened.
    """

    def device(sample_rate: int) -> tuple[Device, str | None]:
        return open_device(sample_rate, settings.buffer) if sound else (SilentDevice(sample_rate), None)

    engines = [partial(open_engine, name) for name in dict.fromkeys((settings.engine, "espeak", "quiet"))]
    return Player(engines, device, casting, manner, post)
