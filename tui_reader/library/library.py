"""What the reader remembers of each document, in SQLite: the reading position, the people, their voices.

A document is identified by its content, so it may be moved and renamed. Each write is a separate transaction,
committed when the method returns: it survives a kill at any moment, and two readers at once lose nothing. Knows no
face.
"""

from __future__ import annotations

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.document.model import Document, Position
from tui_reader.library.database import Database, LibraryError, path_stored, stored_path, stored_text
from tui_reader.library.recent import Recent
from tui_reader.paths import NO_LIBRARY, data_folder

if TYPE_CHECKING:
    from tui_reader.library.bookmark_store import BookmarkStore
    from tui_reader.library.folders import Folders
    from tui_reader.library.key_usage import KeyUsage
    from tui_reader.library.label_decision_store import LabelDecisionStore
    from tui_reader.library.voice_registry import VoiceRegistry
    from tui_reader.library.word_index import WordIndex


class Library(Database):
    """The memory of one person. Used by the thread that made it."""

    def __init__(self, path: Path | None) -> None:
        """Open the library at `path`, or make it; None is one in memory, lost at the end. Raises LibraryError."""
        super().__init__(path)
        self._met: set[str] = set()

    # Places

    def place(self, key: str) -> Position | None:
        """Where the reading of a document stopped; None if it was never read."""
        row = self._row('SELECT page, "offset" FROM places WHERE document = ?', key)
        return Position(*row) if row else None

    def keep_place(self, document: Document, path: Path, position: Position) -> None:
        """Remember the position in the document at `path`, and that it is the document last read.

        A document from standard input cannot be opened again: its position is kept, and a path known from before.
        """
        with self._kept():
            self._database.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
                "title = excluded.title, path = CASE excluded.path WHEN '' THEN path ELSE excluded.path END, "
                "pages = excluded.pages, opened_at = excluded.opened_at",
                (document.key, stored_text(document.heading), _stored(path), len(document.pages), time.time()),
            )
            self._database.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", (document.key, *position))
            if document.key not in self._met:
                self._take_path(document, path)
                self._database.execute("DELETE FROM people WHERE document = ?", (document.key,))
                rows = ((document.key, one.id, one.name and stored_text(one.name)) for one in document.people)
                self._database.executemany("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", rows)
                self._met.add(document.key)

    def keep_document(self, document: Document, path: Path) -> bool:
        """Remember a document that can be read at `path`, without a position. True if it was not listed before.

        Of two files with the same content the one that is listed stays.
        """
        row = self._row("SELECT path FROM documents WHERE key = ? AND path != ''", document.key)
        if row and split_id(known := stored_path(row[0]))[0].is_file():
            path = known
        with self._kept():
            self._database.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, 0) ON CONFLICT (key) DO UPDATE SET "
                "title = excluded.title, path = excluded.path, pages = excluded.pages",
                (document.key, stored_text(document.heading), path_stored(path), len(document.pages)),
            )
            self._take_path(document, path)
        return not row

    def _take_path(self, document: Document, path: Path) -> None:
        """Take the path from other documents that were read there."""
        self._database.execute(
            "UPDATE documents SET path = '' WHERE path = ? AND key != ?", (_stored(path) or None, document.key)
        )

    def unlist(self, key: str) -> None:
        """Remove a document from lists and search; its position, bookmarks and voices stay for the next reading."""
        self.index.forget(key)
        with self._kept():
            self._database.execute("UPDATE documents SET path = '' WHERE key = ?", (key,))

    def last_path(self) -> Path | None:
        """The file of the document last read, even if it is gone."""
        row = self._row("SELECT path FROM documents WHERE path != '' AND opened_at > 0 ORDER BY opened_at DESC LIMIT 1")
        return stored_path(row[0]) if row else None

    def recent(self, limit: int = 20) -> list[Recent]:
        """The documents that can be opened, at most `limit` (-1: all): the last read first, then those never read."""
        rows = self._rows(
            "SELECT key, title, path, coalesce(page, 0), pages, opened_at "
            "FROM documents LEFT JOIN places ON document = key WHERE path != '' ORDER BY opened_at DESC, title LIMIT ?",
            limit,
        )
        return [Recent(key, title, stored_path(path), *rest) for key, title, path, *rest in rows]

    @cached_property
    def bookmarks(self) -> BookmarkStore:
        """The bookmarks and highlights of documents."""
        from tui_reader.library.bookmark_store import BookmarkStore

        return BookmarkStore(self._rows, self._kept)

    @cached_property
    def index(self) -> WordIndex:
        """The search index of all documents. Raises ReaderError if SQLite cannot search."""
        from tui_reader.library.word_index import WordIndex

        return WordIndex(self._rows, self._database.execute, self._kept)

    @cached_property
    def folders(self) -> Folders:
        """The folders whose documents belong to the library."""
        from tui_reader.library.folders import Folders

        return Folders(self, self._rows, self._kept)

    @cached_property
    def used(self) -> KeyUsage:
        """How often commands were used, for the hints about their keys."""
        from tui_reader.library.key_usage import KeyUsage

        return KeyUsage(self._rows, self._kept)

    @cached_property
    def label_decisions(self) -> LabelDecisionStore:
        """What the person decided about the labels of documents."""
        from tui_reader.library.label_decision_store import LabelDecisionStore

        return LabelDecisionStore(self._rows, self._database.execute, self._kept, self._labels_changed)

    def _labels_changed(self, key: str) -> None:
        """In a transaction: the people and the words of a document are to be taken in again."""
        self._met.discard(key)
        self._database.execute("DELETE FROM indexed WHERE document = ?", (key,))

    # People and voices

    def people(self, key: str) -> dict[str, str | None]:
        """The people of a document as it was last read: id to name."""
        return dict(self._rows("SELECT person, name FROM people WHERE document = ?", key))

    def cast(self, key: str) -> dict[str, str]:
        """The voices chosen in a document: id of a person (or "narrator") to id of a voice."""
        return dict(self._rows("SELECT person, voice FROM casts WHERE document = ?", key))

    @cached_property
    def voice_registry(self) -> VoiceRegistry:
        """The voices that people have in every document."""
        from tui_reader.library.voice_registry import VoiceRegistry

        return VoiceRegistry(self._rows, self._kept)

    def keep_voice(self, key: str, person_id: str, voice_id: str | None) -> None:
        """Choose a voice for a person of a document that was opened (`keep_place`); None takes the choice back.

        A person with a full name has it in every document for which no other voice was chosen.
        """
        with self._kept():
            if voice_id is not None:
                self.voice_registry.choose(self.people(key).get(person_id), voice_id)
            if voice_id is None:
                self._database.execute("DELETE FROM casts WHERE document = ? AND person = ?", (key, person_id))
            else:
                self._database.execute("INSERT OR REPLACE INTO casts VALUES (?, ?, ?)", (key, person_id, voice_id))

    def lexicon(self, key: str) -> tuple[str, ...]:
        """The pronunciations chosen for a document, each a line of a lexicon."""
        return tuple(line for (line,) in self._rows("SELECT line FROM lexicons WHERE document = ?", key))

    def keep_word(self, key: str, written: str, line: str | None) -> None:
        """Remember the lexicon's line for a word of a document; None removes it."""
        with self._kept():
            if line is None:
                self._database.execute("DELETE FROM lexicons WHERE document = ? AND written = ?", (key, written))
            else:
                self._database.execute("INSERT OR REPLACE INTO lexicons VALUES (?, ?, ?)", (key, written, line))


def library_path() -> Path:
    """The file of the person's own library."""
    return data_folder() / "library.db"


def open_library(path: Path | None = None) -> tuple[Library, str | None]:
    """The library at `path` (the person's own if None), or one in memory and a line that says why.

    NO_LIBRARY gives one in memory without a line.
    """
    if path == NO_LIBRARY:
        return Library(None), None
    try:
        return Library(path or library_path()), None
    except LibraryError as error:
        return Library(None), f"{error} Nothing of this reading is saved."


def _stored(path: Path) -> str | bytes:
    """A path as SQLite can hold it; nothing for standard input."""
    return "" if is_standard_input(path) else path_stored(path)
