"""Labels that are likely one person's, and not safely: offered to the reader, never merged.

Knows labels and how often they are used; not who they mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.known import letters_within
from tui_reader.document.labels import LabelParts
from tui_reader.document.misprints import pairs_apart
from tui_reader.document.model import Suggestion

_MOST = 50
"""Suggestions: more than these nobody goes through."""
_GROUP = re.compile(r" (?:and|&|und|et) |,|/")
"""Several people as one speaker: a voice of its own, nobody's other label."""


def suggest(speakers: Sequence[tuple[str, LabelParts, int]]) -> tuple[Suggestion, ...]:
    """Merges of `speakers`, each its first label, the parts of it and its turns, that are likely and not safe."""
    found = [*_misprints(speakers), *_surnames(speakers), *_initials(speakers)]
    return tuple(found[:_MOST])


def _misprints(speakers: Sequence[tuple[str, LabelParts, int]]) -> list[Suggestion]:
    """A label used once or twice, a letter away from one that is used much more."""
    found = []
    by_print = {f"{parts.courtesy} {parts.base}".strip(): (label, turns) for label, parts, turns in speakers}
    courtesies = {label: parts.courtesy for label, parts, _ in speakers}
    for a, b in pairs_apart(by_print):
        often, seldom = sorted((by_print[a], by_print[b]), key=lambda one: one[1], reverse=True)
        both = {courtesies[often[0]], courtesies[seldom[0]]} - {""}
        if len(both) < 2 and seldom[1] <= 2 and often[1] >= 3 * seldom[1]:
            times = "once" if seldom[1] == 1 else "twice"
            found.append(Suggestion((often[0], seldom[0]), f"one letter apart, {seldom[0]} is used {times}"))
    return found


def _surnames(speakers: Sequence[tuple[str, LabelParts, int]]) -> list[Suggestion]:
    by_surname: dict[str, list[str]] = {}
    for label, parts, _ in speakers:
        if parts.base and not parts.letters and not parts.office and not _GROUP.search(parts.base):
            by_surname.setdefault(parts.base.rsplit(None, 1)[-1], []).append(label)
    return [
        Suggestion(tuple(labels), "the same surname; it may be two people")
        for surname, labels in by_surname.items()
        if 1 < len(labels) <= 3 and len(surname) > 2 and surname.isalpha()
    ]


def _initials(speakers: Sequence[tuple[str, LabelParts, int]]) -> list[Suggestion]:
    because = "the same first and last letter, but used side by side or fitting several"
    lettered = [(label, parts.letters) for label, parts, _ in speakers if parts.letters][:100]
    return [
        Suggestion((long, short), because)
        for short, few in lettered
        for long, many in lettered
        if len(few) < len(many) and letters_within(few, many)
    ]
