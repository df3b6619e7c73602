"""Which names that markup sets apart, or a sign in a caption, are labels: what HTML, Markdown and captions share.

The thresholds of each kind of mark are data. `cue_labels` and `emphasis_labels` ask what only captions and Markdown
need. Takes candidates in the order of the file; knows neither elements nor cues.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.dialogue import dense, mostly_spoken, take_turns
from tui_reader.formats.labels.frequency import HowOften, times, used
from tui_reader.formats.labels.shapes import Shape, shape
from tui_reader.formats.labels.verdicts import Verdict

_PRINTED = 80
"""Characters after a label by which its line is found."""
MOST = 0.5
"""Share of labelled blocks, or cues, from which a name used once is a label."""


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


def elements(candidates: Sequence[MarkedCandidate], blocks: int) -> dict[str, set[str]]:
    """The names that are labels, by mark, of a page; `blocks` is the number of its blocks."""
    uses = Counter(one.text for one in candidates)
    total = len(candidates)
    crowd = Crowd(uses, total, total >= MOST * max(1, blocks - total))
    kept: dict[str, set[str]] = {}
    for kind in dict.fromkeys(one.mark for one in candidates):
        mark, own = MARKS[kind], [one for one in candidates if one.mark == kind]
        judged = {name: judge(name, shape(name), uses[name], mark, crowd) for name in {one.text for one in own}}
        said = [one for one in own if judged[one.text].kept]
        refused = ""
        if mark.asked and len(said) < mark.kept * len(own):
            refused = f"most of what stands {mark.printed} here is no name"
        elif mark.asked and not _is_dialogue_of_elements(said, blocks, mark):
            refused = "no two take turns, or what follows the names is not said"
        kept[kind] = set() if refused else {one.text for one in said}
        verdicts.record(kind, in_place(own, judged, refused))
    return kept


def _is_dialogue_of_elements(said: Sequence[MarkedCandidate], blocks: int, mark: NameMark) -> bool:
    """Whether two or more take turns and what follows their names is said: not a glossary or a list of fields."""
    names = [one.text for one in said]
    if not take_turns(names):
        return len(names) > 2 and len(set(names)) == len(names) and all(shape(name).strong for name in names)
    near = len(said) >= 0.05 * (said[-1].place - said[0].place + 1) and dense(len(said), blocks)
    return near and mostly_spoken([one.said for one in said if one.said is not None], mark.one_in)
