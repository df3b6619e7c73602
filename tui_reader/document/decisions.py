"""What a person decided about the labels of a document: merged, split, named, given a role, un-marked.

Decisions are kept in order and applied to the frozen document as it was read, which gives another frozen document.
Knows no file and no library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from tui_reader.document.columnar import ColumnarTurns, is_columnar, speakers, to_columns
from tui_reader.document.model import Document, Part, Passage, Person, Span, Turn


class Verb(StrEnum):
    """What was decided."""

    MERGE = "merge"
    """The label (or all labels of the person of that id) belongs to the person of `value`, a label or an id."""
    SPLIT = "split"
    """The label is a person of its own."""
    NAME = "name"
    """The person of the label or id has the name `value`."""
    ROLE = "role"
    """The person of the label or id has the role `value`."""
    UNMARK = "unmark"
    """The label is none: its words belong to the turn before."""


class Decision(NamedTuple):
    """One thing that was decided."""

    verb: Verb
    label: str
    """A label as printed, or a person's id."""
    value: str = ""

    def __str__(self) -> str:
        """In words, for evidence and messages."""
        return {
            Verb.MERGE: f"{self.label} was merged with {self.value} by you.",
            Verb.SPLIT: f"{self.label} was split off by you.",
            Verb.NAME: f"{self.label} was named {self.value} by you.",
            Verb.ROLE: f"{self.label} was given the role {self.value} by you.",
            Verb.UNMARK: f"{self.label} was said to be no label by you.",
        }[self.verb]


def apply(document: Document, decisions: Sequence[Decision]) -> Document:
    """The document as decided; a warning in it for each decision about a label or person that is not there."""
    if not decisions:
        return document
    people = {person.id: person for person in document.people}
    owner = {label: person.id for person in document.people for label in person.labels}
    unmarked: set[str] = set()
    warnings: list[str] = []
    for decision in decisions:
        labels, target = _labels(decision.label, people), _id(decision.value, people, owner)
        if not labels or (decision.verb is Verb.MERGE and target is None):
            missing = decision.value if labels else decision.label
            warnings.append(f"{document.name}: it was decided about the label {missing}, which is not there")
        elif decision.verb is Verb.UNMARK:
            unmarked |= set(labels)
        elif decision.verb is Verb.MERGE and target is not None:
            _give(labels, target, people, owner, decision)
        elif decision.verb is Verb.SPLIT:
            # A person is called by one of the labels: where that is split off, the others go.
            going = [label for label in labels if label != decision.label] or [decision.label]
            people.setdefault(going[0], Person(going[0], None, None, ()))
            _give(going, going[0], people, owner, decision)
        else:
            person = people[owner[labels[0]]]
            person = person._replace(evidence=(*person.evidence, str(decision)))
            named = decision.verb is Verb.NAME
            people[person.id] = person._replace(name=decision.value) if named else person._replace(role=decision.value)
    return _understood(document, people, owner, unmarked, warnings)


def without_labels(document: Document, labels: Sequence[str]) -> Document:
    """The document where these labels, and none but these, are none."""
    people = {person.id: person for person in document.people}
    owner = {label: person.id for person in document.people for label in person.labels}
    return _understood(document, people, owner, set(labels), ())


def _understood(
    document: Document, people: dict[str, Person], owner: dict[str, str], unmarked: set[str], warnings: Iterable[str]
) -> Document:
    """The document with these people, the labels that are theirs, and those that are none."""
    parts = _parts(document, owner, unmarked)
    speaking = {id for part in parts for id in speakers(part)} | {part.author for part in parts}
    kept = [_without(person, unmarked) for person in people.values() if person.id in speaking]
    open_suggestions = [hint for hint in document.suggestions if len({owner.get(x) for x in hint.labels} - {None}) > 1]
    understood = document._replace(
        people=tuple(kept),
        parts=parts,
        unmarked=(*document.unmarked, *sorted(unmarked)),
        suggestions=tuple(open_suggestions),
        warnings=(*document.warnings, *warnings),
    )
    return to_columns(understood) if is_columnar(document) else understood


def _labels(name: str, people: dict[str, Person]) -> list[str]:
    """All labels of the person of that id, or the label alone."""
    if name in people and people[name].labels:
        return list(people[name].labels)
    return [name] if any(name in person.labels for person in people.values()) else []


def _id(name: str, people: dict[str, Person], owner: dict[str, str]) -> str | None:
    return name if name in people else owner.get(name)


def _give(
    labels: Iterable[str], target: str, people: dict[str, Person], owner: dict[str, str], decision: Decision
) -> None:
    """Take labels from whom they belong to and give them to the person `target`."""
    for label in labels:
        before = people[owner[label]]
        people[before.id] = before._replace(labels=tuple(one for one in before.labels if one != label))
        owner[label] = target
        after = people[target]
        people[target] = after._replace(
            name=after.name or (before.name if decision.verb is Verb.MERGE else None),
            role=after.role or (before.role if decision.verb is Verb.MERGE else None),
            labels=(*after.labels, label),
        )
    people[target] = people[target]._replace(evidence=(*people[target].evidence, str(decision)))


def _without(person: Person, unmarked: set[str]) -> Person:
    return person._replace(labels=tuple(label for label in person.labels if label not in unmarked))


def _parts(document: Document, owner: dict[str, str], unmarked: set[str]) -> tuple[Part, ...]:
    parts: list[Part] = []
    number = 0
    for part in document.parts:
        author = owner.get(part.author, part.author) if part.author else None
        if isinstance(part.turns, ColumnarTurns) and not unmarked:
            number += len(part.turns)
            parts.append(part._replace(author=author, turns=part.turns.given_to(owner)))
            continue
        body = list(part.body)
        turns: list[Turn] = []
        for turn in part.turns:
            if turn.label.text in unmarked:
                words = _with_label(document.text, turn)
                if turns:
                    turns[-1] = turns[-1]._replace(passages=(*turns[-1].passages, *words))
                else:
                    body += words
                continue
            number += 1
            turns.append(turn._replace(number=number, speaker=owner.get(turn.label.text, turn.speaker)))
        parts.append(part._replace(author=author, body=tuple(body), turns=tuple(turns)))
    return tuple(parts)


def _with_label(text: str, turn: Turn) -> tuple[Passage, ...]:
    """The passages of a turn whose label is none, its printed words at the start of the first."""
    if not turn.passages:
        return ()
    first, *rest = turn.passages
    start, end = turn.label.span
    spans = [Span(start, end)] if end > start else []
    printed = text[start:end]
    if printed and text[end : end + 1].isspace():
        spans.append(Span(end, end + 1))
        printed += " "
    marks = tuple(mark._replace(offset=mark.offset + len(printed)) for mark in first.marks)
    joined = first._replace(text=printed + first.text, spans=(*spans, *first.spans), marks=marks)
    return (joined, *rest)
