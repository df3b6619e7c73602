"""People whom the document or a people file names, put together from all that names them.

A title may say "the Under Secretary of State (Ball)" and a people file "George W. Ball": one person, as long as no other
Ball is named. Knows names, and nothing of labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui_reader.document.names import Named, initials


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person of a people file."""

    name: str
    role: str | None
    labels: tuple[str, ...]
    """Labels of the document that mean this person, as printed; empty to leave that to the reader."""
    source: str | None
    """Where it is from, in words."""
    file: str
    """The people file's name."""


@dataclass(slots=True)
class Known:
    """A person, with everything that names them."""

    named: list[Named] = field(default_factory=list)
    entry: PersonEntry | None = None

    @property
    def name(self) -> str:
        """The name of the people file, else the fullest that is printed."""
        return self.entry.name if self.entry else max((one.name for one in self.named), key=lambda name: len(name.split()))

    @property
    def role(self) -> str | None:
        """The first office that is printed, else that of the people file."""
        printed = next((one.role for one in self.named if one.role), None)
        return printed or (self.entry.role if self.entry else None)

    @property
    def surname(self) -> str:
        """The last word of the name, in small letters."""
        return _named(self.name).surname.casefold()

    @property
    def full(self) -> bool:
        """Whether more than the surname is known."""
        return len(self.name.split()) > 1


def _named(name: str) -> Named:
    return Named(name, None, name, "")


def gather(named: Iterable[Named], entries: Iterable[PersonEntry]) -> list[Known]:
    """The people named, each once. Two of one surname stay two, and a surname alone then joins neither."""
    people = [Known(entry=entry) for entry in entries]
    alone: list[Named] = []
    for one in named:
        if len(one.name.split()) < 2:
            alone.append(one)
            continue
        fits = [known for known in people if _one_name(known.name, one.name)]
        if len(fits) == 1:
            fits[0].named.append(one)
        elif not fits:
            people.append(Known([one]))
    by_surname: dict[str, list[Known]] = {}
    for known in people:
        by_surname.setdefault(known.surname, []).append(known)
    for one in alone:
        fits = by_surname.setdefault(one.surname.casefold(), [])
        if len(fits) == 1:
            fits[0].named.append(one)
        else:
            known = next((known for known in fits if not known.full), None)
            if known is None:
                known = Known()
                people.append(known)
                fits.append(known)
            known.named.append(one)
    for known in people:
        known.named.sort(key=lambda one: one.where != "title")
    return people


def _one_name(a: str, b: str) -> bool:
    """Whether two full names can be one person's: the same surname, and first names that do not differ."""
    x, y = _named(a), _named(b)
    if x.surname.casefold() != y.surname.casefold():
        return False
    first_x, first_y = a.split()[0].rstrip("."), b.split()[0].rstrip(".")
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


def fits_initials(letters: str, known: Known) -> bool:
    """Whether a label of initials can mean this person."""
    if not known.full:
        return letters[-1] == known.surname[:1].upper()
    own = initials(known.name)
    return letters_within(*sorted((letters, own), key=len))


def only(people: Sequence[Known], fitting: Iterable[bool]) -> Known | None:
    """The one person for whom `fitting` is true, None where there are none or several."""
    found = [known for known, fits in zip(people, fitting, strict=True) if fits]
    return found[0] if len(found) == 1 else None
