"""Documents are packed into the cache and the process is killed: what is found there is whole, or nothing is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NoReturn

from tests.benchmarks.texts import transcript
from tests.kill.scenario import World, own_python
from tests.support.documents import complete
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.packed.cache_folder import find_folder
from tui_reader.packed.cached_document import CachedDocument

TALKS = 4
HOW = (None, None, None, ())


class WritingCache:
    """Documents are kept packed one after another, also over each other."""

    name = "cache"
    about = "Documents are packed into the cache."
    longest = 0.5
    talks = True
    expected: tuple[str, ...] = ("*.txt",)

    def prepare(self, world: World) -> None:
        """Talks of several lengths."""
        for number in range(TALKS):
            (world.folder / f"{number}.txt").write_text(transcript(4 * 10**number // 2), encoding="utf-8")

    def command(self, world: World, seed: int) -> list[str]:
        """Keeps without end."""
        return own_python("tests.kill.document_cache", "keep", str(seed))

    def lost(self, world: World) -> Iterator[str]:
        """What the cache gives is what is read, and its files are for their owner alone."""
        yield from self._found(world)

    def last(self, world: World) -> Iterator[str]:
        """After a run to the end every talk is found."""
        world.finish(own_python("tests.kill.document_cache", "keep", "0", "1"))
        yield from self._found(world, "every")

    def _found(self, world: World, *words: str) -> list[str]:
        command = own_python("tests.kill.document_cache", "look", *words)
        run = subprocess.run(
            command, env=world.environment, cwd=world.folder, check=False, capture_output=True, text=True
        )
        return [*run.stdout.splitlines(), *([run.stderr] if run.returncode else [])]


def _talks() -> list[tuple[Path, Document]]:
    return [(path, read(path)) for path in sorted(Path().glob("*.txt"))]


def keep(seed: int, rounds: int | None) -> None:
    """Pack the talks again and again; print the name of each that is kept."""
    talks, dice = _talks(), Random(seed)
    while rounds is None or rounds:
        rounds = rounds and rounds - 1
        for path, document in dice.sample(talks, len(talks)):
            if kept := CachedDocument(path, HOW).keep(document):
                print(kept.name, flush=True)


def look(every: bool) -> NoReturn:
    """Print what is wrong with what the cache gives."""
    for path, document in _talks():
        found = CachedDocument(path, HOW).find()
        if found is None and every:
            print(f"{path} is not found")
        if found is not None and complete(found) != complete(document):
            print(f"{path} is another document")
    folder = find_folder()
    for file in folder.iterdir() if folder else ():
        if file.stat().st_mode & 0o077:
            print(f"{file.name} can be read by others")
    sys.exit()


if __name__ == "__main__":
    if sys.argv[1] == "keep":
        keep(int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
    else:
        look(bool(sys.argv[2:]))
