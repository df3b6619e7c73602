"""Exports are killed: each file is an old or a new one and whole, and nothing that is finished is written again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from tests.kill.scenario import World, own_python
from tui_reader.export.batch.batch_log import NAME
from tui_reader.export.verification import verify

DOCUMENTS = 30
FORMATS = "wav,srt,vtt,json,md,tei"
ENDINGS = (".wav", ".srt", ".md", ".ledger.json", ".ledger.txt")
TALK = "Talk {0}\n\nANNE: Good morning, this is number {0}.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"


class Export:
    """One document in many forms, in two versions that replace each other."""

    name = "export"
    about = "One document is written in many forms over an earlier version of it."
    talks = False
    expected: tuple[str, ...] = ("talk-[ab].txt", "out/talk.*", "data/tui-reader/library.db*")

    def __init__(self) -> None:
        self.longest = 1.0
        self._whole: dict[str, list[bytes]] = {}
        """By name, the file in both versions."""

    def prepare(self, world: World) -> None:
        """Write both versions undisturbed, and measure how long that takes."""
        (world.folder / "out").mkdir()
        for version in (0, 1):
            (world.folder / f"talk-{'ab'[version]}.txt").write_text(TALK.format(version) * 50)
            began = time.monotonic()
            world.finish(self.command(world, version))
            self.longest = time.monotonic() - began
            for path in (world.folder / "out").iterdir():
                self._whole.setdefault(path.name, []).append(path.read_bytes())

    def command(self, world: World, seed: int) -> list[str]:
        """The export of a version."""
        words = ["export", f"talk-{'ab'[seed % 2]}.txt", "-o", "out/talk.wav", "--format", FORMATS, "--ledger"]
        return own_python("tui_reader", *words, "--engine", "tone")

    def lost(self, world: World) -> Iterator[str]:
        """Each file is as it was written undisturbed, in one version or the other."""
        for name, versions in self._whole.items():
            path = world.folder / "out" / name
            if not path.exists() or path.read_bytes() not in versions:
                yield f"{name} is {'not whole' if path.exists() else 'lost'}"

    def last(self, world: World) -> Iterator[str]:
        """Undisturbed, all files are of one version."""
        world.finish(self.command(world, 0))
        yield from (
            f"{name} is not the new one"
            for name, versions in self._whole.items()
            if (world.folder / "out" / name).read_bytes() != versions[0]
        )


class Batch:
    """Many documents; an interrupted export goes on with the next."""

    name = "batch"
    about = "Many documents are written; nothing that is finished is written again."
    talks = False
    expected: tuple[str, ...] = ("in/*.txt", *(f"out/*{ending}" for ending in ENDINGS), f"out/{NAME}", "out/index.html")

    def __init__(self) -> None:
        self.longest = 1.0
        self._known: dict[Path, tuple[int, int]] = {}

    def prepare(self, world: World) -> None:
        """Write the documents, and measure how long their export takes."""
        (world.folder / "in").mkdir()
        for number in range(DOCUMENTS):
            (world.folder / "in" / f"{number}.txt").write_text(TALK.format(number) * 3)
        began = time.monotonic()
        world.finish(self.command(world, 0))
        self.longest = time.monotonic() - began
        shutil.rmtree(world.folder / "out")

    def command(self, world: World, seed: int) -> list[str]:
        """The export of all documents of `in` into `out`."""
        words = ["export", "in", "-o", "out", "--format", "wav,srt,md", "--ledger", "--engine", "tone", "--no-library"]
        return own_python("tui_reader", *words)

    def lost(self, world: World) -> Iterator[str]:
        """Every file is whole, and what was finished is untouched. When all are finished it begins anew."""
        found = {path: _state(path) for path in _files(world)}
        yield from (f"{path.name} was written again" for path, state in self._known.items() if found.get(path) != state)
        yield from (f"{path.name} is not whole" for path in found if path not in self._known and not _good(path))
        self._known = {path: state for path, state in found.items() if all(_beside(path, e).exists() for e in ENDINGS)}
        if len(self._known) == DOCUMENTS * len(ENDINGS):
            for path in found:
                path.unlink()
            (world.folder / "out" / NAME).unlink()
            self._known = {}

    def last(self, world: World) -> Iterator[str]:
        """Undisturbed, all are there and good by their ledgers."""
        world.finish(self.command(world, 0))
        names = {f"{number}{ending}" for number in range(DOCUMENTS) for ending in ENDINGS}
        yield from (f"{name} is missing" for name in names - {path.name for path in _files(world)})
        yield from (f"{path.name} is not good" for path in _files(world) if not _good(path))
        yield from (f"{path.name} was written again" for path in self._known if _state(path) != self._known[path])


def _files(world: World) -> list[Path]:
    out = world.folder / "out"
    return [path for path in out.iterdir() if path.name.endswith(ENDINGS)] if out.is_dir() else []


def _state(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name.partition(".")[0] + ending)


def _good(path: Path) -> bool:
    """Whether a file is as its ledger says; one whose ledger has not appeared yet is looked at when it has."""
    if ".ledger." in path.name or not _beside(path, ".ledger.json").exists():
        return path.stat().st_size > 0
    return all(finding.good for finding in verify(path))
