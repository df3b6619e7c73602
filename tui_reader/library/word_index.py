"""The search index for the words of all documents, by SQLite's FTS5. Knows SQL, and no face.

Words are indexed in the normal form of `indexed_words`, and beside them, as words too, what narrows a search: kinds,
volume, date (`document_facts.marks`). So FTS5 alone finds the places, also where a search has many conditions.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.model import Document, Page, Person
from tui_reader.errors import ReaderError
from tui_reader.library.document_facts import facts, marks
from tui_reader.library.index_search import MOST, IndexSearch
from tui_reader.library.indexed_words import TOKENIZER, indexed
from tui_reader.library.person_index import PersonIndex
from tui_reader.library.stored_values import stored_text
from tui_reader.library.volumes import Volumes

if TYPE_CHECKING:
    from tui_reader.library.database import Database
    from tui_reader.library.index_hit import IndexHit

BATCH = 500
"""Pages written in one transaction, which takes about 20 ms: another process waits no longer."""
LONGEST = 25_000_000
"""The most characters of one document that are indexed; the rest is found only in the open document."""


class _Row(NamedTuple):
    """A page as it is stored."""

    page: int
    typed: str
    speaker: str
    names: str
    words: str
    """In normal form."""
    printed: str | None
    """As printed, where that is not the same."""
    facts: str
    """What the document is, in words of the index."""


class WordIndex:
    """The index of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library.

        Raises ReaderError if SQLite was built without FTS5, and, as all methods, LibraryError where something cannot be
        saved.
        """
        self._database = database
        if not database.rows("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"):
            raise ReaderError("The library cannot be searched: this Python's SQLite was built without FTS5.")
        if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'spoken' AND sql LIKE '%facts%'"):
            with database.kept():
                database.write("DROP TABLE IF EXISTS spoken")  # that of an older library has other columns
                database.write(
                    f"CREATE VIRTUAL TABLE spoken USING fts5 (names, words, printed UNINDEXED, facts, "
                    f'tokenize = "{TOKENIZER}")'
                )

    def holds(self, key: str) -> bool:
        """Whether a document is indexed, with its labels as they are decided now."""
        return bool(self._database.rows("SELECT 1 FROM indexed WHERE document = ?", key))

    def missing(self) -> list[tuple[str, Path]]:
        """Key and path of the documents that the library lists and that are not indexed."""
        return self._database.rows(
            "SELECT key, path FROM documents WHERE path != '' AND key NOT IN (SELECT document FROM indexed)"
        )

    def add(self, document: Document) -> None:
        """Index a document, also again."""
        self.forget(document.key)
        rows = list(_rows(document, self._described(document)))
        for start in range(0, len(rows), BATCH):
            self._take(document.key, rows[start : start + BATCH])
        with self._database.kept():
            PersonIndex(self._database).put(document)
            self._database.write(
                "INSERT OR IGNORE INTO indexed SELECT ? WHERE ? = (SELECT count(*) FROM pages WHERE document = ?)",
                document.key,
                len(rows),
                document.key,
            )

    def _described(self, document: Document) -> str:
        """Remember what lists say of a document; gives the words of the index that tell what it is."""
        path = self._database.row("SELECT path FROM documents WHERE key = ?", document.key)
        known = facts(document)
        with self._database.kept():
            volume = Volumes(self._database).of(document, path[0]) if path and path[0] else 0
            self._database.write(
                "UPDATE documents SET volume = ?, numbered = ?, date = ?, speakers = ?, sought = ? WHERE key = ?",
                volume, *known, document.key,
            )  # fmt: skip
        return " ".join(marks(document.heading, known.date, volume))

    def _take(self, key: str, rows: list[_Row]) -> None:
        with self._database.kept():
            for page, typed, speaker, names, words, printed, known in rows:
                # Another process may be indexing the same document.
                made = self._database.write(
                    "INSERT OR IGNORE INTO pages (document, page, typed, speaker) VALUES (?, ?, ?, ?) RETURNING id",
                    key, page, typed, speaker,
                )  # fmt: skip
                for (id,) in made:
                    self._database.write(
                        "INSERT INTO spoken (rowid, names, words, printed, facts) VALUES (?, ?, ?, ?, ?)",
                        id, names, words, printed, known,
                    )  # fmt: skip

    def forget(self, key: str) -> None:
        """Remove a document from the index."""
        with self._database.kept():
            self._database.write("DELETE FROM indexed WHERE document = ?", key)
            self._database.write("DELETE FROM spoken WHERE rowid IN (SELECT id FROM pages WHERE document = ?)", key)
            self._database.write("DELETE FROM pages WHERE document = ?", key)
            PersonIndex(self._database).forget(key)

    def search(self, wanted: str, most: int = MOST) -> list[IndexHit]:
        """As `IndexSearch.search`."""
        return IndexSearch(self._database).search(wanted, most)


def _rows(document: Document, known: str = "") -> Iterator[_Row]:
    """The pages, until the limit of characters is reached; `known` are the words for what the document is."""
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
        yield _Row(
            page.index,
            typed,
            stored_text(speaker),
            names.get(page.speaker or "", ""),
            *indexed(stored_text(words)),
            known,
        )


def _names(document: Document, person: Person) -> Iterator[str]:
    """All names of a person."""
    yield from filter(None, (person.id, person.name, document.short_name(person.id), *person.labels))


def _words(document: Document, page: Page) -> str:
    """The text of a page and the notes to which it refers."""
    marks = dict.fromkeys(mark.note for passage in page.passages for mark in passage.marks)
    notes = (f"(Note {mark}: {note.text})" for mark in marks if (note := document.note(mark)) and note.text)
    return "\n".join((page.text, *notes))
