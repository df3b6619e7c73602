"""A file of many documents in a face: a numbered list on the terminal, and the number that the person types.

Plain lines, for it stands before either face. Knows no document but its title.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tui_reader.document.collection import Collection, CollectionError


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
            return file.with_name(f"{file.name}#{id}")
        print(f"There is no document {typed[:40]!r}.")


def chosen(collection: Collection, typed: str) -> str | None:
    """The id that was typed, or the one of the number that was typed; None where there is no such document."""
    ids = [entry.id for entry in collection.entries]
    if typed in ids:
        return typed
    if typed.isascii() and typed.isdecimal() and len(typed) < 7 and 1 <= int(typed) <= len(ids):
        return ids[int(typed) - 1]
    return None
