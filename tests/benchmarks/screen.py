"""Measures the full screen on a pseudo-terminal: pages, sizes, the word's mark, rest; at 1,000 and at 100,000 turns."""

from __future__ import annotations

import fcntl
import signal
import struct
import termios
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.texts import transcript
from tests.e2e.pty_program import PtyProgram

KEYS = 40
IDLE = 10
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
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.program.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def memory(self) -> float:
        """Megabytes that are held."""
        status = Path(f"/proc/{self.program.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def screen_rows(program: list[str], environment: dict[str, str], folder: Path) -> list[Row]:
    """What was measured: name, figure, bound."""
    rows: list[Row] = []
    for turns in (1_000, 100_000):
        path = folder / f"{turns}.txt"
        path.write_text(transcript(turns), encoding="utf-8")
        for layout in ("page", "scroll"):
            screen = Screen([*program, "--full", "--no-sound", "--no-library", str(path)], environment, b"Turn 1 ", 90)
            try:
                rows += _rows_of(screen, f"{turns:,} turns, {layout}", layout)
            finally:
                screen.program.close()
    return rows


def _rows_of(screen: Screen, what: str, layout: str) -> list[Row]:
    if layout == "scroll":
        screen.press(b"l")
    pages = median(screen.press(b"n")[0] for _ in range(KEYS))
    held = screen.held(b"n", 120)
    resize = median(screen.resize(*size) for size in ((80, 24), (200, 60), (100, 30)))
    before, count = screen.processor(), len(screen.program.writes)
    time.sleep(IDLE)
    busy, idle = screen.processor() - before, screen.program.writes[count:]
    count = len(screen.program.writes)
    screen.program.press(b" ")
    time.sleep(4)
    marks = [len(data) for _, data in screen.program.writes[count + 2 :]]
    screen.press(b" ")
    return [
        (f"{what}: page key to last byte", f"{1000 * pages:.1f} ms", "at most 16 ms"),
        (f"{what}: 120 held keys, last key to last byte", f"{1000 * held:.0f} ms", "at most 200 ms"),
        (f"{what}: another size", f"{1000 * resize:.0f} ms", "at most 250 ms"),
        (f"{what}: {IDLE} idle seconds", f"{len(idle)} writes, {busy / IDLE:.2%} processor", "0 writes, 0.1 %"),
        (f"{what}: a word's mark", f"{median(marks):.0f} bytes", "at most 1,000 bytes"),
        (f"{what}: memory", f"{screen.memory():.0f} MB", "at most 4 bare apps"),
    ]
