"""The files of many documents that a library knows: a number for each, its title, and which of them a name means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.document.search.search_normalization import folded
from tui_reader.library.stored_values import path_stored, stored_text

if TYPE_CHECKING:
    from tui_reader.library.database import Database


_LISTED = "EXISTS (SELECT 1 FROM documents WHERE volume = volumes.id AND documents.path != '')"


class Volumes:
    """The volumes of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def of(self, title: str, path: Path) -> int:
        """In a transaction: the number of the volume that holds the document at a path, which becomes known.

        0 for no volume. `title` is that of the volume, empty where it has none.
        """
        file, id = split_id(path)
        if id is None or is_standard_input(path):
            return 0
        ((number,),) = self._database.write(
            "INSERT INTO volumes (path, title) VALUES (?, ?) "
            "ON CONFLICT (path) DO UPDATE SET title = excluded.title RETURNING id",
            path_stored(file), title or stored_text(file.stem),
        )  # fmt: skip
        return int(number)

    def moved(self, key: str, path: Path) -> None:
        """In a transaction: the volume of a document is now in another file; `path` is the document's."""
        self._database.write(
            "UPDATE OR IGNORE volumes SET path = ? WHERE id = (SELECT volume FROM documents WHERE key = ?)",
            path_stored(split_id(path)[0]), key,
        )  # fmt: skip

    def named(self, name: str) -> list[int]:
        """The numbers of the volumes whose file has that name; if none, of those with its words in name or title."""
        wanted = folded(name).strip()
        exact, others = list[int](), list[int]()
        for number, path, title in self._database.rows(
            f"SELECT id, path, title FROM volumes WHERE {_LISTED} ORDER BY id"
        ):
            if path is None:
                continue
            if wanted in (folded(path.stem), folded(path.name)):
                exact.append(number)
            words = f" {folded(f'{path.stem} {title}')}"
            if all(f" {word}" in words for word in wanted.split()):
                others.append(number)
        return exact or others
