"""What the library stores of a document, made without a database: so other processes can make it.

Knows the Document, and no SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tui_reader.document.decision import Decision
from tui_reader.document.hidden_words import people_now
from tui_reader.document.model import Document, Page, Person
from tui_reader.library.document_facts import Facts, facts
from tui_reader.library.indexed_words import indexed
from tui_reader.library.person_index import PeopleOfDocument, people_of
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

LONGEST = 25_000_000
"""The most characters of one document that are indexed; the rest is found only in the open document."""


class PageRow(NamedTuple):
    """A page as it is stored."""

    page: int
    typed: str
    """What is typed to go there: "turn 9", "part 2"."""
    speaker: str
    """Who speaks there, in a word or two."""
    names: str
    """All names of the speaker, in normal form."""
    words: str
    """In normal form."""
    printed: str | None
    """The words as printed, where that is not the same."""
    title: str = ""
    """Of the first page, title and date of the document, in normal form."""


class IndexEntry(NamedTuple):
    """A document as the library lists and indexes it."""

    key: str
    path: Path
    """What opens it."""
    heading: str
    pages: int
    decisions: tuple[Decision, ...]
    """Those about its labels that are followed here."""
    collection: str
    """The title of the volume that holds it; empty where none is printed."""
    facts: Facts
    """What lists say of it."""
    rows: tuple[PageRow, ...]
    people: PeopleOfDocument
    names: Mapping[str, str]
    """What people are called in `rows`, by all ids and labels that were theirs; not of those who are several now."""


def index_entry(document: Document, path: Path, decisions: tuple[Decision, ...] = ()) -> IndexEntry:
    """The entry of a document that is read at `path`, with the person's decisions about it."""
    decided = document
    if decisions:
        from tui_reader.document.decisions import apply

        decided = apply(document, decisions)
    heading = stored_text(document.heading)
    collection = stored_text(document.collection.text if document.collection else "")
    known, rows, people = facts(decided), tuple(_rows(decided)), people_of(decided)
    names = {
        stored_text(called): stored_text(decided.short_name(next(iter(now))))
        for called, now in people_now(document, decided).items()
        if len(now) == 1
    }
    pages = len(document.pages)
    return IndexEntry(document.key, path, heading, pages, decisions, collection, known, rows, people, names)


def _rows(document: Document) -> Iterator[PageRow]:
    """The pages, until the limit of characters is reached."""
    names = {person.id: indexed(stored_text(" ".join(_names(document, person))))[0] for person in document.people}
    characters = part = 0
    last = None
    for page in document.pages:
        words = _words(document, page)
        characters += len(words)
        if characters > LONGEST:
            return
        part, last = part + (page.part is not last), page.part
        typed = f"turn {page.turn.number}" if page.turn else f"part {part}"
        speaker = document.short_name(page.speaker) if page.speaker else ""
        found = indexed(stored_text(words))
        title = _title(document) if page.index == 0 else ""
        yield PageRow(page.index, typed, stored_text(speaker), names.get(page.speaker or "", ""), *found, title)


def _title(document: Document) -> str:
    """Title and date as printed, in normal form."""
    date = f"\n{document.date.passage.text}" if document.date else ""
    return indexed(stored_text(document.heading + date))[0]


def _names(document: Document, person: Person) -> Iterator[str]:
    """All names of a person."""
    yield from filter(None, (person.id, person.name, document.short_name(person.id), *person.labels))


def _words(document: Document, page: Page) -> str:
    """The text of a page and the notes to which it refers."""
    marks = dict.fromkeys(mark.note for passage in page.passages for mark in passage.marks)
    notes = (f"(Note {mark}: {note.text})" for mark in marks if (note := document.note(mark)) and note.text)
    return "\n".join((page.text, *notes))
