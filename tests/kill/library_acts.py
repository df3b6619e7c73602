"""A reader that marks, casts, adds and reads is killed; its library must open, be sound, and hold all that was done.

A process of its own (`library_reader`) reads the memorandum through a session, as a face does; it says what it is about
to do, does it, and says that it is done, which is when a face would show it as kept. What was being done at the kill
may be there or not, and never half.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from tests.kill.library_model import PAGES, Act, Model, held
from tests.kill.scenario import World, own_python
from tui_reader.library import Library


class LibraryActs:
    """Acts of some kinds, without end."""

    longest = 0.5
    talks = True
    expected: tuple[str, ...] = (
        "data/tui-reader/library.db",
        "data/tui-reader/library.db-wal",
        "data/tui-reader/library.db-shm",
        "talk*",
    )

    def __init__(self, name: str, about: str, *kinds: str) -> None:
        self.name, self.about, self._kinds = name, about, kinds
        self._model = Model()

    def prepare(self, world: World) -> None:
        """Write the documents that are added."""
        for number in range(100):
            turns = (f"{'ANNE' if turn % 2 else 'BEN'}: Word {number} of turn {turn}." for turn in range(PAGES))
            (world.folder / f"talk{number}.txt").write_text("\n\n".join(turns) + "\n")
        with Library(world.library) as library:
            self._model = held(library, world.folder)

    def command(self, world: World, seed: int) -> list[str]:
        """The reader that works without end."""
        return own_python("tests.kill.library_reader", str(world.library), str(world.folder), str(seed), *self._kinds)

    def lost(self, world: World) -> Iterator[str]:
        """Compares the library with what was said to be done."""
        before, pending = self._model, list[Any]()
        for line in world.said():
            what = json.loads(line)
            if what == "done":
                before, pending = before.after(pending), []
            else:
                pending = what
        yield from unsound(world)
        with Library(world.library) as library:
            self._model = held(library, world.folder)
        if self._model not in possible(before, pending, self._model):
            yield f"kept: {before}; under way: {pending}; found: {self._model}"

    def last(self, world: World) -> Iterator[str]:
        """Nothing more: the library is looked at after each kill."""
        return iter(())


def unsound(world: World) -> Iterator[str]:
    """What SQLite finds wrong with the library."""
    with closing(sqlite3.connect(world.library)) as database:
        found = database.execute("PRAGMA integrity_check").fetchall()
    if found != [("ok",)]:
        yield f"the library is damaged: {found}"


def possible(before: Model, pending: Act, now: Model) -> Iterator[Model]:
    """What a library may hold when `before` was shown and something was under way."""
    yield before
    if pending == ["stop"]:  # the word that was heard is the place
        if before.place <= tuple(now.place):
            yield before._replace(place=now.place)
    elif pending:
        yield before.after(pending)


MARKING = LibraryActs(
    "marking", "Jumps, bookmarks, notes, voices, names of people, reading aloud.",
    "go", "go", "mark", "mark", "note", "remove", "voice", "voice", "name", "unname", "use",
)  # fmt: skip
ADDING = LibraryActs("adding", "Documents are added to the library and its index of words.", "add")
