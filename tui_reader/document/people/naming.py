"""Naming: finds for groups of labels the people that the document or a people file names, with evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.people.label_groups import LabelGroup, file_evidence
from tui_reader.document.people.label_parts import same
from tui_reader.document.people.named_person import NamedPerson, fits_initials, only
from tui_reader.document.people.names import initials


def name_groups(groups: Sequence[LabelGroup], people: Sequence[NamedPerson]) -> None:
    """Give each group the only person who fits it, if no other group fits that person; sure fits come first."""
    given = [group.person.entry for group in groups if group.person]
    free = [person for person in people if person.entry is None or person.entry not in given]
    if not free:
        return
    for test in (_fits_surely, _fits_probably):
        open_groups = [group for group in groups if group.person is None]
        left = [person for person in free if not any(group.person is person for group in groups)]
        by_person: dict[int, list[LabelGroup]] = {}
        choice: list[tuple[LabelGroup, NamedPerson]] = []
        for group in open_groups:
            person = only(left, [test(group, one) for one in left])
            for one in left:
                if test(group, one):
                    by_person.setdefault(id(one), []).append(group)
            if person:
                choice.append((group, person))
        for group, person in choice:
            if len(by_person[id(person)]) == 1:
                group.person = person
                group.evidence = _name_evidence(group, person) + group.evidence


def _fits_surely(group: LabelGroup, person: NamedPerson) -> bool:
    """Whether the full name, or all its initials, are the group's label."""
    if group.letters:
        return person.full and initials(person.name) == group.letters
    return person.full and same(person.name) == group.base


def _fits_probably(group: LabelGroup, person: NamedPerson) -> bool:
    """Whether a label of initials, a surname or a first name can mean this person."""
    if group.letters:
        return fits_initials(group.letters, person)
    if "n" not in (group.gender, person.gender) and group.gender != person.gender:
        return False
    words, name = group.base.split(), same(person.name).split()
    if len(words) == 1:
        return words[0] == person.surname or (words[0] == name[0] and len(words[0]) > 2)
    return set(words) <= set(name)


def _name_evidence(group: LabelGroup, person: NamedPerson) -> list[str]:
    """A sentence for each thing that gives the group this name."""
    labels = " and ".join(group.labels)
    sentences: list[str] = []
    in_title = any(mention.where == "title" for mention in person.mentions)
    for mention in person.mentions:
        if mention.where == "signature":
            said = "has the initials" if initials(mention.name) == group.letters else "fits"
            sentence = f'The signature "{mention.quote}" {said} {group.letters or labels}.'
        elif mention.where == "title":
            fits = f"; of the people named here only {mention.surname} fits {labels}" if group.letters else ""
            sentence = f'The title names "{mention.quote}"{fits}.'
        else:
            what = "list of people" if mention.where == "participants" else mention.where
            sentence = f'The {what} names "{mention.quote}".'
        if sentence not in sentences and not (mention.where == "heading" and in_title):
            sentences.append(sentence)
    if person.entry:
        sentences.append(file_evidence(person.entry))
    return sentences
