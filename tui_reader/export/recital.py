"""A document with all it takes to make its sound, without a place in it, a device or a face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tui_reader.casting import Cast, cast, load_voices
from tui_reader.library import open_library
from tui_reader.opening import Options, find_document, wanted_choices, wanted_settings
from tui_reader.script.script import Script
from tui_reader.speech.engine import Engine
from tui_reader.speech.engines import open_engine
from tui_reader.speech.render import Manner


@dataclass(frozen=True)
class Recital:
    """The whole reading, ready to be made. Close the engine after it."""

    script: Script
    cast: Cast
    manner: Manner
    engine: Engine
    notices: tuple[str, ...]
    """Lines for the person."""


def open_recital(path: Path | None, options: Options) -> Recital:
    """Open a document with the voices that were chosen for it; the library is only read.

    Raises UsageError for an unknown engine, EngineError where it cannot be started, DocumentError, ReaderError for a
    voice's file.
    """
    settings, notices = wanted_settings(options)
    library, forgetful = open_library(options.library)
    try:
        _, document, found = find_document(path, library, options)
        chosen, known = library.cast(document.key), library.register.voices(document.people)
    finally:
        library.close()
    return Recital(
        Script(document, wanted_choices(document, settings, options)),
        cast(document, load_voices(), chosen, known),
        Manner(settings.speed, settings.stereo, settings.pauses),
        open_engine(settings.engine),
        (*notices, *([forgetful] if forgetful else []), *found),
    )
