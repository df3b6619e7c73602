"""Many conversations in one file of JSON: listed as a collection, each opened by its id."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tui_reader.cleaning import one_line
from tui_reader.document.collection import Collection, CollectionEntry, CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.source_file import SourceFile

_LONGEST_ID = 20
"""Characters of an id that a person types; longer ones become numbers."""
_LONGEST_TITLE = 70


class Unit(NamedTuple):
    """What the list says of a conversation."""

    id: str
    """Its own; empty where it has none."""
    title: str
    """Or its first words."""
    turns: int
    date: str | None = None
    """As ISO 8601."""


def one_of(
    file: SourceFile, units: Sequence[Unit], values: Sequence[Any], read: Callable[[SourceFile, int], Document]
) -> Document:
    """The only conversation, or that of the file's id; `values` are what the file says of each, `read` reads one.

    `read` takes the file, whose JSON is that of the conversation, and its index. Raises CollectionError for several
    without an id, DocumentError for an unknown id.
    """
    ids = ids_of(units)

    def read_one(id: str) -> Document:
        if id not in ids:
            first = ", ".join(ids[:5])
            more = ", …" if len(ids) > 5 else ""
            raise DocumentError(f"{file.name}: holds no document {id!r}; its ids are {first}{more}")
        return read_at(ids.index(id))

    def read_at(index: int) -> Document:
        file.own_text = json.dumps(values[index], ensure_ascii=False)
        return read(file.with_json(values[index]), index)

    if len(units) == 1 and file.id in (None, *ids):
        return read_at(0)
    if file.id is not None:
        return read_one(file.id)
    entries = (
        CollectionEntry(id, one_line(unit.title, _LONGEST_TITLE) or id, unit.turns, unit.date)
        for id, unit in zip(ids, units, strict=True)
    )
    raise CollectionError(Collection(file.name, file.name, tuple(entries), tuple(file.warnings)), read_one)


def ids_of(units: Sequence[Unit]) -> list[str]:
    """What each conversation is opened by: its own id where all have short and different ones, else its number."""
    own = [one_line(unit.id) for unit in units]
    if len(set(own)) == len(own) and all(0 < len(id) <= _LONGEST_ID for id in own):
        return own
    return [str(number) for number in range(1, len(units) + 1)]
