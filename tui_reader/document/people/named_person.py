"""People whom the document or a people file names, put together from all that names them.

A title may say "the Under Secretary of State (Ball)" and a people file "George W. Ball": one person, as long as no
other Ball is named. Knows names, and nothing of labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.document.people.label_parts import gender_of
from tui_reader.document.people.names import Named, initials, surname


class PersonEntry(NamedTuple):
    """One person of a people file."""

    name: str
    role: str | None
    labels: tuple[str, ...]
    """Labels of the document that mean this person, as printed; empty to leave that to the reader."""
    source: str | None
    """Where it is from, in words."""
    file: str
    """The people file's name."""


class NamedPerson:
    """A person, with everything that names them."""

    def __init__(self, name: str, entry: PersonEntry | None = None, named: Iterable[Named] = ()) -> None:
        self.name = name
        """The name of the people file, else the fullest that is printed."""
        self.entry = entry
        self.named = list(named)

    @property
    def role(self) -> str | None:
        """The first office that is printed, else that of the people file."""
        printed = next((one.role for one in self.named if one.role), None)
        return printed or (self.entry.role if self.entry else None)

    @property
    def surname(self) -> str:
        """The last word of the name, in small letters."""
        return surname(self.name)

    @property
    def gender(self) -> str:
        """ "m", "f", or "n" where no courtesy says."""
        return next((gender for one in self.named if (gender := gender_of(one.courtesy)) != "n"), "n")

    @property
    def full(self) -> bool:
        """Whether more than the surname is known."""
        return len(self.name.split()) > 1

    def add(self, one: Named) -> None:
        """Take in another thing that names this person."""
        self.named.append(one)
        if self.entry is None and len(one.name.split()) > len(self.name.split()):
            self.name = one.name


def gather(named: Iterable[Named], entries: Iterable[PersonEntry]) -> list[NamedPerson]:
    """The people named, each once. Two of one surname stay two, and a surname alone then joins neither."""
    by_surname: dict[str, list[NamedPerson]] = {}
    for entry in entries:
        by_surname.setdefault(surname(entry.name), []).append(NamedPerson(entry.name, entry))
    once = list(dict.fromkeys(named))
    for one in sorted(once, key=lambda one: len(one.name.split()) < 2):
        same = by_surname.setdefault(one.surname.casefold(), [])
        if len(one.name.split()) > 1:
            fits = [known for known in same if _one_name(known.name, one.name)]
        else:
            fits = same if len(same) == 1 else [known for known in same if not known.full]
        if len(fits) == 1:
            fits[0].add(one)
        elif not fits:
            same.append(NamedPerson(one.name, None, [one]))
    people = [known for same in by_surname.values() for known in same]
    for known in people:
        known.named.sort(key=lambda one: one.where != "title")
    return people


def _one_name(a: str, b: str) -> bool:
    """Whether two full names of one surname can be one person's: their first names do not differ."""
    first_x, first_y = a.split(maxsplit=1)[0].rstrip("."), b.split(maxsplit=1)[0].rstrip(".")
    if min(len(first_x), len(first_y)) == 1:
        same_first = first_x[0].casefold() == first_y[0].casefold()
    else:
        same_first = first_x.casefold() == first_y.casefold()
    return same_first and letters_within(*sorted((initials(a), initials(b)), key=len))


def letters_within(short: str, long: str) -> bool:
    """Whether the same letter begins both, the same ends both, and the rest of `short` is in `long`, in order."""
    if not short or not long or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def fits_initials(letters: str, known: NamedPerson) -> bool:
    """Whether a label of initials can mean this person."""
    if not known.full:
        return letters[-1] == known.surname[:1].upper()
    own = initials(known.name)
    return letters_within(*sorted((letters, own), key=len))


def only(people: Sequence[NamedPerson], fitting: Iterable[bool]) -> NamedPerson | None:
    """The one person for whom `fitting` is true, None where there are none or several."""
    found = [known for known, fits in zip(people, fitting, strict=True) if fits]
    return found[0] if len(found) == 1 else None
