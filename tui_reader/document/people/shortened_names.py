"""Names printed in full and shortened, such as PHILEMON and PHIL: joined where the order of the turns shows it.

In an exchange the short name stands where the full one would, and the two never answer each other. Otherwise the merge
is only suggested, for Ann and Anna are two people as often.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.document.people.label_groups import LabelGroup, LabelUse, merge
from tui_reader.document.people.turn_order import TurnOrder

_SHORTEST = 3
"""Letters of a name that is shortened so."""
_MOST = 100
"""Names that are compared with each other, at most."""
_FULL_AT_FIRST = 2
"""Turns at most for which a name is printed in full, where it is short from then on."""
_CROSSED = 3
"""Turns that must stand in each other's place, where both names are used all over the text."""
_OFTEN = 5
"""Turns of a name from which one turn under a shorter one in its place is the same person's."""


def join_shortened_names(groups: list[LabelGroup], uses: Mapping[str, LabelUse], order: TurnOrder) -> None:
    """Join each name with the longer ones that it begins, where the order of the turns shows that they are one."""
    shortened = _shortened(groups)
    if not shortened:
        return
    names = {label: longer[-1].base for short, longer in shortened for one in (short, *longer) for label in one.labels}
    firsts = [short for short, longer in shortened if _is_full_at_first(short, longer, uses)]
    for short, longer in shortened:
        full = [label for one in longer for label in one.labels]
        if order.answer_each_other(short.labels, full):
            continue
        once = _is_full_at_first(short, longer, uses)
        found = order.places(short.labels, full, names)
        if once:
            joined = len(firsts) > 1 or found.exchanged == found.turns
        else:
            often = found.turns == 1 and sum(uses[label].count for label in full) >= _OFTEN
            joined = (found.crossed >= _CROSSED and 2 * found.exchanged >= found.turns) or (often and found.crossed > 0)
        if joined:
            into = longer[0]
            evidence = f'"{short.labels[0]}" is short for "{into.labels[0]}": it stands in its place'
            evidence += " from the first turns on." if once else " in the exchange, and never beside it."
            merge(groups, into, short, evidence)


def _shortened(groups: Sequence[LabelGroup]) -> list[tuple[LabelGroup, list[LabelGroup]]]:
    """Each name that begins longer ones, with these, the shortest first, which begin each other; shorter ones first."""
    words = [one for one in groups[:_MOST] if one.base.isalpha() and len(one.base) >= _SHORTEST]
    words = [one for one in words if not one.titled and one.person is None]
    words.sort(key=lambda one: len(one.base))
    found = []
    for short in words:
        longer = [one for one in words if one.base != short.base and one.base.startswith(short.base)]
        in_line = all(longer[-1].base.startswith(one.base) for one in longer)
        if longer and in_line and longer[-1].base != short.base + "s":
            found.append((short, longer))
    return found


def _is_full_at_first(short: LabelGroup, longer: Sequence[LabelGroup], uses: Mapping[str, LabelUse]) -> bool:
    """Whether the longer names have a turn or two, all before the first of the short one."""
    full = [uses[label] for one in longer for label in one.labels]
    few = sum(one.count for one in full) <= _FULL_AT_FIRST
    return few and max(one.last for one in full) < min(uses[label].first for label in short.labels)
