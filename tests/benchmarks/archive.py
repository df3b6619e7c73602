"""An archive of generated volumes: adding it, searching it, opening its list, beside the least that it could take.

    python -m tests.benchmarks.archive [--volumes 20] [--earlier FOLDER]

The floor is lxml and FTS5 alone with the same text (`archive_floor`). FOLDER is a checkout of an earlier version, which
is measured in the same run, with fewer volumes, as its time grows with their number.
"""

from __future__ import annotations

import compileall
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.batch import memory
from tests.benchmarks.screen import Row
from tests.benchmarks.volumes import write_volumes
from tui_reader.workers.worker_process import cores

ROOT = Path(__file__).parents[2]
VOLUMES, EARLIER = 20, 2
"""Volumes that are added, and that an earlier version adds."""
RUNS = 31
SEARCHES = (
    "missile", "the", "@Ball after:1961-06 before:1962", "lodz", '"government would"', '"of the"',
    "the of to and in a that is", "in:Relations the",
)  # fmt: skip
_INSIDE = """
import sys, time
from pathlib import Path
from statistics import median
from tui_reader.library import Library

with Library(Path(sys.argv[1])) as library:
    for wanted in sys.argv[2:]:
        times = []
        for _ in range(9):
            before = time.perf_counter()
            found = library.index.search(wanted)
            times.append(time.perf_counter() - before)
        print(median(times), len(found))
"""
FLOOR = str(Path(__file__).with_name("archive_floor.py"))


class Run(NamedTuple):
    """What a command took."""

    wall: float
    """Seconds."""
    busy: float
    """Seconds of all processors, its children included."""
    memory: int
    """Megabytes of all its processes together, at most."""


def run(command: Sequence[str], python_path: Path | None = None) -> Run:
    """Run a command to its end."""
    environment = dict(os.environ)
    if python_path:
        environment["PYTHONPATH"] = str(python_path)
    before, begun, most, over = os.times(), time.perf_counter(), 0, threading.Event()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def watch() -> None:
        nonlocal most
        while not over.wait(0.05):
            most = max(most, memory(program.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = program.wait()
    wall = time.perf_counter() - begun
    over.set()
    watcher.join()
    assert status == 0, command
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, busy, most // 1024)


def adding(archive: Path, library: Path, jobs: int) -> list[str]:
    """The command that adds an archive."""
    words = [sys.executable, "-m", "tui_reader", "library", "--library", str(library), "--add", str(archive)]
    return words + (["--jobs", str(jobs)] if jobs else [])


def rows(folder: Path, volumes: int, earlier: Path | None) -> Iterator[Row]:
    """The rows of the table; the folder is empty."""
    for build in filter(None, (ROOT, earlier)):
        compileall.compile_dir(build / "tui_reader", quiet=2)  # processes that compile would be measured
    archive, few = folder / "archive", folder / "few"
    write_volumes(archive, volumes)
    size = sum(path.stat().st_size for path in archive.iterdir()) / 1e6
    floor = run([sys.executable, FLOOR, str(archive), str(folder / "floor.db")])
    yield f"{volumes} volumes, {size:.0f} MB: lxml and FTS5 alone", _took(floor), ""
    one = run(adding(archive, folder / "one.db", 1))
    library = folder / "library.db"
    every = run(adding(archive, library, cores()))
    yield "added by one process", _beside(one, floor), ""
    told = f"{_beside(every, floor)}; {one.wall / every.wall:.2f} times as fast"
    yield f"added by {cores()} processes", told, "at most 4 floors; on two cores 1.7 times as fast"
    yield "memory of all processes, at most", f"{every.memory} MB", "at most 400 MB"
    if earlier:
        write_volumes(few, EARLIER)
        before = run(adding(few, folder / "before.db", 0), earlier)
        share = every.wall / volumes / (before.wall / EARLIER)
        told = f"{before.wall / EARLIER:.1f} s a volume; now {share:.3f} of it"
        yield f"the earlier version, {EARLIER} volumes", told, f"now at most {1 / 12:.3f}"
    yield from searches(library)


def searches(library: Path) -> Iterator[Row]:
    """How long a search takes, inside the program and from the shell."""
    script = [sys.executable, "-c", _INSIDE, str(library), *SEARCHES]
    inside = subprocess.run(script, check=True, capture_output=True, text=True).stdout.splitlines()
    for wanted, line in zip(SEARCHES, inside, strict=True):
        seconds, found = line.split()
        command = [sys.executable, "-m", "tui_reader", "library", "--library", str(library), "--search", wanted]
        shell = median(run(command).wall for _ in range(RUNS // 3))
        told = f"{1000 * float(seconds):.0f} ms; {1000 * shell:.0f} ms from the shell ({found} places)"
        yield f"search: {wanted}", told, "at most 60 ms; 250 ms"


def _took(run: Run) -> str:
    return f"{run.wall:.1f} s ({run.busy:.1f} s of processors)"


def _beside(run: Run, floor: Run) -> str:
    share = f"{run.wall / floor.wall:.2f} floors ({run.busy / floor.busy:.2f} by processors)"
    return f"{_took(run)} = {share}"


def archive_rows(folder: Path) -> list[Row]:
    """The part `archive` of the table; TUI_READER_EARLIER names a checkout of an earlier version."""
    earlier = os.environ.get("TUI_READER_EARLIER")
    return list(rows(folder, VOLUMES, Path(earlier) if earlier else None))


def main() -> None:
    """Print the table as Markdown."""
    about = re.split(r"\n\n", __doc__ or "")
    parser = ArgumentParser(prog="python -m tests.benchmarks.archive", description=f"{about[0]} {about[2]}")
    parser.add_argument("--volumes", metavar="N", type=int, default=VOLUMES, help=f"{VOLUMES} if not given.")
    parser.add_argument("--earlier", metavar="FOLDER", type=Path, help="A checkout of an earlier version.")
    asked = parser.parse_args()
    print("| what | measured | bound |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder), asked.volumes, asked.earlier):
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
