"""All that adding documents has stored in a library, to compare one with another."""

from __future__ import annotations

from typing import Any

from tui_reader.library import Library

_TABLES = {
    "documents": "key, title, path, pages, numbered, date, speakers, sought",
    "volumes": "path, title",
    "files": "path, size, documents",
    "indexed": "document",
    "pages": "document, page, typed, speaker",
    "pages JOIN spoken ON pages.id = spoken.rowid": "document, page, names, words, printed",
    "spoken JOIN documents ON path != '' JOIN pages ON pages.id = spoken.rowid AND document = key": "document, page",
    "appearances": "*",
    "exchanges": "*",
}
"""What is told of each table; numbers that depend on the order of adding are not."""


def contents(library: Library) -> dict[str, set[Any]]:
    """The rows, by table. Raises AssertionError where something is there twice, or words belong to no page."""
    found, _ = {}, library.index  # its table is made when it is first used
    for table, columns in _TABLES.items():
        rows = library.select(f"SELECT {columns} FROM {table}")
        found[table] = set(rows)
        assert len(found[table]) == len(rows), f"something is twice in {table}"
    ((words,), (pages,)) = library.select("SELECT count(*) AS pages FROM spoken UNION ALL SELECT count(*) FROM pages")
    assert words == pages, f"{words} pages of words for {pages} pages"
    return found
