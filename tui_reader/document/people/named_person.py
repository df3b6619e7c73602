"""Named people: everybody whom a document or its people file names, put together from all mentions.

A title may say "the Under Secretary of State (Ball)" and a people file "George W. Ball": that is one person, as long as
no other Ball is named. Knows names, and no labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_reader.document.people.label_parts import gender_of
from tui_reader.document.people.names import PersonMention, initials, surname
from tui_reader.document.people.sex_and_age import NOTHING, SexAndAge
from tui_reader.named_tuple import NamedTuple


class PersonEntry(NamedTuple):
    """A person in a people file."""

    name: str
    role: str | None
    labels: tuple[str, ...]
    """The labels in the document that mean this person, as printed; empty to leave them to be found."""
    source: str | None
    """Where the name is from, in words."""
    file: str
    """The name of the people file, or what else lists the person."""
    printed: bool = False
    """Whether the document itself lists the person, and no people file does."""
    stated: SexAndAge = NOTHING
    """What the people file says of the sex and age."""


class NamedPerson:
    """A person with everything that names them."""

    def __init__(self, name: str, entry: PersonEntry | None = None, mentions: Iterable[PersonMention] = ()) -> None:
        self.name = name
        """The name in the people file, else the fullest that is printed."""
        self.entry = entry
        self.mentions = list(mentions)

    @property
    def role(self) -> str | None:
        """The first office that is printed, else that in the people file."""
        printed = next((one.role for one in self.mentions if one.role), None)
        return printed or (self.entry.role if self.entry else None)

    @property
    def surname(self) -> str:
        """The last word of the name, in small letters."""
        return surname(self.name)

    @property
    def gender(self) -> str:
        """By a courtesy title "m" or "f"; "n" without a title."""
        return next((gender for one in self.mentions if (gender := gender_of(one.courtesy)) != "n"), "n")

    @property
    def full(self) -> bool:
        """Whether more than the surname is known."""
        return len(self.name.split()) > 1

    def add(self, mention: PersonMention) -> None:
        """Add another mention of this person."""
        self.mentions.append(mention)
        if self.entry is None and len(mention.name.split()) > len(self.name.split()):
            self.name = mention.name


def gather(mentions: Iterable[PersonMention], entries: Iterable[PersonEntry]) -> list[NamedPerson]:
    """The people who are mentioned, each once.

    Two people with the same surname stay two, and the surname alone is then neither of them.
    """
    by_surname: dict[str, list[NamedPerson]] = {}
    for entry in entries:
        by_surname.setdefault(surname(entry.name), []).append(NamedPerson(entry.name, entry))
    once = list(dict.fromkeys(mentions))
    for one in sorted(once, key=lambda one: len(one.name.split()) < 2):
        same = by_surname.setdefault(one.surname.casefold(), [])
        if len(one.name.split()) > 1:
            fits = [person for person in same if _one_name(person.name, one.name)]
        else:
            fits = same if len(same) == 1 else [person for person in same if not person.full]
        if len(fits) == 1:
            fits[0].add(one)
        elif not fits:
            same.append(NamedPerson(one.name, None, [one]))
    people = [person for same in by_surname.values() for person in same]
    for person in people:
        person.mentions.sort(key=lambda one: one.where != "title")
    return people


def _one_name(a: str, b: str) -> bool:
    """Whether two full names with the same surname can be one person's: their other names do not differ."""
    first_x, first_y = a.split(maxsplit=1)[0].rstrip("."), b.split(maxsplit=1)[0].rstrip(".")
    if min(len(first_x), len(first_y)) == 1:
        same_first = first_x[0].casefold() == first_y[0].casefold()
    else:
        same_first = first_x.casefold() == first_y.casefold()
    return same_first and letters_within(*sorted((initials(a), initials(b)), key=len))


def letters_within(short: str, long: str) -> bool:
    """Whether both have the same first and last letter, and the rest of `short` is in `long`, in order."""
    if not short or not long or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def fits_initials(letters: str, person: NamedPerson) -> bool:
    """Whether a label of initials can mean this person."""
    if not person.full:
        return letters[-1] == person.surname[:1].upper()
    own = initials(person.name)
    return letters_within(*sorted((letters, own), key=len))


def only(people: Sequence[NamedPerson], fitting: Iterable[bool]) -> NamedPerson | None:
    """The only person for whom `fitting` is true; None if it is true for nobody, or for several."""
    found = [person for person, fits in zip(people, fitting, strict=True) if fits]
    return found[0] if len(found) == 1 else None
