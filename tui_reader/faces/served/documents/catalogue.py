"""The library as the page of all documents lists it: volumes, documents, and places with words that are sought."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from tui_reader.document.collection import CollectionError, split_id
from tui_reader.faces.served.documents.jobs import Answer, Job
from tui_reader.faces.served.documents.opened import OpenDocuments
from tui_reader.library import catalogue
from tui_reader.library.index_hit import IndexHit
from tui_reader.library.index_query import QueryError
from tui_reader.library.listing import Listing, Order, Row
from tui_reader.library.recent import ListedVolume

MOST = 200
"""Rows that are listed; more are found by their words."""


def listed(documents: OpenDocuments, job: Job) -> Answer:
    """The rows of the library, of one volume, or those with some words; with words also places in the documents."""
    listing = Listing(documents.library, Order.READ, job.number, job.words)
    rows = [_row(row) for row in listing[:MOST] if catalogue.is_there(row)]
    left = len(listing) - MOST
    volume = documents.library.row("SELECT title FROM volumes WHERE id = ?", job.number)
    return {
        "title": volume[0] if volume else "",
        "rows": rows,
        "more": f"{left:,} more; type words to find them." if left > 0 else "",
        "places": [*_places(documents, job.words)] if job.words else [],
        "notices": documents.troubles,
    }


def contents(job: Job, error: CollectionError) -> Answer:
    """The rows of the served file, where it holds many documents and none of them was named."""
    entries = error.collection.entries
    rows = [
        {"href": f"/document/{quote(f'#{one.id}', safe='')}", "title": one.title, "about": (one.date or "")[:10]}
        for one in entries
    ]
    return {"title": error.collection.title or split_id(job.source.path)[0].name, "rows": rows}


def _row(row: Row) -> Answer:
    read = catalogue.read_on(row)
    how_far = f"{row.percent} percent, read {read}" if read else ""
    if isinstance(row, ListedVolume):
        about = [f"{row.documents:,} documents", catalogue.years(row, " to "), how_far]
        href = f"/library?volume={row.id}"
    else:
        about = [row.numbered and f"No. {row.numbered}", row.date[:10], catalogue.people(row), how_far]
        href = f"/document/{row.key}"
    return {"href": href, "title": row.title, "about": ". ".join(filter(None, about))}


def _places(documents: OpenDocuments, words: str) -> Iterator[Answer]:
    try:
        hits = documents.library.index.search(words)
    except QueryError:  # what can be typed is more than a search of words understands
        return
    for hit in hits:
        yield {"href": f"/document/{hit.key}{_at(hit)}", "title": hit.title, "about": _said(hit)}


def _at(hit: IndexHit) -> str:
    return f"#{quote(hit.typed.replace(' ', '-'))}"


def _said(hit: IndexHit) -> str:
    where = ", ".join(filter(None, (hit.date[:10], hit.typed, hit.speaker)))
    return f"{where}: {hit.words}"
