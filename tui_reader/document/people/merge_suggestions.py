"""Merge suggestions: labels that are probably, but not certainly, one person's; the person decides.

Knows labels and how often they are used, not who they mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tui_reader.document.model import Suggestion
from tui_reader.document.people.label_parts import LabelParts, same
from tui_reader.document.people.misprints import pairs_apart
from tui_reader.document.people.named_person import letters_within
from tui_reader.document.people.names import initials

_MOST = 50
"""Suggestions at most: nobody goes through more."""
_MOST_COMPARED = 100
"""Speakers at most that are each compared with all others."""
_GROUP = re.compile(r" (?:and|&|und|et) |,|/")
"""Found in labels of several people, which are not another label of one of them."""


class SpeakerLabels(NamedTuple):
    """A speaker, to be compared with others."""

    label: str
    """The first label as printed."""
    parts: LabelParts
    turns: int
    """How many turns the speaker has."""
    role: str | None


def suggest(speakers: Sequence[SpeakerLabels]) -> tuple[Suggestion, ...]:
    """The merges of `speakers` that are probable but not certain."""
    rules: tuple[Callable[[Sequence[SpeakerLabels]], Iterator[Suggestion]], ...] = (
        _misprints,
        _surnames,
        _letters,
        _short_forms,
        _offices,
    )
    found: dict[frozenset[str], Suggestion] = {}
    for rule in rules:
        for hint in islice(rule(speakers), _MOST):
            found.setdefault(frozenset(hint.labels), hint)
    return tuple(islice(found.values(), _MOST))


def _misprints(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Labels that are used once or twice and differ by one letter from a label that is used more."""
    by_print: dict[str, SpeakerLabels] = {}
    for one in speakers:  # with the courtesy and without, for a label may have lost it, or have it misprinted
        for printed in (f"{one.parts.courtesy} {one.parts.base}".strip(), one.parts.base, same(one.label)):
            by_print.setdefault(printed, one)
    for a, b in pairs_apart(by_print):
        if by_print[a] is by_print[b]:
            continue
        often, seldom = sorted((by_print[a], by_print[b]), key=lambda one: one.turns, reverse=True)
        courtesies = {often.parts.courtesy, seldom.parts.courtesy} - {""}
        if len(courtesies) < 2 and seldom.turns <= 2 and often.turns >= 2 * seldom.turns:
            times = "once" if seldom.turns == 1 else "twice"
            yield Suggestion((often.label, seldom.label), f"one letter apart, {seldom.label} is used {times}")


def _surnames(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Surnames with and without a first name."""
    by_surname: dict[str, list[str]] = {}
    genders: dict[str, set[str]] = {}
    for label, parts, _, _ in speakers:
        if parts.base and not parts.letters and not parts.office and not _GROUP.search(parts.base):
            surname = parts.base.rsplit(None, 1)[-1]
            by_surname.setdefault(surname, []).append(label)
            genders.setdefault(surname, set()).add(parts.gender)
    for surname, labels in by_surname.items():
        if 1 < len(labels) <= 3 and len(surname) > 2 and surname.isalpha() and not genders[surname] >= {"m", "f"}:
            yield Suggestion(tuple(labels), "the same surname; it may be two people")


def _letters(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Initials, and other initials or a name that they may mean."""
    few = speakers[:_MOST_COMPARED]
    for short in few:
        letters = short.parts.letters
        if not letters and len(short.parts.base) == 1:
            begin = [one.label for one in few if len(one.parts.base) > 1 and one.parts.base[0] == short.parts.base]
            if len(begin) == 1:
                yield Suggestion((begin[0], short.label), f"{short.label} may be short for {begin[0]}")
        for long in few if letters else ():
            if len(letters) < len(long.parts.letters) and letters_within(letters, long.parts.letters):
                because = "the same first and last letter, but used side by side or fitting several"
                yield Suggestion((long.label, short.label), because)
            elif not long.parts.letters and initials(long.parts.base) == letters:
                yield Suggestion((long.label, short.label), f"{letters} are the initials of {long.label}")


def _short_forms(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Labels that are the beginning of exactly one other, as in old editions of plays: `Pisc.`, `Piscator.`"""
    few = [one for one in speakers[:_MOST_COMPARED] if one.parts.base.isalpha() and not one.parts.letters]
    for short in few:
        base = short.parts.base
        longer = [one for one in few if len(one.parts.base) > len(base) >= 2 and one.parts.base.startswith(base)]
        if len(longer) == 1 and longer[0].parts.base != base + "s":
            yield Suggestion((longer[0].label, short.label), f"{short.label} may be short for {longer[0].label}")


def _offices(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """An office, and the only person who is said to hold it."""
    for office in speakers[:_MOST_COMPARED]:
        if not office.parts.office:
            continue
        holders = [one.label for one in speakers if one.role and one.role.casefold() == office.parts.base]
        if len(holders) == 1 and holders[0] != office.label:
            yield Suggestion((holders[0], office.label), f"{holders[0]} is said to be the {office.parts.base}")
