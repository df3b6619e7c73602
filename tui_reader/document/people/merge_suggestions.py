"""Merge suggestions: labels that are probably, but not certainly, one person's; the person decides.

Knows labels and how often they are used, not who they mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, permutations

from tui_reader.document.model import Person, Suggestion
from tui_reader.document.people.label_parts import LabelParts, is_group, same
from tui_reader.document.people.misprints import pairs_apart
from tui_reader.document.people.named_person import letters_within
from tui_reader.document.people.names import initials
from tui_reader.document.people.namesakes import may_be_one, surname_in
from tui_reader.document.people.turn_order import TurnOrder
from tui_reader.named_tuple import NamedTuple

_MOST = 50
"""Suggestions at most: nobody goes through more."""
_MOST_COMPARED = 100
"""Speakers at most that are each compared with all others."""
_MOST_NAMESAKES = 20
"""Labels with one surname that are compared with each other."""
_QUESTION_AND_ANSWER = frozenset("qa")
_CHAIRS = frozenset(("chairman", "chairwoman", "chairperson", "chair", "presiding officer", "moderator"))
_PRESIDING = frozenset(("presiding", "chairing", "in the chair"))


class SpeakerLabels(NamedTuple):
    """A speaker, to be compared with others."""

    labels: tuple[str, ...]
    """As printed; the first stands for the speaker."""
    parts: LabelParts
    """Of the first label."""
    turns: int
    """How many turns the speaker has."""
    person: Person

    @property
    def label(self) -> str:
        """The first label as printed."""
        return self.labels[0]


def suggest(speakers: Sequence[SpeakerLabels], order: TurnOrder) -> tuple[Suggestion, ...]:
    """The merges of `speakers` that are probable but not certain; of two who answer each other only misprints."""
    found: dict[frozenset[str], Suggestion] = {}
    labels = {one.label: one.labels for one in speakers}

    def probable(hint: Suggestion) -> bool:
        return not order.answers(*(labels[label] for label in hint.labels))

    for hints in (
        _misprints(speakers),
        _initials_in_initials(speakers),
        filter(probable, _places(speakers)),
        filter(probable, _surnames(speakers)),
        filter(probable, _letters(speakers)),
        filter(probable, _short_forms(speakers)),
        filter(probable, _offices(speakers)),
    ):
        for hint in islice(hints, _MOST):
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
        if _other_initial(*(set(same(one.label).split()) for one in (often, seldom))):
            continue
        courtesies = {often.parts.courtesy, seldom.parts.courtesy} - {""}
        if len(courtesies) < 2 and seldom.turns <= 2 and often.turns >= 2 * seldom.turns:
            times = "once" if seldom.turns == 1 else "twice"
            yield Suggestion((often.label, seldom.label), f"one letter apart, {seldom.label} is used {times}")


def _places(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """A label, and the same with a place or a party in brackets behind it: `PLT`, `PLT (HAWK)`."""
    bare = {one.parts.base: one for one in speakers if not (one.parts.holder or one.parts.office)}
    for one in speakers:
        if one.parts.holder and one.parts.base in bare:
            yield Suggestion((bare[one.parts.base].label, one.label), f'"({one.parts.holder})" may be where they are')


def _other_initial(a: set[str], b: set[str]) -> bool:
    """Whether two names differ by an initial, "M. Mar" and "G. Mar", which makes other people of them."""
    differing = a ^ b
    return len(differing) == 2 and min(map(len, differing)) == 1 and len(a & b) > 0


def _surnames(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Surnames with and without a first name or a title, where no third label can be the same person's."""
    by_surname: dict[str, list[SpeakerLabels]] = {}
    for one in speakers:
        if not is_group(one.parts.base) and (surname := surname_in(one.label, one.parts)):
            by_surname.setdefault(surname, []).append(one)
    for namesakes in by_surname.values():
        pairs = list(combinations(namesakes, 2)) if len(namesakes) <= _MOST_NAMESAKES else []
        fitting = [(a.label, b.label) for a, b in pairs if may_be_one(a.parts, b.parts)]
        often = Counter(label for pair in fitting for label in pair)
        for pair in fitting:
            if often[pair[0]] == often[pair[1]] == 1:
                yield Suggestion(pair, "the same surname; it may be two people")


def _initials_in_initials(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Initials that are short for others, GB and GWB."""
    few = [one for one in speakers[:_MOST_COMPARED] if one.parts.letters]
    for short, long in permutations(few, 2):
        if len(short.parts.letters) < len(long.parts.letters) and letters_within(
            short.parts.letters, long.parts.letters
        ):
            because = "the same first and last letter, but used side by side or fitting several"
            yield Suggestion((long.label, short.label), because)


def _letters(speakers: Sequence[SpeakerLabels]) -> Iterator[Suggestion]:
    """Initials or a letter, and a name that they may mean."""
    few = speakers[:_MOST_COMPARED]
    asked = {one.parts.base for one in few} >= _QUESTION_AND_ANSWER
    for short in few:
        letters = short.parts.letters
        if len(short.parts.base) == 1 and not (asked and short.parts.base in _QUESTION_AND_ANSWER):
            begin = [one.label for one in few if len(one.parts.base) > 1 and one.parts.base[0] == short.parts.base]
            if len(begin) == 1:
                yield Suggestion((begin[0], short.label), f"{short.label} may be short for {begin[0]}")
        for long in few if letters else ():
            if not long.parts.letters and letters in (initials(long.parts.base), initials(long.person.name or "")):
                yield Suggestion((long.label, short.label), f"{letters} are the initials of {long.person.name}")


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
    few = speakers[:_MOST_COMPARED]
    for office in few:
        if not office.parts.office:
            continue
        holders = [one.label for one in few if one is not office and _holds(one.person.role, office.parts.base)]
        if len(holders) == 1:
            yield Suggestion((holders[0], office.label), f"{holders[0]} is said to be the {office.parts.base}")


def _holds(role: str | None, office: str) -> bool:
    """Whether somebody's role is an office: "Governor of the Province until 1961", "Canal Office, presiding"."""
    roles = [re.sub(r"^the ", "", one.strip()) for one in re.split(r"[,;]", (role or "").casefold())]
    wanted = {office, *(_PRESIDING if office in _CHAIRS else ())}
    return any(one == name or one.startswith(f"{name} ") for one in roles for name in wanted)
