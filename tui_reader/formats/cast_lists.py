"""What the lists of persons of a document say of those who speak: "AGNES, his wife".

The lists are found by their headings, in what stands outside the talk, whatever the format; only lines about people of
the document count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tui_reader.document.model import Document, Kind, Part
from tui_reader.document.people.label_parts import same, take_apart
from tui_reader.formats.headings import people_list
from tui_reader.named_tuple import NamedTuple

_SEARCHED = 2000
"""Passages outside the talk in which lists are looked for."""
_LONGEST = 500
"""Characters of a line of a list."""
_MOST_PEOPLE = 400
"""People of a document with lists of persons."""
_MOST = 200
"""Lines of a list."""
_BETWEEN = re.compile(r"\s*(?:[,;:|\t()\[\]{}]|\s[-–—]\s|[–—]|\.{2,}|(?:\. ){2,}|…|\s{3,}|\s(?:and|und|et|&)\s)[\s.]*")
"""Between names, and between a name and what is said of it."""
_DESCRIBES = re.compile(r"[^\W\d_A-Z]|(?:An?|The|His|Her|Their) ")
"""How a description begins that stands in a line of its own: in small letters, or with an article."""
_ARTICLES = ("the ", "a ", "an ", "der ", "die ", "le ", "la ")


class Entry(NamedTuple):
    """What a list says of a person."""

    name: str
    """As printed there: "Rev. Canon Chasuble"; several people may have one."""
    about: str
    """What is said of the person; empty where nothing is."""


def entries(document: Document) -> Mapping[str, Sequence[Entry]]:
    """What lists of persons say of each person, by id; nothing for people who are in none."""
    ids: dict[str, str] = {}
    if len(document.people) > _MOST_PEOPLE:
        return {}
    for person in document.people:
        for name in (person.name or "", *person.labels):
            for form in (same(name), take_apart(name).base):
                if form:
                    ids[_bare(form)] = "" if ids.get(_bare(form), person.id) != person.id else person.id
    found: dict[str, list[Entry]] = defaultdict(list)
    flowing = _names_in_flow(ids)
    for lines in _lists(document, ids):
        before: list[str] = []
        for line in (piece for printed in lines for piece in flowing.split(printed)):
            people, about = _parted(line, ids)
            for id in people:
                found[id].append(Entry(line.removesuffix(about), about))
            if before and not people and _DESCRIBES.match(line):
                found[before[0]].append(Entry("", line))  # a piece of its own, as in a list of definitions
            before = [] if about else people
    return found


def _parted(line: str, ids: Mapping[str, str]) -> tuple[list[str], str]:
    """The ids of those with whose names a line begins, and the rest of it."""
    names: list[str] = []
    start = 0
    while start < len(line):
        between = _BETWEEN.search(line, start)
        end = between.start() if between else len(line)
        name = _bare(same(line[start:end].strip(" .,*_")))
        id = ids.get(name, "") or (_within(name, ids) if not names else "")
        if not id:
            break
        names.append(id)
        start = between.end() if between else len(line)
    return names, line[start:].strip(" .)")


def _within(name: str, ids: Mapping[str, str]) -> str:
    """The id of the only person whose label is a part of a longer name; empty where there are several."""
    words = set(name.split())
    found = {id for known, id in ids.items() if id and words >= set(known.split())}
    return found.pop() if len(found) == 1 else ""


def _bare(name: str) -> str:
    return next((name.removeprefix(article) for article in _ARTICLES if name.startswith(article)), name)


def _names_in_flow(ids: Mapping[str, str]) -> re.Pattern[str]:
    """The places before names that stand within a line, where a list lost its lines: `HELEN, a widow TOM, her son`."""
    names = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    return re.compile(rf"(?<=[\w.)])(?<! and)(?<! und)(?<! et) (?=(?i:{names or '(?!)'})(?:,| [-–—]|[:—–]) )")


def _lists(document: Document, ids: Mapping[str, str]) -> Iterator[list[str]]:
    """The lines of each list of persons."""
    left = _SEARCHED
    for part in document.parts:
        if left <= 0:
            return
        left -= len(part.body)
        lines: list[str] | None = [] if _is_list(part) else None
        for kind, line in _lines(part):
            if people_list(line) is not None and len(line) <= _LONGEST:
                if lines:
                    yield lines
                lines = []
            elif lines is not None and (_ends(kind, line, ids) or len(lines) >= _MOST):
                yield lines
                lines = None
            elif lines is not None:
                lines.append(line)
        if lines:
            yield lines


def _ends(kind: Kind, line: str, ids: Mapping[str, str]) -> bool:
    """Whether a line is no more of a list: another heading, or prose."""
    return len(line) > _LONGEST if kind is not Kind.HEADING else not _parted(line, ids)[0]


def _is_list(part: Part) -> bool:
    return part.id.startswith("cast") or (part.heading is not None and people_list(part.heading.text) is not None)


def _lines(part: Part) -> Iterator[tuple[Kind, str]]:
    for passage in part.body:
        for line in passage.text.split("\n"):
            if line.strip():
                yield passage.kind, line.strip()
