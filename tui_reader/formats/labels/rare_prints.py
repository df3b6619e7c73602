"""Possible labels of a page in a print that hardly any of its names has: titles, contents, numbers of verses and notes.

Knows candidates; not blocks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from tui_reader.formats.labels.candidates import MarkedCandidate

_MANY = 40
"""Names in one print from which others are compared with it."""
_RARE = 0.05
"""Share of these up to which a print is rare."""


def without(candidates: Sequence[MarkedCandidate]) -> list[MarkedCandidate]:
    """The candidates without those in a rare print whose names come in no other; all of it where most names are so."""
    print_of = cache(_print)
    prints = [print_of(one.mark, one.style) for one in candidates]
    uses = Counter(prints)
    most = max(uses.values(), default=0)
    rare = {one for one, number in uses.items() if number <= _RARE * most} if most >= _MANY else set()
    if not rare:
        return list(candidates)
    known = {one.text.casefold() for one, print_ in zip(candidates, prints, strict=True) if print_ not in rare}
    strange = Counter(
        print_ for one, print_ in zip(candidates, prints, strict=True) if one.text.casefold() not in known
    )
    return [
        one
        for one, print_ in zip(candidates, prints, strict=True)
        if print_ not in rare or (one.text.casefold() in known and 2 * strange[print_] <= uses[print_])
    ]


def _print(mark: str, style: str) -> tuple[str, str, str]:
    """Its mark, whether it stands alone, and its element with its class: not what is around that."""
    words = style.split()
    return (mark, words[0], words[-1]) if words else (mark, "", "")
