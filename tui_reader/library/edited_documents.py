"""Takes what is remembered of a document over to its edited version: its place, bookmarks, decisions, voices, words.

An edited file has another key, and is known by its path, or by its title and the words in it where it was moved too.
Places are found again by the words there (`document/text_quote.py`); what is not found is kept as lost. What is
remembered of the version before stays, for that may come back. Knows SQL, and no face.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import file_is_there, is_standard_input, split_id
from tui_reader.document.model import Document, Position
from tui_reader.document.text_quote import Found, QuoteFinder
from tui_reader.library.stored_values import path_stored, stored_text
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.counts import count

if TYPE_CHECKING:
    from tui_reader.library.database import Database
    from tui_reader.library.quotes import KeptQuote, Quotes

MOST = 50
"""Documents with the same title that are looked at, the last read first."""


class _Version(NamedTuple):
    """A document as it was before it was edited."""

    key: str
    title: str
    opened_at: float


class _Outcome(NamedTuple):
    """What was found again."""

    place: bool | None
    """Whether the place was; None where there was none but the beginning."""
    bookmarks: int
    lost: list[int]
    """The numbers of the bookmarks that were not."""
    decisions: int
    lost_decisions: int

    def told(self, name: str) -> str:
        """In a line; empty where nothing was to be found."""
        parts = ["your place"] if self.place else []
        every = self.bookmarks + len(self.lost)
        if every:
            parts.append(f"{self.bookmarks} of {count(every, 'bookmark')}" if self.lost else count(every, "bookmark"))
        if self.decisions:
            parts.append(f"{count(self.decisions, 'correction')} of turns")
        gone = ["your place"] if self.place is False else []
        if self.lost:
            numbers = ", ".join(map(str, self.lost))
            gone.append(f"bookmark{'s' if len(self.lost) > 1 else ''} {numbers} (the list of bookmarks has the words)")
        if self.lost_decisions:
            gone.append(f"{count(self.lost_decisions, 'correction')} of turns")
        if not parts and not gone:
            return ""
        told = f"{name} was edited since you read it."
        if parts:
            told += f" Found again: {_listed(parts)}."
        return f"{told} Not found any more: {_listed(gone)}." if gone else told


def take_over(database: Database, quotes: Quotes, document: Document, path: Path) -> str:
    """Remember for the document at `path` what was remembered of the version before; the line that tells it.

    Empty where there was no such version, or nothing to tell. `database` is that of the library, with these quotes, and
    `document` is as it was read.
    """
    if not document.key or is_standard_input(path) or database.path is None:
        return ""
    version, finder = _version_at(database, document, path), QuoteFinder(document)
    is_other = version is None or version.title != stored_text(document.heading)
    if is_other and not database.row("SELECT 1 FROM places WHERE document = ?", document.key):
        version = _version_elsewhere(database, quotes, document, path, finder) or version
    if version is None or (is_other and "#" in path.name and not _share_found(database, quotes, version.key, finder)):
        return ""
    with database.in_passing(), database.kept():
        database.write("DELETE FROM versions WHERE document = ?", document.key)
        outcome = _Transfer(database, quotes, document, version, finder).run(path)
        return outcome.told(document.name)
    return ""


def _version_at(database: Database, document: Document, path: Path) -> _Version | None:
    """The version that was read at the path, unless this one is known from another file."""
    former = database.row(
        "SELECT key, title, opened_at FROM versions JOIN documents ON key = former WHERE document = ?", document.key
    )
    if former:  # the edited file was added to the library since
        return _Version(*former)
    row = database.row(
        "SELECT key, title, opened_at FROM documents WHERE path = ? AND key != ?", path_stored(path), document.key
    )
    if row is None:
        return None
    own = database.row("SELECT path FROM documents WHERE key = ?", document.key)
    return None if own and own[0] and own[0] != path.absolute() and file_is_there(own[0]) else _Version(*row)


def _version_elsewhere(
    database: Database, quotes: Quotes, document: Document, path: Path, finder: QuoteFinder
) -> _Version | None:
    """A version with the same title, of which most is found in this one: moved, or under another id of its file."""
    rows = database.rows(
        "SELECT key, title, opened_at, path FROM documents WHERE title = ? AND key != ? "
        "AND EXISTS (SELECT 1 FROM quotes WHERE document = key) ORDER BY opened_at DESC LIMIT ?",
        stored_text(document.heading), document.key, MOST,
    )  # fmt: skip
    file = split_id(path.absolute())[0]
    there = (_Version(*row[:3]) for row in rows if not (row[3] and _is_in_use(row[3], file)))
    return next((version for version in there if _share_found(database, quotes, version.key, finder) > 1 / 2), None)


def _is_in_use(path: Path, file: Path) -> bool:
    """Whether a document is in another file than `file`, which is there."""
    return split_id(path)[0] != file and file_is_there(path)


def _share_found(database: Database, quotes: Quotes, key: str, finder: QuoteFinder) -> float:
    """The share of the quotes of a version that are found, 0 to 1."""
    found = [finder.find(kept.quote, page, length) for kept, page, length in _quotes(database, quotes, key)]
    return sum(one is not None for one in found) / max(len(found), 1)


def _quotes(database: Database, quotes: Quotes, key: str) -> list[tuple[KeptQuote, int, int]]:
    """The quotes of a place that is not the beginning and of bookmarks, each with its page and length."""
    place, bookmarks = quotes.of(key, "place").get(0), quotes.of(key, "bookmark")
    kept = _place(database, key)
    found = [(place, kept.page, 0)] if place and kept and kept != (0, 0) else []
    rows = database.rows("SELECT number, page, length FROM bookmarks WHERE document = ?", key)
    return [*found, *((bookmarks[number], page, length) for number, page, length in rows if number in bookmarks)]


def _place(database: Database, key: str) -> Position | None:
    row = database.row("SELECT page, places.offset FROM places WHERE document = ?", key)
    return Position(*row) if row else None


class _Transfer:
    """Takes one version over to the next, inside a transaction."""

    def __init__(
        self, database: Database, quotes: Quotes, document: Document, version: _Version, finder: QuoteFinder
    ) -> None:
        self._database, self._quotes, self._finder = database, quotes, finder
        self._document, self._version = document, version
        rows = database.rows(
            "SELECT page, bookmarks.offset, length, number FROM bookmarks WHERE document = ?", document.key
        )
        self._there: dict[tuple[int, int, int], int] = {tuple(where): number for *where, number in rows}
        """The bookmarks that this version has already, by page, offset and length."""

    def run(self, path: Path) -> _Outcome:
        """Take over all that is remembered."""
        write, key, former = self._database.write, self._document.key, self._version.key
        write(
            "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, '', ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET opened_at = max(opened_at, excluded.opened_at)",
            key, stored_text(self._document.heading), len(self._document.pages), self._version.opened_at,
        )  # fmt: skip
        # Where the version is not the file's any more, it is no longer listed.
        write("UPDATE documents SET path = '' WHERE key = ?", former)
        write("UPDATE documents SET path = ? WHERE key = ?", path_stored(path), key)
        write("INSERT OR IGNORE INTO casts SELECT ?, person, voice FROM casts WHERE document = ?", key, former)
        write("INSERT OR REPLACE INTO lexicons SELECT ?, written, line FROM lexicons WHERE document = ?", key, former)
        write(
            "INSERT OR IGNORE INTO recordings SELECT ?, path, by_voices FROM recordings WHERE document = ?", key, former
        )
        write(
            "INSERT OR IGNORE INTO sync_points SELECT ?, time, heard FROM sync_points WHERE document = ?", key, former
        )
        write("INSERT OR IGNORE INTO chairs SELECT ?, person, name FROM chairs WHERE document = ?", key, former)
        write("INSERT OR IGNORE INTO voiced SELECT ?, person FROM voiced WHERE document = ?", key, former)
        place = self._take_place()
        bookmarks, lost = self._take_bookmarks()
        return _Outcome(place, bookmarks, lost, *self._take_decisions())

    def _take_place(self) -> bool | None:
        kept, quote = _place(self._database, self._version.key), self._quotes.of(self._version.key, "place").get(0)
        pages = self._document.pages
        if kept is None or kept == (0, 0) or not pages:
            return None
        found = self._finder.find(quote.quote, kept.page) if quote else None
        place = found.place if found else Position(min(kept.page, len(pages) - 1), 0)
        self._database.write("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", self._document.key, *place)
        self._quotes.take(self._document, "place", 0, place)
        return found is not None

    def _take_bookmarks(self) -> tuple[int, list[int]]:
        """How many bookmarks were found again, and the numbers of the others."""
        rows = self._database.rows(
            "SELECT number, page, bookmarks.offset, length, note, kept_at FROM bookmarks WHERE document = ? "
            "ORDER BY page, bookmarks.offset",
            self._version.key,
        )
        quotes, found_again, lost = self._quotes.of(self._version.key, "bookmark"), 0, []
        for number, page, offset, length, note, kept_at in rows:
            kept = quotes.get(number)
            found = self._finder.find(kept.quote, page, length) if kept else None
            now = self._keep_bookmark(number, found or Found(Position(page, offset), length), note, kept_at)
            if found:
                self._quotes.take(self._document, "bookmark", now, *found)
                found_again += 1
                continue
            lost.append(now)
            if kept:
                self._quotes.keep(self._document.key, "bookmark", now, kept._replace(lost=True))
        return found_again, sorted(lost)

    def _keep_bookmark(self, number: int, found: Found, note: str, kept_at: float) -> int:
        """Keep a bookmark, unless the same is there; its number, another one where that is taken."""
        from tui_reader.document.positions import text_offset

        write, key, (place, length) = self._database.write, self._document.key, found
        there = self._there.pop((*place, length), None)
        if there is not None:
            write(
                "UPDATE bookmarks SET note = ? WHERE document = ? AND number = ? AND kept_at <= ?",
                note, key, there, kept_at,
            )  # fmt: skip
            return there
        ((number,),) = write(
            "INSERT INTO bookmarks SELECT ?, CASE count(*) WHEN 0 THEN ? "
            "ELSE (SELECT max(number) + 1 FROM bookmarks WHERE document = ?) END, ?, ?, ?, ?, ?, ? "
            "FROM bookmarks WHERE document = ? AND number = ? RETURNING number",
            key, number, key, *place, length, text_offset(self._document, place), note, kept_at, key, number,
        )  # fmt: skip
        return int(number)

    def _take_decisions(self) -> tuple[int, int]:
        """How many decisions about turns were found again, and how many were not."""
        from tui_reader.document.decision import OF_TURNS

        rows = self._database.rows(
            "SELECT number, verb, label, value FROM decisions WHERE document = ? ORDER BY number", self._version.key
        )
        quotes, known = self._quotes.of(self._version.key, "decision"), self._known_decisions()
        places = self._places(quotes, [number for number, verb, *_ in rows if verb in OF_TURNS])
        for number, *decided in rows:
            quote = quotes.get(number)
            if number in places:
                place = places[number]
                decided[1] = str(place) if place is not None else f"“{quote.quote.exact if quote else ''}”"
            if tuple(decided) in known:
                continue
            new = self._add_decision(decided)
            if quote and number in places:
                self._quotes.keep(self._document.key, "decision", new, quote._replace(lost=places[number] is None))
        lost = sum(place is None for place in places.values())
        return len(places) - lost, lost

    def _places(self, quotes: Mapping[int, KeptQuote], numbers: Sequence[int]) -> dict[int, int | None]:
        """For decisions about turns, the index into the document's text where the turn is; None where it is not."""
        from tui_reader.document.positions import text_offset

        places: dict[int, int | None] = {}
        for number in numbers:
            found = self._finder.find(quotes[number].quote) if number in quotes else None
            places[number] = text_offset(self._document, found.place) if found else None
        return places

    def _known_decisions(self) -> set[tuple[str, str, str]]:
        rows = self._database.rows("SELECT verb, label, value FROM decisions WHERE document = ?", self._document.key)
        return {tuple(row) for row in rows}

    def _add_decision(self, decided: Sequence[str]) -> int:
        """Keep a decision behind the others; its number."""
        key = self._document.key
        self._database.write("DELETE FROM indexed WHERE document = ?", key)  # its words have other speakers now
        ((number,),) = self._database.write(
            "INSERT INTO decisions SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM decisions WHERE document = ? "
            "RETURNING number",
            key, *decided, key,
        )  # fmt: skip
        return int(number)


def _listed(words: Sequence[str]) -> str:
    """The words as in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
