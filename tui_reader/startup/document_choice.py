"""A file of many documents: what it holds, and which of them is meant by what a person types.

Where a face cannot ask yet, it is asked in plain lines on the terminal. Knows no document but its title.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui_reader.document.collection import Collection, CollectionEntry, CollectionError, path_of
from tui_reader.document.model import Document


class Shelf(NamedTuple):
    """A file of many documents, read."""

    path: Path
    collection: Collection
    read: Callable[[str], Document]
    """Gives the document of an id, in any thread. Raises DocumentError."""
    known: Callable[[Document, Path], Document] = lambda document, path: document
    """Gives the document with what the library knows of how its words are said."""

    def open(self, id: str) -> tuple[Document, Path]:
        """The document of an id, from what was read already, and its path."""
        return self.take(self.read(id), id)

    def take(self, document: Document, id: str) -> tuple[Document, Path]:
        """The same for a document that `read` gave."""
        path = path_of(self.path, id)
        return self.known(document, path), path


def choose_document(file: Path, error: CollectionError) -> Path | None:
    """The document that the person chooses, as `FILE#id`; None for none. Raises `error` where nobody can be asked."""
    if not sys.stdin.isatty():
        raise error
    collection = error.collection
    print("\n".join(collection.lines()))
    while True:
        try:
            typed = input("Number or id, then Enter; Enter alone to leave: ").strip()
        except EOFError:
            return None
        if not typed:
            return None
        id = chosen(collection, typed)
        if id is not None:
            return path_of(file, id)
        print(f"There is no document {typed[:40]!r}.")


def chosen(collection: Collection, typed: str) -> str | None:
    """The id that was typed, or the one of the number that was typed; None where there is no such document."""
    ids = [entry.id for entry in collection.entries]
    if typed in ids:
        return typed
    if typed.isascii() and typed.isdecimal() and len(typed) < 7 and 1 <= int(typed) <= len(ids):
        return ids[int(typed) - 1]
    return None


def matching(collection: Collection, typed: str) -> list[tuple[int, CollectionEntry]]:
    """The documents in whose number, id, date and title all words that were typed stand, with their numbers."""
    words = typed.casefold().split()
    return [
        (number, entry)
        for number, entry in enumerate(collection.entries, 1)
        if all(word in f"{number} {entry.id} {entry.date or ''} {entry.title}".casefold() for word in words)
    ]
