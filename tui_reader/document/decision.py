"""A decision that a person made about a document: of its labels, or of a single turn. As frozen data."""

from __future__ import annotations

from enum import StrEnum

from tui_reader.document.people.sex_and_age import with_article
from tui_reader.named_tuple import NamedTuple


class Verb(StrEnum):
    """The kind of a decision."""

    MERGE = "merge"
    """The label, or all labels of the person with that id, belong to the person `value`, a label or an id."""
    SPLIT = "split"
    """The label is that of another person than the labels it was with."""
    NAME = "name"
    """The person with that label or id has the name `value`."""
    ROLE = "role"
    """The person with that label or id has the role `value`."""
    KIND = "kind"
    """The person with that label or id is what `value` says, one of `sex_and_age.KINDS`: it tells the voice."""
    UNMARK = "unmark"
    """The words are not a label: they belong to the turn before."""
    KEEP = "keep"
    """Words that are printed like a label are rightly read as they are, as a label or as speech, and not in doubt."""
    SPLIT_TURN = "split-turn"
    """A new turn begins at the place, of the person `value`, or of the same person where that is empty."""
    JOIN_TURN = "join-turn"
    """The turn at the place goes on with the one before."""
    GIVE_TURN = "turn"
    """The turn at the place is that of the person `value`, a label, an id, or the name of somebody new."""


OF_TURNS = frozenset((Verb.SPLIT_TURN, Verb.JOIN_TURN, Verb.GIVE_TURN))
"""What is decided about a single turn."""


_DIGITS = 12
"""More than the places of any document have."""


class Decision(NamedTuple):
    """One decision of a person."""

    verb: Verb
    label: str
    """A label as printed, or a person's id. About a turn: its `place`, in digits."""
    value: str = ""
    """What `verb` says; empty where it says all."""

    @property
    def place(self) -> int:
        """About a turn: the index into `Document.text` of the first character of its words, or of the new turn's."""
        is_number = self.label.isascii() and self.label.isdecimal() and len(self.label) < _DIGITS
        return int(self.label) if is_number else -1

    def __str__(self) -> str:
        """As a sentence, for evidence and messages."""
        return {
            Verb.MERGE: f"{self.label} was merged with {self.value} by you.",
            Verb.SPLIT: f"{self.label} was split off by you.",
            Verb.NAME: f"{self.label} was named {self.value} by you.",
            Verb.ROLE: f"{self.label} was given the role {self.value} by you.",
            Verb.KIND: f"{self.label} was said to be {with_article(self.value)} by you.",
            Verb.UNMARK: f"{self.label} was marked as not a label by you.",
            Verb.KEEP: f"{self.label} was confirmed by you.",
            Verb.SPLIT_TURN: "A turn was split by you.",
            Verb.JOIN_TURN: "A turn was joined with the one before by you.",
            Verb.GIVE_TURN: f"A turn was given to {self.value} by you.",
        }[self.verb]
