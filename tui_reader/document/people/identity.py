"""Identity across documents: whether two people are one, by their full names and nothing less.

"Ball, George W.", "Mr. George Ball" and "George W. Ball" are one person; initials alone, surnames alone and labels such
as "FIRST LADY" mean nothing outside their document. Knows names, and no documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tui_reader.document.model import Person
from tui_reader.document.people.named_person import letters_within
from tui_reader.named_tuple import NamedTuple

_TITLES = """mr mister mrs ms miss mx dr prof professor sir dame lord lady gen general adm admiral col colonel capt
    captain lt sgt sen senator rep representative gov governor amb ambassador judge justice president secretary minister
    hon rev señor señora senor senora monsieur madame mme herr frau the"""
_COURTESY = frozenset(_TITLES.split())
_JUNIOR = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Identity(NamedTuple):
    """A full name, taken apart, in small letters."""

    first: str
    """The first name or its initial."""
    letters: str
    """The initials of all names, that of the surname last."""
    surname: str
    junior: str
    """"jr" or "iii", or empty: a father is not his son."""
    words: str
    """The whole name, by which the library stores it."""

    def fits(self, other: Identity) -> bool:
        """Whether both can be one person's: names may be initials and middle names missing, but nothing may differ."""
        short, long = sorted((self.letters, other.letters), key=len)
        return (
            (self.surname, self.junior) == (other.surname, other.junior)
            and (self.first == other.first or (len(self.first) == 1 or len(other.first) == 1))
            and letters_within(short, long)
        )


def identity(name: str) -> Identity | None:
    """The parts of a full name; None for a name with less than a first name or two initials before the surname."""
    surname, comma, given = name.partition(",")
    if comma and given.strip(" .").casefold() not in _JUNIOR:
        given, comma, after = given.partition(",")
        name = f"{given} {surname} {after}"
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", unicodedata.normalize("NFC", name).casefold())
    while words and words[0] in _COURTESY:
        del words[0]
    junior = words.pop() if words and words[-1] in _JUNIOR else ""
    if len(words) < 2 or len(words[-1]) == 1 or (len(words) == 2 and len(words[0]) == 1):
        return None
    letters = "".join(word[0] for word in words)
    return Identity(words[0], letters, words[-1], junior, " ".join([*words, *([junior] if junior else [])]))


def identity_of(person: Person) -> Identity | None:
    """The parts of a person's full name; None if it is not known."""
    return identity(person.name) if person.name else None


def only_fit(wanted: Identity, known: Iterable[Identity]) -> Identity | None:
    """The one of `known` that is this person; None if none fits, or if several do."""
    fitting = []
    for one in known:
        if one.words == wanted.words:
            return one
        if wanted.fits(one):
            fitting.append(one)
    return fitting[0] if len(fitting) == 1 else None
