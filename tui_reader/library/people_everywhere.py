"""Finds a person in all documents of the library: where they speak or are spoken of, when, and with whom they talk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.people.across_documents import Appearance, Group, SamePerson, anchor, anchors, people
from tui_reader.document.people.identity import identity
from tui_reader.document.search.search_normalization import folded
from tui_reader.library.indexed_words import phrase
from tui_reader.library.same_people_store import PersonDecision, SamePeopleStore
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database

_ROUNDS = 5
"""How far decisions lead from one surname to the next."""
_MAY_BE_ID = re.compile(r"[\d_#:/]")
_MOST_NAMES = 20
"""Names of a person for which the words of documents are searched."""
_OTHERS = ("Mrs. {}", "{} Jr.", "{} Sr.", "{} II", "{} III")
"""Whoever else a full name may be part of."""
_AT_ONCE = 500
"""Values in one statement."""
_JUNIOR = frozenset(("jr", "sr", "ii", "iii", "iv"))
_EVERY_NAME = (  # one by one in the index, which is quicker than DISTINCT
    "WITH RECURSIVE every (name) AS (SELECT min(name) FROM appearances UNION ALL "
    "SELECT (SELECT min(one.name) FROM appearances one WHERE one.name > every.name) FROM every "
    "WHERE every.name IS NOT NULL)"
)
_APPEARANCES = (
    "SELECT a.document, a.number, a.person, a.reference, a.name, a.role, a.turns, a.said, a.first, a.mentions, "
    "documents.date FROM appearances a JOIN documents ON key = a.document AND path != ''"
)


class PersonEverywhere(NamedTuple):
    """A person in all documents of a library."""

    name: str
    """The fullest."""
    names: tuple[str, ...]
    """All, the most frequent first."""
    roles: tuple[str, ...]
    """In the order of time."""
    references: tuple[str, ...]
    """By what files or series know the person."""
    known_by: str
    """By what a decision knows the person."""
    rows: tuple[Appearance, ...]
    """In the order of time; documents without a date come last."""

    @property
    def speaking(self) -> list[Appearance]:
        """Where the person speaks or writes."""
        return [row for row in self.rows if row.speaks]

    @property
    def dates(self) -> tuple[str, str]:
        """The first and the last day on which the person speaks, or else is spoken of; empty where none is known."""
        days = [row.date[:10] for row in self.speaking or self.rows if row.date]
        return (days[0], days[-1]) if days else ("", "")

    @property
    def turns(self) -> int:
        """In all documents."""
        return sum(row.turns for row in self.rows)

    @property
    def words(self) -> int:
        """Words that the person said or wrote."""
        return sum(row.said for row in self.rows)


class PlaceOfPerson(NamedTuple):
    """A document in which a person speaks or is spoken of."""

    title: str
    path: Path
    row: Appearance


class TalksWith(NamedTuple):
    """Somebody with whom a person talks."""

    name: str
    turns: int
    """How many turns of the two follow each other."""
    documents: int


class PeopleEverywhere:
    """The people of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library. The methods raise LibraryError where it cannot be read or written."""
        self._database = database
        self.decisions = SamePeopleStore(database)

    def find(self, typed: str) -> list[PersonEverywhere]:
        """The people whose names have all words of what is typed, or whose id it is: who speaks most comes first."""
        names = self._names_with(typed)
        found = [self._with_printed(one) for one in self._people(names) if names & set(one.names)]
        return sorted(found, key=lambda one: (-one.turns, -one.words, -len(one.rows), one.name, one.known_by))

    def of(self, document: str, person: str) -> PersonEverywhere | None:
        """Who a person of a document is everywhere; None where the library has not taken in the document."""
        rows = self._database.select("SELECT name FROM appearances WHERE document = ? AND person = ?", document, person)
        every = self._people({name for (name,) in rows})
        found = (one for one in every if any(row[0] == document and row[2] == person for row in one.rows))
        return next(map(self._with_printed, found), None)

    def again(self, person: PersonEverywhere) -> PersonEverywhere:
        """The person as they are now, after a decision."""
        first = next(row[:2] for row in person.rows if row.number)
        found = (one for one in self._people(set(person.names)) if any(row[:2] == first for row in one.rows))
        return next(map(self._with_printed, found), person)

    def places(self, person: PersonEverywhere) -> list[PlaceOfPerson]:
        """The documents in which a person speaks or is spoken of, in the order of time."""
        known = {}
        for keys in _pieces([row.document for row in person.rows]):
            sql = f"SELECT key, title, path FROM documents WHERE key IN ({_marks(keys)})"
            known.update({key: (title, path) for key, title, path in self._database.select(sql, *keys) if path})
        return [PlaceOfPerson(*known[row.document], row) for row in person.rows if row.document in known]

    def talks_with(self, person: PersonEverywhere) -> list[TalksWith]:
        """With whom a person talks: whose turns follow theirs, the most first."""
        own = {(row.document, row.person) for row in person.speaking}
        turns = Counter[tuple[str, str]]()
        for keys in _pieces(list(dict.fromkeys(document for document, _ in own))):
            sql = f"SELECT document, person, other, turns FROM exchanges WHERE document IN ({_marks(keys)})"
            for document, one, other, number in self._database.select(sql, *keys):
                if ((document, one) in own) != ((document, other) in own):
                    turns[document, other if (document, one) in own else one] += number
        found = []
        for group in people(self._rows_in({document for document, _ in turns}), self._same()):
            places = [(row.document, row.person) for entry in group for row in entry.rows if row.person]
            number = sum(turns[place] for place in places)
            if number:
                found.append(TalksWith(_told(group, [group]).name, number, sum(place in turns for place in places)))
        return sorted(found, key=lambda one: (-one.turns, one.name))

    # Decisions

    def decide_same(self, one: PersonEverywhere, other: PersonEverywhere) -> PersonDecision:
        """Remember that two are one person, in all documents, also those that are added later."""
        decision = PersonDecision(one.known_by, one.name, other.known_by, other.name)
        self.decisions.add(decision)
        return decision

    def about(self, person: PersonEverywhere) -> list[PersonDecision]:
        """The decisions that make a person what they are."""
        known = {one for row in person.rows for one in _known_by(row)}
        return [one for one in self.decisions.all() if one.one in known and one.other in known]

    # Reading

    def _people(self, names: Collection[str]) -> list[PersonEverywhere]:
        """Everybody who has a surname of these names, or was decided to be one of them."""
        decided = self.decisions.all()
        surnames, before = {_surname(name) for name in names}, set[str]()
        for _ in range(_ROUNDS):
            if surnames <= before:
                break
            before = set(surnames)
            for one in decided:
                pair = {_surname(one.one_name), _surname(one.other_name)}
                surnames |= pair if pair & surnames else set()
        if not names:
            return []
        wanted = [name for surname in surnames for name in self._names(surname) if _surname(name) == surname]
        groups = people(self._rows_named(wanted), [one.same for one in decided])
        return [_told(group, groups) for group in groups]

    def _with_printed(self, person: PersonEverywhere) -> PersonEverywhere:
        """The person, also with the documents that only print the full name, without markup that points to them."""
        names = [name for name in person.names if identity(name)][:_MOST_NAMES]
        if not names or not person.known_by.startswith("name:"):
            return person
        if not self._database.select("SELECT 1 FROM sqlite_master WHERE name = 'spoken'"):
            return person
        printed = [one for name in names for one in phrase(name)]
        others = [one for name in names for other in _OTHERS for one in phrase(other.format(name))]
        match = f"(words : ({' OR '.join(printed)})) NOT (words : ({' OR '.join(others)}))"
        rows = self._database.select(
            "SELECT document, documents.date, count(*) AS mentions FROM spoken JOIN pages ON pages.id = spoken.rowid "
            "JOIN documents ON key = document AND path != '' WHERE spoken MATCH ? GROUP BY document",
            match,
        )
        known = {row.document for row in person.rows}
        found = [
            Appearance(document, 0, "", "", person.name, "", 0, 0, 0, mentions, date)
            for document, date, mentions in rows
            if document not in known
        ]
        return person._replace(rows=tuple(sorted((*person.rows, *found), key=_in_time))) if found else person

    def _names(self, *words: str) -> list[str]:
        """The names that may have all these words, which are folded: all that do, and others that are not ASCII."""
        has = " AND ".join(["instr(lower(name), ?)"] * len(words))
        sql = f"{_EVERY_NAME} SELECT name FROM every WHERE ({has}) OR name GLOB '*[^ -~]*'"
        return [name for (name,) in self._database.select(sql, *words)]

    def _names_with(self, typed: str) -> set[str]:
        """The names that have all the words, or words that begin so; or of the id that was typed."""
        words = folded(typed).replace(",", " ").replace(".", "").split()
        if not words:
            return set()
        every = [(name, _parts(name)) for name in self._names(*words)]
        found = {name for name, parts in every if all(word in parts for word in words)}
        found = found or {
            name for name, parts in every if all(any(part.startswith(word) for part in parts) for word in words)
        }
        if found or not _MAY_BE_ID.search(typed):
            return found
        sql = "SELECT DISTINCT name FROM appearances WHERE reference = ? OR substr(reference, -?) = ?"
        id = f"#{typed.strip()}"
        return {name for (name,) in self._database.select(sql, typed.strip(), len(id), id)}

    def _rows_named(self, names: Sequence[str]) -> list[Appearance]:
        return [
            Appearance(*row)
            for some in _pieces(names)
            for row in self._database.select(f"{_APPEARANCES} WHERE a.name IN ({_marks(some)})", *some)
        ]

    def _rows_in(self, documents: Iterable[str]) -> list[Appearance]:
        return [
            Appearance(*row)
            for some in _pieces(sorted(documents))
            for row in self._database.select(f"{_APPEARANCES} WHERE a.document IN ({_marks(some)})", *some)
        ]

    def _same(self) -> list[SamePerson]:
        return [one.same for one in self.decisions.all()]


def _told(group: Group, groups: Sequence[Group]) -> PersonEverywhere:
    """A group as a person, known by what nobody else of the groups is known by."""
    rows = sorted((row for entry in group for row in entry.rows), key=_in_time)
    often = Counter[str]()
    for row in rows:
        often[row.name] += 1 + row.turns
    names = [name for name, _ in often.most_common()]
    fullest = max(names, key=lambda name: (len(name.split()) > 1 and not name.isupper(), len(folded(name))))
    return PersonEverywhere(
        fullest if any(entry.identity for entry in group) else names[0],
        tuple(names),
        tuple(dict.fromkeys(row.role for row in rows if row.role)),
        tuple(dict.fromkeys(row.reference for row in rows if row.reference)),
        anchor(group, groups),
        tuple(rows),
    )


def _in_time(row: Appearance) -> tuple[bool, str, str, int]:
    return not row.date, row.date, row.document, row.number


def _known_by(row: Appearance) -> list[str]:
    from tui_reader.document.people.across_documents import Entry

    return anchors(Entry(row))


def _parts(name: str) -> list[str]:
    """The words of a name, folded and without points."""
    return folded(name).replace(",", " ").replace(".", "").split()


def _surname(name: str) -> str:
    """The last word of a name, folded, without Jr. and what is in brackets."""
    words = [word.strip(".,()'\"") for word in folded(name).split()]
    given = [word for word in words if word and word not in _JUNIOR]
    return given[-1] if given else ""


def _pieces(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
