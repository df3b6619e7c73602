"""One person, many labels: which labels mean the same person, who that is, and what says so.

Only what is safe is merged, with a sentence of evidence each; what is likely is suggested. Knows labels in the order of
their use and the people that are named; not how a document is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.document.model import NARRATOR, Person, Suggestion
from tui_reader.document.people.label_parts import LabelParts, same, take_apart
from tui_reader.document.people.merge_suggestions import SpeakerLabels, suggest
from tui_reader.document.people.named_person import (
    NamedPerson,
    PersonEntry,
    fits_initials,
    gather,
    letters_within,
    only,
)
from tui_reader.document.people.names import Named, initials, surname

__all__ = ["Identification", "Named", "PersonEntry", "identify"]


class _Use:
    """Where a label is used, in turns from 1."""

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.count = 1


class _Group:
    """Labels that are one person's."""

    def __init__(self, labels: list[str], parts: list[LabelParts]) -> None:
        self.labels = labels
        self.parts = parts
        self.evidence: list[str] = []
        self.known: NamedPerson | None = None

    @property
    def letters(self) -> str:
        """The longest initials among the labels."""
        return max((parts.letters for parts in self.parts), key=len)

    @property
    def gender(self) -> str:
        """ "m", "f", or "n" where no courtesy says."""
        return next((parts.gender for parts in self.parts if parts.gender != "n"), "n")

    @property
    def base(self) -> str:
        """The name in small letters."""
        return self.parts[0].base


class Identification(NamedTuple):
    """The people of a document."""

    people: tuple[Person, ...]
    """In the order of their first words."""
    ids: Mapping[str, str]
    """The person's id for each label as printed."""
    suggestions: tuple[Suggestion, ...]
    warnings: tuple[str, ...] = ()

    def author(self, named: Named | None) -> str | None:
        """The id of the person whom something printed names, such as a letter's heading; None where it is not sure."""
        if named is None:
            return None
        wanted = surname(named.name)
        fits = [person.id for person in self.people if person.name and surname(person.name) == wanted]
        return fits[0] if len(fits) == 1 else None


def identify(uses: Sequence[str], named: Iterable[Named] = (), entries: Sequence[PersonEntry] = ()) -> Identification:
    """The people behind the labels of all turns, `uses`, in order.

    `named` are the people that the document names, `entries` those of its people file.
    """
    where: dict[str, _Use] = {}
    for turn, label in enumerate(uses, 1):
        use = where.get(label)
        if use is None:
            where[label] = _Use(turn, turn)
        else:
            use.last = turn
            use.count += 1
    groups = _same_print(where, uses)
    warnings = _by_file(groups, entries, where)
    _shorter_initials(groups, where, [one for one in gather(named, entries) if one.full])
    people = gather(named, entries)
    _name(groups, people)
    groups.sort(key=lambda group: min(where[label].first for label in group.labels))
    ids: dict[str, str] = {}
    persons = []
    for group in groups:
        group.labels.sort(key=lambda label: where[label].first)
        person = _person(group)
        persons.append(person)
        ids.update(dict.fromkeys(group.labels, person.id))
    speakers = [
        SpeakerLabels(group.labels[0], group.parts[0], sum(where[x].count for x in group.labels), person.role)
        for group, person in zip(groups, persons, strict=True)
    ]
    return Identification(tuple(persons), ids, suggest(speakers), tuple(warnings))


def _person(group: _Group) -> Person:
    id = max(group.labels, key=len)
    if id == NARRATOR:
        id = id.capitalize()
    plain = None if group.letters or len(id) < 2 else id
    return Person(
        id,
        group.known.name if group.known else plain,
        group.known.role if group.known else None,
        tuple(group.labels),
        tuple(group.evidence),
    )


def _same_print(where: Mapping[str, _Use], uses: Sequence[str]) -> list[_Group]:
    """Groups of labels that differ in case, blanks, stops, courtesies, remarks, or in who holds the office.

    "Higgins" is "Mrs. Higgins" only where the two never answer each other: wives and mothers have the name, too.
    """
    by_base: dict[str, list[tuple[str, LabelParts]]] = {}
    for label in where:
        parts = take_apart(label)
        by_base.setdefault(parts.base, []).append((label, parts))
    groups: list[_Group] = []
    for found in by_base.values():
        shares: dict[object, list[tuple[str, LabelParts]]] = {}
        courtesies = {parts.courtesy for _, parts in found} - {"", "mr"}
        genders = {parts.gender for _, parts in found if parts.courtesy}
        foldable = len(courtesies) <= 1 and (genders <= {"m", "n"} or (genders == {"f"} and not _answer(found, uses)))
        holders = {parts.holder for _, parts in found} - {None}
        for label, parts in found:
            key = ("" if foldable else parts.courtesy, "" if parts.office or len(holders) < 2 else parts.holder)
            shares.setdefault(key, []).append((label, parts))
        for share in shares.values():
            group = _Group([label for label, _ in share], [parts for _, parts in share])
            first, *others = group.labels
            group.evidence += [_print_evidence(first, other) for other in others]
            groups.append(group)
    return groups


def _answer(found: Sequence[tuple[str, LabelParts]], uses: Sequence[str]) -> bool:
    """Whether of these labels one with a courtesy and one without stand in neighbouring turns."""
    bare = {label for label, parts in found if not parts.courtesy}
    titled = {label for label, parts in found if parts.courtesy}
    if not bare:
        return False
    return any((a in bare and b in titled) or (a in titled and b in bare) for a, b in pairwise(uses))


def _print_evidence(first: str, other: str) -> str:
    a, b = take_apart(first), take_apart(other)
    if a.holder != b.holder:
        return f'"{other}" and "{first}" are the same chair: the name in brackets says who holds it.'
    if same(first) == same(other):
        return f'"{other}" is "{first}" but for capitals, blanks and full stops.'
    return f'"{other}" is "{first}" but for a title or a remark in brackets.'


def _merge(groups: list[_Group], into: _Group, other: _Group, evidence: str) -> None:
    into.labels += other.labels
    into.parts += other.parts
    into.evidence += [*other.evidence, evidence]
    groups.remove(other)


def _by_file(groups: list[_Group], entries: Sequence[PersonEntry], where: Mapping[str, _Use]) -> list[str]:
    """Join the labels that a people file gives to one person; a warning for each label that nobody here uses."""
    warnings = []
    by_print = {same(label): label for label in where}
    for entry in entries:
        labels = []
        for label in entry.labels:
            printed = label if label in where else by_print.get(same(label))
            if printed is None:
                warnings.append(f'{entry.file}: the label "{label}" of {entry.name} is not in the document')
            else:
                labels.append(printed)
        if not labels:
            continue
        own = [group for group in groups if set(labels) & set(group.labels)]
        for other in own[1:]:
            said = " and ".join(f'"{label}"' for label in labels)
            _merge(groups, own[0], other, f"{entry.file} gives {said} to {entry.name}.")
        own[0].known = NamedPerson(entry.name, entry)
        own[0].evidence.append(_file_evidence(entry))
    return warnings


def _file_evidence(entry: PersonEntry) -> str:
    source = f", from {entry.source.rstrip('.')}" if entry.source else ""
    return f"{entry.file} gives the name {entry.name}{source}."


def _apart(a: _Group, b: _Group, where: Mapping[str, _Use]) -> tuple[_Group, _Group] | None:
    """The two in the order of their stretches of use, None where the stretches meet."""
    for early, late in ((a, b), (b, a)):
        if max(where[label].last for label in early.labels) < min(where[label].first for label in late.labels):
            return early, late
    return None


def _shorter_initials(groups: list[_Group], where: Mapping[str, _Use], full: Sequence[NamedPerson]) -> None:
    """Join GB to GWB: the same ends, the rest in order, only one such longer label, and never both in one stretch."""
    with_letters = [group for group in groups if group.letters]
    by_ends: dict[tuple[str, str], list[_Group]] = {}
    for group in with_letters:
        by_ends.setdefault((group.letters[0], group.letters[-1]), []).append(group)
    for short in sorted(with_letters, key=lambda group: len(group.letters)):
        ends = by_ends[short.letters[0], short.letters[-1]]
        longer = [
            group
            for group in ends
            if len(group.letters) > len(short.letters) and letters_within(short.letters, group.letters)
        ]
        if len(longer) != 1 or any(initials(known.name) == short.letters for known in full):
            continue
        long = longer[0]
        stretches = _apart(short, long, where)
        if stretches is None:
            continue
        early, late = stretches
        last = max(where[label].last for label in early.labels)
        first = min(where[label].first for label in late.labels)
        left_out = "its middle letter" if len(long.letters) == 3 else "letters from its middle"
        ends.remove(short)
        _merge(
            groups,
            long,
            short,
            f"{short.letters} is {long.letters} without {left_out}: the same first and last letter, the rest in order; "
            f"{early.labels[0]} is last used in turn {last} and {late.labels[0]} first in turn {first}, "
            "never both in one stretch.",
        )


def _name(groups: Sequence[_Group], people: Sequence[NamedPerson]) -> None:
    """Give each group the one person that fits it, where it is the only group that fits: the sure fits first."""
    given = [group.known.entry for group in groups if group.known]
    free = [known for known in people if known.entry is None or known.entry not in given]
    if not free:
        return
    for test in (_surely, _likely):
        open_groups = [group for group in groups if group.known is None]
        left = [known for known in free if not any(group.known is known for group in groups)]
        by_known: dict[int, list[_Group]] = {}
        choice: list[tuple[_Group, NamedPerson]] = []
        for group in open_groups:
            known = only(left, [test(group, one) for one in left])
            for one in left:
                if test(group, one):
                    by_known.setdefault(id(one), []).append(group)
            if known:
                choice.append((group, known))
        for group, known in choice:
            if len(by_known[id(known)]) == 1:
                group.known = known
                group.evidence = _naming_evidence(group, known) + group.evidence


def _surely(group: _Group, known: NamedPerson) -> bool:
    if group.letters:
        return known.full and initials(known.name) == group.letters
    return known.full and same(known.name) == group.base


def _likely(group: _Group, known: NamedPerson) -> bool:
    if group.letters:
        return fits_initials(group.letters, known)
    if "n" not in (group.gender, known.gender) and group.gender != known.gender:
        return False
    words, name = group.base.split(), same(known.name).split()
    if len(words) == 1:
        return words[0] == known.surname or (words[0] == name[0] and len(words[0]) > 2)
    return set(words) <= set(name)


def _naming_evidence(group: _Group, known: NamedPerson) -> list[str]:
    labels = " and ".join(group.labels)
    sentences = []
    for one in known.named:
        if one.where == "signature":
            said = "has the initials" if initials(one.name) == group.letters else "fits"
            sentence = f'The signature "{one.quote}" {said} {group.letters or labels}.'
        elif one.where == "title":
            fits = f"; of the people named here only {one.surname} fits {labels}" if group.letters else ""
            sentence = f'The title names "{one.quote}"{fits}.'
        else:
            what = "list of people" if one.where == "participants" else one.where
            sentence = f'The {what} names "{one.quote}".'
        if sentence not in sentences and not (one.where == "heading" and any(o.where == "title" for o in known.named)):
            sentences.append(sentence)
    if known.entry:
        sentences.append(_file_evidence(known.entry))
    return sentences
