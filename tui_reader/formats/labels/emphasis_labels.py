"""Which names in Markdown's emphasis or headings are labels. Knows candidates; not how Markdown prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.dialogue import mostly_spoken
from tui_reader.formats.labels.frequency import used
from tui_reader.formats.labels.marked_names import MARKS, Crowd, in_place, judge
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.verdicts import Verdict


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
    verdicts.record("sign", in_place(signed, judged, "" if holds else "what stands behind such names here is not said"))
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
        in_place(own, {name: Verdict(name, name in kept, used(uses[name], shape(name))) for name in uses}, ""),
    )
    return kept
