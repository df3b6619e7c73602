"""Measures the full screen on a pseudo-terminal: `python -m tests.benchmarks.screen`.

Its start, pages, sizes, the word's mark and rest, at 1,000 and at 100,000 turns; and turns of a megabyte.
"""

from __future__ import annotations

import fcntl
import signal
import struct
import tempfile
import termios
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.texts import monsters, transcript
from tests.support.pty_program import PtyProgram

KEYS = 40
STARTS = 9
IDLE = 10
SIZES = ((80, 24), (200, 60), (100, 30))
Row = tuple[str, str, str]


class Screen:
    """The reader on a pseudo-terminal, and how long it writes for what is done to it."""

    def __init__(self, command: list[str], environment: dict[str, str], words: bytes, patience: float) -> None:
        self.program = PtyProgram(command, environment)
        self.first = self.program.wait_for(words, patience) - self.program.started
        self.settle()

    def settle(self, at: float = 0.0, quiet: float = 0.3) -> None:
        """Wait until nothing was written for so many seconds, counted from `at` at least."""
        while time.monotonic() - max(at, self.program.writes[-1][0]) < quiet:
            time.sleep(0.02)

    def after(self, at: float, count: int) -> tuple[float, int]:
        """Seconds from a time to the last byte written after it, and how many bytes; `count` writes were there."""
        self.settle(at)
        new = self.program.writes[count:]
        return (new[-1][0] - at if new else 0.0), sum(len(data) for _, data in new)

    def press(self, key: bytes) -> tuple[float, int]:
        """Seconds from a key to the last byte that it brings, and the bytes."""
        count = len(self.program.writes)
        return self.after(self.program.press(key), count)

    def held(self, key: bytes, times: int) -> float:
        """Seconds from the last of so many keys, thirty in a second, to the last byte."""
        count = len(self.program.writes)
        at = 0.0
        for _ in range(times):
            at = self.program.press(key)
            time.sleep(1 / 30)
        return self.after(at, count)[0]

    def resize(self, columns: int, rows: int) -> float:
        """Seconds from another size to the last byte."""
        count = len(self.program.writes)
        at = time.monotonic()
        fcntl.ioctl(self.program.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.program.signal(signal.SIGWINCH)
        return self.after(at, count)[0]

    def processor(self) -> float:
        """Seconds of processor time so far, of all threads."""
        tasks = Path(f"/proc/{self.program.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def rest(self) -> tuple[int, float]:
        """Writes in some seconds of rest, and the share of a processor that they took."""
        self.settle(quiet=1.5)
        before, count = self.processor(), len(self.program.writes)
        time.sleep(IDLE)
        return len(self.program.writes) - count, (self.processor() - before) / IDLE

    def memory(self) -> float:
        """Megabytes that are held."""
        status = Path(f"/proc/{self.program.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def large_rows(program: list[str], bare: list[str], environment: dict[str, str], folder: Path) -> list[Row]:
    """From exec to the first frame and to the first page of a large file, beside the bare app's; taken in turn."""
    path = folder / "large.txt"
    path.write_text(transcript(100_000), encoding="utf-8")
    command = [*program, "--full", "--no-sound", "--no-library", str(path)]
    floors, frames, pages = list[float](), list[float](), list[float]()
    for run in range(STARTS + 1):
        for words, times, started in ((b"bare", floors, bare), (b"Escape stops", frames, command)):
            screen = PtyProgram(started, environment)
            try:
                times.append(screen.wait_for(words) - screen.started)
                if times is frames:
                    pages.append(screen.wait_for(b"Turn 1 ", 90) - screen.started)
            finally:
                screen.close()
        if not run:  # the first warms the file cache
            floors, frames, pages = list[float](), list[float](), list[float]()
    path.unlink()
    floor, frame, page = median(floors), median(frames), median(pages)
    return [
        ("100,000 turns: exec to title and bar", f"{1000 * frame:.0f} ms = {frame / floor:.2f} bare apps",
         "at most 1.3"),
        ("100,000 turns: exec to first page", f"{1000 * page:.0f} ms = bare app + {1000 * (page - floor):.0f} ms",
         "at most bare app + 1,100 ms"),
    ]  # fmt: skip


def monster_rows(program: list[str], environment: dict[str, str], folder: Path) -> list[Row]:
    """Turns of a megabyte in one line, and a dialogue of 3,000 speakers: keys, sizes and a search."""
    rows: list[Row] = []
    for name, text in monsters().items():
        path = folder / "monster.txt"
        path.write_text(text, encoding="utf-8")
        screen = Screen([*program, "--full", "--no-sound", "--no-library", str(path)], environment, b"Turn 1 ", 90)
        try:
            screen.press(b"n")
            size = median(screen.resize(*size) for size in SIZES)
            further = b"n" if "speakers" in name else b"\x1b[6~"  # short turns do not scroll
            key = median(screen.press(further)[0] for _ in range(8))
            sentence = median(screen.press(b"s")[0] for _ in range(8))
            screen.press(b"/")
            screen.program.press(b"the")
            found = screen.press(b"\r")[0]
        finally:
            screen.program.close()
        figures = f"{1000 * size:.0f} ms; {1000 * key:.1f} ms; {1000 * sentence:.1f} ms; {1000 * found:.0f} ms"
        rows.append((f"{name}: another size; a page on; the next sentence; a search", figures,
                     "at most 250 ms; 16 ms; 16 ms; 2 s"))  # fmt: skip
    return rows


def screen_rows(program: list[str], bare: list[str], environment: dict[str, str], folder: Path) -> list[Row]:
    """What was measured: name, figure at 1,000 turns and at 100,000, bound."""
    screen = Screen(bare, environment, b"bare", 30)
    try:
        floor, memory = screen.rest()[1], screen.memory()
    finally:
        screen.program.close()
    found: dict[str, list[str]] = {}
    for turns in (1_000, 100_000):
        path = folder / f"{turns}.txt"
        path.write_text(transcript(turns), encoding="utf-8")
        for layout in ("a turn a page", "the turn in the talk"):
            screen = Screen([*program, "--full", "--no-sound", "--no-library", str(path)], environment, b"Turn 1 ", 90)
            try:
                if layout == "a turn a page":
                    screen.press(b"l")  # of 100 columns and 30 lines it shows the talk to begin with
                    screen.press(b"l")
                for name, figure in _measured(screen, memory):
                    found.setdefault(f"{name}, {layout}", []).append(figure)
            finally:
                screen.program.close()
    return [
        (f"1,000 turns and 100,000: {name}", "; ".join(figures), _bound(name, floor)) for name, figures in found.items()
    ]


def _measured(screen: Screen, bare: float) -> Iterator[tuple[str, str]]:
    """Each measure and its figure; `bare` is the memory of a bare app."""
    yield "a turn's key to last byte", f"{1000 * median(screen.press(b'n')[0] for _ in range(KEYS)):.1f} ms"
    yield "120 held keys, last key to last byte", f"{1000 * screen.held(b'n', 120):.0f} ms"
    yield "another size", f"{1000 * median(screen.resize(*size) for size in SIZES):.0f} ms"
    writes, share = screen.rest()
    yield f"{IDLE} seconds of rest", f"{writes} writes, {share:.2%} of a processor"
    count = len(screen.program.writes)
    screen.program.press(b" ")
    time.sleep(4)
    marks = [len(data) for _, data in screen.program.writes[count + 2 :]]
    screen.press(b" ")
    yield "a word's mark", f"{median(marks):.0f} bytes"
    yield "memory", f"{screen.memory() / bare:.1f} bare apps"


def _bound(name: str, floor: float) -> str:
    if "rest" in name:
        return f"0 writes, the bare app's {floor:.2%}"
    bounds = {
        "a turn's key": "16 ms", "120 held": "200 ms", "another size": "250 ms", "a word's": "1,000 bytes",
        "memory": "4 bare apps",
    }  # fmt: skip
    return "at most " + next(bound for start, bound in bounds.items() if name.startswith(start))


def main() -> None:
    """Print the rows of this file alone, or those of `start` or `monsters`."""
    from tests.benchmarks.__main__ import BARE, PROGRAM, environment

    parser = ArgumentParser(prog="python -m tests.benchmarks.screen", description="Measures the full screen.")
    parser.add_argument("parts", metavar="PART", nargs="*", help="start, monsters or pages; all, if none is named.")
    asked = parser.parse_args().parts
    with tempfile.TemporaryDirectory() as name:
        folder, env = Path(name), environment(Path(name))
        wanted = asked or ["start", "monsters", "pages"]
        print("| what | measured | bound |\n|---|---|---|")
        rows: dict[str, Callable[[], Iterable[Row]]] = {
            "start": lambda: large_rows(PROGRAM, BARE, env, folder),
            "monsters": lambda: monster_rows(PROGRAM, env, folder),
            "pages": lambda: screen_rows(PROGRAM, BARE, env, folder),
        }
        for part in (part for part in rows if part in wanted):
            for row in rows[part]():
                print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
