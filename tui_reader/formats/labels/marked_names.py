"""Which names that markup sets apart, or a sign in a caption, are labels: what HTML, Markdown and captions share.

The thresholds of each kind of mark are data. `cue_labels` and `emphasis_labels` ask what only captions and Markdown
need. Takes candidates in the order of the file; knows neither elements nor cues.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tui_reader.formats.labels import rare_prints, verdicts
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.dialogue import dense, is_spoken, mostly_spoken, take_turns
from tui_reader.formats.labels.frequency import HowOften, times, used
from tui_reader.formats.labels.shapes import Shape, shape
from tui_reader.formats.labels.verdicts import Verdict
from tui_reader.formats.labels.words import SECTIONS
from tui_reader.named_tuple import NamedTuple

_PRINTED = 80
"""Characters after a label by which its line is found."""
MOST = 0.5
"""Share of labelled blocks, or cues, from which a name used once is a label."""


_HOLDER = re.compile(r"\(([^()]{2,60})\)$")
"""In brackets behind an office, who holds it."""


class NameMark(NamedTuple):
    """A kind of print that sets names apart, and what makes one of them a label."""

    printed: str
    """In words: "in an element for speakers"."""
    often: HowOften
    """The uses from which a name is a label."""
    sure: bool = False
    """Whether the mark alone makes a label, where it is used twice or more."""
    words: int = 0
    """Number of words from which a name used once is a label; 0: never."""
    company: int = 0
    """Number of uses of other names from which a name used once is a label; 0: never."""
    underlined: bool = False
    """Whether capitals with an underscore make a name used once a label, as machines name speakers: SPEAKER_01."""
    asked: bool = True
    """Whether the labels must also be a dialogue."""
    kept: float = 0.0
    """Least share of the candidates with this mark that must be labels."""
    one_in: int = 3
    """At least one label in this number must have speech after it."""
    unsure: bool = False
    """Whether it only repeats names where a mark above it in `MARKS` makes labels."""
    alone: bool = False
    """Whether it makes labels only where no other mark does."""


MARKS = {
    "element": NameMark("in an element for names", HowOften(field=3), sure=True, asked=False),
    "class": NameMark("in an element for speakers", HowOften(field=3), sure=True, kept=0.6),
    "emphasis": NameMark("in emphasis before a colon", HowOften(field=3, other=4)),
    "cell": NameMark("in the first cell of a row of two", HowOften(field=3, other=3), kept=0.6, one_in=2),
    "term": NameMark("as a term of a list", HowOften(field=3), kept=0.6, one_in=2),
    "print": NameMark(
        "in a print of its own that begins a line", HowOften(field=3, other=3), kept=0.6, one_in=2, unsure=True
    ),
    "line": NameMark("on a line of its own in a print of its own", HowOften(field=4), kept=0.6, one_in=2, unsure=True),
    "role": NameMark("by the class of its paragraph", HowOften(field=1), sure=True, alone=True),
    "sign": NameMark("in emphasis with a colon or a time", HowOften(field=4), words=2, company=2, underlined=True),
    "cue": NameMark("in a caption", HowOften(named=2, other=2)),
}
"""The marks by name. All up to "role" are HTML's, the surest first; "sign" is Markdown's."""
_MOST_AGAIN = 0.4
"""Share of the candidates that must be names used again: else a page full of them is a list of terms."""
_MOST_WORDS = 4
"""Words of a name that is not printed as one, "The third player"."""
_SECTIONS = SECTIONS | {"question", "questions", "answer", "answers"}
"""Headings that come again and again in pages that are no talk; one of them tells the print of headings."""
_FEWEST_KEPT = 4
_MOST_MARKED = 0.6
"""Share of names used once that must have a title, capitals or a party in brackets where none is used twice."""
_MOST_OF_PRINT = 0.6
"""Share of what is printed in one way that must be names used again: then one that is used once is a name too."""


class Crowd(NamedTuple):
    """What is counted over all candidates before each is judged."""

    uses: Mapping[str, int]
    """How often each name is used, by name or by folded name."""
    total: int
    crowded: bool
    """Whether nearly all blocks are labelled, so that one use is enough."""


def judge(name: str, looks: Shape, uses: int, mark: NameMark, crowd: Crowd) -> Verdict:
    """Whether a name with this shape and number of `uses` is a label."""
    kept, reason = _judged(name, looks, uses, mark, crowd)
    return Verdict(name, kept, reason)


def _judged(name: str, looks: Shape, uses: int, mark: NameMark, crowd: Crowd) -> tuple[bool, str]:
    if not looks.possible:
        return False, looks.why
    if mark.sure and crowd.total >= 2:
        return True, mark.printed
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


def in_place(candidates: Sequence[MarkedCandidate], judged: Mapping[str, Verdict], refused: str) -> Iterator[Verdict]:
    """The verdict on each candidate, in their order; `refused`, if given, is why no name of theirs is a label."""
    for one in candidates:
        verdict = judged[one.text]
        if refused and verdict.kept:
            verdict = verdict._replace(kept=False, reason=refused)
        yield verdict._replace(printed=printed(one))


def printed(one: MarkedCandidate) -> str:
    """The name and the first words after it, by which its line is found."""
    return f"{one.text} {(one.said or '')[:_PRINTED]}"


def elements(candidates: Sequence[MarkedCandidate], blocks: int) -> set[int]:
    """The places of the candidates that are labels, of a page; `blocks` is the number of its blocks.

    Where a surer mark makes a dialogue, an unsure one may only repeat its names.
    """
    candidates = rare_prints.without(candidates)
    bearers = _bearers([one.text for one in candidates])
    borne = Counter(bearers[one.text] for one in candidates)
    uses = {name: borne[bearer] for name, bearer in bearers.items()}
    total = len(candidates)
    again = sum(number for number in borne.values() if number > 1)
    crowd = Crowd(uses, total, total >= MOST * max(1, blocks - total) and again >= _MOST_AGAIN * total)
    kept: set[int] = set()
    known: set[str] = set()
    for kind, mark in MARKS.items():
        own = [one for one in candidates if one.mark == kind]
        if not own:
            continue
        judged = {name: judge(name, _looks(name), uses[name], mark, crowd) for name in {one.text for one in own}}
        own = _of_names(own, judged)
        judged |= _singles(own, judged, mark)
        said = [one for one in own if judged[one.text].kept and not (mark.unsure and known and one.text not in known)]
        said = _with_words(said)
        refused = ""
        if mark.alone and kept:
            refused = "the page prints names"
        elif mark.asked and len(said) < mark.kept * len(own):
            refused = f"most of what stands {mark.printed} here is no name"
        elif mark.asked and not _is_dialogue_of_elements(said, bearers, blocks, mark):
            refused = "no two take turns, or what follows the names is not said"
        if not refused:
            kept |= {one.place for one in said}
            known |= {one.text for one in said}
        verdicts.record(kind, in_place(own, judged, refused))
    return kept


def _with_words(said: Sequence[MarkedCandidate]) -> list[MarkedCandidate]:
    """The candidates without names that never have words below them, but always another name: the heads of pages."""
    places = {one.place for one in said}
    speaking = {one.text for one in said if one.place + 1 not in places}
    return [one for one in said if one.text in speaking]


def _bearers(names: Sequence[str]) -> Mapping[str, str]:
    """For each name a key of who bears it: the same with and without what is in brackets, a first name or an office."""
    found = {}
    for name in dict.fromkeys(names):
        holder, base = _HOLDER.search(name), name.partition("(")[0].rstrip() or name
        office = holder and (name.casefold().startswith("the ") or shape(holder[1]).kind == "titled")
        found[name] = holder[1] if holder and office else base
    titled = {_last(bearer) for bearer in found.values() if shape(bearer).kind == "titled"}
    return {name: _last(bearer) if _last(bearer) in titled else bearer for name, bearer in found.items()}


def _last(name: str) -> str:
    return (name.split() or [name])[-1]


def _looks(name: str) -> Shape:
    """The shape of a name; where that is none with what is in brackets, of what stands outside them or in them."""
    looks, holder = shape(name), _HOLDER.search(name)
    if looks.possible or not holder or not name[0].isalpha():
        return looks
    outside = shape(name.partition("(")[0].rstrip())
    return outside if outside.possible or " " not in holder[1] else shape(holder[1])


def _is_marked(name: str) -> bool:
    """Whether a name is one by itself: it has a title, capitals, or in brackets what somebody belongs to."""
    return _looks(name).strong or bool(_HOLDER.search(name))


def _of_names(own: Sequence[MarkedCandidate], judged: Mapping[str, Verdict]) -> list[MarkedCandidate]:
    """The candidates of each style most of which are labels; of a page without styles all."""
    number = Counter(one.style for one in own)
    kept = Counter(one.style for one in own if judged[one.text].kept)
    sections = {one.style for one in own if one.mark == "line" and one.text.casefold() in _SECTIONS}
    return [
        one
        for one in own
        if not one.style or (kept[one.style] >= _MOST_OF_PRINT * number[one.style] and one.style not in sections)
    ]


def _singles(own: Sequence[MarkedCandidate], judged: Mapping[str, Verdict], mark: NameMark) -> dict[str, Verdict]:
    """Verdicts on names used once among others that are used again, and are printed alike."""
    kept = [index for index, one in enumerate(own) if judged[one.text].kept]
    surely = len(kept) >= max(_FEWEST_KEPT, _MOST_OF_PRINT * len(own))
    found = {}
    for index, one in enumerate(own):
        looks = _looks(one.text)
        if judged[one.text].kept or not looks.possible or looks.field or one.said is None:
            continue
        called = looks.named or (one.text[0].isupper() and len(one.text.split()) <= _MOST_WORDS)
        if not (surely and called) and not (kept and _is_marked(one.text)):
            continue
        if kept[0] < index or is_spoken(one.said):
            found[one.text] = Verdict(one.text, True, f"printed {mark.printed} as other names are")
    return found


def _is_dialogue_of_elements(
    said: Sequence[MarkedCandidate], bearers: Mapping[str, str], blocks: int, mark: NameMark
) -> bool:
    """Whether two or more take turns and what follows their names is said: not a glossary or a list of fields."""
    names = [bearers[one.text] for one in said]
    if not take_turns(names):
        marked = sum(_is_marked(one.text) for one in said)
        return (
            len(set(names)) > 2
            and marked >= _MOST_MARKED * len(names)
            and all(is_spoken(one.said or "") for one in said)
        )
    near = len(said) >= 0.05 * (said[-1].place - said[0].place + 1) and dense(len(said), blocks)
    return near and mostly_spoken([one.said for one in said if one.said is not None], mark.one_in)
