"""Which names in Markdown's emphasis or headings are labels. Knows candidates; not how Markdown prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from tui_reader.document.model import Turn
from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.dialogue import confirm_in_page, dense, is_spoken, is_talk, mostly_spoken, take_turns
from tui_reader.formats.labels.frequency import used
from tui_reader.formats.labels.marked_names import MARKS, Crowd, judge, printed
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.verdicts import Verdict
from tui_reader.formats.labels.words import FIELDS, PROGRAM_ROLES, SECTIONS, folded
from tui_reader.named_tuple import NamedTuple

IN_LINE = -1
"""The level of names in bold before words, with a dash, a stop or nothing between."""
_FIELDS = 0.35
"""Share of the turns below which names in emphasis are no speakers among plain ones."""
_OTHERS = 0.25
"""Share of the turns in plain print that must be of names which emphasis does not have."""
_OFTEN = 0.7
"""Share of the lines that are a name alone that must be of those who come again."""
_OFTEN_OF_ALL = 0.5
"""The same where each paragraph begins with a name in bold."""
_FEWEST_EXPLAINED = 6
"""Labels of which nearly all differ, from which they are no people's."""
_AGAIN, _AGAIN_OF_PEOPLE = 0.65, 0.5
"""Share of the labels of a list that must be of those who come again: of any words, of names of people."""
_MANY_SECTIONS = 5
"""One name of a section in so many labels tells that they are fields."""
_MANY_ALONE = 3
"""So many names alone on their lines for each before a colon or a time, and those are fields or headings."""
_NEARLY_ALL, _ENOUGH = 0.7, 0.4
"""Share of the labels that are one, and share of the paragraphs from which that one is a speaker all the same."""


class EmphasisLabels(NamedTuple):
    """The labels of a Markdown text by its emphasis."""

    names: frozenset[str]
    level: int | None
    """How they are marked: None by a colon or a time, `IN_LINE`, alone on their lines 0 in bold, 1 to 6 in headings."""
    places: frozenset[int]
    """The paragraphs that begin with one."""


def choose_emphasis(candidates: Sequence[MarkedCandidate], paragraphs: int) -> EmphasisLabels:
    """The labels among the candidates; `paragraphs` is the number of paragraphs that are not headings.

    Names with a colon or a time come first; without those, names alone in bold or in headings of one level.
    """
    able = [one for one in candidates if not _is_weak(one)]
    names, level, judged = _names(able, paragraphs)
    listed = not any(one.text in names and not one.listed for one in able)
    places = {one.place for one in able if one.text in names and one.level == level and (listed or not one.listed)}
    verdicts.record("emphasis", _with_reasons(candidates, places, level, judged))
    return EmphasisLabels(names, level, frozenset(places))


def are_most(found: EmphasisLabels, others: int) -> bool:
    """Whether the labels in emphasis are so many beside `others`, what looks like plain ones, that those cannot win."""
    return others < _OTHERS * len(found.places)


def are_fields(emphasised: Collection[str], turns: Sequence[Turn]) -> bool:
    """Whether the names in emphasis are fields between turns whose labels are plain: few turns are theirs."""
    theirs = sum(turn.label.text in emphasised for turn in turns)
    return bool(emphasised) and theirs < _FIELDS * len(turns)


def is_plain_print(found: EmphasisLabels, turns: Sequence[Turn], paragraphs: int) -> bool:
    """Whether the `turns` by labels of plain print are the text's, and not the labels in emphasis, if there are any.

    They are where there are more of them, by other names too, and where without others they are a talk; `paragraphs`
    is how many there are.
    """
    labels = [turn.label.text for turn in turns]
    if found.names:
        others = sum(label not in found.names for label in labels)
        plain = len(labels) > len(found.places) and others > max(1, _OTHERS * len(labels))
    else:
        plain = _take_part(labels, paragraphs) and confirm_in_page([turn.text for turn in turns], paragraphs)
    if plain:
        verdicts.overrule("most labels here are in plain print", source="emphasis")
    elif labels:
        why = "names in bold or in headings are the labels" if found.names else "no two take turns here"
        verdicts.overrule(why, source="plain print")
    return plain


def _is_weak(one: MarkedCandidate) -> bool:
    """Whether a name alone on its line is in single emphasis or in a list, where no label is."""
    return one.level is not None and (one.single or one.listed)


def _names(
    able: Sequence[MarkedCandidate], paragraphs: int
) -> tuple[frozenset[str], int | None, Mapping[str, Verdict]]:
    """The names that are labels, their level, and the verdict on each name before a colon or a time."""
    all_listed = sum(one.listed for one in able) >= 0.8 * paragraphs
    signed = [one for one in able if one.level is None and (all_listed or not one.listed)]
    uses = Counter(one.text for one in signed)
    mark, crowd = MARKS["sign"], Crowd(uses, len(signed), False)
    judged = {name: judge(name, shape(name), number, mark, crowd) for name, number in uses.items()}
    for name in uses.keys() - {one.text for one in signed if not one.stamped}:
        if not judged[name].kept and shape(name).possible and not shape(name).field:
            judged[name] = Verdict(name, True, "beside a time")
    said = [one for one in signed if judged[one.text].kept]
    stamped = any(one.stamped and one.text in judged and judged[one.text].kept for one in able)
    talk = stamped or (_take_part([one.text for one in said], paragraphs) and dense(len(said), paragraphs))
    least = 0
    if talk and _is_dialogue_in_emphasis(said):
        handles = _handles(signed, said)
        judged |= {name: Verdict(name, True, "printed between other names as they are") for name in handles}
        found = frozenset(one.text for one in said) | handles
        least = _MANY_ALONE * len(said)
    else:
        found = frozenset()
    for level in (*range(7), IN_LINE):
        names = _alone(able, level, paragraphs)
        if names and sum(one.text in names and one.level == level for one in able) > least:
            return frozenset(names), level, judged
    return found, None, judged


def _handles(signed: Sequence[MarkedCandidate], said: Sequence[MarkedCandidate]) -> frozenset[str]:
    """The names of one word in small letters that stand between those of people who take turns, printed as they are."""
    if not take_turns([one.text for one in said]):
        return frozenset()
    prints = Counter(one.single for one in said)
    first, last = said[0].place, said[-1].place
    return frozenset(
        one.text
        for one in signed
        if one.text[:1].islower() and one.text.isalnum() and shape(one.text).possible and one.text not in FIELDS
        and first < one.place < last and prints[one.single] and is_spoken(one.said or "")
    )  # fmt: skip


def _take_part(labels: Sequence[str], paragraphs: int) -> bool:
    """Whether labels are those of a talk: people are heard again, and not nearly all labels are one, a field's."""
    most = max(Counter(labels).values(), default=0)
    explained = len(labels) >= _FEWEST_EXPLAINED and 5 * len(set(labels)) > 4 * len(labels)
    if explained and not _are_strong(labels):
        return False  # things that are explained one by one
    many = len(labels) >= _ENOUGH * paragraphs or most < _NEARLY_ALL * len(labels)
    return many and is_talk(labels, (), paragraphs)


def _are_strong(labels: Sequence[str]) -> bool:
    """Whether most labels are printed as only people's names are: in capitals, with a title, with two words."""
    return 2 * sum(shape(label).strong for label in labels) >= len(labels)


def _are_explained(labels: Sequence[str]) -> bool:
    """Whether the labels of a list are words that are explained one after the other: few come again.

    Fewer need to come again of those that look like people's.
    """
    uses = Counter(labels)
    again = sum(number for number in uses.values() if number > 1)
    people = 2 * sum(" " in label or shape(label).strong for label in labels) >= len(labels)
    needed = _AGAIN_OF_PEOPLE if people else _AGAIN
    return 2 * len(uses) > len(labels) + 1 and again < needed * len(labels)


def _is_dialogue_in_emphasis(said: Sequence[MarkedCandidate]) -> bool:
    """Whether what follows most of the names is said, or most of them have two words.

    Code is not said; names of sections, and words that are explained one after the other in a list, do not talk.
    """
    sections = sum(any(folded(word) in SECTIONS for word in one.text.split()) for one in said)
    listed = sum(one.listed for one in said)
    if _MANY_SECTIONS * sections >= len(said) > 0:
        return False
    if listed and _are_explained([one.text for one in said]):
        return False
    words = [one.said or "" for one in said]
    if 2 * sum(one.lstrip().startswith("`") for one in words) >= len(words) > 0:
        return False
    return mostly_spoken(words, MARKS["sign"].one_in) or 2 * sum(" " in one.text for one in said) >= len(said)


def _alone(candidates: Sequence[MarkedCandidate], level: int, paragraphs: int) -> set[str]:
    """Names in bold, or in headings of one level, with nothing else on their line: two at least, again and again.

    Fewer must come again of people's names in bold before words, and where each of the `paragraphs` begins so.
    """
    own = [one for one in candidates if one.level == level]
    roles = [one.text for one in own if folded(one.text) in PROGRAM_ROLES]
    if take_turns(roles) and len(roles) > 2:
        return set(roles)
    uses = Counter(one.text for one in own)
    often = {name for name, count in uses.items() if count >= 2 and shape(name).named and not shape(name).field}
    strong = bool(often) and all(shape(name).strong for name in often)
    said = [one for one in own if one.text in often or (strong and shape(one.text).strong)]
    all_begin = len(own) == paragraphs or not _are_explained([one.text for one in own])
    most = _OFTEN_OF_ALL if level == IN_LINE and all_begin else _OFTEN
    if len(often) < 2 or len(said) < 4 or len(said) < most * len(own):
        return set()
    first, last = said[0].place, said[-1].place
    divided = any(one.level and one.level < level and first <= one.place < last for one in candidates)
    changes = sum(a.text != b.text for a, b in pairwise(said))
    if divided or changes < 0.5 * (len(said) - 1) or not _is_dialogue_in_emphasis(said):
        return set()
    return {name for name in uses if name in often or shape(name).named}


# Reasons


def _with_reasons(
    candidates: Sequence[MarkedCandidate], places: Collection[int], level: int | None, judged: Mapping[str, Verdict]
) -> Iterator[Verdict]:
    """The verdict on each candidate that is a label or looks like one."""
    uses = Counter(one.text for one in candidates if one.level == level)
    for one in candidates:
        looks = shape(one.text)
        if one.place in places:
            reason = judged[one.text].reason if level is None else used(uses[one.text], looks)
        elif one.level is None:
            reason = _why_not_signed(one, bool(places), judged)
        elif looks.named:
            reason = _why_not_alone(one, bool(places), level)
        else:
            continue  # any heading
        yield Verdict(one.text, one.place in places, reason, printed(one))


def _why_not_signed(one: MarkedCandidate, any_label: bool, judged: Mapping[str, Verdict]) -> str:
    """Why a name with a colon or a time is not a label."""
    verdict = judged.get(one.text)
    if one.listed and (verdict is None or (verdict.kept and any_label)):
        return "an item of a list, where labels are not"
    if verdict is None or not verdict.kept:
        return verdict.reason if verdict else shape(one.text).words
    return "what follows such names here is not said"


def _why_not_alone(one: MarkedCandidate, any_label: bool, level: int | None) -> str:
    """Why a name alone on its line is not a label."""
    if one.listed:
        return "an item of a list, where labels are not"
    if one.single:
        return "in single emphasis, without a colon or a time"
    if any_label and level is None:
        return "alone on its line; the labels here have a colon or a time"
    return "alone on its line, unlike the labels here" if any_label else "alone on its line, and no two such names talk"
