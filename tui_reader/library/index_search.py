"""Finds places in the index of words, the best first, within some ten milliseconds also where there are very many.

FTS5's bm25 takes microseconds for each page that has a word, and "the" is on all of them. So of many places only some
from each stretch of the index are compared, by those of the words that are not on very many pages. Knows SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tui_reader.document.hidden_words import SIGN
from tui_reader.library.chairs import IS_HIDDEN
from tui_reader.library.index_hit import IndexHit, around
from tui_reader.library.index_query import IndexQuery, index_query
from tui_reader.library.volumes import Volumes
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database

MOST = 50
"""The most places that a search returns, the best first."""
RANKED = 1_000
"""The most places that are compared to find the best: FTS5 takes 5 microseconds for each."""
STRETCHES = 10
"""Of more places, some are compared from each of so many stretches of the index."""
FEWEST = 4
"""So many where what is searched for has very many words, as for a hundred volumes."""
LOOKED_UP = 300
"""Words looked up for all stretches together, as far as FEWEST allows: each takes some 50 microseconds."""
COMMON = 20_000
"""A word that is on more pages tells nothing of a page's worth, and FTS5 would take longer to count them."""


class Across(NamedTuple):
    """A search that goes on from document to document."""

    query: IndexQuery
    begins: bool = False
    """Whether words may be the beginnings of others."""

    @property
    def expression(self) -> str:
        """What FTS5 is asked for."""
        return " AND ".join([*self.query.matches(self.begins), *self.query.conditions()])


class IndexSearch:
    """Searches the index of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def search(self, wanted: str, most: int = MOST) -> list[IndexHit]:
        """The places that have all the words, the best first; without words, by their dates.

        `wanted` is as `index_query` says. If no page has the words, words that begin with them are found: `missile`
        finds missiles. Raises QueryError for what cannot be searched for, LibraryError if the library cannot be read.
        """
        query = index_query(wanted, Volumes(self._database).named)
        return self._found(query, most) or (self._found(query, most, begins=True) if query.terms else [])

    def _found(self, query: IndexQuery, most: int, begins: bool = False) -> list[IndexHit]:
        """The places; `begins`: words may be the beginnings of others."""
        whole = " AND ".join([*query.matches(begins), *query.conditions()])
        sampled = "*" not in whole
        if not query.terms:
            best = self._by_date(self._candidates(whole, sampled, RANKED), each=not query.speakers)[:most]
        else:
            best = self._candidates(whole, sampled, most)[:most]
            if len(best) > 1 and (telling := " AND ".join(self._telling(query, begins))):
                ids = best if len(best) < most else self._candidates(whole, sampled, RANKED)
                best = self._ranked(ids, telling)[:most]
        hits = self._hits(best, query, begins)
        return [hits[id] for id in best if id in hits]

    def _telling(self, query: IndexQuery, begins: bool) -> Iterator[str]:
        """The expressions for words that are not on very many pages."""
        room = 2 * COMMON
        for word in sorted(query.words(begins), key=len, reverse=True):
            if room <= 0:
                return
            ((pages,),) = self._database.select(
                "SELECT count(*) FROM (SELECT 1 FROM spoken WHERE spoken MATCH ? LIMIT ?)", word, COMMON
            )
            room -= pages
            if pages < COMMON:
                yield word

    def across(self, wanted: str) -> Across:
        """A search as it goes on from document to document. Raises as `search` does."""
        query = index_query(wanted, Volumes(self._database).named)
        found = self._database.select("SELECT rowid FROM spoken WHERE spoken MATCH ? LIMIT 1", Across(query).expression)
        return Across(query, begins=bool(query.terms) and not found)

    def following(self, across: Across, key: str, page: int | None = None) -> IndexHit | None:
        """The next place that a search finds, in the order of the library: after a page of a document, or all of it.

        After the last document comes the first again. None where nothing else is found. Raises LibraryError.
        """
        ((first, last),) = self._database.select("SELECT min(id), max(id) FROM pages WHERE document = ?", key)
        if page is not None:
            here = self._database.select(
                "SELECT id FROM pages WHERE document = ? AND page <= ? ORDER BY page DESC LIMIT 1", key, page
            )
            last = here[0][0] if here else (first or 1) - 1
        for condition, bound in (("rowid > ?", last or 0), ("rowid < ?", first or 0)):
            ids = self._database.select(
                f"SELECT rowid FROM spoken WHERE spoken MATCH ? AND {condition} LIMIT 1", across.expression, bound
            )
            hits = self._hits([id for (id,) in ids], across.query, across.begins)
            if hits:
                return next(iter(hits.values()))
        return None

    def _candidates(self, whole: str, sampled: bool, most: int) -> list[int]:
        """The places, or if there are more than `most`, so many; `sampled`: from all stretches of the index."""
        ((first, last),) = self._database.select("SELECT (SELECT min(id) FROM pages), (SELECT max(id) FROM pages)")
        if first is None:
            return []
        if not sampled:
            return self._places(whole, first, last + 1, most)
        many = min(STRETCHES, max(FEWEST, LOOKED_UP // max(1, whole.count('"') // 2)))
        bounds = [first + (last + 1 - first) * number // many for number in range(many + 1)]
        share, ids = max(1, most // many), list[int]()
        cut_off: list[tuple[int, int]] = []
        for start, end in pairwise(bounds):
            some = self._places(whole, start, end, share)
            ids += some
            if len(some) == share:
                cut_off.append((some[-1] + 1, end))
        for start, end in cut_off:
            ids += self._places(whole, start, end, most - len(ids))
        return sorted(ids)

    def _places(self, whole: str, start: int, end: int, most: int) -> list[int]:
        """The first places from `start` up to, but not at, `end`."""
        if most <= 0:
            return []
        rows = self._database.select(
            "SELECT rowid FROM spoken WHERE spoken MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?",
            whole,
            start,
            end,
            most,
        )
        return [id for (id,) in rows]

    def _ranked(self, ids: Sequence[int], telling: str) -> list[int]:
        """The places in the order of their worth by some words."""
        # The sign + keeps SQLite from looking up each place by itself.
        rows = self._database.select(
            f"SELECT rowid, bm25(spoken) AS worth FROM spoken WHERE spoken MATCH ? AND +rowid IN ({_listed(ids)}) "
            "ORDER BY worth, rowid",
            telling,
        )
        return [id for id, _ in rows]

    def _by_date(self, ids: Sequence[int], each: bool) -> list[int]:
        """The places in the order in which they were said; `each`: only the first of each document."""
        first = "GROUP BY document HAVING id = min(id)" if each else ""
        rows = self._database.select(
            f"SELECT id FROM pages JOIN documents ON key = document WHERE id IN ({_listed(ids)}) {first} "
            "ORDER BY date = '', date, document, page"
        )
        return [id for (id,) in rows]

    def _hits(self, ids: Sequence[int], query: IndexQuery, begins: bool) -> dict[int, IndexHit]:
        """The places of the index, by their numbers."""
        rows = self._database.select(
            "SELECT id, key, title, path, date, page, typed, speaker, coalesce(printed, spoken.words) AS words, "
            f"{IS_HIDDEN.format('pages.document')} AS number "
            "FROM pages JOIN spoken ON spoken.rowid = id JOIN documents ON key = document "
            f"WHERE path != '' AND id IN ({_listed(ids)})"
        )
        hits = {}
        for id, key, title, path, date, page, typed, speaker, words, hidden in rows:
            shown, found = around(words, query.terms, begins)
            if path and (found or not query.divided):
                shown, found = (SIGN, "") if hidden else (shown, found)
                hits[id] = IndexHit(key, title, path, date, page, typed, speaker, shown, found)
        return hits


def _listed(ids: Sequence[int]) -> str:
    return ", ".join(map(str, ids))
