"""The values of all settings, with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from tui_reader.document.hidden_words import WordsShown
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.narration_options import Announce, Earcons, LetterVoice, NarrationOptions, NoteReading, Titles
from tui_reader.narration.pause import Pause

Value = str | bool | int | float
"""What a single setting may be, as TOML has it."""
DEFAULT_PAUSES: Mapping[Pause, int] = MappingProxyType(
    {
        Pause.SENTENCE: 350,
        Pause.ITEM: 250,
        Pause.PARAGRAPH: 550,
        Pause.SAME_SPEAKER: 600,
        Pause.CHANGE: 700,
        Pause.ANSWER: 350,
        Pause.INTERRUPTION: 60,
        Pause.NOTE: 600,
        Pause.PART: 1200,
    }
)
"""Milliseconds of silence at speed 1; `settings_table.PAUSE_SENTENCES` says why so long."""


UNBROKEN = 1_000_000
"""Columns of a line that is never broken."""


class Verbosity(StrEnum):
    """How much the plain text mode says about a turn besides its words."""

    BRIEF = "brief"
    """The speaker's name, when the speaker changes."""
    NORMAL = "normal"
    """The speaker's name."""
    FULL = "full"
    """The speaker's name and the number of the turn."""


class Settings(NamedTuple):
    """All settings; `settings_table` says what each does and may be."""

    face: str = "auto"
    engine: str = "auto"
    speed: float = 1.0
    """As a multiple of the voices' own."""
    volume: float = 1.0
    """From 0 to 1."""
    announce: Announce = Announce.NEVER
    typing: str = "key"
    verbosity: str = "normal"
    letters: LetterVoice = LetterVoice.AUTHOR
    titles: Titles = Titles.SHORT
    notes: NoteReading = NoteReading.SILENT
    earcons: Earcons = Earcons.OFF
    spell_out: bool = True
    stereo: bool = True
    unrecorded: str = "voices"
    skip_silence: bool = False
    sound: bool = True
    pauses: Mapping[Pause, int] = DEFAULT_PAUSES
    """Milliseconds at speed 1; each is a separate setting, such as "pauses.change"."""
    rewind: int = 3
    """Minutes."""
    rehearsal: str = "timed"
    rehearsal_words: WordsShown = WordsShown.HIDDEN
    layout: str = "auto"
    beside: str = "auto"
    shape: bool = True
    mark: str = "word"
    width: int = 72
    """Columns."""
    wrap: bool = True
    spacing: int = 1
    """Lines."""
    justify: bool = False
    margins: int = 4
    """Columns."""
    names: str = "both"
    show_notes: bool = False
    motion: bool = False
    theme: str = "auto"
    hints: str = "auto"
    calm: bool = False
    cursor: str = "hide"
    citation: str = "plain"
    device: str = ""
    buffer: int = 30
    """Milliseconds."""
    media_keys: bool = True
    library_order: str = "read"
    keymap: str = "default"
    keys: Mapping[str, str] = MappingProxyType({})
    """By command id, the person's own keys as they typed them; each is a separate setting, such as "keys.quit"."""

    @property
    def line_width(self) -> int:
        """The longest line of text, in columns; beyond any screen where lines are not broken."""
        return self.width if self.wrap else UNBROKEN

    @property
    def narration_options(self) -> NarrationOptions:
        """What is said besides the words of the document."""
        return NarrationOptions(self.announce, self.letters, self.spell_out, self.notes, self.earcons, self.titles)


def settings_of(values: Mapping[str, Value]) -> Settings:
    """Settings with these values, given by name ("speed", "pauses.change"), and defaults for the rest.

    The values must be allowed ones: see `Setting.check`.
    """
    settings = Settings(pauses=dict(DEFAULT_PAUSES), keys={})
    for name, value in values.items():
        settings = changed(settings, name, value)
    return settings


def changed(settings: Settings, name: str, value: Value) -> Settings:
    """The settings with another value for one of them; `value` must be an allowed one."""
    table, _, key = name.partition(".")
    if table == "keys":
        own = {id: keys for id, keys in settings.keys.items() if id != key}
        return settings._replace(keys=own | {key: str(value)} if value else own)
    if key:
        return settings._replace(pauses={**settings.pauses, Pause(key): int(value)})
    return settings._replace(**{table: type(Settings._field_defaults[table])(value)})


def value_of(settings: Settings, name: str) -> Value:
    """The value of one setting, given by its name in the table."""
    table, _, key = name.partition(".")
    if table == "keys":
        return settings.keys.get(key, "")
    value: Value = settings.pauses[Pause(key)] if key else getattr(settings, table)
    return value
