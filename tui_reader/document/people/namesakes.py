"""Namesakes: labels with the same surname, and whether two of them may nevertheless be one person's.

Knows labels taken apart; not who they mean.
"""

from __future__ import annotations

from tui_reader.document.people.label_parts import LabelParts
from tui_reader.document.people.names import name_words

_DETERMINER_WORDS = """
    a an the first second third fourth fifth sixth 1st 2nd 3rd 4th another other old young one two three un une le la
    les uno una il lo el los las um uma o os as ein eine der die das erster erste zweiter zweite dritter dritte een de
    het en et
"""
_DETERMINERS = frozenset(_DETERMINER_WORDS.split())
"""Stand before a noun, as in "A Sailor" and "First Citizen": the noun is nobody's surname."""


def surname_in(label: str, parts: LabelParts) -> str:
    """The surname in a label in small letters; empty for an office, for initials, and for a noun."""
    if parts.office or parts.letters or _DETERMINERS.issuperset(label.casefold().split(maxsplit=1)[:1]):
        return ""
    last = name_words(parts.base)[-1:]
    return last[0] if last and len(last[0]) > 2 and last[0].isalpha() else ""


def may_be_one(a: LabelParts, b: LabelParts) -> bool:
    """Whether two labels with one surname may be one person's: neither first names nor courtesies differ."""
    if len({a.courtesy, b.courtesy} - {""}) > 1:
        return False
    names = name_words(a.base), name_words(b.base)
    if min(map(len, names)) < 2:
        return True
    one, other = names[0][0], names[1][0]
    return one == other or (one[0] == other[0] and 1 in (len(one), len(other)))
