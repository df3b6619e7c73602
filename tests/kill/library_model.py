"""What a library should hold of the memorandum after a list of acts, and what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from tests.support.corpus import MEMORANDUM
from tui_reader.formats import read
from tui_reader.library import Library

PAGES = 40
"""Turns of each document that is added."""
Act = list[Any]
"""The name of something that a reader does, and its details, as JSON carries them."""


class Model(NamedTuple):
    """What a library should hold of the memorandum."""

    place: tuple[int, int] = (0, 0)
    bookmarks: tuple[tuple[int, tuple[int, int], int, str], ...] = ()
    """Number, place, length, note."""
    voices: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    """That were decided for GWB, in order."""
    added: frozenset[str] = frozenset()
    """Names of files."""
    used: int = 0
    """How often help was used."""

    def after(self, act: Act) -> Model:
        """What it should hold when an act is done."""
        kind, *what = act
        if kind == "go":
            return self._replace(place=(what[0], what[1]))
        if kind == "mark":
            number = max((number for number, *_ in self.bookmarks), default=0) + 1
            page, start, length, note = what
            return self._replace(bookmarks=(*self.bookmarks, (number, (page, start), length, note)))
        if kind == "note":
            changed = [(n, place, size, what[1] if n == what[0] else note) for n, place, size, note in self.bookmarks]
            return self._replace(bookmarks=tuple(changed))
        if kind == "remove":
            return self._replace(bookmarks=tuple(one for one in self.bookmarks if one[0] != what[0]))
        if kind == "voice":
            return self._replace(voices=tuple(sorted({**dict(self.voices), what[0]: what[1]}.items())))
        if kind == "name":
            return self._replace(names=(*self.names, what[0]))
        if kind == "unname":
            return self._replace(names=self.names[:-1])
        if kind == "use":
            return self._replace(used=self.used + 1)
        return self._replace(added=self.added | {what[0]})


def held(library: Library, folder: Path) -> Model:
    """What a library holds. Raises AssertionError where a document is in its index by halves."""
    document = read(MEMORANDUM)
    names = [decision.value for decision in library.label_decisions.of(document.key)]
    marks = library.bookmarks.of(library.label_decisions.apply_to(document))
    added = set()
    for key, path in library.rows("SELECT key, path FROM documents WHERE path LIKE ?", f"{folder}%"):
        if library.index.holds(key):
            words = library.rows("SELECT words FROM spoken JOIN pages ON id = spoken.rowid WHERE document = ?", key)
            assert len(words) == PAGES, f"{path} has {len(words)} pages in the index"
            added.add(Path(path).name)
    return Model(
        library.place(document.key) or (0, 0),
        tuple(sorted((mark.number, mark.place, mark.length, mark.note) for mark in marks)),
        tuple(sorted(library.cast(document.key).items())),
        tuple(names),
        frozenset(added),
        library.used.times().get("help", 0),
    )
