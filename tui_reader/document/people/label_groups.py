"""Groups labels that are one person's: by print, by a people file, and by initials that are short for others.

Only what is safe is joined, each time with a sentence of evidence. Knows labels in the order of their use, and no
names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.document.people.label_parts import LabelParts, same, take_apart
from tui_reader.document.people.named_person import NamedPerson, PersonEntry, letters_within
from tui_reader.document.people.names import initials
from tui_reader.document.people.turn_order import TurnOrder


class LabelUse:
    """Where a label is used."""

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        """The first turn, counted from 1."""
        self.last = last
        """The last turn."""
        self.count = 1
        """How many turns."""


class LabelGroup:
    """Labels that are one person's, with the reasons."""

    def __init__(self, labels: list[str], parts: list[LabelParts]) -> None:
        self.labels = labels
        self.parts = parts
        self.evidence: list[str] = []
        self.person: NamedPerson | None = None

    @property
    def letters(self) -> str:
        """The longest initials among the labels; empty if no label has initials."""
        return max((parts.letters for parts in self.parts), key=len)

    @property
    def gender(self) -> str:
        """By a courtesy title "m" or "f"; "n" without a title."""
        return next((parts.gender for parts in self.parts if parts.gender != "n"), "n")

    @property
    def chair(self) -> str | None:
        """The office, as printed, of labels with several holders in brackets; None for everybody else."""
        if len({parts.holder for parts in self.parts} - {None}) < 2:
            return None
        return min(self.labels, key=lambda label: take_apart(label).holder is not None).partition("(")[0].strip()

    @property
    def titled(self) -> bool:
        """Whether a label has a courtesy title."""
        return any(parts.courtesy for parts in self.parts)

    @property
    def base(self) -> str:
        """The first label's name or initials in small letters."""
        return self.parts[0].base


def group_by_print(uses: Mapping[str, LabelUse], order: TurnOrder) -> list[LabelGroup]:
    """Groups of labels that differ only in case, spaces, full stops, courtesy titles, remarks, or who holds the office.

    "Higgins" is "Mrs. Higgins" only if the two never answer each other: a wife or mother has the same name.
    """
    by_base: dict[str, list[tuple[str, LabelParts]]] = {}
    for label in uses:
        parts = take_apart(label)
        by_base.setdefault(parts.base, []).append((label, parts))
    groups: list[LabelGroup] = []
    for found in by_base.values():
        shares: dict[object, list[tuple[str, LabelParts]]] = {}
        courtesies = {parts.courtesy for _, parts in found} - {"", "mr"}
        genders = {parts.gender for _, parts in found if parts.courtesy}
        is_one_gender = genders <= {"m", "n"} or (genders == {"f"} and not _answer_each_other(found, order))
        foldable = len(courtesies) <= 1 and is_one_gender
        holders = {parts.holder for _, parts in found} - {None}
        for label, parts in found:
            key = ("" if foldable else parts.courtesy, "" if parts.office or len(holders) < 2 else parts.holder)
            shares.setdefault(key, []).append((label, parts))
        for share in shares.values():
            group = LabelGroup([label for label, _ in share], [parts for _, parts in share])
            first, *others = group.labels
            group.evidence += [_print_evidence(first, other) for other in others]
            groups.append(group)
    return groups


def _answer_each_other(found: Sequence[tuple[str, LabelParts]], order: TurnOrder) -> bool:
    """Whether labels with and without a courtesy title are used in neighbouring turns."""
    bare = [label for label, parts in found if not parts.courtesy]
    return order.answers(bare, [label for label, parts in found if parts.courtesy]) > 0


def _print_evidence(first: str, other: str) -> str:
    a, b = take_apart(first), take_apart(other)
    if a.holder != b.holder:
        return f'"{other}" and "{first}" are the same chair: the name in brackets says who holds it.'
    if same(first) == same(other):
        return f'"{other}" is "{first}" but for capitals, blanks and full stops.'
    return f'"{other}" is "{first}" but for a title or a remark in brackets.'


def merge(groups: list[LabelGroup], into: LabelGroup, other: LabelGroup, evidence: str) -> None:
    """Put all labels of `other` into the group `into`, for the reason `evidence`."""
    into.labels += other.labels
    into.parts += other.parts
    into.evidence += [*other.evidence, evidence]
    groups.remove(other)


def join_by_people_file(
    groups: list[LabelGroup], entries: Sequence[PersonEntry], uses: Mapping[str, LabelUse]
) -> list[str]:
    """Join the groups whose labels a people file gives to one person.

    Returns a warning for each label of the file that is not in the document.
    """
    warnings = []
    by_print = {same(label): label for label in uses}
    for entry in entries:
        labels = []
        for label in entry.labels:
            printed = label if label in uses else by_print.get(same(label))
            if printed is None:
                warnings.append(f'{entry.file}: the label "{label}" of {entry.name} is not in the document')
            else:
                labels.append(printed)
        if not labels:
            continue
        own = [group for group in groups if set(labels) & set(group.labels)]
        for other in own[1:]:
            said = " and ".join(f'"{label}"' for label in labels)
            merge(groups, own[0], other, f"{entry.file} gives {said} to {entry.name}.")
        own[0].person = NamedPerson(entry.name, entry)
        own[0].evidence.append(file_evidence(entry))
    return warnings


def file_evidence(entry: PersonEntry) -> str:
    """The sentence that says which people file gives a name, and from which source."""
    source = f", from {entry.source.rstrip('.')}" if entry.source else ""
    return f"{entry.file} gives the name {entry.name}{source}."


def in_order_of_use(a: LabelGroup, b: LabelGroup, uses: Mapping[str, LabelUse]) -> tuple[LabelGroup, LabelGroup] | None:
    """The two groups in the order in which they are used; None if their turns overlap."""
    for early, late in ((a, b), (b, a)):
        if max(uses[label].last for label in early.labels) < min(uses[label].first for label in late.labels):
            return early, late
    return None


def join_shorter_initials(groups: list[LabelGroup], uses: Mapping[str, LabelUse], full: Sequence[NamedPerson]) -> None:
    """Join initials to longer ones, such as GB to GWB, if it is safe.

    Both have the same first and last letter and the rest in order, there is only one such longer label, the two are
    used in different stretches of the document, and no full name among `full` has just these initials.
    """
    with_letters = [group for group in groups if group.letters]
    by_ends: dict[tuple[str, str], list[LabelGroup]] = {}
    for group in with_letters:
        by_ends.setdefault((group.letters[0], group.letters[-1]), []).append(group)
    for short in sorted(with_letters, key=lambda group: len(group.letters)):
        ends = by_ends[short.letters[0], short.letters[-1]]
        longer = [
            group
            for group in ends
            if len(group.letters) > len(short.letters) and letters_within(short.letters, group.letters)
        ]
        if len(longer) != 1 or any(initials(person.name) == short.letters for person in full):
            continue
        long = longer[0]
        stretches = in_order_of_use(short, long, uses)
        if stretches is None:
            continue
        early, late = stretches
        last = max(uses[label].last for label in early.labels)
        first = min(uses[label].first for label in late.labels)
        left_out = "its middle letter" if len(long.letters) == 3 else "letters from its middle"
        ends.remove(short)
        merge(
            groups,
            long,
            short,
            f"{short.letters} is {long.letters} without {left_out}: the same first and last letter, the rest in order; "
            f"{early.labels[0]} is last used in turn {last} and {late.labels[0]} first in turn {first}, "
            "never both in one stretch.",
        )
