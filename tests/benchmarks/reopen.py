"""Measures starts in turn, of documents opened for the first time and again, beside a bare app and another build.

`python -m tests.benchmarks start reopen --beside FOLDER`, where FOLDER holds another build, such as a clone of today's.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.texts import FORMATS
from tests.support.pty_program import PtyProgram

ROOT = Path(__file__).parents[2]
Row = tuple[str, str, str]
TURNS = 100_000
STARTS = 31
"""Of each program, of the memorandum."""
LARGE_STARTS = 3
REST = 2.0
"""Seconds from the first page until memory is looked at."""
READ = ("plain text", "TEI, a document of FRUS", "HTML", "SRT", "JSON")


class Start(NamedTuple):
    """A program that is started, and what it is to show."""

    name: str
    command: Sequence[str]
    words: bytes
    build: Path = ROOT
    again: bool = True
    """Whether it has opened the document before."""


class Measured(NamedTuple):
    """Medians of some starts."""

    seconds: float
    """From exec to the words."""
    megabytes: float
    """That are held some seconds later; 0 where nobody looked."""


def in_turn(starts: Sequence[Start], home: Path, runs: int, rest: float = 0) -> list[Measured]:
    """What each takes: they are started one after the other, so often, each in a home of its own."""
    seconds: list[list[float]] = [[] for _ in starts]
    memory: list[list[float]] = [[] for _ in starts]
    for run in range(runs + 1):
        for at, start in enumerate(starts):
            own = home / str(at)
            own.mkdir(exist_ok=True)
            if not start.again:
                shutil.rmtree(own / "cache", ignore_errors=True)
            program = PtyProgram(list(start.command), _environment(own, start.build))
            try:
                taken = program.wait_for(start.words, 120) - program.started
                looked = rest and start.again  # memory is compared of documents opened again alone
                time.sleep(rest if looked else 0)
                if run:
                    seconds[at].append(taken)
                    memory[at].append(_megabytes(program.pid) if looked else 0)
                elif start.again and start.command[-1] != "bare":  # the first has it kept, and warms the file cache
                    program.press(b"q")
                    time.sleep(2)
            finally:
                program.close()
    return [Measured(median(times), median(held)) for times, held in zip(seconds, memory, strict=True)]


def _environment(home: Path, build: Path) -> dict[str, str]:
    folders = {f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("data", "config", "cache")}
    return {
        **folders, "HOME": str(home), "PYTHONPATH": str(build), "TERM": "xterm-256color", "COLORTERM": "truecolor",
        "LANG": "C.UTF-8", "PULSE_SERVER": "unix:/nonexistent",
    }  # fmt: skip


def _megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def start_rows(program: list[str], bare: list[str], home: Path, words: bytes, beside: Path | None) -> list[Row]:
    """The memorandum: the first words of both faces, opened before and for the first time."""
    starts = [Start("bare", bare, b"bare")]
    for build in filter(None, (ROOT, beside)):
        other = "" if build == ROOT else ", the other build"
        for face, again, first in (("full", "at most 1.12", "at most 1.25"), ("plain", "at most 0.30", "at most 0.40")):
            command = [*program, f"--{face}"]
            starts.append(Start(f"{face} face, opened before{other}|{again}", command, words, build))
            starts.append(Start(f"{face} face, the first time{other}|{first}", command, words, build, again=False))
    floor, *found = in_turn(starts, home, STARTS)
    rows = [("bare Textual app: exec to first paint", f"{1000 * floor.seconds:.0f} ms", "")]
    for start, one in zip(starts[1:], found, strict=True):
        name, _, bound = start.name.partition("|")
        shown = f"{1000 * one.seconds:.0f} ms = {one.seconds / floor.seconds:.2f} bare apps"
        rows.append((f"{name}: exec to first words", shown, bound if start.build == ROOT else ""))
    return rows


def reopen_rows(program: list[str], bare: list[str], home: Path, beside: Path | None) -> list[Row]:
    """100,000 turns in each format: the first page, opened again and for the first time, and memory."""
    rows = []
    for number, name in enumerate(READ):
        file, make = FORMATS[name]
        path = home / f"{number}-{file}"
        path.write_text(make(TURNS), encoding="utf-8")
        command, words = [*program, "--full", "--no-sound", str(path)], b"Turn 1 "
        starts = [
            Start("bare", bare, b"bare"), Start("again", command, words),
            Start("the first time", command, words, again=False),
            *([Start("the first time, the other build", command, words, beside, again=False)] if beside else []),
        ]  # fmt: skip
        own = home / f"homes-{number}"
        own.mkdir()
        floor, again, *first = in_turn(starts, own, LARGE_STARTS, REST)
        path.unlink()
        shown = f"bare app + {1000 * (again.seconds - floor.seconds):.0f} ms"
        rows.append((f"{TURNS:,} turns of {name} opened again: first page", shown, "at most bare app + 120 ms"))
        held = f"{again.megabytes / floor.megabytes:.1f} bare apps"
        rows.append((f"{TURNS:,} turns of {name} opened again: memory", held, "at most 2.0 bare apps"))
        told = "; ".join(f"{one.seconds:.1f} s" for one in first)
        rows.append(
            (f"{TURNS:,} turns of {name}, the first time{' and in the other build' if beside else ''}", told, "")
        )
    return rows
