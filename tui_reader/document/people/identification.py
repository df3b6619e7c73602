"""Identification: which labels of a document mean the same person, who that is, and what says so.

Only what is safe is merged, with a sentence of evidence each; what is probable is suggested. Knows labels in the order
of their use and the people that are named, not how a document is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui_reader.document.model import NARRATOR, Person, Suggestion
from tui_reader.document.people.label_groups import (
    LabelGroup,
    LabelUse,
    group_by_print,
    join_by_people_file,
    join_shorter_initials,
)
from tui_reader.document.people.label_parts import take_apart
from tui_reader.document.people.merge_suggestions import SpeakerLabels, suggest
from tui_reader.document.people.named_person import PersonEntry, gather
from tui_reader.document.people.names import PersonMention, surname
from tui_reader.document.people.naming import join_initials_to_names, name_groups
from tui_reader.document.people.office_holders import join_holders
from tui_reader.document.people.sex_and_age import NOTHING
from tui_reader.document.people.shortened_names import join_shortened_names
from tui_reader.document.people.turn_order import TurnOrder
from tui_reader.named_tuple import NamedTuple


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
    order = TurnOrder(labels_in_order)
    groups = group_by_print(uses, order)
    warnings = join_by_people_file(groups, entries, uses)
    join_shorter_initials(groups, uses, [one for one in gather(mentions, entries) if one.full])
    join_shortened_names(groups, uses, order)
    join_holders(groups)
    people = gather(mentions, entries)
    join_initials_to_names(groups, uses, people)
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
        SpeakerLabels(tuple(group.labels), group.parts[0], sum(uses[x].count for x in group.labels), person)
        for group, person in zip(groups, persons, strict=True)
    ]
    return Identification(tuple(persons), ids, suggest(speakers, order), tuple(warnings))


def _person(group: LabelGroup) -> Person:
    chair = group.chair
    id = chair if chair in group.labels else max(group.labels, key=len)
    if id == NARRATOR:
        id = id.capitalize()
    named = group.person
    names = [label for label in group.labels if not take_apart(label).letters and len(label.strip(".")) > 1]
    plain = chair or max(names, key=len, default=None)
    return Person(
        id,
        named.name if named else plain,
        named.role if named else None,
        tuple(group.labels),
        tuple(group.evidence),
        bool(named and named.entry and not named.entry.printed),
        named.entry.stated if named and named.entry else NOTHING,
    )
