"""Which lists in a file of JSON are the dialogue: those that hold the words and tell who speaks.

Lists at places of one kind, such as the turns of each section, belong together.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from tui_reader.formats.producers.json_fields import (
    fields_of,
    folded,
    is_interim,
    speaker_of,
    text_of,
    with_folded_names,
)
from tui_reader.formats.producers.json_tables import members
from tui_reader.named_tuple import NamedTuple

_LOOKED_AT = 3000
"""Lists and objects that are looked at for segments."""
_DEEPEST = 50
"""Levels down to which they are looked for."""
_MEMBERS = 30
"""Members of a list that are looked into for further lists."""
_SAMPLE = 400
"""Members that are asked who speaks."""
_MOST = 0.7
"""Share of the most words that any list holds, which the dialogue has at least."""
_ALIKE = 0.6
"""Share of the names of fields that are the same in lists of one dialogue."""
_COMPARED = 100
"""Texts of a list that are looked for in another."""
_SAME = 0.3
"""Share of a list's texts that another has too, above which it says the same."""

Place = tuple[str, ...]
"""The names of the fields that lead to a list; "*" for any member of a list."""


class Member(NamedTuple):
    """A segment of the dialogue and where it stands."""

    segment: dict[str, Any]
    speaker: str | None
    """Who speaks, as it or an object around it says."""
    section: str | None
    """The heading of the part of the file that it is in; None where that has none."""
    list_number: int
    """Which list of the dialogue it is in."""


class _Candidate(NamedTuple):
    place: Place
    found: list[Member]
    length: int
    """Characters of its words."""
    speakers: int
    texts: list[str]


def members_of_dialogue(data: Any) -> list[Member]:
    """The segments of the dialogue in order; empty where no list holds words."""
    found = [made for place in _places(data) if (made := _candidate(data, place))]
    most = max((one.length for one in found), default=0)
    full = [one for one in found if one.length >= _MOST * most and most]
    best = max(full, key=lambda one: (min(2, one.speakers), -len(one.found)), default=None)
    if best is None:
        # what no list alone has, several may have together
        several = [one for one in found if one.speakers]
        best = max(several, key=lambda one: one.length, default=None)
    if best is None:
        return []
    sisters = _sisters(best, found)
    return list(_gathered(data, {best.place, *sisters})) if sisters else best.found


def _places(data: Any) -> Iterator[Place]:
    """The places at which lists of objects stand, each once."""
    waiting: deque[tuple[Place, Any]] = deque([((), data)])
    seen: dict[Place, None] = {}
    for _ in range(_LOOKED_AT):
        if not waiting:
            break
        place, one = waiting.popleft()
        if len(place) > _DEEPEST:
            continue
        inner = members(one)
        if inner:
            seen[(*place, "*")] = None
            waiting.extend(((*place, "*"), member) for member in inner[:_MEMBERS])
        elif isinstance(one, dict):
            waiting.extend(((*place, name), value) for name, value in one.items() if isinstance(value, (dict, list)))
        elif isinstance(one, list):
            waiting.extend(((*place, "*"), value) for value in one[:_MEMBERS] if isinstance(value, (dict, list)))
    yield from seen


def _candidate(data: Any, place: Place) -> _Candidate | None:
    """The list at a place, where most of its members hold words."""
    every = list(_gathered(data, {place}))
    texts = [text_of(member.segment).strip() for member in every]
    spoken = [member for member, text in zip(every, texts, strict=True) if text]
    if not spoken or 2 * len(spoken) < len(every):
        return None
    names = [speaker for member in spoken[:_SAMPLE] if (speaker := member.speaker)]
    strong = any(speaker_of(member.segment, weak=False) for member in spoken[:_SAMPLE])
    if not strong and len(set(names)) == len(names) > 2:  # names of things
        spoken = [member._replace(speaker=None) for member in spoken]
        names = []
    return _Candidate(place, spoken, sum(map(len, texts)), len(set(names)), list(filter(None, texts)))


def _sisters(best: _Candidate, found: Sequence[_Candidate]) -> list[Place]:
    """The places of other lists of the same kind that say something else."""
    own, said = _names(best), ""
    sisters = []
    for one in found:
        depth = min(len(one.place), len(best.place))
        if one is best or one.place[:depth] == best.place[:depth] or bool(one.speakers) != bool(best.speakers):
            continue
        names = _names(one)
        if len(own & names) < _ALIKE * len(own | names):
            continue
        said = said or _bare(best.texts)
        sample = one.texts[:: 1 + len(one.texts) // _COMPARED]
        if sum(_bare([text]) in said for text in sample) <= _SAME * len(sample):
            sisters.append(one.place)
            said += _bare(one.texts)
    return sisters


def _bare(texts: Sequence[str]) -> str:
    """The words of texts in small letters, with a blank before and after each."""
    words = re.findall(r"\w+", " ".join(texts).casefold())
    return f" {' '.join(words)} "


def _names(one: _Candidate) -> set[str]:
    return {folded(name) for member in one.found[:10] for name in member.segment}


def _gathered(data: Any, places: set[Place]) -> Iterator[Member]:
    """The members of the lists at the places, in the order of the file."""
    return _walk(data, places, None, None, count())


def _walk(
    one: Any, places: set[Place], speaker: str | None, section: str | None, numbers: Iterator[int]
) -> Iterator[Member]:
    """The members below a value: `places` lead there from it, `speaker` and `section` are told around it."""
    below = {place[1:] for place in places if place[0] == "*"}
    if below:
        yield from _walk_members(one, below, speaker, section, numbers)
    if isinstance(one, dict):
        for name, value in one.items():
            if further := {place[1:] for place in places if place[0] == name}:
                yield from _walk(value, further, speaker, section, numbers)


def _walk_members(
    one: Any, below: set[Place], speaker: str | None, section: str | None, numbers: Iterator[int]
) -> Iterator[Member]:
    number, further = next(numbers), below - {()}
    for member in members(one) or (one if isinstance(one, list) else ()):
        is_object = isinstance(member, dict)
        if () in below and is_object and not is_interim(segment := with_folded_names(member)):
            own = speaker_of(segment)
            yield Member(segment, speaker if own is None else own, section, number)
        if further and is_object:
            inner = speaker_of(member, weak=False) or speaker
            yield from _walk(member, further, inner, _heading(member) or section, numbers)
        elif further and isinstance(member, list):
            yield from _walk(member, further, speaker, section, numbers)


def _heading(around: dict[str, Any]) -> str | None:
    """The heading of an object that holds lists."""
    fields = fields_of(around)
    found = (fields.get(name) for name in ("heading", "title", "chapter", "sectiontitle"))
    return next((one.strip() for one in found if isinstance(one, str) and one.strip()), None)
