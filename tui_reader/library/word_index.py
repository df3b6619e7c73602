"""The search index for the words of all documents, by SQLite's FTS5. Knows SQL, and no face.

The tokenizer is unicode61 without accents. Trigrams would also find parts of words, but take three to four times the
space and find no word under three letters, "UN", "GB". Scripts without spaces are searched by LIKE instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.model import Document, Page, Person
from tui_reader.document.search.query import SearchError, name_and_rest
from tui_reader.errors import ReaderError
from tui_reader.library.person_index import PersonIndex
from tui_reader.library.stored_values import stored_text

if TYPE_CHECKING:
    from tui_reader.library.database import Database

BATCH = 500
"""Pages written in one transaction, which takes about 20 ms: another process waits no longer."""
LONGEST = 25_000_000
"""The most characters of one document that are indexed; the rest is found only in the open document."""
MOST = 50
"""The most places that a search returns, the best first."""
_HERE = "\ufdd0"
"""Marks the start of a hit: a noncharacter of Unicode, which no text for people has, and which cleaning leaves."""
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_NO_TERM = re.compile(r'["\0]')
_SPECIAL, _ESCAPED = re.compile(r"[%_\\]"), r"\\\g<0>"
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class _Row(NamedTuple):
    """A page as it is stored."""

    page: int
    typed: str
    speaker: str
    names: str
    words: str


class IndexHit(NamedTuple):
    """A place that was found in a document."""

    key: str
    """The key of the document."""
    title: str
    path: Path
    """The path that opens the document."""
    page: int
    typed: str
    """What is typed to go there: "turn 9", "part 2"."""
    speaker: str
    """The speaker, in a word or two; empty if nobody speaks there."""
    words: str
    """The words around the hit."""
    found: str
    """The part of these words from the hit on; empty if that is not known."""


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
        if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'spoken'"):
            with database.kept():
                database.write(
                    "CREATE VIRTUAL TABLE IF NOT EXISTS spoken USING "
                    "fts5 (names, words, tokenize = 'unicode61 remove_diacritics 2')"
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
        rows = list(_rows(document))
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

    def _take(self, key: str, rows: list[_Row]) -> None:
        with self._database.kept():
            for page, typed, speaker, names, words in rows:
                # Another process may be indexing the same document.
                made = self._database.write(
                    "INSERT OR IGNORE INTO pages (document, page, typed, speaker) VALUES (?, ?, ?, ?) RETURNING id",
                    key, page, typed, speaker,
                )  # fmt: skip
                for (id,) in made:
                    self._database.write("INSERT INTO spoken (rowid, names, words) VALUES (?, ?, ?)", id, names, words)

    def forget(self, key: str) -> None:
        """Remove a document from the index."""
        with self._database.kept():
            self._database.write("DELETE FROM indexed WHERE document = ?", key)
            self._database.write("DELETE FROM spoken WHERE rowid IN (SELECT id FROM pages WHERE document = ?)", key)
            self._database.write("DELETE FROM pages WHERE document = ?", key)
            PersonIndex(self._database).forget(key)

    def search(self, wanted: str, most: int = MOST) -> list[IndexHit]:
        """The places that have all the words, the best first.

        `SAM sites`, `"favorable position"` for words in a row, `quarant*` for words that begin so, `@Ball quarantine`.
        If no page has the words, words that begin with them are found: `missile` finds missiles.
        Raises SearchError if there is nothing to search for, LibraryError if the library cannot be read.
        """
        return self._search(wanted, most) or self._search(wanted, most, "*")

    def _search(self, wanted: str, most: int, star: str = "") -> list[IndexHit]:
        """The same with `star` after each single word."""
        name, rest = name_and_rest(wanted.strip()[1:]) if wanted.strip().startswith("@") else ("", wanted)
        terms = [_quoted(phrase or word + star) for phrase, word in _TERM.findall(rest) if _has_word(phrase or word)]
        if not terms and not _has_word(name):
            raise SearchError('Type what to find: words, "words in a row", a beginn*, @Ball with words.')
        unspaced = bool(_UNSPACED.search(rest))
        match = [f"words : ({' AND '.join(terms)})"] if terms and not unspaced else []
        match += [f"names : ({_quoted(name)})"] if _has_word(name) else []
        where = ["spoken MATCH ?"] if match else []
        values: list[object] = [" AND ".join(match)] if match else []
        if unspaced:
            where.append("words LIKE ? ESCAPE '\\'")
            values.append(f"%{_SPECIAL.sub(_ESCAPED, rest.strip())}%")
        excerpt = f"snippet(spoken, 1, '{_HERE}', '', '…', 24)" if match else "words"
        rows = self._database.select(
            f"SELECT key, title, path, page, typed, speaker, {excerpt} AS words FROM spoken "
            "JOIN pages ON pages.id = spoken.rowid JOIN documents ON key = document "
            f"WHERE path != '' AND {' AND '.join(where)} ORDER BY {'rank, ' if match else ''}key, page LIMIT ?",
            *values, most,
        )  # fmt: skip
        return [
            IndexHit(key, title, path, page, typed, speaker, *_around(words, rest))
            for key, title, path, page, typed, speaker, words in rows
            if path
        ]


def _rows(document: Document) -> Iterator[_Row]:
    """The pages, until the limit of characters is reached."""
    names = {person.id: stored_text(" ".join(_names(document, person))) for person in document.people}
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
        yield _Row(page.index, typed, stored_text(speaker), names.get(page.speaker or "", ""), stored_text(words))


def _names(document: Document, person: Person) -> Iterator[str]:
    """All names of a person."""
    yield from filter(None, (person.id, person.name, document.short_name(person.id), *person.labels))


def _words(document: Document, page: Page) -> str:
    """The text of a page and the notes to which it refers."""
    marks = dict.fromkeys(mark.note for passage in page.passages for mark in passage.marks)
    notes = (f"(Note {mark}: {note.text})" for mark in marks if (note := document.note(mark)) and note.text)
    return "\n".join((page.text, *notes))


def _has_word(term: str) -> bool:
    return any(map(str.isalnum, term))


def _quoted(term: str) -> str:
    """A term of FTS5: a phrase, with a prefix match for its last word if a star follows it."""
    star = "*" if term.endswith("*") and term[-2:-1].isalnum() else ""
    return f'"{_NO_TERM.sub(" ", term).rstrip("*")}"{star}'


def _around(words: str, wanted: str, most: int = 160) -> tuple[str, str]:
    """The words as one line, and the part of it from the hit on; of a whole page only the words around the hit."""
    if _HERE not in words:
        here = max(0, words.find(wanted.strip()))
        start, end = max(0, here - most // 3), here + most
        words = f"{'…' * (start > 0)}{words[start:here]}{_HERE}{words[here:end]}{'…' * (end < len(words))}"
    before, _, found = words.partition(_HERE)
    shown, found = (before + found).replace(_HERE, ""), found.replace(_HERE, "").rstrip("…")
    return " ".join(shown.split()), " ".join(found.split())
