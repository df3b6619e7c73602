"""The people whom a TEI document and its markup name: lists of participants, and whose the labels are.

Knows blocks and the people whom the file lists by id; not what is speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tui_reader.document.people.label_parts import same, take_apart
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import PersonMention, in_heading, in_list
from tui_reader.formats import headings
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.tei.persons import LIST, Listed, named
from tui_reader.formats.tei.tei_blocks import TeiBlock

_COURTESY = re.compile(r"(?:[A-Z]/)?[A-Z][a-z]{0,8}\.|President|Secretary|Minister|General|King|Prince|The")
_LONGEST = 120
"""Characters of a line of a list."""


def trusted(blocks: Sequence[TeiBlock], people: Mapping[str, Listed]) -> Mapping[str, Listed]:
    """The listed people but those whom the document itself prints with another first name."""
    wrong: set[str] = set()
    for block in blocks:
        for one in block.people:
            person = people.get(one.id)
            printed = block.text[one.start : one.end].split()
            if person is None or len(printed) < 2:
                continue
            names = person.name.split()
            same_surname = printed[-1] == names[-1] and len(names) > 1
            first = printed[0].rstrip(".")
            known = [name.rstrip(".") for name in names[:-1]]
            if same_surname and len(first) > 1 and first not in known and not _COURTESY.fullmatch(printed[0]):
                wrong.add(one.id)
    return {id: person for id, person in people.items() if id not in wrong} if wrong else people


def participants(blocks: Sequence[TeiBlock], people: Mapping[str, Listed]) -> list[PersonMention]:
    """The people of lists of participants, as printed, and those of the file's list whom the markup ties to them."""
    lines: list[str] = []
    found: dict[str, PersonMention] = {}
    for block, own in _lists(blocks):
        lines += [line.strip() for line in own if line.strip()]
        for person in block.people:
            if person.id in people:
                found.setdefault(person.id, named(people[person.id]))
    return [*in_list(lines), *found.values()]


def _lists(blocks: Sequence[TeiBlock]) -> Iterator[tuple[TeiBlock, list[str]]]:
    """The lines of each block that lists participants.

    That is an item of `list type="participants"`, a paragraph of lines under PARTICIPANTS, or the paragraphs after one
    that says no more than that.
    """
    below = False
    for block in blocks:
        if "list:participants" in block.within and block.tag == "item":
            yield block, [block.text]
            continue
        if block.tag != "p":
            continue
        if block.breaks and "PARTICIPANTS" in block.text.upper():
            lines = _lines(block)
            first = next((i for i, line in enumerate(lines) if line.upper().startswith("PARTICIPANTS")), len(lines))
            if first < len(lines):
                yield block, [lines[first].partition(":")[2], *lines[first + 1 :]]
        elif block.text.endswith(":"):
            below = below or headings.people_list(block.text) is not None
        elif below:
            lines = _lines(block)
            below = ":" not in block.text and all(len(line) <= _LONGEST for line in lines)
            if below:
                yield block, lines


def _lines(block: TeiBlock) -> list[str]:
    """The lines of a paragraph that the markup breaks."""
    return [block.text[a:b].strip() for a, b in pairwise([0, *block.breaks, len(block.text)])]


def namesakes(
    blocks: Sequence[TeiBlock], at: Mapping[int, LabelCandidate], people: Mapping[str, Listed]
) -> dict[int, str]:
    """Whose the turns of a label are that several people of that surname have: their ids, by the index of the block."""
    tied = _tied(blocks, at, people)
    by_label: dict[str, set[str]] = {}
    for index, id in tied.items():
        label = at[index].text
        if same(label).split()[-1:] == same(people[id].name).split()[-1:]:
            by_label.setdefault(label, set()).add(id)
    return {index: id for index, id in tied.items() if len(ids := by_label.get(at[index].text, ())) > 1 and id in ids}


def _tied(blocks: Sequence[TeiBlock], at: Mapping[int, LabelCandidate], people: Mapping[str, Listed]) -> dict[int, str]:
    """The one listed person to whom the markup ties each label, by the index of the block."""
    tied: dict[int, str] = {}
    for index, found in at.items():
        if not blocks[index].people:
            continue
        inside = {one.id for one in blocks[index].people if one.start < found.span.end and one.id in people}
        if len(inside) == 1 and "&" not in found.text and " and " not in found.text:
            tied[index] = inside.pop()
    return tied


def entries(
    blocks: Sequence[TeiBlock], at: Mapping[int, LabelCandidate], title: str, people: Mapping[str, Listed]
) -> list[PersonEntry]:
    """Who the labels are by the markup: those that it ties to one listed person, and to no other."""
    tied: dict[str, Counter[str]] = {}
    for index, id in _tied(blocks, at, people).items():
        tied.setdefault(at[index].text, Counter())[id] += 1
    owned: dict[str, list[str]] = {}
    for printed, ids in tied.items():
        if len(ids) == 1:
            owned.setdefault(next(iter(ids)), []).append(printed)
    offices = {one.surname.casefold(): one.role for one in in_heading(title) if one.role}
    made = []
    for id, printed_labels in owned.items():
        genders = {take_apart(printed).gender for printed in printed_labels}
        if "f" in genders and len(genders) > 1:
            continue  # a wife or a daughter, tied to the one who is listed
        person = people[id]
        role = offices.get(person.name.split()[-1].casefold()) or person.role
        made.append(PersonEntry(person.name, role, tuple(printed_labels), None, f"The {LIST}", printed=True))
    return made
