"""How long it takes to read long dialogues and hostile lines, and what memory that takes.

Each figure is taken in a process of its own; knows nothing of faces and sound.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.baits import BAITS, PLACES
from tests.benchmarks.chat_texts import CHATS
from tests.benchmarks.texts import FORMATS, transcript

TURNS = (10_000, 100_000, 300_000)
RUNS = 3

_READ = """
import re, sys, time
from pathlib import Path
from tui_reader.errors import ReaderError
from tui_reader.formats import read

before = time.perf_counter(), time.process_time()
try:
    turns = len(read(Path(sys.argv[1])).turns)
except ReaderError:
    turns = 0
wall, busy = time.perf_counter() - before[0], time.process_time() - before[1]
most = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(wall, busy, int(most[1]) / 1024, turns)
"""
"""Not ru_maxrss: that is the parent's, where it had more."""


class ParsingTime(NamedTuple):
    """What it took to read a text: medians of a fresh process each."""

    format: str
    turns: int
    size: float
    """Megabytes of the file."""
    wall: float
    """Seconds."""
    busy: float
    """Seconds of the processor: what others do on the machine lengthens these less."""
    memory: float
    """Megabytes at the most, Python itself included."""

    @property
    def each(self) -> float:
        """Microseconds of the processor for a turn."""
        return 1e6 * self.busy / self.turns


def readings(folder: Path) -> Iterator[ParsingTime]:
    """Plain texts of more and more turns, then 100,000 turns in each format."""
    for turns in TURNS:
        yield _reading(folder, "plain text", "talk.txt", transcript(turns))
    for label, (name, made) in {**FORMATS, **CHATS}.items():
        if made is not transcript:
            yield _reading(folder, label, name, made(100_000))


def _reading(folder: Path, label: str, name: str, text: str) -> ParsingTime:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, "-c", _READ, str(path)], check=True, capture_output=True, text=True)
        runs.append([float(figure) for figure in done.stdout.split()])
    wall, busy, memory, turns = (median(run[figure] for run in runs) for figure in range(4))
    size = path.stat().st_size / 1e6
    path.unlink()
    assert turns > 0
    return ParsingTime(label, int(turns), size, wall, busy, memory)


def long_texts(folder: Path) -> list[tuple[str, str, str]]:
    """Rows of the table of all measurements."""
    rows = []
    for one in readings(folder):
        bound = "at most 1.0 s" if one.format == "plain text" and one.turns == 100_000 else ""
        figures = f"{one.wall:.2f} s, {one.each:.1f} µs a turn; file {one.size:.1f} MB, memory {one.memory:.0f} MB"
        rows.append((f"{one.turns:,} turns of {one.format} are read", figures, bound))
    return rows


def hostile_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """A row for each place: the slowest of the baits there, 1 MB each."""
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
        yield row, f"{slowest:.2f} s, {most:.0f} MB", "at most 2 s, 500 MB"


def machine() -> str:
    """The processor, its cores, the system and the Python."""
    models = re.findall(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    model = models[0] if models else platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Print the tables of this file alone: `python -m tests.benchmarks.parsing [--baits]`."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.parsing", description="Measures how long texts are read.")
    parser.add_argument("--baits", action="store_true", help="Hostile texts of 1 MB instead of long ones.")
    baits = parser.parse_args().baits
    print(f"{machine()}, medians of {RUNS}, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory() as name:
        if baits:
            for row in hostile_texts(Path(name)):
                print(f"| {' | '.join(row)} |", flush=True)
            return
        print("| format | turns | file, MB | seconds | µs a turn | memory, MB |\n|---|---|---|---|---|---|")
        for one in readings(Path(name)):
            figures = f"{one.size:.1f} | {one.busy:.2f} | {one.each:.1f} | {one.memory:.0f}"
            print(f"| {one.format} | {one.turns:,} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
