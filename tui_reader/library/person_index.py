"""Who speaks, writes or is spoken of in each document, as the library finds people across documents. Knows SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.document.people.across_documents import Appearance
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database


class PeopleOfDocument(NamedTuple):
    """Who is in one document."""

    appearances: tuple[Appearance, ...]
    exchanges: tuple[tuple[str, str, str, int], ...]
    """The document's key, the ids of two people in alphabetical order, how many of their turns follow each other."""


def people_of(document: Document) -> PeopleOfDocument:
    """Who is in a document."""
    followed = (
        (document.key, stored_text(one), stored_text(other), turns)
        for (one, other), turns in exchanges(document).items()
    )
    return PeopleOfDocument(tuple(appearances(document)), tuple(followed))


class PersonIndex:
    """The people of the documents of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library. The methods are called in a transaction, and raise LibraryError."""
        self._database = database

    def put(self, key: str, people: PeopleOfDocument) -> None:
        """Take in who is in a document that is not there yet."""
        rows = (row[:-1] for row in people.appearances)  # the date is the document's
        self._database.write_each("INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._database.write_each("INSERT INTO exchanges VALUES (?, ?, ?, ?)", people.exchanges)

    def forget(self, key: str) -> None:
        """Remove a document."""
        for table in ("appearances", "exchanges"):
            self._database.write(f"DELETE FROM {table} WHERE document = ?", key)


def appearances(document: Document) -> Iterator[Appearance]:
    """The people of a document: first those who speak or write, then those who are only mentioned."""
    turns, said, first = Counter[str](), Counter[str](), dict[str, int]()
    for page in document.pages:
        if speaker := page.speaker:
            turns[speaker] += page.turn is not None
            said[speaker] += len(page.text.split())
            if page.turn:
                first.setdefault(speaker, page.turn.number)
    own = {person.reference for person in document.people}
    for number, person in enumerate(document.people, 1):
        id, reference, name = map(stored_text, (person.id, person.reference, person.name or person.id))
        role = stored_text(person.role or "")
        yield Appearance(
            document.key,
            number,
            id,
            reference,
            name,
            role,
            turns[person.id],
            said[person.id],
            first.get(person.id, 0),
            0,
        )
    others = (one for one in document.mentioned if one.reference not in own)
    for number, one in enumerate(others, len(document.people) + 1):
        reference, name, role = map(stored_text, (one.reference, one.name, one.role or ""))
        yield Appearance(document.key, number, "", reference, name, role, 0, 0, 0, one.times)


def exchanges(document: Document) -> Counter[tuple[str, str]]:
    """How many turns of two people follow each other, by their ids in alphabetical order."""
    found = Counter[tuple[str, str]]()
    before = part = None
    for page in document.pages:
        if page.part is not part:
            before, part = None, page.part
        if page.turn is None:
            continue
        speaker = page.turn.speaker
        if before is not None and before != speaker:
            found[min(before, speaker), max(before, speaker)] += 1
        before = speaker
    return found
