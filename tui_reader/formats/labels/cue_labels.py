"""Which names in the text of captions are labels, and which sign marks them.

Knows candidates; not how cues are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tui_reader.document.people.label_parts import same
from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.marked_names import MARKS, MOST, Crowd, in_place, judge
from tui_reader.formats.labels.shapes import Shape, cue_shape
from tui_reader.formats.labels.verdicts import Verdict
from tui_reader.formats.labels.words import CAPTION_SOUNDS

_HANDLE = re.compile(r"[a-z]\w{0,30}[A-Z\d_]|speaker \d")
"""How a name in small letters begins that no word of a language looks like: "mole77", "rainTree", "speaker 0"."""
_OFTEN = 3
"""Cues that begin with a word in small letters from which on it may be a name."""
_PRINTED = {"colon": "before a colon", "square": "in square brackets", "round": "in round brackets"}
"""The signs by which captions print names, in words."""


def choose_cue_sign(by_sign: Iterable[tuple[str, Sequence[MarkedCandidate]]], cues: int) -> tuple[str, frozenset[str]]:
    """The first sign that marks labels in a file of this number of `cues`, and the labels, folded; empty without one.

    `by_sign` gives the candidates of each sign; those after the chosen sign are asked for only to record why they are
    not labels.
    """
    chosen, kept = "", frozenset[str]()
    for sign, candidates in by_sign:
        if chosen:
            why = f"{_PRINTED[sign]}; the names in these captions are {_PRINTED[chosen]}"
            verdicts.record(sign, in_place(candidates, {one.text: _unlike(one.text, why) for one in candidates}, ""))
            continue
        kept = in_cues(candidates, cues, sign)
        chosen = sign if kept else ""
        if chosen and not verdicts.recording():
            break
    return chosen, kept


def in_cues(candidates: Sequence[MarkedCandidate], cues: int, sign: str) -> frozenset[str]:
    """The names, folded, that are labels among the candidates with one sign: "colon", "square" or "round" (brackets).

    `cues` is the number of cues in the file.
    """
    often = Counter(one.text for one in candidates if one.first)
    possible = [one for one in candidates if sign == "colon" or _may_be_in_brackets(one.text, often[one.text])]
    most = len({one.place for one in possible if one.first}) >= MOST * cues
    heard = sign == "round" and not most  # sounds, as captions for the deaf print them
    if most:
        counted = [one for one in possible if one.first or (one.after_end and cue_shape(one.text).named)]
    else:
        counted = [one for one in possible if one.after_end and cue_shape(one.text).named and not heard]
    by_print = Counter(one.text for one in counted)
    uses: Counter[str] = Counter()
    for text, times in by_print.items():
        uses[same(text)] += times
    # Of a name that is used once, its shape and the others say that it is one; so do two names in a few cues.
    shaped = sum(cue_shape(one.text).named for one in possible)
    crowded = most or max(uses.values(), default=0) > 1 or (len(uses) > 1 and shaped * 4 >= cues)
    crowd = Crowd(uses, len(counted), crowded)
    judged = {text: judge(text, _shape(text), uses[same(text)], MARKS["cue"], crowd) for text in by_print}
    kept = {same(name): verdict for name, verdict in judged.items() if verdict.kept}
    if verdicts.recording():
        found = {text: _of_cue(text, kept, judged) for text in dict.fromkeys(one.text for one in candidates)}
        verdicts.record(sign, in_place(candidates, found, ""))
    return frozenset(kept)


def _may_be_in_brackets(label: str, uses: int) -> bool:
    """Whether brackets hold a name or a handle ("mole77"), and no sound as in "[music playing]"."""
    named = _shape(label).named or (uses >= _OFTEN and " " not in label)
    return named and not _is_sound(label)


def _shape(label: str) -> Shape:
    looks = cue_shape(label)
    return looks._replace(named=True) if looks.possible and _HANDLE.match(label) else looks


def _is_sound(label: str) -> bool:
    """Whether it is a word for what is heard."""
    return not CAPTION_SOUNDS.isdisjoint(same(label).split())


def _unlike(label: str, why: str) -> Verdict:
    """The verdict on a candidate whose sign is not the one that marks labels here."""
    return Verdict(label, False, "a sound, and no name" if _is_sound(label) else why)


def _of_cue(label: str, kept: Mapping[str, Verdict], judged: Mapping[str, Verdict]) -> Verdict:
    """The verdict on a name in a caption: that on its folded form, its own, or why it was not counted."""
    if same(label) in kept:
        return kept[same(label)]._replace(label=label)
    if label in judged:
        return judged[label]
    why = "a sound, and no name" if _is_sound(label) else "stands in a sentence, or is not printed as a name"
    return Verdict(label, False, why)
