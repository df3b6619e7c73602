"""What the command line asks for, and the settings and narration options that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.document.hidden_words import NOBODY
from tui_reader.document.model import Document, Person
from tui_reader.errors import UsageError
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.narration_options import NarrationOptions, NoteReading
from tui_reader.settings import Settings, load_settings
from tui_reader.tts.open_engine import ENGINES, LIVE, can_be_heard, default_engine

BESIDE = Path("beside")
"""In place of a recording: the one that is found beside the document, whichever was named before."""


class SoundStream(NamedTuple):
    """Where sound goes that another program plays."""

    descriptor: int
    format: str
    """A name in `stream_encoding.ENCODERS`."""


class ReadingOptions(NamedTuple):
    """What the command line asks for; None where it says nothing. It wins over the settings."""

    library: Path | None = None
    """The library's file; None for the person's own."""
    engine: str | None = None
    """The name of the speech engine."""
    speed: float | None = None
    """A factor; 1 is the voices' own speed."""
    width: int | None = None
    """The longest line of text, in columns."""
    encoding: str | None = None
    """The document's text encoding."""
    language: str | None = None
    """The tag of the document's language (BCP 47)."""
    producer: str | None = None
    """The name of the program or format that the document is read as, as `--as list` prints it."""
    columns: tuple[tuple[str, str], ...] = ()
    """Of a table, what columns are ("speaker", "text"), and their numbers from 1 or heads."""
    piped: bytes | None = None
    """What came on standard input, where the document is read from there."""
    start: str | None = None
    """Where reading starts, as a person types it: "9", "50%", "part 2"; None for where it was left."""
    notes: NoteReading | None = None
    """When notes are read aloud."""
    only: tuple[str, ...] = ()
    """Whose turns are read aloud, by id, label or name; empty for everybody's."""
    chair: tuple[str, ...] = ()
    """Whose turns are left to the person, by id, label or name, or NOBODY; empty for those that were kept."""
    sound: bool = True
    """False: no sound device is opened, and reading moves on at the pace of speech."""
    audio: Path | None = None
    """The recording of the document, now and later; None where it is looked for, BESIDE to forget the one of before."""
    no_audio: bool = False
    """Whether no recording is heard."""
    device: str | None = None
    """Part of the name of the sound device."""
    stream: SoundStream | None = None
    """Where sound is written, in place of a device."""
    cursor: str | None = None
    """Where the terminal's cursor is, as in the setting."""
    typing: str | None = None
    """Whether keys or lines are typed in plain text mode, as in the setting."""


def effective_settings(options: ReadingOptions, live: bool = False, data: bool = False) -> tuple[Settings, list[str]]:
    """The settings with the options put over them and the engine named, and a line for each wrong setting.

    `live`: where no engine is named, one that plays its sound by itself will do; it must do where no other can be
    heard. `data`: the sound itself is needed, so the default engine is taken where the settings name a live one.
    Raises UsageError for an unknown engine.
    """
    settings, warnings = load_settings()
    data = data or options.stream is not None
    set_engine = "auto" if data and settings.engine in LIVE else settings.engine
    engine = options.engine or set_engine
    if engine == "auto":
        engine = default_engine(live or not (data or can_be_heard()))
    if engine not in ENGINES:
        raise UsageError(f"There is no engine {engine!r}; the engines are {', '.join(ENGINES)}.")
    settings = settings._replace(
        engine=engine,
        speed=options.speed or settings.speed,
        width=options.width or settings.width,
        wrap=settings.wrap or options.width is not None,
        notes=options.notes or settings.notes,
        cursor=options.cursor or settings.cursor,
        typing=options.typing or settings.typing,
        device=settings.device if options.device is None else options.device,
    )
    return settings, list(warnings)


def make_narration_options(document: Document, settings: Settings, options: ReadingOptions) -> NarrationOptions:
    """What of a document is read aloud. Raises UsageError where `only` names somebody who does not speak in it."""
    return settings.narration_options._replace(only=_ids(document, "--only", options.only))


def chosen_chair(document: Document, options: ReadingOptions) -> frozenset[str]:
    """The ids of those whose turns are left to the person. Raises UsageError for somebody who does not speak in it."""
    is_left = [name.casefold() for name in options.chair] == [NOBODY] and NOBODY not in _called(document)
    return frozenset() if is_left else _ids(document, "--chair", options.chair)


def _ids(document: Document, option: str, names: Iterable[str]) -> frozenset[str]:
    """The ids of people of a document, as they are called in an option."""
    people = _called(document)
    unknown = next((name for name in names if name.casefold() not in people), None)
    if unknown is not None:
        known = ", ".join(person.id for person in document.people) or "nobody"
        raise UsageError(f"{option} {unknown}: {document.name} has {known}.")
    return frozenset(people[name.casefold()] for name in names)


def _called(document: Document) -> dict[str, str]:
    """The id of each person, by all that the person may be called, in small letters."""
    return {name.casefold(): person.id for person in document.people for name in _names(document, person)}


def _names(document: Document, person: Person) -> Iterator[str]:
    """Every name by which a person may be called."""
    yield from filter(None, (person.id, *person.labels, person.name, document.short_name(person.id)))
