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


class Choices(NamedTuple):
    """What is said, beside the words of the document."""

    announce: Announce = Announce.NEVER
    letters: LetterVoice = LetterVoice.AUTHOR
    spell_out: bool = True
    """Whether the rules of spelling out and the lexicon are applied."""
