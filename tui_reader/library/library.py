"""What the reader remembers of each document, in SQLite: the reading position, the people, their voices.

A document is identified by its content, so it may be moved and renamed. Each write is a separate transaction,
committed when the method returns: it survives a kill at any moment, and two readers at once lose nothing. Knows no
face.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import file_is_there, is_standard_input
from tui_reader.document.model import Document, Position
from tui_reader.library.database import Database
from tui_reader.library.recent import Recent
from tui_reader.library.stored_values import path_stored, stored_text
from tui_reader.paths import said_folder

if TYPE_CHECKING:
    from tui_reader.library.bookmark_store import BookmarkStore
    from tui_reader.library.chairs import Chairs
    from tui_reader.library.folders import Folders
    from tui_reader.library.key_usage import KeyUsage
    from tui_reader.library.label_decision_store import LabelDecisionStore
    from tui_reader.library.people_everywhere import PeopleEverywhere
    from tui_reader.library.quotes import Quotes
    from tui_reader.library.recordings import Recordings
    from tui_reader.library.voice_registry import VoiceRegistry
    from tui_reader.library.word_index import WordIndex
    from tui_reader.packed.document_cache import DocumentCache


class Library(Database):
    """The memory of one person. Used by the thread that made it."""

    _met: set[str]
    """The keys of the documents whose people are stored as they are now."""

    def _open(self) -> None:
        self._met = set()
        vars(self).pop("index", None)  # a new file has no table for it yet
        super()._open()

    def forget_met(self) -> None:
        """Store the people of each document again when its place is kept: others are stored now."""
        self._met.clear()

    # Places

    def place(self, key: str) -> Position | None:
        """Where the reading of a document stopped; None if it was never read."""
        row = self.row("SELECT page, places.offset FROM places WHERE document = ?", key)
        return Position(*row) if row else None

    def left_at(self, key: str) -> float | None:
        """When the place in a document was last saved, in seconds since 1970; None if it was never read."""
        row = self.row("SELECT opened_at FROM documents WHERE key = ?", key)
        return float(row[0]) if row and isinstance(row[0], int | float) else None

    def keep_place(self, document: Document, path: Path, position: Position) -> None:
        """Remember the position in the document at `path`, and that it is the document last read.

        A document from standard input cannot be opened again: its position is kept, and a path known from before.
        """
        with self.in_passing(), self.kept():
            self.write(
                "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET "
                "title = excluded.title, path = CASE excluded.path WHEN '' THEN path ELSE excluded.path END, "
                "pages = excluded.pages, opened_at = excluded.opened_at",
                document.key, stored_text(document.heading), _stored(path), len(document.pages), time.time(),
            )  # fmt: skip
            self.write("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", document.key, *position)
            self.quotes.take(document, "place", 0, position)
            if document.key not in self._met:
                self._take_path(document.key, path)
                people = {one.id: one.name and stored_text(one.name) for one in document.people}
                if people != self.people(document.key):
                    self.write("DELETE FROM people WHERE document = ?", document.key)
                    for id, name in people.items():
                        self.write("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", document.key, id, name)
        if not self.unsaved:
            self._met.add(document.key)

    def keep_document(self, document: Document, path: Path) -> bool:
        """Remember a document that can be read at `path`, without a position. True if it was not listed before."""
        with self.kept():
            return self.list_document(document.key, stored_text(document.heading), len(document.pages), path)

    def list_document(self, key: str, heading: str, pages: int, path: Path) -> bool:
        """In a transaction: the same for the document with that key. Of two files with the same content the one that
        is listed stays."""
        from tui_reader.library.volumes import Volumes

        row = self.row("SELECT path FROM documents WHERE key = ? AND path != ''", key)
        if row and file_is_there(row[0]):
            path = row[0]
        self.write(
            "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, ?, ?, 0) "
            "ON CONFLICT (key) DO UPDATE SET "
            "title = excluded.title, path = excluded.path, pages = excluded.pages",
            key, heading, path_stored(path), pages,
        )  # fmt: skip
        self._take_path(key, path)
        if row and row[0] != path:
            Volumes(self).moved(key, path)
        return not row

    def take_over_edited(self, document: Document, path: Path) -> str:
        """Remember for an edited document what is remembered of the version before; the line that tells it, or "".

        `document` is as it was read.
        """
        if self.row(
            "SELECT 1 FROM documents WHERE key = ?1 AND path = ?2 "
            "AND NOT EXISTS (SELECT 1 FROM versions WHERE document = ?1)",
            document.key, _stored(path),
        ):  # fmt: skip
            return ""
        from tui_reader.library.edited_documents import take_over

        return take_over(self, self.quotes, document, path)

    def _take_path(self, key: str, path: Path) -> None:
        """Take the path from other documents that were read there; what is known of them is taken over later.

        Whose turns are rehearsed is so at once: lists do not show these words before it is opened.
        """
        self.write(
            "INSERT OR REPLACE INTO versions "
            "SELECT ?1, coalesce((SELECT former FROM versions WHERE document = key), key) FROM documents "
            "WHERE path = ?2 AND key != ?1 AND (opened_at > 0 OR key IN (SELECT document FROM versions))",
            key, _stored(path) or None,
        )  # fmt: skip
        self.write(
            "INSERT OR IGNORE INTO chairs SELECT ?1, person, name FROM chairs JOIN documents ON document = key "
            "WHERE path = ?2 AND key != ?1",
            key, _stored(path) or None,
        )  # fmt: skip
        self.write("UPDATE documents SET path = '' WHERE path = ? AND key != ?", _stored(path) or None, key)

    def unlist(self, key: str) -> None:
        """Remove a document from lists and search; its position, bookmarks and voices stay for the next reading."""
        self.unlist_all([key])

    def unlist_all(self, keys: Sequence[str]) -> None:
        """The same for several documents at once."""
        index = self.index
        with self.kept():
            self.write_each("UPDATE documents SET path = '' WHERE key = ?", [(key,) for key in keys])
            index.forget_all(keys)
        for key in keys:
            self.cache.forget(key)

    def last_path(self) -> Path | None:
        """The file of the document last read, even if it is gone."""
        row = self.row("SELECT path FROM documents WHERE path != '' AND opened_at > 0 ORDER BY opened_at DESC LIMIT 1")
        return row[0] if row else None

    def recent(self, limit: int = 20) -> list[Recent]:
        """The documents that can be opened, at most `limit` (-1: all): the last read first, then those never read."""
        rows = self.rows(
            "SELECT key, title, path, coalesce(page, 0) AS page, pages, opened_at "
            "FROM documents LEFT JOIN places ON document = key WHERE path != '' ORDER BY opened_at DESC, title LIMIT ?",
            limit,
        )
        return [Recent(*row) for row in rows]

    @cached_property
    def cache(self) -> DocumentCache:
        """Documents that were read before, packed; nothing is found and kept where the library is in memory."""
        from tui_reader.packed.document_cache import DocumentCache

        return DocumentCache(self.path is not None)

    def count(self) -> int:
        """How many documents can be opened."""
        row = self.row("SELECT count(*) FROM documents WHERE path != ''")
        return int(row[0]) if row else 0

    @cached_property
    def quotes(self) -> Quotes:
        """The words around places, bookmarks and decisions."""
        from tui_reader.library.quotes import Quotes

        return Quotes(self)

    @cached_property
    def bookmarks(self) -> BookmarkStore:
        """The bookmarks and highlights of documents."""
        from tui_reader.library.bookmark_store import BookmarkStore

        return BookmarkStore(self, self.quotes)

    @cached_property
    def index(self) -> WordIndex:
        """The search index of all documents. Raises ReaderError if SQLite cannot search."""
        from tui_reader.library.word_index import WordIndex

        return WordIndex(self)

    @cached_property
    def folders(self) -> Folders:
        """The folders whose documents belong to the library."""
        from tui_reader.library.folders import Folders

        return Folders(self, self)

    @cached_property
    def used(self) -> KeyUsage:
        """How often commands were used, for the hints about their keys."""
        from tui_reader.library.key_usage import KeyUsage

        return KeyUsage(self)

    @cached_property
    def label_decisions(self) -> LabelDecisionStore:
        """What the person decided about the labels of documents."""
        from tui_reader.library.label_decision_store import LabelDecisionStore

        return LabelDecisionStore(self, self.quotes, self._labels_changed)

    @cached_property
    def chairs(self) -> Chairs:
        """Whose turns the person rehearses."""
        from tui_reader.library.chairs import Chairs

        return Chairs(self)

    def _labels_changed(self, key: str) -> None:
        """In a transaction: the people and the words of a document are to be taken in again."""
        self._met.discard(key)
        self.write("DELETE FROM indexed WHERE document = ?", key)

    # People and voices

    def people(self, key: str) -> dict[str, str | None]:
        """The people of a document as it was last read: id to name."""
        return dict(self.rows("SELECT person, name FROM people WHERE document = ?", key))

    def cast(self, key: str) -> dict[str, str]:
        """The voices chosen in a document: id of a person (or "narrator") to id of a voice."""
        return dict(self.rows("SELECT person, voice FROM casts WHERE document = ?", key))

    @cached_property
    def voice_registry(self) -> VoiceRegistry:
        """The voices that people have in every document."""
        from tui_reader.library.voice_registry import VoiceRegistry

        return VoiceRegistry(self)

    def keep_voice(self, key: str, person_id: str, voice_id: str | None) -> None:
        """Choose a voice for a person of a document that was opened (`keep_place`); None takes the choice back.

        A person with a full name has it in every document for which no other voice was chosen.
        """
        with self.kept():
            if voice_id is None:
                self.write("DELETE FROM casts WHERE document = ? AND person = ?", key, person_id)
            else:
                self.voice_registry.choose(self.people(key).get(person_id), voice_id)
                self.write("INSERT OR REPLACE INTO casts VALUES (?, ?, ?)", key, person_id, voice_id)

    def keep_first_voice(self, key: str, person_id: str, voice_id: str) -> None:
        """Give a person of a document, which need not have been opened, a voice, unless one was chosen there."""
        with self.kept():
            self.write(
                "INSERT OR IGNORE INTO documents (key, title, path, pages, opened_at) VALUES (?, '', '', 0, 0)", key
            )
            self.write("INSERT OR IGNORE INTO casts VALUES (?, ?, ?)", key, person_id, voice_id)

    @cached_property
    def everywhere(self) -> PeopleEverywhere:
        """The people of all documents that are searched."""
        from tui_reader.library.people_everywhere import PeopleEverywhere

        return PeopleEverywhere(self)

    @cached_property
    def recordings(self) -> Recordings:
        """The recordings of documents."""
        from tui_reader.library.recordings import Recordings

        return Recordings(self)

    def lexicon(self, key: str) -> tuple[str, ...]:
        """The pronunciations chosen for a document, each a line of a lexicon."""
        return tuple(line for (line,) in self.rows("SELECT line FROM lexicons WHERE document = ?", key))

    def keep_word(self, key: str, written: str, line: str | None) -> None:
        """Remember the lexicon's line for a word of a document; None removes it."""
        with self.kept():
            if line is None:
                self.write("DELETE FROM lexicons WHERE document = ? AND written = ?", key, written)
            else:
                self.write("INSERT OR REPLACE INTO lexicons VALUES (?, ?, ?)", key, written, line)


def _stored(path: Path) -> str | bytes:
    """A path as SQLite can hold it; nothing for what is not listed: standard input, and what was put together."""
    return "" if is_standard_input(path) or path.parent == said_folder() else path_stored(path)
