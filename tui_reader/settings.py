"""What a person has set: one TOML file in the configuration folder, each setting with a default and a sentence.

The fields of `Settings` with `_ABOUT` are the one table of settings: loading, the README and the settings screen read
it. A wrong line of the file is a warning with its place, and the default holds. Knows no face and no engine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tui_reader.errors import ReaderError, UsageError
from tui_reader.narration.narration_options import Announce, Earcons, LetterVoice, NarrationOptions, NoteReading
from tui_reader.narration.utterance import Pause
from tui_reader.paths import config_folder
from tui_reader.terminal.commands import COMMANDS
from tui_reader.terminal.keymap import PRESETS, keymap
from tui_reader.terminal.keys import keys_typed

FILE = "settings.toml"
Value = str | bool | int | float


class Verbosity(StrEnum):
    """How much the plain face says of a turn beside its words."""

    BRIEF = "brief"
    """The speaker's name, left out while it stays the same."""
    NORMAL = "normal"
    """The speaker's name."""
    FULL = "full"
    """The number of the turn too."""


class Setting(NamedTuple):
    """One setting as the documentation, the doctor and the settings screen show it."""

    name: str
    """As it is written in the file; "pauses.change" stands in the table [pauses]."""
    default: Value
    about: str
    """A sentence on what it does."""
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    read: Callable[[str], object] | None = None
    """Raises ValueError for a text that is none of this setting; its `form` says what it must be."""
    form: str = "a text in quotes"

    @property
    def values(self) -> str:
        """What it may be, in words: "0.5 to 4", "auto, full or plain"."""
        if self.choices:
            return f"{', '.join(self.choices[:-1])} or {self.choices[-1]}"
        if isinstance(self.default, bool):
            return "true or false"
        if self.low is not None and self.high is not None:
            return f"{'a whole number from ' if isinstance(self.default, int) else ''}{self.low:g} to {self.high:g}"
        return self.form

    def check(self, value: object) -> Value:
        """The value, where it is one that this setting may have. Raises ValueError with what it must be."""
        kind = type(self.default)
        if kind is float and type(value) is int and abs(value) < 1_000_000:
            value = float(value)
        fits = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
        if fits and self.choices:
            fits = value in self.choices
        if fits and self.low is not None and self.high is not None:
            fits = isinstance(value, int | float) and math.isfinite(value) and self.low <= value <= self.high
        if fits and self.read and isinstance(value, str):
            try:
                self.read(value)
            except ValueError as error:
                raise ValueError(f"must be {self.values}: {error}") from None
        if not fits or not isinstance(value, Value):
            raise ValueError(f"must be {self.values}")
        return kind(value)


def _about(
    about: str, choices: tuple[str, ...] = (), low: float | None = None, high: float | None = None
) -> Mapping[str, Any]:
    return {"about": about, "choices": tuple(map(str, choices)), "low": low, "high": high}


PAUSES: Mapping[Pause, tuple[int, str]] = {
    Pause.SENTENCE: (350, "Before the next sentence: the time of a breath."),
    Pause.ITEM: (250, "Before the next item of a list: less than a breath, for the sentence goes on."),
    Pause.PARAGRAPH: (550, "Before the next paragraph: more than a breath, so that a new thought is heard."),
    Pause.SAME_SPEAKER: (600, "Before another turn of the same speaker: no new voice tells it, so the silence must."),
    Pause.CHANGE: (700, "Before another speaker: the last words are taken in before the voice changes."),
    Pause.ANSWER: (350, "After a short answer: half of a change, so that quick talk stays quick."),
    Pause.NOTE: (600, "Before a note that is read aloud, and after it: what is not talk stands apart from it."),
    Pause.PART: (1200, "Before another part, and after a title: the time of turning a leaf."),
}
"""Milliseconds of silence at speed 1, by cause, and why so long."""
_PAUSES_AS_THEY_COME = MappingProxyType({cause: milliseconds for cause, (milliseconds, _) in PAUSES.items()})


class Settings(NamedTuple):
    """What is set, each with its default."""

    face: str = "auto"
    engine: str = "auto"
    speed: float = 1.0
    volume: float = 1.0
    announce: Announce = Announce.NEVER
    typing: str = "key"
    verbosity: str = "normal"
    letters: LetterVoice = LetterVoice.AUTHOR
    notes: NoteReading = NoteReading.SILENT
    earcons: Earcons = Earcons.OFF
    spell_out: bool = True
    stereo: bool = True
    sound: bool = True
    pauses: Mapping[Pause, int] = _PAUSES_AS_THEY_COME
    """Milliseconds at speed 1; its rows of the table are made of `PAUSES`."""
    layout: str = "page"
    mark: str = "word"
    width: int = 72
    spacing: int = 1
    justify: bool = False
    margins: int = 4
    names: str = "both"
    show_notes: bool = False
    motion: bool = False
    theme: str = "auto"
    hints: str = "auto"
    calm: bool = False
    cursor: str = "hide"
    device: str = ""
    buffer: int = 30
    keymap: str = "default"
    keys: Mapping[str, str] = MappingProxyType({})
    """By a command's id its own keys, as they are typed; its rows of the table are those of the commands."""

    @property
    def choices(self) -> NarrationOptions:
        """What is said, for a Script."""
        return NarrationOptions(self.announce, self.letters, self.spell_out, self.notes, self.earcons)


_ABOUT: Mapping[str, Mapping[str, Any]] = {
    "face": _about(
        "How the reader appears: the full screen, or plain lines, as a screen reader needs them; auto finds out.",
        ("auto", "full", "plain"),
    ),
    "engine": _about(
        "What makes the sound: auto is espeak on Linux, in the plain face speech-dispatcher where it runs, and pyttsx3 "
        "(the system's voices) on Windows and macOS.",
        ("auto", "espeak", "pyttsx3", "speech-dispatcher", "piper", "screenreader", "tone", "quiet"),
    ),
    "speed": _about("How fast it is read, in times of the voices' own speed.", low=0.5, high=4),
    "volume": _about("How loud: 0 is silence, 1 as loud as the system lets it be.", low=0, high=1),
    "typing": _about(
        "How the plain face is told what to do: by single keys, or by lines ended with Enter, for dictation and input "
        "methods.",
        ("key", "line"),
    ),
    "verbosity": _about(
        "How much the plain face says of a turn: brief no name that stays the same, full its number.", tuple(Verbosity)
    ),
    "announce": _about("When the narrator says who speaks before a turn.", tuple(Announce)),
    "letters": _about("Who reads a memo or letter: its author's voice, or the narrator.", tuple(LetterVoice)),
    "notes": _about(
        "When notes are read aloud: only when asked for, the same with a short sound where one is, after the sentence "
        "of the mark, after the turn, at the end.",
        tuple(NoteReading),
    ),
    "earcons": _about(
        "Short sounds that say without words that another speaks; all: also where a note is, a part ends, all ends, "
        "and that a bookmark is kept. Not with speech-dispatcher or screenreader.",
        tuple(Earcons),
    ),
    "spell_out": _about("Whether dates, numbers and names are said by rules and the lexicon, or left to the engine."),
    "stereo": _about("Whether each voice has its place between left and right, or all are in the middle."),
    "sound": _about(
        "Whether the full screen makes sound; without it words are marked at the pace of speech, and v turns it on."
    ),
    "layout": _about(
        "What the full screen shows: one turn a page, the whole dialogue, or one sentence a page.",
        ("page", "scroll", "sentence"),
    ),
    "mark": _about("What is marked while it is read aloud.", ("word", "sentence", "both", "none")),
    "width": _about("The longest line of text, in columns.", low=20, high=200),
    "spacing": _about("Lines from one line of text to the next: 1 is close, 2 leaves an empty one.", low=1, high=3),
    "justify": _about("Whether the full screen makes both edges of the text straight."),
    "margins": _about(
        "Columns that stay empty on either side of the full screen; below 84 columns half, below 60 a quarter.",
        low=0,
        high=40,
    ),
    "names": _about(
        "How the full screen says who speaks: the name, the label as it is printed, or both.", ("both", "name", "label")
    ),
    "show_notes": _about("Whether the full screen shows the notes of each page without being asked."),
    "motion": _about("Whether text glides to its next place instead of jumping there; never on a calm screen."),
    "theme": _about(
        "The colours of the full screen: contrast-dark, contrast-light or one of Textual's; auto is the terminal's."
    ),
    "hints": _about(
        "When the line at the foot tells keys: auto each until it has been used three times.",
        ("auto", "always", "never"),
    ),
    "calm": _about("Whether the full screen leaves signs and hints out and is painted once, for screen readers."),
    "cursor": _about(
        "Whether the terminal's cursor is seen on the full screen, at turn or word; start: in the plain face too "
        "it is left at the start of each message, for braille.",
        ("hide", "show", "start"),
    ),
    "device": _about("The sound device, by a part of its name, as doctor lists them; nothing for the system's own."),
    "buffer": _about(
        "Milliseconds of sound the device holds: fewer answer keys sooner, more help where sound crackles.",
        low=10,
        high=500,
    ),
    "keymap": _about("Which key does what, before keys of one's own: n and N find on with vi and less.", (*PRESETS,)),
}
"""A sentence and a check for each; those of the pauses are made of `PAUSES`."""


KEYS_FORM = "keys as they are named, a blank between two, such as j Right; nothing for those of the keymap"


@cache
def settings_table() -> tuple[Setting, ...]:
    """All settings, in the order of the documentation."""
    rows: list[Setting] = []
    for name, default in Settings._field_defaults.items():
        if name == "pauses":
            rows += (Setting(f"pauses.{c}", ms, about, low=0, high=10_000) for c, (ms, about) in PAUSES.items())
        elif name == "keys":
            rows += (
                Setting(f"keys.{one.id}", "", f"Own keys of: {one.words}.", read=keys_typed, form=KEYS_FORM)
                for one in COMMANDS
            )
        else:
            rows.append(Setting(name, str(default) if isinstance(default, str) else default, **_ABOUT[name]))
    return tuple(rows)


def settings_path() -> Path:
    """The person's settings file."""
    return config_folder() / FILE


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings of the file (the person's own, if none is given), and a line for each thing in it that is not used.

    A missing file is no warning; nothing in the file is an error.
    """
    path = path or settings_path()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (f"{path}: cannot be read ({error.strerror}); the defaults are used.",)
    from tui_reader.toml_file import lines_of, read

    text, found, troubles = read(data)
    table = {setting.name: setting for setting in settings_table()}
    values: dict[str, Any] = {}
    wrong: dict[tuple[str, ...], str] = {}
    for key, value in _leaves(found, table):
        name = ".".join(key)
        if name not in table:
            wrong[key] = f"{_shown(name)} is no setting{_nearest(name, table)}."
            continue
        try:
            values[name] = table[name].check(value)
        except ValueError as error:
            default = table[name].default
            instead = "it is left out" if default == "" else f"{_shown(default)} is used"
            wrong[key] = f"{name} is {_shown(value)}, but {error}; {instead}."
    settings = _made(values)
    if settings.keys:
        for id, told in keymap(settings.keymap, settings.keys).troubles.items():
            wrong["keys", id] = f"keys.{id} is {_shown(settings.keys[id])}, but {told}."
    lines = lines_of(text) if wrong else {}
    troubles += [(lines.get(key, 1), told) for key, told in wrong.items()]
    return settings, tuple(f"{path.name}, line {line}: {told}" for line, told in sorted(troubles))


def keep_setting(name: str, value: Value, path: Path | None = None) -> None:
    """Write one setting into the file, all else in it left as it is; the file is whole at every moment.

    Raises UsageError for a name or value that is none, ReaderError where the file cannot be changed.
    """
    from tui_reader.toml_file import change_file

    setting = next((row for row in settings_table() if row.name == name), None)
    if setting is None:
        raise UsageError(f"{_shown(name)} is no setting.")
    try:
        value = setting.check(value)
    except ValueError as error:
        raise UsageError(f"{name} {error}.") from None
    target = path or settings_path()
    try:
        change_file(target, tuple(name.split(".")), value)
    except OSError as error:
        raise ReaderError(f"{target}: {name} could not be kept ({error.strerror}).") from None
    except ValueError as error:
        raise ReaderError(f"{target}: {name} could not be kept: {error}.") from None


def changed(settings: Settings, name: str, value: Value) -> Settings:
    """The settings with another value for one of the table; `value` is one that it may have."""
    table, _, cause = name.partition(".")
    if table == "keys":
        return settings._replace(keys={**settings.keys, cause: str(value)})
    if cause:
        return settings._replace(pauses={**settings.pauses, Pause(cause): int(value)})
    return settings._replace(**{table: type(Settings._field_defaults[table])(value)})


def value_of(settings: Settings, name: str) -> Value:
    """What one of the table is set to."""
    table, _, cause = name.partition(".")
    if table == "keys":
        return settings.keys.get(cause, "")
    value: Value = settings.pauses[Pause(cause)] if cause else getattr(settings, table)
    return value


def _made(values: Mapping[str, Any]) -> Settings:
    plain = {name: value for name, value in values.items() if "." not in name}
    if "announce" in plain:
        plain["announce"] = Announce(plain["announce"])
    if "letters" in plain:
        plain["letters"] = LetterVoice(plain["letters"])
    if "notes" in plain:
        plain["notes"] = NoteReading(plain["notes"])
    if "earcons" in plain:
        plain["earcons"] = Earcons(plain["earcons"])
    pauses = {cause: values.get(f"pauses.{cause}", default) for cause, default in Settings().pauses.items()}
    keys = {name.partition(".")[2]: str(typed) for name, typed in values.items() if name.startswith("keys.") and typed}
    return Settings(**plain, pauses=pauses, keys=keys)


def _leaves(
    found: Mapping[str, object], table: Mapping[str, Setting], inside: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], object]]:
    """Each key with its value; a table is gone into, unless a plain value should stand there."""
    for name, value in found.items():
        key = (*inside, name)
        holds_settings = any(known.startswith(".".join(key) + ".") for known in table)
        if isinstance(value, dict) and holds_settings:
            yield from _leaves(value, table, key)
        else:
            yield key, value


def _shown(value: object) -> str:
    """A value in a message: in one line, short, without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    told = value if isinstance(value, str) and value.isprintable() and value else repr(value)
    told = f"{value:g}" if isinstance(value, float) else told
    return told if len(told) <= 40 else told[:37] + "..."


def _nearest(name: str, table: Mapping[str, Setting]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, table, 1)
    return f" (did you mean {near[0]}?)" if near else ""
