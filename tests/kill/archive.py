"""An archive is added by several processes that are killed: the library is whole, and in the end as a fresh one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from tests.benchmarks.volumes import write_volumes
from tests.kill.library_acts import unsound
from tests.kill.scenario import World, own_python
from tests.support.library_contents import contents
from tui_reader.library import Library
from tui_reader.library.reading_workers import Workers

VOLUMES, DOCUMENTS = 6, 40


class Archive:
    """Volumes are added by two processes; when all are there, it begins with an empty library again."""

    name = "archive"
    about = "Volumes are added to the library by several processes."
    longest = 2.5
    talks = False
    expected: tuple[str, ...] = ("archive", "archive/*", "data/tui-reader/library.db*")

    def __init__(self) -> None:
        self._fresh: dict[str, set[Any]] = {}

    def prepare(self, world: World) -> None:
        """Write the volumes, and add them to a library to compare with."""
        write_volumes(world.folder / "archive", VOLUMES, DOCUMENTS)
        with Library(None) as library:
            list(library.folders.add(world.folder / "archive", workers=Workers(1)))
            self._fresh = contents(library)

    def command(self, world: World, seed: int) -> list[str]:
        """`library --add`."""
        return own_python("tui_reader", "library", "--jobs", "2", "--add", str(world.folder / "archive"))

    def lost(self, world: World) -> Iterator[str]:
        """What is there must be as in the fresh library, and a document that counts as indexed must have all pages."""
        if not world.library.exists():
            return
        yield from unsound(world)
        with Library(world.library) as library:
            held = contents(library)
        for table, rows in held.items():
            if not rows <= self._fresh[table]:
                yield f"{table}: {len(rows - self._fresh[table])} rows that a fresh library has not"
        indexed = {key for (key,) in held["indexed"]}
        pages = {row for row in self._fresh["pages"] if row[0] in indexed}
        if not pages <= held["pages"]:
            yield f"{len(pages - held['pages'])} pages are missing of documents that are indexed"
        if held == self._fresh:
            for ending in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    world.library.with_name(f"library.db{ending}").unlink()

    def last(self, world: World) -> Iterator[str]:
        """Added to the end, it is the fresh library."""
        world.finish(self.command(world, 0))
        with Library(world.library) as library:
            if contents(library) != self._fresh:
                yield "the library is not as a fresh one"
