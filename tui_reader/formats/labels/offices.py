"""Titles, offices and parties in a possible label: what stands before a name or behind it, in several languages.

Knows the letters of one label; not whether it is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.formats.labels.words import OPEN_ENDS, PARTICLES, PERSON_TITLES, PRONOUNS, folded
from tui_reader.lazy_re import lazy_re

NOBLE = frozenset(("v", "d", "von", "van", "de", "du", "des", "zu", "vom", "zum"))
"""Particles that may begin a label: `v. Bernau`, `von Kessel`."""
SMALL = PARTICLES | NOBLE
_PARTY = lazy_re(
    r"\(([^\W\d_][^\W\d_a-z]{1,11}(?:[/&. -][^\W_]{1,12}){0,3}"
    r"|[DRI]-[A-Z][A-Za-z.]{1,11}|Con|Lab|Lib|Ind|Dem|Rep|Green|Greens|Grüne|Grünen|Linke|(?:Lab/)?Co-op)\)$"
)
"""Capitals in brackets at the end, or a party in short: `(SPD)`, `(CDU/CSU)`, `(BÜNDNIS 90/DIE GRÜNEN)`, `(Lab)`,
`(D-Ohio)`."""
_ARTICLES = frozenset(("el", "la", "le", "o", "a", "de", "der", "die", "il"))
"""Stand before a title that stays small: `El señor RUIZ`, `De heer De Wit`."""
_NEVER_BEFORE_NAMES = OPEN_ENDS | {"a", "an", "at", "by", "for", "from", "in", "on", "our", "over", "your"}
_FEWEST_WORDS_OF_OFFICE = 3
_MOST_WORDS_OF_MEMBER = 5


def is_office_and_name(words: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether an office with small words in it stands before a full name: `Ministr zdravotnictví ČR Petr Černý`.

    No name follows a preposition or an article: `General rules for the New Member`.
    """
    big = [word[0].isupper() for word in words]
    is_full = len(words) > _FEWEST_WORDS_OF_OFFICE and all(big[-2:]) and plain[-3] not in _NEVER_BEFORE_NAMES
    return plain[0] in PERSON_TITLES and big[0] and is_full


def has_small_title(words: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether an article and a title in small letters stand before a name, or a title and an article before an office.

    `El señor RUIZ`, `De heer De Wit`, `La señora presidenta`, `M. le président`, `Mme la rapporteure générale`.
    """
    if len(words) < _FEWEST_WORDS_OF_OFFICE or not words[0][0].isupper():
        return False
    if words[0] in ("M.", "Mme"):
        return plain[1] in ("le", "la") and words[1].islower()
    if plain[0] not in _ARTICLES or plain[1] not in PERSON_TITLES or not words[1].islower():
        return False
    return plain[2] in PERSON_TITLES or all(not word[0].islower() or folded(word) in SMALL for word in words[2:])


def is_with_office(core: str) -> bool:
    """Whether a full name stands before a comma and what may be an office: `Ann Lee, Minister for Water`.

    An office in small letters is known by its first word, behind a title: `M. Jean Roux, ministre de l'eau`.
    """
    name, _, office = core.partition(", ")
    first = folded(office.split(None, 1)[0]) if office.strip() else ""
    if not first or first in PRONOUNS or not 2 <= len(name.split()) <= _MOST_WORDS_OF_MEMBER:
        return False
    return office[0].isupper() or (first in PERSON_TITLES and folded(name.split()[0]) in PERSON_TITLES | {"m"})


def has_party(label: str, words: Sequence[str]) -> bool:
    """Whether a full name stands before a party in brackets, `Ann Lee (SPD)`, and not before its own initials."""
    party = _PARTY.search(label)
    if not party or not 2 <= len(words) <= _MOST_WORDS_OF_MEMBER:
        return False
    initials = "".join(word[0] for word in words).casefold()
    return not initials.startswith("".join(filter(str.isalpha, party[1])).casefold()[:3])
