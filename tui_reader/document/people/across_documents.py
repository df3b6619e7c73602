"""Who is one person across documents: by ids of a series first, then by full names, and where both are unsure nobody.

Within a file two ids are two people. Across files an address of the web is one person, and so is one id with one name;
then full names that fit each other, where they fit nobody else. Whoever lived too long, has a namesake in the same
volume, or is known by a surname or a label alone, stays apart until a person decides. Knows no library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

from tui_reader.document.people.identity import Identity, identity
from tui_reader.document.search.search_normalization import folded
from tui_reader.named_tuple import NamedTuple

LIFETIME = 75
"""Years between two talks of one person at most."""
_NEVER = 10_000
"""A year after all others."""
_IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_MARRIED = re.compile(r"(?:mrs|mme|madame|frau|senora|signora)\b")
"""Before a name that may be a husband's."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"(\d{4})")
_TIMES = """from until then thereafter since january february march april june july august september october november
    december with"""
_OF_TIME = frozenset(_TIMES.split())
"""Words of a role that tell when, and not what."""


class Appearance(NamedTuple):
    """A person in one document."""

    document: str
    """The document's key."""
    number: int
    """From 1 in each document."""
    person: str
    """The id that the document gives; empty for somebody who is only spoken of."""
    reference: str
    """By what the series knows the person; empty where nothing tells it."""
    name: str
    """The fullest that is known, else the label."""
    role: str
    turns: int
    said: int
    """Words, also of letters."""
    first: int
    """The number of the person's first turn; 0 without any."""
    mentions: int
    """How often the markup mentions somebody who neither speaks nor writes there."""
    date: str = ""
    """When the document was said, as ISO 8601; empty where that is not known."""

    @property
    def speaks(self) -> bool:
        """Whether the person speaks or writes in the document."""
        return bool(self.turns or self.said)


class Entry:
    """Appearances that are surely one person's: of one id and name, of one full name, or of one document alone."""

    def __init__(self, first: Appearance) -> None:
        self.rows = [first]
        """In the order of time."""
        self.reference = first.reference
        self.identity, self.words = _full_name(first.name, first.person)
        """The full name, or None; and the words by which the library knows it, else the name as printed, folded."""

    @property
    def series(self) -> str:
        """The file or series whose id it is; empty for an address, which is everybody's."""
        return "" if self.is_address else self.reference.rpartition("#")[0]

    @property
    def id(self) -> str:
        """The id in that file or series."""
        return "" if self.is_address else self.reference.rpartition("#")[2]

    @property
    def is_address(self) -> bool:
        """Whether the reference is an address that means the same everywhere."""
        return ":" in self.reference.partition("#")[0]

    @cached_property
    def speaking(self) -> dict[str, str]:
        """Who the person is in each document in which they speak."""
        return {row.document: row.person for row in self.rows if row.speaks}

    @cached_property
    def years(self) -> list[int]:
        """When the person speaks, as far as that is known."""
        return [year for row in self.rows if (year := _year(row))]

    @cached_property
    def offices(self) -> frozenset[str]:
        """The words of the roles."""
        words = (word for role in {row.role for row in self.rows} for word in _WORD.findall(folded(role)))
        return frozenset(word for word in words if word not in _OF_TIME)


class SamePerson(NamedTuple):
    """A decision that two are one person, each known by an `anchor`."""

    one: str
    other: str


Group = list[Entry]
"""The entries of one person."""


def entries(rows: Iterable[Appearance]) -> list[Entry]:
    """The rows put together as far as that needs no comparing.

    A second speaker of one name in a document, and one of another age, stand for themselves.
    """
    found: dict[tuple[str, ...], Entry] = {}
    born: dict[tuple[str, ...], int] = {}  # the first year in which somebody speaks
    apart: list[Entry] = []
    for row in sorted(rows, key=lambda row: (row.date, row.document, row.number)):
        who, words = _full_name(row.name, row.person)
        year = _year(row)
        if row.reference:
            key: tuple[str, ...] = ("", row.reference, words)
        else:
            key = (words,) if who else (row.document, row.person or row.name)
        known = found.get(key)
        if known is None:
            found[key], born[key] = Entry(row), year or _NEVER
        elif row.speaks and any(before.speaks and before.document == row.document for before in known.rows[-2:]):
            apart.append(Entry(row))
            apart[-1].identity = None
        elif not row.reference and year - born[key] > LIFETIME:
            apart.append(known)
            found[key], born[key] = Entry(row), year
        else:
            known.rows.append(row)
            born[key] = min(born[key], year or _NEVER)
    return [*found.values(), *apart]


def people(rows: Iterable[Appearance], decisions: Sequence[SamePerson] = ()) -> list[Group]:
    """The people of these rows, each with all entries that are surely theirs or were decided to be.

    `rows` must hold everybody who has one of their surnames, or a namesake is not seen.
    """
    groups = _Groups(entries(rows))
    groups.join_references()
    groups.join_names()
    groups.join_fitting()
    for decision in decisions:
        groups.join_decided(decision)
    return groups.all()


class _Groups:
    """Entries that are put together step by step."""

    def __init__(self, every: Sequence[Entry]) -> None:
        self._every = every
        self._groups: dict[int, Group] = {id(entry): [entry] for entry in every}
        """By the id of each entry, the group that it is in."""

    def all(self) -> list[Group]:
        """The groups, each once, in the order of their first entries."""
        return list({id(group): group for entry in self._every for group in (self.of(entry),)}.values())

    def of(self, entry: Entry) -> Group:
        """The group of an entry."""
        return self._groups[id(entry)]

    def join_references(self) -> None:
        """Join what has one address, one id of one file, or the same id and a fitting name in another file."""
        self._join_by(lambda one: one.reference, lambda a, b: a.is_address or names_fit(a, b))
        self._join_by(lambda one: one.id, names_fit)

    def _join_by(self, key: Callable[[Entry], str], fits: Callable[[Entry, Entry], bool]) -> None:
        by_key: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._every:
            if key(entry):
                by_key[key(entry)].append(entry)
        for same in by_key.values():
            for entry in same[1:]:
                if all(fits(entry, other) for other in self.of(same[0])):
                    self._join(self.of(same[0]), self.of(entry))

    def join_names(self) -> None:
        """Join what has one full name, where nothing says that these are namesakes."""
        by_name: dict[str, list[Group]] = defaultdict(list)
        for group in self.all():
            for words in {entry.words for entry in group if entry.identity}:
                by_name[words].append(group)
        self._shared = {words for words, same in by_name.items() if _are_namesakes(same)}
        for words, same in by_name.items():
            if words not in self._shared:
                for group in same[1:]:
                    self._join(self.of(same[0][0]), self.of(group[0]))

    def join_fitting(self) -> None:
        """Join shorter names to the only longer one that they fit."""
        named = [group for group in self.all() if any(entry.identity for entry in group)]
        named.sort(key=_detail, reverse=True)
        whole: list[Group] = []
        for group in named:
            if self._is_shared(group):
                continue
            fitting = [other for other in whole if _fit(group, other) and not _are_namesakes([group, other])]
            rivals = [other for other in named if other is not group and self._is_shared(other) and _fit(group, other)]
            if len(fitting) == 1 and not rivals:
                whole.remove(fitting[0])
                whole.append(self._join(fitting[0], group))
            elif not fitting and not rivals:
                whole.append(group)

    def join_decided(self, decision: SamePerson) -> None:
        """Join the two people of a decision, where each of the two is there and only one person."""
        one, other = (self._known_by(anchor) for anchor in decision)
        if one and other and one is not other:
            self._join(one, other)

    def _known_by(self, anchor: str) -> Group | None:
        found = [group for group in self.all() if any(anchor in anchors(entry) for entry in group)]
        return found[0] if len(found) == 1 else None

    def _is_shared(self, group: Group) -> bool:
        return any(entry.identity and entry.words in self._shared for entry in group)

    def _join(self, one: Group, other: Group) -> Group:
        if one is not other:
            one += other
            self._groups.update((id(entry), one) for entry in other)
        return one


def anchors(entry: Entry) -> list[str]:
    """What an entry can be known by in a decision, the most general first."""
    found = [f"name:{entry.words}"] if entry.identity else []
    if entry.reference:
        return [*found, f"id:{entry.reference}"]
    return found + [f"document:{row.document}:{row.person}" for row in entry.rows if row.person]


def anchor(group: Group, others: Iterable[Group]) -> str:
    """What a person is known by in a decision: the most general that nobody else is known by."""
    taken = {one for other in others if other is not group for entry in other for one in anchors(entry)}
    own = dict.fromkeys(one for entry in sorted(group, key=lambda entry: -len(entry.words)) for one in anchors(entry))
    ranked = sorted(own, key=lambda one: not one.startswith("name:"))
    return next((one for one in ranked if one not in taken), ranked[0])


def names_fit(one: Entry, other: Entry) -> bool:
    """Whether what has one id can be one person's by its names: full names fit, or one name has one office."""
    if one.identity and other.identity:
        return identities_fit(one.identity, other.identity)
    if one.series == other.series:
        return True
    return one.words == other.words and bool(one.offices & other.offices)


def identities_fit(one: Identity, other: Identity) -> bool:
    """Whether two full names can be one person's: middle names may be missing, but those that are there agree."""
    middle, others = one.letters[1:-1], other.letters[1:-1]
    return one.fits(other) and (not middle or not others or middle.startswith(others) or others.startswith(middle))


def _fit(one: Group, other: Group) -> bool:
    """Whether all full names of two groups fit each other."""
    pairs = [(a.identity, b.identity) for a in one for b in other if a.identity and b.identity]
    return bool(pairs) and all(identities_fit(a, b) for a, b in pairs)


def _detail(group: Group) -> tuple[int, int]:
    """How much a group's fullest name tells: letters of names, and of the first name."""
    return max((len(entry.identity.letters), len(entry.identity.first)) for entry in group if entry.identity)


def _are_namesakes(groups: Sequence[Group]) -> bool:
    """Whether something says that groups of one name are not all one person."""
    every = [entry for group in groups for entry in group]
    if _lived_too_long(every):
        return True
    return any(_are_apart(a, b) for one, other in combinations(groups, 2) for a in one for b in other)


def _are_apart(one: Entry, other: Entry) -> bool:
    """Whether two entries are two people: two ids of one file, two speakers of one document, or unlike offices."""
    if one.series and one.series == other.series and one.id != other.id:
        return True
    if any(other.speaking.get(document, person) != person for document, person in one.speaking.items()):
        return True
    if not one.reference or not other.reference or one.reference == other.reference or one.id == other.id:
        return False
    has_middle = any(entry.identity and len(entry.identity.letters) > 2 for entry in (one, other))
    return not has_middle and bool(one.offices and other.offices) and not one.offices & other.offices


def _lived_too_long(every: Iterable[Entry]) -> bool:
    """Whether the talks of these entries are too far apart for one life."""
    years = [year for entry in every for year in entry.years]
    return bool(years) and max(years) - min(years) > LIFETIME


@lru_cache(maxsize=10_000)
def _full_name(name: str, person: str) -> tuple[Identity | None, str]:
    """A full name taken apart, and its words; None for any other name, and for what may be a husband's.

    `person` is the id or label in a document: Mrs. John F. Kennedy is not John F. Kennedy.
    """
    name = _IN_BRACKETS.sub(" ", name)
    is_married = any(_MARRIED.match(folded(words)) for words in (name, person))
    who = None if is_married else identity(folded(name))
    return who, who.words if who else " ".join(folded(name).split())


def _year(row: Appearance) -> int:
    """When somebody speaks; 0 where that is not known, and for who is only spoken of."""
    found = _YEAR.match(row.date) if row.speaks else None
    return int(found[1]) if found else 0
