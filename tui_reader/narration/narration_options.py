"""What a person can choose about what is said. Knows nothing of how a choice is stored or shown."""

from __future__ import annotations

from enum import StrEnum

from tui_reader.named_tuple import NamedTuple


class Announce(StrEnum):
    """When the narrator says a speaker's name before the turn."""

    NEVER = "never"
    CHANGES = "changes"
    """Before a turn whose speaker is not that of the turn before."""
    ALWAYS = "always"


class LetterVoice(StrEnum):
    """Who reads the body of a memo or letter."""

    AUTHOR = "author"
    NARRATOR = "narrator"


class NoteReading(StrEnum):
    """When the narrator reads the notes aloud. Each is read once, at its first mark."""

    SILENT = "silent"
    """Only when asked for."""
    SOUND = "sound"
    """Only when asked for; an earcon after the sentence says that it has a mark."""
    MARK = "mark"
    """After the sentence that has the mark, never in the middle of it."""
    TURN = "turn"
    """After the turn, or the page of a memo, that has the mark."""
    END = "end"
    """After all else."""


class Titles(StrEnum):
    """How title and date are said before the talk."""

    SHORT = "short"
    """Long ones in a short form; all of it only when asked for."""
    FULL = "full"


class Earcons(StrEnum):
    """What is said by short sounds."""

    OFF = "off"
    SPEAKERS = "speakers"
    """That the speaker changes."""
    KINDS = "kinds"
    """Where headings, stage directions and notes are."""
    ALL = "all"
    """Both, where a part and all end, and that a bookmark is saved."""


class NarrationOptions(NamedTuple):
    """What is said of a document, and what is added to its words."""

    announce: Announce = Announce.NEVER
    letters: LetterVoice = LetterVoice.AUTHOR
    spell_out: bool = True
    """Whether words are normalized, by rules and lexicons; otherwise they are said as printed."""
    notes: NoteReading = NoteReading.SILENT
    earcons: Earcons = Earcons.OFF
    titles: Titles = Titles.FULL
    only: frozenset[str] = frozenset()
    """The ids of the people who are heard, one side of a talk; empty for everybody."""
    chair: frozenset[str] = frozenset()
    """The ids of the people whose turns are left to the person who rehearses: silence, as long as they would take."""
