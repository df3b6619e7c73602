"""Names printed in full and shortened, PHILEMON and PHIL, Ada Merrow and AM: joined where the turns' order shows it.

In an exchange the short name stands where the full one would, and the two never answer each other. Otherwise the merge
is only suggested, for Ann and Anna are two people as often.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.document.people.label_groups import LabelGroup, LabelUse, merge
from tui_reader.document.people.label_parts import is_group
from tui_reader.document.people.names import initials
from tui_reader.document.people.namesakes import surname_in
from tui_reader.document.people.turn_order import TurnOrder

_SHORTEST = 3
"""Letters of a name that is shortened so."""
_MOST = 100
"""Names that are compared with each other, at most."""
_FULL_AT_FIRST = 2
"""Turns at most for which a name is printed in full, where it is short from then on."""
_MAIN = 0.25
"""Share of all turns from which a person is a main one, whom everybody answers."""
_EXPECTED = 1.4
"""Turns that would stand beside those of a main person by chance, from which it means something that none does."""
_DIVIDED = 3
"""Speeches of a person that were divided, from which one of two labels side by side may be another."""
_OF = frozenset(("of", "de", "du", "von", "the", "der", "di"))
"""In the name of an office: the King of France is not everybody who is called King."""
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
        if _is_full_at_first(short, longer, uses):
            found = order.places(short.labels, full, names)
            beside = order.answers(short.labels, full) > 0
            joined = not beside and (len(firsts) > 1 or found.exchanged == found.turns)
            because = "it stands in its place from the first turns on."
        else:
            joined = _begins(short, longer[0]) and _in_its_place(short.labels, full, names, order)
            because = "it stands in its place, and never answers it."
        if joined:
            merge(groups, longer[0], short, f'"{short.labels[0]}" is short for "{longer[0].labels[0]}": {because}')


def _in_its_place(short: Sequence[str], full: Sequence[str], names: Mapping[str, str], order: TurnOrder) -> bool:
    """Whether the rarer of a short and a full name stands where the other does, all over the text, without answering.

    Beside the turns of a main person would stand some of anybody else's.
    """
    rare, usual = sorted((short, full), key=order.share)
    share = order.share(usual)
    found = order.places(rare, usual, names)
    total = round(share * order.turns)
    divided = order.repeats(usual) >= _DIVIDED and found.turns > 1
    if 2 * found.turns > total or order.answers(rare, usual) > divided:
        return False
    once = found.turns == 1 and found.crossed == 1 and total >= _OFTEN
    return once or (share >= _MAIN and 2 * found.turns * share >= _EXPECTED)


def _shortened(groups: Sequence[LabelGroup]) -> list[tuple[LabelGroup, list[LabelGroup]]]:
    """Each name that may be short for longer ones, with these; shorter ones first.

    Of several longer ones each begins the next, as Pisc, Piscat and Piscator do: else it is nobody's.
    """
    some = sorted((one for one in groups[:_MOST] if one.person is None), key=lambda one: len(one.base))
    found = []
    for short in some:
        longer = [one for one in some if one is not short and _may_be_short(short, one)]
        in_line = all(longer[-1].base.startswith(one.base) for one in longer)
        if longer and in_line and longer[-1].base != short.base + "s":
            found.append((short, longer))
    return found


def _may_be_short(short: LabelGroup, long: LabelGroup) -> bool:
    """Whether a label begins another, is its initials, or its first name or surname alone."""
    if not short.base.isalpha() or {short.gender, long.gender} >= {"m", "f"} or is_group(long.base):
        return False
    words = long.base.split()
    if len(words) == 1:
        return short.base != long.base and long.base.startswith(short.base)
    if short.letters == initials(long.base):
        return True
    named = bool(surname_in(long.labels[0], long.parts[0]))
    return named and (short.base == words[-1] or (short.base == words[0] and _OF.isdisjoint(words)))


def _begins(short: LabelGroup, long: LabelGroup) -> bool:
    """Whether both are single words of some letters without a title."""
    return len(short.base) >= _SHORTEST and long.base.isalpha() and not (short.titled or long.titled)


def _is_full_at_first(short: LabelGroup, longer: Sequence[LabelGroup], uses: Mapping[str, LabelUse]) -> bool:
    """Whether the longer names have a turn or two, all before the first of the short one."""
    full = [uses[label] for one in longer for label in one.labels]
    few = sum(one.count for one in full) <= _FULL_AT_FIRST
    return few and max(one.last for one in full) < min(uses[label].first for label in short.labels)
