"""How long it takes to read long dialogues and hostile lines, and what memory that takes.

Each figure is taken in a process of its own; knows nothing of faces and sound.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.baits import BAITS, PLACES
from tests.benchmarks.texts import FORMATS, transcript

TURNS = (10_000, 100_000, 300_000)
RUNS = 3

_READ = """
import resource, sys, time
from pathlib import Path
from tui_reader.errors import ReaderError
from tui_reader.formats import read

before = time.perf_counter(), time.process_time()
try:
    turns = len(read(Path(sys.argv[1])).turns)
except ReaderError:
    turns = 0
wall, busy = time.perf_counter() - before[0], time.process_time() - before[1]
print(wall, busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, turns)
"""


def reading(path: Path) -> tuple[float, float, float, int]:
    """Seconds of wall time and of the processor's, megabytes at the most, turns: medians of a fresh process each."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, "-c", _READ, str(path)], check=True, capture_output=True, text=True)
        runs.append([float(figure) for figure in done.stdout.split()])
    wall, busy, most, turns = (median(run[figure] for run in runs) for figure in range(4))
    return wall, busy, most, int(turns)


def long_texts(folder: Path) -> list[tuple[str, str, str]]:
    """Rows of the table: plain texts of more and more turns, then 100,000 turns in each format."""
    rows = []
    for turns in TURNS:
        bound = "at most 1.0 s" if turns == 100_000 else ""
        rows.append((f"a plain text of {turns:,} turns is read", *_row(folder, "talk.txt", transcript(turns), bound)))
    for label, (name, made) in FORMATS.items():
        if made is not transcript:
            rows.append((f"100,000 turns in {label}", *_row(folder, name, made(100_000), "")))
    return rows


def hostile_texts(folder: Path) -> list[tuple[str, str, str]]:
    """A row for each place: the slowest of the baits there, 1 MB each."""
    rows = []
    for place, (name, put) in PLACES.items():
        slowest, most, what = 0.0, 0.0, ""
        for bait, text in BAITS.items():
            path = folder / name
            path.write_text(put(text), encoding="utf-8")
            run = [sys.executable, "-c", _READ, str(path)]
            done = subprocess.run(run, check=True, capture_output=True, text=True, timeout=120)
            _, busy, memory, _ = map(float, done.stdout.split())
            if busy > slowest:
                slowest, what = busy, bait
            most = max(most, memory)
        row = f"1 MB of bait, {place}; the slowest: {what}"
        rows.append((row, f"{slowest:.2f} s, {most:.0f} MB", "at most 2 s, 500 MB"))
    return rows


def _row(folder: Path, name: str, text: str, bound: str) -> tuple[str, str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    wall, busy, most, turns = reading(path)
    size = path.stat().st_size / 1e6
    path.unlink()
    assert turns > 0
    figures = f"{wall:.2f} s ({busy:.2f} s of the processor), {1e6 * busy / turns:.0f} µs a turn"
    return f"{figures}; file {size:.0f} MB, memory {most:.0f} MB", bound


def main() -> None:
    """Print the tables of this file alone: `python -m tests.benchmarks.parsing [--baits]`."""
    with tempfile.TemporaryDirectory() as name:
        rows = hostile_texts(Path(name)) if "--baits" in sys.argv else long_texts(Path(name))
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
