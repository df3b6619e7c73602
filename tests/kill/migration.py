"""Libraries of older versions are opened, and the process is killed: each must open again and hold what it held."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from tests.kill.scenario import World, own_python
from tui_reader.library import Library
from tui_reader.library.migrations import MIGRATIONS, statements

PLACES = 200
"""Documents with a place that each old library holds."""


class Migration:
    """A process that opens one old library after another."""

    name = "migration"
    about = "Libraries of older versions are opened."
    longest = 0.5
    talks = True
    expected: tuple[str, ...] = ("old-*.db", "copy-*")

    def prepare(self, world: World) -> None:
        """A library of each older version."""
        for version in range(1, len(MIGRATIONS)):
            make_old(world.folder / f"old-{version}.db", version)

    def command(self, world: World, seed: int) -> list[str]:
        """Opens without end."""
        return own_python("tests.kill.migration", str(world.folder))

    def lost(self, world: World) -> Iterator[str]:
        """All that was opened, or was about to be, opens and holds all places; then it is removed."""
        for name in world.said():
            path = world.folder / name
            with Library(path) as library:
                places = [library.place(f"document {number}") for number in range(PLACES)]
            if [place and place.page for place in places] != list(range(PLACES)):
                yield f"{name} does not hold what it held"
            with closing(sqlite3.connect(path)) as database:
                if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    yield f"{name} is damaged"
                if database.execute("PRAGMA user_version").fetchone() != (len(MIGRATIONS),):
                    yield f"{name} is not migrated"
        for path in world.folder.glob("copy-*"):
            path.unlink()

    def last(self, world: World) -> Iterator[str]:
        """Nothing more: all libraries are looked at after each kill."""
        return iter(())


def make_old(path: Path, version: int) -> None:
    """Write a library of an older version that holds places."""
    with closing(sqlite3.connect(path)) as database:
        for step in MIGRATIONS[:version]:
            for statement in statements(step):
                database.execute(statement)
        for number in range(PLACES):
            key = f"document {number}"
            database.execute(
                "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, ?, ?, ?)",
                (key, key, f"/{key}", PLACES, 0.0),
            )
            database.execute("INSERT INTO places VALUES (?, ?, ?)", (key, number, 0))
        database.execute(f"PRAGMA user_version = {version}")
        database.commit()


def work(folder: Path) -> NoReturn:
    """Copy and open old libraries without end; print the name of each before it is opened."""
    number = 0
    while True:
        for old in sorted(folder.glob("old-*.db")):
            number += 1
            copy = folder / f"copy-{number}.db"
            shutil.copy(old, copy)
            sys.stdout.write(f"{copy.name}\n")
            sys.stdout.flush()
            Library(copy).close()


if __name__ == "__main__":
    work(Path(sys.argv[1]))
