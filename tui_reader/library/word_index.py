"""The words of all documents of the library, to be searched at once, by SQLite's FTS5. Knows SQL, and no face.

The tokenizer is unicode61 without accents. Trigrams would find parts of words too, but take three to four times the
room and no word under three letters, "UN", "GB". Scripts that are written without blanks are looked through instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.document.model import Document, Page, Person
from tui_reader.document.search.query import SearchError, name_and_rest
from tui_reader.errors import ReaderError
from tui_reader.library.database import stored_path, stored_text

BATCH = 500
"""Pages that are written at once: no other reader waits longer than that takes, some 20 ms."""
LONGEST = 25_000_000
"""Characters of one document that are kept; what comes after them is found in the document only."""
MOST = 50
"""So many places are given, the best first."""
_HERE = "\x02"
"""Stands before what was found; no text has it, for it is cleaned at the door."""
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_NO_TERM = re.compile(r'["\0]')
_SPECIAL, _ESCAPED = re.compile(r"[%_\\]"), r"\\\g<0>"
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class _Row(NamedTuple):
    """A page as it is kept."""

    page: int
    typed: str
    speaker: str
    names: str
    words: str


class IndexHit(NamedTuple):
    """A place that was found in some document."""

    key: str
    """The document's."""
    title: str
    path: Path
    """Where the document is opened."""
    page: int
    typed: str
    """What is typed to go there: "turn 9", "part 2"."""
    speaker: str
    """Who speaks there, in a word or two; empty for nobody."""
    words: str
    """The words around what was found."""
    found: str
    """Of these words those from what was found on; empty where it is not known."""


class WordIndex:
    """The words of one library."""

    def __init__(
        self,
        run: Callable[..., list[Any]],
        write: Callable[..., Any],
        kept: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """`run` gives the rows of a statement with its values; `write` does one inside `kept`, a transaction.

        Raises ReaderError where SQLite was built without FTS5.
        """
        self._run, self._write, self._kept = run, write, kept
        if not run("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"):
            raise ReaderError("The library cannot be searched: this Python's SQLite was built without FTS5.")
        with kept():
            write(
                "CREATE VIRTUAL TABLE IF NOT EXISTS spoken USING "
                "fts5 (names, words, tokenize = 'unicode61 remove_diacritics 2')"
            )

    def holds(self, key: str) -> bool:
        """Whether all of a document is there, as it is understood now."""
        return bool(self._run("SELECT 1 FROM indexed WHERE document = ?", key))

    def missing(self) -> list[tuple[str, Path]]:
        """Key and path of those that are listed in the library and not here yet."""
        rows = self._run(
            "SELECT key, path FROM documents WHERE path != '' AND key NOT IN (SELECT document FROM indexed)"
        )
        return [(key, stored_path(path)) for key, path in rows]

    def add(self, document: Document) -> None:
        """Take in a document as it is understood now; one that is there is taken in anew."""
        self.forget(document.key)
        rows = list(_rows(document))
        for start in range(0, len(rows), BATCH):
            self._take(document.key, rows[start : start + BATCH])
        with self._kept():  # unless a disk was full meanwhile
            self._write(
                "INSERT OR IGNORE INTO indexed SELECT ? WHERE ? = (SELECT count(*) FROM pages WHERE document = ?)",
                (document.key, len(rows), document.key),
            )

    def _take(self, key: str, rows: list[_Row]) -> None:
        with self._kept():
            for page, typed, speaker, names, words in rows:
                # Another reader may be taking in the same document.
                made = self._write(
                    "INSERT OR IGNORE INTO pages (document, page, typed, speaker) VALUES (?, ?, ?, ?) RETURNING id",
                    (key, page, typed, speaker),
                ).fetchall()
                for (id,) in made:
                    self._write("INSERT INTO spoken (rowid, names, words) VALUES (?, ?, ?)", (id, names, words))

    def forget(self, key: str) -> None:
        """Take a document out."""
        with self._kept():
            self._write("DELETE FROM indexed WHERE document = ?", (key,))
            self._write("DELETE FROM spoken WHERE rowid IN (SELECT id FROM pages WHERE document = ?)", (key,))
            self._write("DELETE FROM pages WHERE document = ?", (key,))

    def search(self, wanted: str, most: int = MOST) -> list[IndexHit]:
        """Places with all words that are wanted, the best first.

        `SAM sites`, `"favorable position"` for words in a row, `quarant*` for the beginning of one, `@Ball quarantine`.
        Where no page has the words, those that begin so are found: `missile` finds missiles.
        Raises SearchError where there is nothing to search for.
        """
        return self._search(wanted, most) or self._search(wanted, most, "*")

    def _search(self, wanted: str, most: int, star: str = "") -> list[IndexHit]:
        """The same with `star` behind each word that stands alone."""
        name, rest = name_and_rest(wanted.strip()[1:]) if wanted.strip().startswith("@") else ("", wanted)
        terms = [_quoted(phrase or word + star) for phrase, word in _TERM.findall(rest) if _has_word(phrase or word)]
        if not terms and not _has_word(name):
            raise SearchError('Type what is to be found: words, "words in a row", a beginn*, @Ball with words.')
        unspaced = bool(_UNSPACED.search(rest))
        match = [f"words : ({' AND '.join(terms)})"] if terms and not unspaced else []
        match += [f"names : ({_quoted(name)})"] if _has_word(name) else []
        where = ["spoken MATCH ?"] if match else []
        values: list[object] = [" AND ".join(match)] if match else []
        if unspaced:
            where.append("words LIKE ? ESCAPE '\\'")
            values.append(f"%{_SPECIAL.sub(_ESCAPED, rest.strip())}%")
        excerpt = f"snippet(spoken, 1, '{_HERE}', '', '…', 24)" if match else "words"
        rows = self._run(
            f"SELECT key, title, path, page, typed, speaker, {excerpt} FROM spoken "
            "JOIN pages ON pages.id = spoken.rowid JOIN documents ON key = document "
            f"WHERE path != '' AND {' AND '.join(where)} ORDER BY {'rank, ' if match else ''}key, page LIMIT ?",
            *values, most,
        )  # fmt: skip
        return [
            IndexHit(key, title, stored_path(path), page, typed, speaker, *_around(words, rest))
            for key, title, path, page, typed, speaker, words in rows
        ]


def _rows(document: Document) -> Iterator[_Row]:
    """The pages, until they are too much."""
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
    """All that a person may be called by."""
    yield from filter(None, (person.id, person.name, document.short_name(person.id), *person.labels))


def _words(document: Document, page: Page) -> str:
    """What is printed on a page, and the notes that it refers to."""
    marks = dict.fromkeys(mark.note for passage in page.passages for mark in passage.marks)
    notes = (f"(Note {mark}: {note.text})" for mark in marks if (note := document.note(mark)) and note.text)
    return "\n".join((page.text, *notes))


def _has_word(term: str) -> bool:
    return any(map(str.isalnum, term))


def _quoted(term: str) -> str:
    """A term of FTS5: words in a row, the last of them a beginning where a star stands behind it."""
    star = "*" if term.endswith("*") and term[-2:-1].isalnum() else ""
    return f'"{_NO_TERM.sub(" ", term).rstrip("*")}"{star}'


def _around(words: str, wanted: str, most: int = 160) -> tuple[str, str]:
    """The words in a line, and those from what was found on; of a whole page those around what was wanted."""
    if _HERE not in words:
        here = max(0, words.find(wanted.strip()))
        start, end = max(0, here - most // 3), here + most
        words = f"{'…' * (start > 0)}{words[start:here]}{_HERE}{words[here:end]}{'…' * (end < len(words))}"
    before, _, found = words.partition(_HERE)
    shown, found = (before + found).replace(_HERE, ""), found.replace(_HERE, "").rstrip("…")
    return " ".join(shown.split()), " ".join(found.split())
