"""What the library lists, in which order: volumes and single documents, the documents of a volume, or those with words.

Only the keys of all rows are read at once, so that a list of 31,000 documents is there at once. Knows SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, overload

from tui_reader.document.search.search_normalization import folded
from tui_reader.library.recent import ListedVolume, Recent

if TYPE_CHECKING:
    from tui_reader.library.database import Database

Row = Recent | ListedVolume
WINDOW = 60
"""Rows that are read at once when one of them is seen."""


class Order(StrEnum):
    """The order of a list."""

    READ = "read"
    """What was read last first, then by title; in a volume by number."""
    NUMBER = "number"
    """By the number of the series, then by title."""
    DATE = "date"
    """By date, the earliest first; what has none comes last."""


_BY_NUMBER = "is_numbered, figure"
_ORDERS = {Order.READ: "at DESC", Order.NUMBER: _BY_NUMBER, Order.DATE: f"is_dated, day, {_BY_NUMBER}"}
_BY_PATH = "printf('%08d', length(path)) || path"
"""Where the series gives no numbers, d2 comes before d10."""


class Listing(Sequence[Row]):
    """The rows of one list."""

    def __init__(self, database: Database, order: Order = Order.READ, volume: int = 0, words: str = "") -> None:
        """`volume` lists the documents of one volume alone; `words` list the documents, of all volumes, that have them
        in number, title, date or people, and the volumes that have them in their titles."""
        self._database = database
        self.volume, self.words = volume, words
        self._keys = self._read(order, folded(words).split())
        self._rows: dict[int, Row] = {}

    def _read(self, order: Order, wanted: Sequence[str]) -> list[tuple[str, int]]:
        """The keys of the rows, in order: that of a document and 0, or "" and the number of a volume."""
        values: list[object] = [self.volume] * bool(self.volume) + [*wanted]
        by = _ORDERS[order] + (f", {_BY_NUMBER}" if order is Order.READ and self.volume else "")
        if self.volume:
            lists = _documents("volume = ?", wanted, _BY_PATH)
        else:
            lists = _documents("true" if wanted else "volume = 0", wanted)
            known = self._database.rows("SELECT id, title FROM volumes")
            if named := [id for id, title in known if all(word in folded(title) for word in wanted)]:
                lists += f" UNION ALL {_volumes(named)}"
        return self._database.rows(f"SELECT id_, volume_ FROM ({lists}) ORDER BY {by}, name", *values)

    @property
    def volumes(self) -> bool:
        """Whether a row is a volume."""
        return any(volume for _, volume in self._keys)

    @cached_property
    def dated(self) -> bool:
        """Whether a date is known of a document."""
        some = "AND volume = ?" if self.volume else ""
        values = (self.volume,) * bool(self.volume)
        sql = f"SELECT 1 FROM documents WHERE path != '' AND date != '' {some} LIMIT 1"
        return bool(self._database.rows(sql, *values))

    def last_read(self) -> int:
        """The row of the document that was read last; the first row where none was."""
        row = self._database.row(
            "SELECT key FROM documents WHERE volume = ? AND path != '' AND opened_at > 0 "
            "ORDER BY opened_at DESC LIMIT 1",
            self.volume,
        )
        return (self.index_of(row[0]) or 0) if row else 0

    def index_of(self, key: str) -> int | None:
        """The row of the document with that key, or of the volume that holds it; None where neither is listed."""
        row = next((at for at, (one, _) in enumerate(self._keys) if one == key), None)
        if row is None and (found := self._database.row("SELECT volume FROM documents WHERE key = ?", key)):
            return self.index_of_volume(found[0])
        return row

    def index_of_volume(self, id: int) -> int | None:
        """The row of the volume with that number; None where it is not listed."""
        return next((at for at, (_, volume) in enumerate(self._keys) if volume and volume == id), None)

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        if index not in self._rows:
            start = index - index % WINDOW
            for at, row in zip(range(start, len(self)), self._seen(self._keys[start : start + WINDOW]), strict=False):
                self._rows[at] = row
        return self._rows[index]

    def _seen(self, keys: Sequence[tuple[str, int]]) -> Iterator[Row]:
        """The rows with these keys; a damaged one is told by its key alone."""
        marks = ", ".join("?" * len(keys))
        documents = self._database.rows(f"{_DOCUMENT} WHERE key IN ({marks})", *(key for key, _ in keys))
        found: dict[object, Row] = {row[0]: Recent(*row) for row in documents}
        volumes = self._database.rows(f"{_VOLUME} AND volume IN ({marks}) GROUP BY volume", *(one for _, one in keys))
        found |= {row[0]: ListedVolume(*row) for row in volumes}
        for key, volume in keys:
            yield found.get(volume or key) or Recent(key, "?", Path(), 0, 0, 0.0)


_DOCUMENT = (
    "SELECT key, title, path, coalesce(page, 0) AS page, pages, opened_at, numbered, date, speakers "
    "FROM documents LEFT JOIN places ON document = key"
)
_VOLUME = (
    "SELECT volumes.id, volumes.title, volumes.path, count(*) AS documents, sum(opened_at > 0) AS times, "
    "sum(CASE WHEN opened_at > 0 THEN coalesce((SELECT page FROM places WHERE document = key), 0) ELSE 0 END) AS page, "
    "sum(pages) AS pages, max(opened_at) AS opened_at, coalesce(min(nullif(documents.date, '')), '') AS date, "
    "max(documents.date) AS date FROM documents JOIN volumes ON volumes.id = volume WHERE documents.path != ''"
)


def _documents(condition: str, wanted: Sequence[str], name: str = "title") -> str:
    """The keys of documents. The columns have names of their own, so that they are checked only when a row is seen."""
    has = " AND instr(CASE sought WHEN '' THEN lower(title) ELSE sought END, ?)" * len(wanted)
    return (
        "SELECT key AS id_, 0 AS volume_, opened_at AS at, date = '' AS is_dated, date AS day, "
        f"numbered = '' AS is_numbered, CAST(numbered AS INTEGER) AS figure, {name} AS name "
        f"FROM documents WHERE path != '' AND {condition}{has}"
    )


def _volumes(ids: Sequence[int]) -> str:
    """The same for volumes, by their numbers."""
    return (
        "SELECT '', volume, max(opened_at), max(documents.date) = '', coalesce(min(nullif(documents.date, '')), ''), "
        "1, 0, volumes.title FROM documents JOIN volumes ON volumes.id = volume "
        f"WHERE documents.path != '' AND volume IN ({', '.join(map(str, ids))}) GROUP BY volume"
    )
