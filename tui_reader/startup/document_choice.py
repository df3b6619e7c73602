"""Which document of a file of many is meant: by its number, its id, or words of its title, as a person types them.

`choose_document` asks in plain lines on the terminal, before a face is shown.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tui_reader.document.collection import Collection, CollectionEntry, CollectionError, path_of
from tui_reader.terminal.output import print_lines

QUESTION = "Number, id, date or words of a title, then Enter; Enter alone for more; q to leave: "
AT_ONCE = 10
"""The documents that are printed at once."""
HEAD = 3
"""Lines of a collection's list before its documents."""


def choose_document(file: Path, error: CollectionError) -> Path | None:
    """The document that the person chooses, as `FILE#id`; None for no document. Raises `error` without a terminal."""
    if not sys.stdin.isatty():
        raise error
    collection = error.collection
    lines = collection.lines()
    head, lines = lines[:HEAD], lines[HEAD:]
    rest = _told(head, lines)
    while True:
        try:
            typed = input(QUESTION).strip()
        except EOFError:
            return None
        if typed == "q":
            return None
        id = chosen(collection, typed)
        found = matching(collection, typed)
        if id is not None or len(found) == 1:
            return path_of(file, id or found[0][1].id)
        if not typed:
            rest = _told([], rest) if rest else _told(head, lines)
        elif found:
            rest = _told([f"{len(found)} with {typed}:"], [lines[number - 1] for number, _ in found])
        else:
            print_lines([f"There is no document {typed[:40]!r}."])


def _told(head: list[str], lines: list[str]) -> list[str]:
    """Print the head and the first lines; the other lines are returned."""
    rest = lines[AT_ONCE:]
    print_lines([*head, *lines[:AT_ONCE], *([f"{len(rest)} more."] if rest else [])])
    return rest


def chosen(collection: Collection, typed: str) -> str | None:
    """The id of the document whose id or number was typed; None where the collection has no such document."""
    ids = [entry.id for entry in collection.entries]
    if typed in ids:
        return typed
    if typed.isascii() and typed.isdecimal() and len(typed) < 7 and 1 <= int(typed) <= len(ids):
        return ids[int(typed) - 1]
    return None


def matching(collection: Collection, typed: str) -> list[tuple[int, CollectionEntry]]:
    """The documents, with their numbers, that have all typed words in their number, id, date and title."""
    words = typed.casefold().split()
    return [
        (number, entry)
        for number, entry in enumerate(collection.entries, 1)
        if all(word in f"{number} {entry.id} {entry.date or ''} {entry.title}".casefold() for word in words)
    ]
