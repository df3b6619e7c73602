"""Many conversations in one file of JSON: listed as a collection, each opened by its id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from tui_reader.cleaning import one_line
from tui_reader.document.collection import Collection, CollectionEntry, CollectionError
from tui_reader.document.dates import iso
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple

_LONGEST_ID = 20
"""Characters of an id that a person types; longer ones become numbers."""
_LONGEST_TITLE = 70
_LATEST = 1e11
"""Seconds since 1970 above which a time is in thousandths of a second."""


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
    """The only conversation, or that of the file's id; `values` are what it says of each, as JSON or text.

    `read` reads one: it takes the file, whose JSON is that of the conversation, and its index. Raises CollectionError
    for several without an id, DocumentError for an unknown id.
    """
    ids = ids_of(units)

    def read_one(id: str) -> Document:
        if id not in ids:
            first = ", ".join(ids[:5])
            more = ", …" if len(ids) > 5 else ""
            raise DocumentError(f"{file.name}: holds no document {id!r}; its ids are {first}{more}")
        return read_at(ids.index(id))

    def read_at(index: int) -> Document:
        value = values[index]
        if isinstance(value, str):
            file.own_text = value
        else:
            file.own_json = value
        return read(file.with_json(value), index)

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


def date_of(found: object) -> str | None:
    """A time as ISO 8601: of seconds or milliseconds since 1970, or of a text; None where it is none."""
    if isinstance(found, str):
        return iso(found[:10]) or iso(found[:100])
    if not isinstance(found, (int, float)) or isinstance(found, bool):
        return None
    try:
        return datetime.fromtimestamp(found / 1000 if found > _LATEST else found, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None
