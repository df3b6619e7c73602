"""The search index for the words of all documents, by SQLite's FTS5. Knows SQL, and no face.

Words are indexed in the normal form of `indexed_words`, and beside them, as words too, what narrows a search: kinds,
volume, date (`document_facts.marks`). So FTS5 alone finds the places, also where a search has many conditions.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.library.chairs import Chairs
from tui_reader.library.document_facts import marks
from tui_reader.library.index_entry import IndexEntry, PageRow, index_entry
from tui_reader.library.index_search import MOST, Across, IndexSearch
from tui_reader.library.indexed_words import TOKENIZER
from tui_reader.library.person_index import PersonIndex
from tui_reader.library.volumes import Volumes

if TYPE_CHECKING:
    from tui_reader.library.database import Database
    from tui_reader.library.index_hit import IndexHit

BATCH = 1000
"""Pages written in one transaction, which takes about 40 ms: another process waits no longer."""
_Words = tuple[int, str, str, str | None, str, str]
"""A row of `spoken`."""


def index_size(database: Database) -> int:
    """Bytes of a library's file that the index takes, without the words as they are shown; 0 where there is none."""
    if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'spoken_data'"):
        return 0
    return sum(size for (size,) in database.rows("SELECT coalesce(sum(length(block)), 0) FROM spoken_data"))


class WordIndex:
    """The index of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library.

        Raises ReaderError if SQLite was built without FTS5, and, as all methods, LibraryError where something cannot be
        saved.
        """
        self._database, self._people = database, PersonIndex(database)
        if not database.rows("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"):
            raise ReaderError("The library cannot be searched: this Python's SQLite was built without FTS5.")
        if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'spoken' AND sql LIKE '%facts, heading%'"):
            with database.kept():
                database.write("DROP TABLE IF EXISTS spoken")  # that of an older library has other columns
                database.write("DELETE FROM indexed")
                database.write("DELETE FROM pages")
                database.write(
                    f"CREATE VIRTUAL TABLE spoken USING fts5 (names, words, printed UNINDEXED, facts, heading, "
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
        self.take_in(index_entry(document, Path()))

    def take_in(self, entry: IndexEntry, is_current: bool = True) -> None:
        """Index a document in transactions of its own: of one with many pages several at once.

        `is_current`: whether nothing has changed since it was read; else it stays one that is missing.
        """
        rows = entry.rows
        if len(rows) <= BATCH:
            with self._database.kept():
                self.put([(entry, is_current)])
            return
        with self._database.kept():
            self._forget(entry.key)
            known = self._describe(entry)
        for start in range(0, len(rows), BATCH):
            with self._database.kept():
                self._put_words(self._put_pages(entry.key, rows[start : start + BATCH], known))
        with self._database.kept():
            self._put_the_rest(entry, is_current)

    def put(self, entries: Sequence[tuple[IndexEntry, bool]]) -> None:
        """In a transaction: index documents, also again; each with `is_current` as in `take_in`."""
        words = list[_Words]()
        for entry, is_current in entries:
            self._forget(entry.key)
            known = self._describe(entry)
            if entry.rows:
                words += self._put_pages(entry.key, entry.rows, known)
            self._put_the_rest(entry, is_current)
        self._put_words(words)

    def _describe(self, entry: IndexEntry) -> str:
        """In a transaction: store what lists say of a document; gives the words of the index that tell what it is."""
        listed = self._database.row("SELECT path FROM documents WHERE key = ?", entry.key)
        volume = Volumes(self._database).of(entry.collection, listed[0]) if listed and listed[0] else 0
        self._database.write(
            "UPDATE documents SET volume = ?, numbered = ?, date = ?, speakers = ?, sought = ? WHERE key = ?",
            volume, *entry.facts, entry.key,
        )  # fmt: skip
        return " ".join(marks(entry.heading, entry.facts.date, volume))

    def _put_pages(self, key: str, rows: Sequence[PageRow], known: str) -> list[_Words]:
        """In a transaction: store pages that follow each other, in place of those that another process has stored.

        `known` are the words of the index that tell what the document is. Returns what `_put_words` is to be given.
        """
        self._forget_pages("document = ? AND page BETWEEN ? AND ?", key, rows[0].page, rows[-1].page)
        ((last,),) = self._database.write("SELECT coalesce(max(id), 0) FROM pages")
        numbered = list(enumerate(rows, last + 1))
        self._database.write_each(
            "INSERT INTO pages (id, document, page, typed, speaker) VALUES (?, ?, ?, ?, ?)",
            [(id, key, row.page, row.typed, row.speaker) for id, row in numbered],
        )
        return [(id, row.names, row.words, row.printed, known, row.title) for id, row in numbered]

    def _put_words(self, words: Sequence[_Words]) -> None:
        """In a transaction, last: FTS5 writes all it has at each statement that SQLite could have to undo alone."""
        self._database.write_each(
            "INSERT INTO spoken (rowid, names, words, printed, facts, heading) VALUES (?, ?, ?, ?, ?, ?)", words
        )

    def _put_the_rest(self, entry: IndexEntry, is_current: bool) -> None:
        """In a transaction: store the people, and that all pages are there, if they are."""
        self._people.forget(entry.key)
        self._people.put(entry.key, entry.people)
        Chairs(self._database).name(entry.key, entry.names)
        if is_current:
            self._database.write(
                "INSERT OR IGNORE INTO indexed SELECT ?1 WHERE ?2 = (SELECT count(*) FROM pages WHERE document = ?1)",
                entry.key, len(entry.rows),
            )  # fmt: skip

    def forget(self, key: str) -> None:
        """Remove a document from the index."""
        with self._database.kept():
            self.forget_all([key])

    def forget_all(self, keys: Sequence[str]) -> None:
        """In a transaction: remove documents."""
        each = [(key,) for key in keys]
        pages = [id for (key,) in each for id in self._database.write("SELECT id FROM pages WHERE document = ?", key)]
        self._database.write_each("DELETE FROM indexed WHERE document = ?", each)
        self._database.write_each("DELETE FROM pages WHERE document = ?", each)
        for key in keys:
            self._people.forget(key)
        self._database.write_each("DELETE FROM spoken WHERE rowid = ?", pages)  # last, as `_put_words`

    def _forget(self, key: str) -> None:
        self._database.write("DELETE FROM indexed WHERE document = ?", key)
        self._forget_pages("document = ?", key)
        self._people.forget(key)

    def _forget_pages(self, which: str, *values: object) -> None:
        if self._database.write(f"SELECT 1 FROM pages WHERE {which} LIMIT 1", *values):
            self._database.write(f"DELETE FROM spoken WHERE rowid IN (SELECT id FROM pages WHERE {which})", *values)
            self._database.write(f"DELETE FROM pages WHERE {which}", *values)

    def search(self, wanted: str, most: int = MOST) -> list[IndexHit]:
        """As `IndexSearch.search`."""
        return IndexSearch(self._database).search(wanted, most)

    def across(self, wanted: str) -> Across:
        """As `IndexSearch.across`."""
        return IndexSearch(self._database).across(wanted)

    def following(self, across: Across, key: str, page: int | None = None) -> IndexHit | None:
        """As `IndexSearch.following`."""
        return IndexSearch(self._database).following(across, key, page)
