"""What the command line said, over what is set, and which document it means. Knows no sound and no face."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.collection import CollectionError, is_standard_input, split_id
from tui_reader.document.model import Document, Person
from tui_reader.errors import DocumentError, ReaderError, UsageError
from tui_reader.narration.narration_options import NarrationOptions, NoteReading
from tui_reader.narration.normalization.lexicon import lexicon_beside
from tui_reader.paths import bundled
from tui_reader.settings import Settings, load_settings
from tui_reader.startup.input_source import InputSource
from tui_reader.tts.open_engine import ENGINES, LIVE, default_engine

if TYPE_CHECKING:
    from tui_reader.library import Library
    from tui_reader.reading import Reading
    from tui_reader.startup.document_choice import Shelf

BUNDLED = bundled("corpus") / "stevenson-ball.txt"
"""The memorandum that came with the program."""


class Options(NamedTuple):
    """What the command line said, None where it said nothing: it wins over the settings."""

    library: Path | None = None
    """The library's file, the person's own by default."""
    engine: str | None = None
    speed: float | None = None
    width: int | None = None
    encoding: str | None = None
    piped: bytes | None = None
    """What came on standard input, where the document is read from there."""
    start: str | None = None
    """Where reading begins, as a person types it: "9", "50%", "part 2"; where it was left without it."""
    notes: NoteReading | None = None
    """When notes are read aloud."""
    only: tuple[str, ...] = ()
    """Who is heard, by id, label or name; empty for everybody."""
    sound: bool = True
    """False: no sound device is opened, and reading goes on at the pace of speech."""
    device: str | None = None
    """Part of the name of the sound device."""
    cursor: str | None = None
    """Where the terminal's cursor is, as the setting has it."""
    typing: str | None = None
    """Whether keys or lines are typed in the plain face, as the setting has it."""


def wanted_settings(options: Options, live: bool = False, data: bool = False) -> tuple[Settings, list[str]]:
    """The settings with the options put over them, the engine by its name, and a line for each wrong setting.

    `live`: where no engine is named, one that speaks by itself will do. `data`: the sound itself is needed, and the
    default serves where the settings name one that gives none. Raises UsageError for an engine that there is not.
    """
    settings, warnings = load_settings()
    set_engine = "auto" if data and settings.engine in LIVE else settings.engine
    engine = options.engine or set_engine
    engine = default_engine(live) if engine == "auto" else engine
    if engine not in ENGINES:
        raise UsageError(f"There is no engine {engine!r}; there are {', '.join(ENGINES)}.")
    settings = settings._replace(
        engine=engine,
        speed=options.speed or settings.speed,
        width=options.width or settings.width,
        notes=options.notes or settings.notes,
        cursor=options.cursor or settings.cursor,
        typing=options.typing or settings.typing,
        device=settings.device if options.device is None else options.device,
    )
    return settings, list(warnings)


def wanted_choices(document: Document, settings: Settings, options: Options) -> NarrationOptions:
    """What is said of a document. Raises UsageError for somebody who is to be heard and does not speak in it."""
    people = {name.casefold(): person.id for person in document.people for name in _names(document, person)}
    unknown = next((name for name in options.only if name.casefold() not in people), None)
    if unknown is not None:
        known = ", ".join(person.id for person in document.people) or "nobody"
        raise UsageError(f"--only {unknown}: {document.name} has {known}.")
    return settings.choices._replace(only=frozenset(people[name.casefold()] for name in options.only))


def _names(document: Document, person: Person) -> Iterator[str]:
    """All that a person may be called by."""
    yield from filter(None, (person.id, *person.labels, person.name, document.short_name(person.id)))


Wait = Callable[[InputSource], Document]
"""Reads a document, and gives it when it is read."""


def at_once(to_read: InputSource) -> Document:
    """Read it here and now."""
    return to_read.read()


def find_document(path: Path | None, library: Library, options: Options) -> tuple[Path, Document, list[str]]:
    """The document asked for, or the one read last, or the memorandum that came with the program; and its path.

    With what the person decided about its labels. Raises DocumentError and UsageError as `formats.read` does. The
    lines say why it is not the one read last.
    """
    path, document, notices = find_as_printed(path, library, options)
    return path, library.decided(document), notices


def find_as_printed(
    path: Path | None, library: Library, options: Options, wait: Wait = at_once
) -> tuple[Path, Document, list[str]]:
    """As `find_document`, but before what was decided about its labels; `wait` has the file read."""
    notices: list[str] = []
    to_read = resolve_source(path, library, options)
    try:
        return to_read.path, with_lexicon(wait(to_read), to_read.path, library), notices
    except DocumentError as error:
        if path is not None or to_read.path == BUNDLED:
            raise
        notices.append(f"The document read last cannot be opened again: {error}")
    return BUNDLED, with_lexicon(wait(InputSource(BUNDLED, options.encoding)), BUNDLED, library), notices


def switch_document(
    reading: Reading, path: Path, start: str | None = None, words: str = "", wait: Wait = at_once
) -> list[str]:
    """Read the document at a path from now on, as if it was opened first: where it was left, everybody heard.

    `start` is a place as it is typed, "turn 9", "part 2", and `words` are those to go to there. Gives lines for the
    person. Raises DocumentError where it cannot be read, CollectionError for a file of many; then all stays as it is.
    """
    path, document, found = find_as_printed(path, reading.library, Options(), wait)
    reading.open(document, path)
    reading.choices = reading.choices._replace(only=frozenset())  # GB of another document is somebody else
    missing = reading.go_to_typed(start) if start else None
    if start and not missing:
        reading.to_words(words)
    return [*found, *document.warnings, *([missing] if missing else [])]


def resolve_source(path: Path | None, library: Library, options: Options) -> InputSource:
    """What is to be read: the file at a path, or the one read last, or the memorandum that came with the program."""
    return InputSource(path or library.last_path() or BUNDLED, options.encoding, options.piped)


def find_shelf(path: Path, library: Library, options: Options) -> Shelf | None:
    """The file of many documents that the one at `path` is in, `FILE#id`; None for a file of one.

    Raises as `find_document`.
    """
    whole, id = split_id(path)
    if id is None:
        return None
    try:
        find_as_printed(whole, library, options)
    except CollectionError as error:
        return shelf_of(whole, error, library)
    return None


def shelf_of(file: Path, error: CollectionError, library: Library) -> Shelf:
    """The documents of a file that could not be opened for there are many."""
    from tui_reader.startup.document_choice import Shelf

    return Shelf(file, error.collection, error.read, lambda document, path: with_lexicon(document, path, library))


def with_lexicon(document: Document, path: Path, library: Library) -> Document:
    """The document with what is known of how words of it are said.

    The lexicon beside it, `NAME.lexicon.toml`, comes first; what is wrong with it is a warning.
    """
    beside = lexicon_beside(path)
    lines = library.lexicon(document.key)
    if not is_standard_input(path) and beside.is_file():
        from tui_reader.narration.normalization import load_lexicon

        try:
            lines = (*(entry.line for entry in load_lexicon(beside).entries), *lines)
        except ReaderError as error:
            document = document._replace(warnings=(*document.warnings, f"{error}; the lexicon beside it is not used"))
    return document._replace(lexicon=lines) if lines else document


def open_document(path: Path | None, options: Options) -> tuple[Document, list[str]]:
    """A document for those who only look at it, and lines for the person."""
    from tui_reader.library import open_library

    library, forgetful = open_library(options.library)
    try:
        _, document, found = find_document(path, library, options)
    finally:
        library.close()
    return document, [*([forgetful] if forgetful else []), *found]
