"""A collection: a file of many documents, such as a volume or an anthology, and what it holds. Knows no format."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.errors import DocumentError
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.document.model import Document


class CollectionEntry(NamedTuple):
    """One document of a collection."""

    id: str
    """Unique in the file; `FILE#id` opens the document."""
    title: str
    turns: int
    """How many turns it has; 0 for a text without speakers."""
    date: str | None = None
    """When it was said or written, as ISO 8601; None if it does not say."""


class Collection(NamedTuple):
    """The documents in a file, in order."""

    name: str
    """The file's name without folders."""
    title: str
    entries: tuple[CollectionEntry, ...]
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As `tui-reader inspect FILE --json` prints it."""
        return {
            "title": self.title,
            "documents": [entry._asdict() for entry in self.entries],
            "warnings": list(self.warnings),
        }

    def lines(self) -> list[str]:
        """The list for people: two lines of heading, and for each document its number, id, date, title and turns."""
        width = max((len(entry.id) for entry in self.entries), default=0)
        dated = max((len(entry.date[:10]) + 2 for entry in self.entries if entry.date), default=0)
        listed = [self.title or self.name, f"  {len(self.entries):,} documents; open one as {self.name}#ID.", ""]
        for number, entry in enumerate(self.entries, 1):
            turns = f" ({entry.turns:,} turn{'' if entry.turns == 1 else 's'})" if entry.turns else ""
            date = (entry.date or "")[:10]
            listed.append(f"{number:>4}  {entry.id:<{width}}  {date:<{dated}}{entry.title}{turns}")
        return listed


class CollectionError(DocumentError):
    """A file of many documents was opened without saying which; carries the collection to choose from."""

    def __init__(self, collection: Collection, read: Callable[[str], Document]) -> None:
        """`read` returns the document with an id without reading the file again."""
        self.collection, self.read = collection, read
        talked = [entry for entry in collection.entries if entry.turns] or list(collection.entries)
        super().__init__(
            f"{collection.name}: holds {len(collection.entries)} documents; open one by its id, such as "
            f"{collection.name}#{_in_path(talked[0].id)}; tui-reader inspect {collection.name} lists them"
        )


STANDARD_INPUT = "-"
"""The path that means standard input; `-#id` means a document of the collection that is piped in."""
_ESCAPED = "%/\\#"
"""Signs of an id that would end a name in a path; the first escapes the others."""


def is_standard_input(path: Path) -> bool:
    """Whether a path means standard input and not a file."""
    return str(path) == STANDARD_INPUT or str(path).startswith(f"{STANDARD_INPUT}#")


def split_id(path: Path) -> tuple[Path, str | None]:
    """The file and the id that `FILE#id` means, or the path and None; a file whose own name contains "#" wins."""
    if "#" not in path.name:
        return path, None
    try:
        exists = path.exists() and not is_standard_input(path)
    except (OSError, ValueError):
        exists = False
    name, _, id = path.name.rpartition("#")
    if exists or not name or not id:
        return path, None
    for sign in reversed(_ESCAPED):
        id = id.replace(_escape(sign), sign)
    return path.with_name(name), id


def file_is_there(path: Path) -> bool:
    """Whether the file of a document exists; False also where that cannot be found out, as in a locked folder."""
    return os.path.isfile(split_id(path)[0])  # noqa: PTH113  never raises


def path_of(file: Path, id: str) -> Path:
    """The path `FILE#id`, which opens the document with that id in a file; "a/b" is in it as "a%2Fb"."""
    return file.with_name(f"{file.name}#{_in_path(id)}")


def people_beside(file: Path) -> Path:
    """Where the people file of a document, which says who speaks, is looked for."""
    return file.with_name(file.stem + ".people.toml")


def _in_path(id: str) -> str:
    for sign in _ESCAPED:
        id = id.replace(sign, _escape(sign))
    return id


def _escape(sign: str) -> str:
    return f"%{ord(sign):02X}"
