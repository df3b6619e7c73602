"""Which names that markup sets apart, or a sign in a caption, are labels: of HTML, Markdown and captions.

One question for each name, with thresholds for each kind of mark as data, and one for all: are they a dialogue. Takes
candidates in the order of the file; knows neither elements nor cues.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.document.people.label_parts import same
from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.dialogue import dense, mostly_spoken, take_turns
from tui_reader.formats.labels.frequency import HowOften, times, used
from tui_reader.formats.labels.shapes import Shape, cue_shape, shape
from tui_reader.formats.labels.verdicts import Verdict
from tui_reader.formats.labels.words import CAPTION_SOUNDS

_PRINTED = 80
"""Characters behind a label by which its line is found."""
_MOST = 0.5
"""Share of the blocks, or of the cues, from which nearly each is labelled, so that one use is enough."""


class NameMark(NamedTuple):
    """A kind of print that sets names apart, and what makes one of them a label."""

    printed: str
    """In words: "in an element for speakers"."""
    often: HowOften
    """The uses from which a name is a label."""
    sure: bool = False
    """Whether the mark alone says so, where it is used twice."""
    words: int = 0
    """So many words make a name a label that is used once; 0 where they do not."""
    company: int = 0
    """So many uses of other names do; 0 where they do not."""
    underlined: bool = False
    """Whether capitals with an underscore do, as machines name speakers: SPEAKER_01."""
    asked: bool = True
    """Whether they must be a dialogue beside that."""
    kept: float = 0.0
    """Share of the candidates with this mark that must be labels."""
    one_in: int = 3
    """Of so many labels one has speech behind it."""


MARKS = {
    "element": NameMark("in an element for names", HowOften(field=3), sure=True, asked=False),
    "class": NameMark("in an element for speakers", HowOften(field=3), sure=True, kept=0.6),
    "emphasis": NameMark("in emphasis before a colon", HowOften(field=3)),
    "term": NameMark("as a term of a list", HowOften(field=3), kept=0.6, one_in=2),
    "sign": NameMark("in emphasis with a colon or a time", HowOften(field=4), words=2, company=2, underlined=True),
    "cue": NameMark("in a caption", HowOften(named=2, other=2)),
}
"""The marks by name. The first four are HTML's, "sign" is Markdown's."""


class Crowd(NamedTuple):
    """What all candidates say of each."""

    uses: Mapping[str, int]
    """By name, or by name folded."""
    total: int
    crowded: bool
    """Whether so many blocks are labelled that one use is enough."""


def judge(name: str, looks: Shape, uses: int, mark: NameMark, crowd: Crowd) -> Verdict:
    """Whether a name used so often is a label by itself."""
    kept, reason = _judged(name, looks, uses, mark, crowd)
    return Verdict(name, kept, reason)


def _judged(name: str, looks: Shape, uses: int, mark: NameMark, crowd: Crowd) -> tuple[bool, str]:
    if not looks.possible:
        return False, looks.why
    if mark.sure and crowd.total >= 2:
        return True, f"stands {mark.printed}"
    if uses >= mark.often.needed(looks):
        return True, used(uses, looks)
    if looks.field:
        return False, f"a field's name, {times(uses)}"
    if not looks.named:
        return False, f"{times(uses)}, {looks.words}"
    if mark.underlined and looks.strong and "_" in name:
        return True, "named as machines name speakers"
    if mark.words and len(name.split()) >= mark.words:
        return True, f"a name of several words {mark.printed}"
    if mark.company and crowd.total - uses >= mark.company:
        return True, f"printed {mark.printed} as other names are"
    if crowd.crowded:
        return True, f"{looks.words} where nearly all is labelled"
    return False, "stands once, and no other label looks so"


# HTML


def elements(candidates: Sequence[MarkedCandidate], blocks: int) -> dict[str, set[str]]:
    """The names that are labels, by mark, of a page of so many `blocks`."""
    uses = Counter(one.text for one in candidates)
    total = len(candidates)
    crowd = Crowd(uses, total, total >= _MOST * max(1, blocks - total))
    kept: dict[str, set[str]] = {}
    for kind in dict.fromkeys(one.mark for one in candidates):
        mark, own = MARKS[kind], [one for one in candidates if one.mark == kind]
        judged = {name: judge(name, shape(name), uses[name], mark, crowd) for name in {one.text for one in own}}
        said = [one for one in own if judged[one.text].kept]
        refused = ""
        if mark.asked and len(said) < mark.kept * len(own):
            refused = f"most of what stands {mark.printed} here is no name"
        elif mark.asked and not _is_dialogue_of_elements(said, blocks, mark):
            refused = "no two take turns, or what stands behind the names is not said"
        kept[kind] = set() if refused else {one.text for one in said}
        verdicts.record(kind, _told(own, judged, refused))
    return kept


def _is_dialogue_of_elements(said: Sequence[MarkedCandidate], blocks: int, mark: NameMark) -> bool:
    """Whether two at least take turns, and what stands behind their names is said: no glossary, no list of fields."""
    names = [one.text for one in said]
    if not take_turns(names):
        return len(names) > 2 and len(set(names)) == len(names) and all(shape(name).strong for name in names)
    near = len(said) >= 0.05 * (said[-1].place - said[0].place + 1) and dense(len(said), blocks)
    return near and mostly_spoken([one.said for one in said if one.said is not None], mark.one_in)


# Markdown


def emphasis(candidates: Sequence[MarkedCandidate], paragraphs: int) -> tuple[set[str], int | None]:
    """The names that are labels, and their level where they stand alone; `paragraphs` are those without a heading.

    Names with a colon or a time come first; without those, names alone in bold or in headings of one level.
    """
    all_listed = sum(one.listed for one in candidates) >= 0.8 * paragraphs
    signed = [one for one in candidates if one.level is None and (all_listed or not one.listed)]
    uses = Counter(one.text for one in signed)
    mark, crowd = MARKS["sign"], Crowd(uses, len(signed), False)
    judged = {name: judge(name, shape(name), number, mark, crowd) for name, number in uses.items()}
    said = [one for one in signed if judged[one.text].kept]
    stamped = any(one.stamped and one.text in judged and judged[one.text].kept for one in candidates)
    holds = (len(said) >= 2 or stamped) and _is_dialogue_in_emphasis(said)
    verdicts.record("sign", _told(signed, judged, "" if holds else "what stands behind such names here is not said"))
    if holds:
        return {one.text for one in said}, None
    for level in range(7):
        names = _alone(candidates, level)
        if names:
            return names, level
    return set(), None


def _is_dialogue_in_emphasis(said: Sequence[MarkedCandidate]) -> bool:
    """Whether what stands behind most of the names is said, or most of them are of two words."""
    return mostly_spoken([one.said or "" for one in said], MARKS["sign"].one_in) or 2 * sum(
        " " in one.text for one in said
    ) >= len(said)


def _alone(candidates: Sequence[MarkedCandidate], level: int) -> set[str]:
    """Names in bold, or in headings of one level, with nothing else on their line: two at least, again and again."""
    own = [one for one in candidates if one.level == level]
    uses = Counter(one.text for one in own)
    often = {name for name, count in uses.items() if count >= 2 and shape(name).named and not shape(name).field}
    said = [one for one in own if one.text in often]
    if len(often) < 2 or len(said) < 4 or len(said) < 0.8 * len(own):
        return set()
    first, last = said[0].place, said[-1].place
    divided = any(one.level and one.level < level and first <= one.place < last for one in candidates)
    changes = sum(a.text != b.text for a, b in pairwise(said))
    if divided or changes < 0.5 * (len(said) - 1) or not _is_dialogue_in_emphasis(said):
        return set()
    kept = {name for name in uses if name in often or shape(name).named}
    verdicts.record(
        f"alone {level}",
        _told(own, {name: Verdict(name, name in kept, used(uses[name], shape(name))) for name in uses}, ""),
    )
    return kept


# Captions


def in_cues(candidates: Sequence[MarkedCandidate], cues: int, sign: str) -> frozenset[str]:
    """The names, folded, that are labels in so many `cues`.

    By `sign` they stand before a "colon", or in "square" or "round" brackets.
    """
    possible = [one for one in candidates if sign == "colon" or _may_be_in_brackets(one.text)]
    most = len({one.place for one in possible if one.first}) >= _MOST * cues
    heard = sign == "round" and not most  # sounds, as captions for the deaf print them
    if most:
        counted = [one for one in possible if one.first]
    else:
        counted = [one for one in possible if one.after_end and cue_shape(one.text).named and not heard]
    uses = Counter(same(one.text) for one in counted)
    # Of a name that is used once, its shape and the others say that it is one; so do two names in a few cues.
    shaped = sum(cue_shape(one.text).named for one in possible)
    crowded = most or max(uses.values(), default=0) > 1 or (len(uses) > 1 and shaped * 4 >= cues)
    crowd = Crowd(uses, len(counted), crowded)
    judged = {
        one.text: judge(one.text, cue_shape(one.text), uses[same(one.text)], MARKS["cue"], crowd) for one in counted
    }
    kept = {same(name): verdict for name, verdict in judged.items() if verdict.kept}
    verdicts.record(sign, _told(candidates, {one.text: _of_cue(one.text, kept, judged) for one in candidates}, ""))
    return frozenset(kept)


def _may_be_in_brackets(label: str) -> bool:
    """Whether brackets hold a name, and no sound as in "[music playing]"."""
    return cue_shape(label).named and not _is_sound(label)


def _is_sound(label: str) -> bool:
    """Whether it is a word for what is heard."""
    return not CAPTION_SOUNDS.isdisjoint(same(label).split())


# Reasons


def _of_cue(label: str, kept: Mapping[str, Verdict], judged: Mapping[str, Verdict]) -> Verdict:
    """The verdict on a name in a caption: that on its folded form, its own, or why it was not counted."""
    if same(label) in kept:
        return kept[same(label)]._replace(label=label)
    if label in judged:
        return judged[label]
    why = "a sound, and no name" if _is_sound(label) else "stands in a sentence, or is not printed as a name"
    return Verdict(label, False, why)


def _told(candidates: Sequence[MarkedCandidate], judged: Mapping[str, Verdict], refused: str) -> Iterator[Verdict]:
    """The verdict on each candidate in its place; `refused` says why no name is a label, if so."""
    for one in candidates:
        verdict = judged[one.text]
        if refused and verdict.kept:
            verdict = verdict._replace(kept=False, reason=refused)
        yield verdict._replace(printed=f"{one.text} {(one.said or '')[:_PRINTED]}")
