"""What a person chooses about what is said. Knows nothing of how a choice is kept or shown."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Announce(StrEnum):
    """When the narrator says a speaker's name before the turn."""

    NEVER = "never"
    CHANGES = "changes"
    """Before a turn of another speaker than the turn before it."""
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
    """Only when asked for; an earcon after the sentence tells that it has a mark."""
    MARK = "mark"
    """After the sentence that has the mark: never in the middle of it."""
    TURN = "turn"
    """After the turn, or the page of a memo, that has the mark."""
    END = "end"
    """After all else."""


class Earcons(StrEnum):
    """What is told by short sounds."""

    OFF = "off"
    SPEAKERS = "speakers"
    """That another speaks."""
    ALL = "all"
    """That too, and where notes are, parts end, all ends and a bookmark is kept."""


class NarrationOptions(NamedTuple):
    """What is said, beside the words of the document."""

    announce: Announce = Announce.NEVER
    letters: LetterVoice = LetterVoice.AUTHOR
    spell_out: bool = True
    """Whether the rules of spelling out and the lexicon are applied."""
    notes: NoteReading = NoteReading.SILENT
    earcons: Earcons = Earcons.OFF
    only: frozenset[str] = frozenset()
    """The ids of those who are heard: one side of a talk. Empty for everybody."""
