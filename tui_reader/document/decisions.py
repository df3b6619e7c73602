"""Decisions of a person about a document: its labels (merge, split, name, give a role, unmark) and single turns.

Decisions are kept in order and applied to the document as it was read, which gives another frozen document. Knows no
file and no library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from tui_reader.document.columnar import ColumnarTurns, is_columnar, speakers, to_columns
from tui_reader.document.decision import OF_TURNS, Decision, Verb
from tui_reader.document.model import Document, Part, Passage, Person, Span, Turn
from tui_reader.document.people.sex_and_age import KINDS, NOTHING
from tui_reader.document.turn_corrections import corrected

__all__ = ["OF_TURNS", "Decision", "Verb", "apply", "without_labels"]


def apply(document: Document, decisions: Sequence[Decision]) -> Document:
    """The document with the decisions applied, and with a warning for each that is about an unknown label or turn."""
    for of_turns, some in groupby(decisions, key=lambda decision: decision.verb in OF_TURNS):
        decide = corrected if of_turns else _with_labels_decided
        document = decide(document, some)
    return document


def _with_labels_decided(document: Document, decisions: Iterable[Decision]) -> Document:
    """The document with decisions about its labels."""
    people = {person.id: person for person in document.people}
    owner = {label: person.id for person in document.people for label in person.labels}
    unmarked: set[str] = set()
    confirmed: list[str] = []
    warnings: list[str] = []
    for decision in decisions:
        labels, target = _labels(decision.label, people), _id(decision.value, people, owner)
        if decision.verb is Verb.KEEP:
            confirmed.append(decision.label)
        elif not labels or (decision.verb is Verb.MERGE and target is None):
            missing = decision.value if labels else decision.label
            warnings.append(f"{document.name}: a decision is about the label {missing}, which is not in the document")
        elif decision.verb is Verb.UNMARK:
            unmarked |= set(labels)
        elif decision.verb is Verb.MERGE and target is not None:
            _give(labels, target, people, owner, decision)
        elif decision.verb is Verb.SPLIT:
            # A person's id is one of the labels: if that one is split off, it stays and the others go.
            going = [label for label in labels if label != decision.label] or [decision.label]
            people.setdefault(going[0], Person(going[0], None, None, ()))
            _give(going, going[0], people, owner, decision)
        else:
            person = _described(people[owner[labels[0]]], decision)
            people[person.id] = person
    document = document._replace(confirmed=(*document.confirmed, *confirmed))
    return _with_people(document, people, owner, unmarked, warnings)


def _described(person: Person, decision: Decision) -> Person:
    """The person with the name, the role or the kind that a decision gives, and with the decision as evidence."""
    person = person._replace(evidence=(*person.evidence, str(decision)))
    if decision.verb is Verb.KIND:
        return person._replace(stated=KINDS.get(decision.value, person.stated))
    if decision.verb is Verb.NAME:
        return person._replace(name=decision.value, given=True)
    return person._replace(role=decision.value)


def without_labels(document: Document, labels: Sequence[str]) -> Document:
    """The document without these labels: their words belong to the turns before. Nothing else is changed."""
    people = {person.id: person for person in document.people}
    owner = {label: person.id for person in document.people for label in person.labels}
    return _with_people(document, people, owner, set(labels), ())


def _with_people(
    document: Document, people: dict[str, Person], owner: dict[str, str], unmarked: set[str], warnings: Iterable[str]
) -> Document:
    """The document with these people and the owner of each label, without the labels in `unmarked`."""
    before = {label: person.id for person in document.people for label in person.labels}
    moved = {label: id for label, id in owner.items() if before[label] != id}
    parts = _parts(document, moved, unmarked)
    speaking = {id for part in parts for id in speakers(part)} | {part.author for part in parts}
    kept = [_without(person, unmarked) for person in people.values() if person.id in speaking]
    open_suggestions = [hint for hint in document.suggestions if len({owner.get(x) for x in hint.labels} - {None}) > 1]
    changed = document._replace(
        people=tuple(kept),
        parts=parts,
        unmarked=(*document.unmarked, *sorted(unmarked)),
        suggestions=tuple(open_suggestions),
        warnings=(*document.warnings, *warnings),
    )
    return to_columns(changed) if is_columnar(document) else changed


def _labels(name: str, people: dict[str, Person]) -> list[str]:
    """All labels of the person with that id, or the label itself; empty if it is neither."""
    if name in people and people[name].labels:
        return list(people[name].labels)
    return [name] if any(name in person.labels for person in people.values()) else []


def _id(name: str, people: dict[str, Person], owner: dict[str, str]) -> str | None:
    return name if name in people else owner.get(name)


def _give(
    labels: Sequence[str], target: str, people: dict[str, Person], owner: dict[str, str], decision: Decision
) -> None:
    """Give labels to the person `target`, taking them from their owners.

    In a merge a person without a name or a role has that of the others; a name that is only their label is none.
    """
    merged = decision.verb is Verb.MERGE
    for label in labels:
        before = people[owner[label]]
        people[before.id] = before._replace(labels=tuple(one for one in before.labels if one != label))
        owner[label] = target
        after = people[target]
        people[target] = after._replace(
            name=after.name or (before.name if merged and before.name not in labels else None),
            role=after.role or (before.role if merged else None),
            given=after.given or (not after.name and merged and before.given),
            stated=before.stated if merged and after.stated == NOTHING else after.stated,
            labels=(*after.labels, label),
        )
    people[target] = people[target]._replace(evidence=(*people[target].evidence, str(decision)))


def _without(person: Person, unmarked: set[str]) -> Person:
    return person._replace(labels=tuple(label for label in person.labels if label not in unmarked))


def _parts(document: Document, moved: dict[str, str], unmarked: set[str]) -> tuple[Part, ...]:
    """The parts with the labels in `moved` given to other people; one label may be of several, and stays theirs."""
    parts: list[Part] = []
    number = 0
    for part in document.parts:
        author = moved.get(part.author, part.author) if part.author else None
        if isinstance(part.turns, ColumnarTurns) and not unmarked:
            number += len(part.turns)
            parts.append(part._replace(author=author, turns=part.turns.given_to(moved)))
            continue
        body = list(part.body)
        turns: list[Turn] = []
        for turn in part.turns:
            if turn.label.text in unmarked:
                words = _with_label_as_text(document.text, turn)
                if turns:
                    turns[-1] = turns[-1]._replace(passages=(*turns[-1].passages, *words))
                else:
                    body += words
                continue
            number += 1
            turns.append(turn._replace(number=number, speaker=moved.get(turn.label.text, turn.speaker)))
        parts.append(part._replace(author=author, body=tuple(body), turns=tuple(turns)))
    return tuple(parts)


def _with_label_as_text(text: str, turn: Turn) -> tuple[Passage, ...]:
    """The passages of a turn, with its label's printed words at the start of the first: it is not a label."""
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
