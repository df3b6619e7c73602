"""What the reader remembers of each document, in SQLite: the place, the people, who has which voice.

A document is known by its content, so it may be moved and renamed. Each write is a transaction of its own, committed
when the method returns: it survives a kill at any moment, and two readers at once lose nothing. Knows no face.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.document.model import Document, Position
from tui_reader.library.database import Database, LibraryError, path_stored, stored_path, stored_text
from tui_reader.paths import NO_LIBRARY, data_folder

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision
    from tui_reader.library.bookmark_store import Bookmarks
    from tui_reader.library.folders import Folders
    from tui_reader.library.key_usage import KeyUsage
    from tui_reader.library.voice_registry import VoiceRegistry
    from tui_reader.library.word_index import WordIndex


class Recent(NamedTuple):
    """A document that was read, and how far."""

    key: str
    title: str
    path: Path
    page: int
    """Index of the page where the reading stopped."""
    pages: int
    opened_at: float
    """When it was last read, in seconds since 1970; 0 for one that was added and never read."""

    @property
    def percent(self) -> int:
        """How many of its pages lie before the one where the reading stopped."""
        return 100 * self.page // max(1, self.pages - 1)


class Library(Database):
    """The memory of one person. Used by the thread that made it."""

    def __init__(self, path: Path | None) -> None:
        """Open the library at `path`, or a new one; None is one in memory, which forgets. Raises LibraryError."""
        super().__init__(path)
        self._met: set[str] = set()

    # Places

    def place(self, key: str) -> Position | None:
        """Where the reading of a document stopped; None for one that was never read."""
        row = self._row('SELECT page, "offset" FROM places WHERE document = ?', key)
        return Position(*row) if row else None

    def keep_place(self, document: Document, path: Path, position: Position) -> None:
        """Remember where the reading of the document at `path` is, and that it is the one last read.

        One from standard input cannot be found again: its place is kept, and where its content was read before.
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
        """Remember a document that can be read at `path`, without a place in it; whether it was not listed before.

        Of two files with the same content the one that is there already stays.
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
        """What else was read at that path is not there any more."""
        self._database.execute(
            "UPDATE documents SET path = '' WHERE path = ? AND key != ?", (_stored(path) or None, document.key)
        )

    def unlist(self, key: str) -> None:
        """List and search a document no more; its place, bookmarks and voices stay, should it be read again."""
        self.index.forget(key)
        with self._kept():
            self._database.execute("UPDATE documents SET path = '' WHERE key = ?", (key,))

    def last_path(self) -> Path | None:
        """The file of the document last read, be it there or not."""
        row = self._row("SELECT path FROM documents WHERE path != '' AND opened_at > 0 ORDER BY opened_at DESC LIMIT 1")
        return stored_path(row[0]) if row else None

    def recent(self, limit: int = 20) -> list[Recent]:
        """The documents last read that can be found again, the newest first; then those never read, by title.

        -1 for all.
        """
        rows = self._rows(
            "SELECT key, title, path, coalesce(page, 0), pages, opened_at "
            "FROM documents LEFT JOIN places ON document = key WHERE path != '' ORDER BY opened_at DESC, title LIMIT ?",
            limit,
        )
        return [Recent(key, title, stored_path(path), *rest) for key, title, path, *rest in rows]

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """The places and stretches that were marked."""
        from tui_reader.library.bookmark_store import Bookmarks

        return Bookmarks(self._rows, self._kept)

    @cached_property
    def index(self) -> WordIndex:
        """The words of all documents. Raises ReaderError where SQLite cannot search them."""
        from tui_reader.library.word_index import WordIndex

        return WordIndex(self._rows, self._database.execute, self._kept)

    @cached_property
    def folders(self) -> Folders:
        """The folders whose documents belong to it."""
        from tui_reader.library.folders import Folders

        return Folders(self, self._rows, self._kept)

    @cached_property
    def used(self) -> KeyUsage:
        """How often commands were used whose keys are told."""
        from tui_reader.library.key_usage import KeyUsage

        return KeyUsage(self._rows, self._kept)

    def _understood_anew(self, key: str) -> None:
        """Other people speak in a document from now on, inside a transaction."""
        self._met.discard(key)
        self._database.execute("DELETE FROM indexed WHERE document = ?", (key,))

    # People and voices

    def people(self, key: str) -> dict[str, str | None]:
        """The people of a document as it was last read: id and name."""
        return dict(self._rows("SELECT person, name FROM people WHERE document = ?", key))

    def cast(self, key: str) -> dict[str, str]:
        """Who was given which voice in a document: ids of persons (or "narrator") and of voices."""
        return dict(self._rows("SELECT person, voice FROM casts WHERE document = ?", key))

    @cached_property
    def register(self) -> VoiceRegistry:
        """Who has which voice in every document."""
        from tui_reader.library.voice_registry import VoiceRegistry

        return VoiceRegistry(self._rows, self._kept)

    def keep_voice(self, key: str, person_id: str, voice_id: str | None) -> None:
        """Give a person of a document that was opened (`keep_place`) a voice for good; None takes it back.

        Whoever is known by a full name has it in every document for which no other was chosen.
        """
        with self._kept():
            if voice_id is not None:
                self.register.choose(self.people(key).get(person_id), voice_id)
            if voice_id is None:
                self._database.execute("DELETE FROM casts WHERE document = ? AND person = ?", (key, person_id))
            else:
                self._database.execute("INSERT OR REPLACE INTO casts VALUES (?, ?, ?)", (key, person_id, voice_id))

    def decisions(self, key: str) -> tuple[Decision, ...]:
        """What was decided about a document's labels, in order."""
        rows = self._rows("SELECT verb, label, value FROM decisions WHERE document = ? ORDER BY number", key)
        if not rows:
            return ()
        from tui_reader.document.decisions import Decision, Verb

        return tuple(Decision(Verb(verb), label, value) for verb, label, value in rows)

    def decide(self, key: str, decisions: Sequence[Decision]) -> None:
        """Remember further decisions about a document's labels, all or none."""
        with self._kept():
            self._understood_anew(key)
            for decision in decisions:
                self._database.execute(
                    "INSERT INTO decisions SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? "
                    "FROM decisions WHERE document = ?",
                    (key, *decision, key),
                )

    def decided(self, document: Document) -> Document:
        """A document as it was read, with what was decided about its labels."""
        decisions = self.decisions(document.key)
        if not decisions:
            return document
        from tui_reader.document.decisions import apply

        return apply(document, decisions)

    def take_back(self, key: str) -> Decision | None:
        """Take back the last of the decisions about a document's labels, and give it; None where there is none."""
        last = self.decisions(key)[-1:]
        with self._kept():
            self._understood_anew(key)
            self._database.execute(
                "DELETE FROM decisions WHERE document = ? "
                "AND number = (SELECT max(number) FROM decisions WHERE document = ?)",
                (key, key),
            )
        return last[0] if last else None

    def forget_decisions(self, key: str) -> None:
        """Take back all that was decided about a document's labels."""
        with self._kept():
            self._understood_anew(key)
            self._database.execute("DELETE FROM decisions WHERE document = ?", (key,))

    def lexicon(self, key: str) -> tuple[str, ...]:
        """How words of a document are said, a line of a lexicon each."""
        return tuple(line for (line,) in self._rows("SELECT line FROM lexicons WHERE document = ?", key))

    def keep_word(self, key: str, written: str, line: str | None) -> None:
        """Remember the lexicon's line for a word of a document; None takes it back."""
        with self._kept():
            if line is None:
                self._database.execute("DELETE FROM lexicons WHERE document = ? AND written = ?", (key, written))
            else:
                self._database.execute("INSERT OR REPLACE INTO lexicons VALUES (?, ?, ?)", (key, written, line))


def library_path() -> Path:
    """Where the person's library is."""
    return data_folder() / "library.db"


def open_library(path: Path | None = None) -> tuple[Library, str | None]:
    """The library at `path` (the person's own, if none is given), or one in memory and a line that says why.

    NO_LIBRARY asks for one in memory, and there is nothing to say.
    """
    if path == NO_LIBRARY:
        return Library(None), None
    try:
        return Library(path or library_path()), None
    except LibraryError as error:
        return Library(None), f"{error} Nothing is kept from this reading."


def _stored(path: Path) -> str | bytes:
    """A path as SQLite can hold it; nothing for standard input."""
    return "" if is_standard_input(path) else path_stored(path)
