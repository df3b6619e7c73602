"""Naming: finds for groups of labels the people that the document or a people file names, with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.document.people.label_groups import LabelGroup, LabelUse, file_evidence, in_order_of_use, merge
from tui_reader.document.people.label_parts import same
from tui_reader.document.people.named_person import NamedPerson, fits_initials, only
from tui_reader.document.people.names import initials


def name_groups(groups: Sequence[LabelGroup], people: Sequence[NamedPerson]) -> None:
    """Give each group the only person who fits it, if no other group fits that person; sure fits come first."""
    given = [group.person.entry for group in groups if group.person]
    free = [person for person in people if person.entry is None or person.entry not in given]
    if not free:
        return
    for test in (_is_printed_so, _fits_surely, _fits_probably):
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


def join_initials_to_names(
    groups: list[LabelGroup], uses: Mapping[str, LabelUse], people: Sequence[NamedPerson]
) -> None:
    """Join initials to the group of the only person whom they fit, where the two are used in different stretches."""
    for short in [group for group in groups if group.letters and group.person is None]:
        person = only(people, [fits_initials(short.letters, one) for one in people])
        if person is None or not person.full:
            continue
        named = [one for one in groups if one is not short and _is_named(one, person)]
        if len(named) == 1 and in_order_of_use(short, named[0], uses):
            evidence = f'{short.letters} fits "{person.name}" and nobody else who is named; '
            label = named[0].labels[0]
            merge(groups, named[0], short, f"{evidence}{label} and {short.labels[0]} are never used in one stretch.")


def _is_named(group: LabelGroup, person: NamedPerson) -> bool:
    """Whether a group is a person's by an entry of a list, or its labels can be that person's name."""
    if group.person is not None:
        return person.entry is not None and group.person.entry is person.entry
    return not group.letters and _fits_probably(group, person)


def _is_printed_so(group: LabelGroup, person: NamedPerson) -> bool:
    """Whether a label that may be initials is a whole name: TOM, where a list has TOM."""
    return bool(group.letters) and same(person.name) == group.base


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
