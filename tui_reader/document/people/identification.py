"""Identification: which labels of a document mean the same person, who that is, and what says so.

Only what is safe is merged, with a sentence of evidence each; what is probable is suggested. Knows labels in the order
of their use and the people that are named, not how a document is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui_reader.document.model import NARRATOR, Person, Suggestion
from tui_reader.document.people.label_groups import (
    LabelGroup,
    LabelUse,
    group_by_print,
    join_by_people_file,
    join_shorter_initials,
)
from tui_reader.document.people.merge_suggestions import SpeakerLabels, suggest
from tui_reader.document.people.named_person import PersonEntry, gather
from tui_reader.document.people.names import PersonMention, surname
from tui_reader.document.people.naming import name_groups


class Identification(NamedTuple):
    """The people of a document, as identified."""

    people: tuple[Person, ...]
    """In the order of their first words."""
    ids: Mapping[str, str]
    """By label as printed, the id of its person."""
    suggestions: tuple[Suggestion, ...]
    warnings: tuple[str, ...] = ()

    def author(self, mention: PersonMention | None) -> str | None:
        """The id of the person who is mentioned, such as in a letter's heading; None if that is not certain."""
        if mention is None:
            return None
        wanted = surname(mention.name)
        fits = [person.id for person in self.people if person.name and surname(person.name) == wanted]
        return fits[0] if len(fits) == 1 else None


def identify(
    labels_in_order: Sequence[str], mentions: Iterable[PersonMention] = (), entries: Sequence[PersonEntry] = ()
) -> Identification:
    """The people that labels mean.

    `labels_in_order`: the label of each turn; `mentions`: people whom the document mentions; `entries`: those of its
    people file.
    """
    uses: dict[str, LabelUse] = {}
    for turn, label in enumerate(labels_in_order, 1):
        use = uses.get(label)
        if use is None:
            uses[label] = LabelUse(turn, turn)
        else:
            use.last = turn
            use.count += 1
    groups = group_by_print(uses, labels_in_order)
    warnings = join_by_people_file(groups, entries, uses)
    join_shorter_initials(groups, uses, [one for one in gather(mentions, entries) if one.full])
    people = gather(mentions, entries)
    name_groups(groups, people)
    groups.sort(key=lambda group: min(uses[label].first for label in group.labels))
    ids: dict[str, str] = {}
    persons = []
    for group in groups:
        group.labels.sort(key=lambda label: uses[label].first)
        person = _person(group)
        persons.append(person)
        ids.update(dict.fromkeys(group.labels, person.id))
    speakers = [
        SpeakerLabels(group.labels[0], group.parts[0], sum(uses[x].count for x in group.labels), person.role)
        for group, person in zip(groups, persons, strict=True)
    ]
    return Identification(tuple(persons), ids, suggest(speakers), tuple(warnings))


def _person(group: LabelGroup) -> Person:
    id = max(group.labels, key=len)
    if id == NARRATOR:
        id = id.capitalize()
    plain = None if group.letters or len(id) < 2 else id
    return Person(
        id,
        group.person.name if group.person else plain,
        group.person.role if group.person else None,
        tuple(group.labels),
        tuple(group.evidence),
    )
