"""The speakers of a document, and the decisions that can be made about their labels. Knows no face and no library."""

from __future__ import annotations

from tui_reader.document.columnar import counted_turns
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Page, Person, Suggestion
from tui_reader.document.people.sex_and_age import with_article
from tui_reader.named_tuple import NamedTuple


class SpeakerSummary(NamedTuple):
    """A speaker, and how often he or she speaks."""

    person: Person
    labels: tuple[tuple[str, int], ...]
    """Each label with the number of turns in which it is printed."""

    @property
    def turns(self) -> int:
        """The number of turns under all labels."""
        return sum(turns for _, turns in self.labels)


def speakers(document: Document) -> list[SpeakerSummary]:
    """The people of a document in the order of their first words."""
    counted = counted_turns(document)
    return [
        SpeakerSummary(person, tuple((label, counted[person.id, label]) for label in person.labels))
        for person in document.people
    ]


def likely_speakers(document: Document, page: Page | None) -> list[Person]:
    """The people to whom the turn of a page may be given: first who speaks before and after it, then the others."""
    now = page.speaker if page else None
    around = document.pages[max(0, page.index - 1) : page.index + 2] if page else ()
    near = dict.fromkeys(one.speaker for one in around if one.turn)
    found = dict.fromkeys([*near, *(person.id for person in document.people)])
    return [person for id in found if id != now and (person := document.person(id))]


def person_called(document: Document, words: str) -> str:
    """The label or id with these words, or else the id of the only person who is called so in any case of letters.

    The words themselves, as the name of somebody new, where nobody is.
    """
    if any(words in (person.id, *person.labels) for person in document.people):
        return words
    names = document.short_names
    called = [
        person.id
        for person in document.people
        if words.casefold() in {str(one).casefold() for one in (person.name, names[person.id], *person.labels)}
    ]
    return called[0] if len(called) == 1 else words


def merge(document: Document, name: str, other: str) -> list[Decision] | str:
    """Decide that a person (by id) or a label is the person with the id `other`; or a line that says why not."""
    owner = _owner(document, name)
    if owner == other:
        return f"{name} is {document.short_name(other)} already."
    return [Decision(Verb.MERGE, name, other)]


def merge_label(document: Document, label: str, other: str) -> list[Decision] | str:
    """Decide that one label alone is the person with the id `other`; or a line that says why not."""
    if _owner(document, label) == other:
        return f"{label} is {document.short_name(other)} already."
    return [*_alone(document, label), Decision(Verb.MERGE, label, other)]


def split(document: Document, label: str) -> list[Decision] | str:
    """Decide that the label is a separate person; or a line that says why not."""
    person = document.person(_owner(document, label))
    if person is None or len(person.labels) < 2:
        return f"{label} is a separate person already."
    return [Decision(Verb.SPLIT, label)]


def unmark(document: Document, label: str) -> list[Decision]:
    """Decide that the label is not a label."""
    return [*_alone(document, label), Decision(Verb.UNMARK, label)]


def take(document: Document, suggestion: Suggestion) -> list[Decision]:
    """Decide that the labels of a suggestion are one person."""
    first, *others = suggestion.labels
    target = _owner(document, first) or first
    return [Decision(Verb.MERGE, label, target) for label in others if _owner(document, label) != target]


def told(decision: Decision) -> str:
    """What a decision has changed, in a sentence."""
    return {
        Verb.MERGE: f"{decision.label} is {decision.value} now.",
        Verb.SPLIT: f"{decision.label} is a separate person now.",
        Verb.NAME: f"{decision.label} has the name {decision.value} now.",
        Verb.ROLE: f"{decision.label} has the role {decision.value} now.",
        Verb.KIND: f"{decision.label} is {with_article(decision.value)} now.",
        Verb.UNMARK: f"{decision.label} is not a label now.",
        Verb.KEEP: f"{decision.label}: right as it is.",
        Verb.SPLIT_TURN: "A new turn begins there now.",
        Verb.JOIN_TURN: "The turn goes on with the one before now.",
        Verb.GIVE_TURN: f"The turn is {decision.value}'s now.",
    }[decision.verb]


def _owner(document: Document, label: str) -> str | None:
    """The id of the person who has a label."""
    return next((person.id for person in document.people if label in person.labels), None)


def _alone(document: Document, label: str) -> list[Decision]:
    """The decision that must come first if the label is also the id of a person with several labels."""
    person = document.person(label)
    return [Decision(Verb.SPLIT, label)] if person and len(person.labels) > 1 else []
