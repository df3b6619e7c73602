"""What stands before the dialogue: the title, the site or series above it, the date, the people it lists.

Told by shape: a title by its first word or its place, a date by being no more than that. Knows paragraphs, not turns.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from tui_reader.document.dates import is_dateline
from tui_reader.document.model import Span
from tui_reader.document.people.names import PersonMention, in_list
from tui_reader.formats.headings import (
    could_be_heading,
    is_structure,
    is_title,
    number_before,
    people_list,
)
from tui_reader.formats.labels.clock_times import stamp_end
from tui_reader.formats.labels.words import FIELDS, folded
from tui_reader.formats.paragraphs import Paragraph, line_of
from tui_reader.lazy_re import lazy_re

_FIELD = lazy_re(r"(title|date|time)[ \t]*:[ \t]*(?=\S)", re.IGNORECASE)
_CONTENTS = lazy_re(r"\bPAGE$|\.{4} ?\d{1,4}$|(?:\. ){4}\d{1,4}$")
_SEARCHED = 40
"""Paragraphs from the start in which a title and a date are looked for."""
_LISTS_SEARCHED = 1000
"""Paragraphs from the start in which lists of people are looked for."""


class FrontMatter:
    """The paragraphs at the front that are more than text."""

    def __init__(self) -> None:
        self.title: int | None = None
        self.title_from = 0
        """Where the title's words begin, after "Title:" or a number."""
        self.collection: int | None = None
        self.date: int | None = None
        self.date_from = 0
        self.time = ""
        """What a field "Time:" beside the date says."""
        self.people: tuple[PersonMention, ...] = ()
        self.fields: list[Span] = []
        """Printed names of fields and numbers, which are not part of what they announce."""

    @property
    def taken(self) -> set[int]:
        """The paragraphs that are the title, the collection or the date."""
        return {index for index in (self.title, self.collection, self.date) if index is not None}


def find(text: str, paragraphs: Sequence[Paragraph], first: int, notes: Container[int] = ()) -> FrontMatter:
    """What the paragraphs before `first`, the first with a label, say of the document; `notes` are not looked at."""
    front = FrontMatter()
    first = next((index for index in range(first) if index in notes), first)
    lines = [line_of(text, paragraph) for paragraph in paragraphs[: min(first, _SEARCHED)]]
    fields: dict[str, tuple[int, Span]] = {}
    for index, paragraph in enumerate(paragraphs[: len(lines)]):
        found = _FIELD.match(text, paragraph.start, paragraph.end)
        if found and paragraph.end - paragraph.start <= 500:
            fields.setdefault(found[1].casefold(), (index, Span(*found.span())))
    if "title" in fields:
        front.title, span = fields["title"]
        front.title_from = span.end
        front.fields.append(span)
    else:
        _choose_title(front, lines, paragraphs)
    if "date" in fields:
        index, span = fields["date"]
        front.date, front.date_from = index, span.end
        front.fields.append(span)
        if "time" in fields:
            front.time = line_of(text, paragraphs[fields["time"][0]]).partition(":")[2].strip()
    else:
        front.date = next((i for i, line in enumerate(lines) if i not in front.taken and is_dateline(line)), None)
        front.date_from = paragraphs[front.date].start if front.date is not None else 0
    front.people = _listed(text, paragraphs[: min(first, _LISTS_SEARCHED)])
    return front


def _may_be_title(line: str) -> bool:
    if line[0] == "_" or stamp_end(line, 0, len(line)) or _CONTENTS.search(line):
        return False  # a field for machines; a message of a chat; a table of contents
    name, sign, _ = line.partition(":")
    return could_be_heading(line) and not is_dateline(line) and not (sign and folded(name) in FIELDS)


def _choose_title(front: FrontMatter, lines: Sequence[str], paragraphs: Sequence[Paragraph]) -> None:
    """The first line that begins as titles of dialogues do, else the first that could be a heading."""
    candidates = [i for i, line in enumerate(lines) if _may_be_title(line)]
    title = next((i for i in candidates if is_title(lines[i])), None)
    if title is None:
        title = next((i for i in candidates if i <= 2 and not is_structure(lines[i])), None)
    if title is None:
        return
    front.title = title
    number = number_before(lines[title])
    front.title_from = paragraphs[title].start + number
    if number:
        front.fields.append(Span(paragraphs[title].start, front.title_from))
    above = title - 1
    if above >= 0 and above in candidates and title <= 3 and not is_structure(lines[above]):
        front.collection = above


def _listed(text: str, paragraphs: Sequence[Paragraph]) -> tuple[PersonMention, ...]:
    """The people of lists headed "Participants", "The persons in the play" and the like."""
    people: list[PersonMention] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end - paragraph.start > 2000:
            continue
        line = line_of(text, paragraph)
        after = people_list(line)
        if after is None:
            continue
        names = line[after:].strip()
        if names:
            divided = re.split(r"[;]" if ";" in names else r"[,;]", names)
            people.extend(in_list(divided))
            continue
        told = False
        for number, below in enumerate(paragraphs[index + 1 : index + 61]):
            if (below.gap > 1 and number) or below.end - below.start > 100:
                break
            listed = line_of(text, below)
            if number and not told and ": " in listed:
                break  # the first speech
            told |= ": " in listed
            people.extend(in_list([listed]))
    return tuple(people)
