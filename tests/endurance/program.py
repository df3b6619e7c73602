"""The program reads aloud at twice the speed at a null sink, while another uses the same library; measured by minute.

The reader is the full screen on a terminal, as a person starts it. The other, at the lowest priority, opens a document,
searches all of them and exports one, again and again. What the reader holds is read from Linux's /proc.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tests.support.corpus import MEMORANDUM
from tests.support.pty_program import PtyProgram
from tests.support.sound_server import SoundServer
from tui_reader.formats import read

SETTLED = 10
"""Minutes after which nothing may grow."""
GROWTH = 5.0
"""Megabytes that the reader's own memory may grow after that."""
WORDS_A_MINUTE = 600
"""More than is read in a minute, so that the document does not end."""

SHOWN = b"space play"
"""At the foot of the screen when a document is open."""


class Held(NamedTuple):
    """What a process holds."""

    resident: float
    """Megabytes in memory, with what is shared."""
    proportional: float
    """Megabytes, each shared page divided by those who share it (Pss)."""
    own: float
    """Megabytes that no other process has (Uss)."""
    descriptors: int
    threads: int
    children: int

    def line(self) -> str:
        """A row of the table."""
        return (
            f"{self.resident:8.1f} {self.proportional:8.1f} {self.own:8.1f} "
            f"{self.descriptors:12} {self.threads:8} {self.children:9}"
        )


def held(pid: int) -> Held:
    """What the process `pid` holds now."""
    process = Path(f"/proc/{pid}")
    rows = [line.split() for line in (process / "smaps_rollup").read_text().splitlines()[1:]]
    sizes = {row[0]: int(row[1]) / 1024 for row in rows}
    threads = list((process / "task").iterdir())
    return Held(
        sizes["Rss:"],
        sizes["Pss:"],
        sizes["Private_Clean:"] + sizes["Private_Dirty:"],
        sum(1 for _ in (process / "fd").iterdir()),
        len(threads),
        sum(len((thread / "children").read_text().split()) for thread in threads),
    )


def long_talk(minutes: int) -> str:
    """A document that takes longer than this to read: the turns of the memorandum, numbered, again and again."""
    turns = read(MEMORANDUM).turns
    words = sum(len(turn.text.split()) for turn in turns)
    rounds = minutes * WORDS_A_MINUTE // words + 1
    return "A long talk\n\n" + "".join(
        f"{turn.label.text}: This is round {number}. {turn.text}\n\n" for number in range(rounds) for turn in turns
    )


class OtherProgram:
    """Opens, searches and exports with the library of the reader, until it is stopped; counts rounds and failures."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.rounds, self.failures = 0, list[str]()
        self._folder, self._environment = folder, environment
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        talk, out = str(MEMORANDUM), str(self._folder / "out.wav")
        self._call("library", "--add", talk)
        while not self._stopped.is_set():
            try:
                self._open(talk)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                self.failures.append(f"opened: {error}")
            self._call("library", "--search", "meeting")
            self._call("export", talk, "-o", out, "--format", "wav,srt,html", "--until", "8", "--engine", "espeak")
            self.rounds += 1

    def _call(self, *words: str) -> None:
        run = subprocess.run(program(*words), env=self._environment, capture_output=True, text=True, check=False)
        if run.returncode:
            self.failures.append(f"{' '.join(words)}: status {run.returncode}: {run.stderr[-300:]}")

    def _open(self, talk: str) -> None:
        with PtyProgram(program("--full", talk), self._environment) as opened:
            opened.wait_for(SHOWN, 60)
            opened.press(b"\x1b[C\x1b[C")
            time.sleep(0.5)
            opened.press(b"q")
            status = opened.wait(60)
            if status or b"Traceback" in opened.output:
                self.failures.append(f"opened: status {status}: {opened.output[-300:]!r}")

    def stop(self) -> None:
        """Wait for the end of what it does."""
        self._stopped.set()
        self._thread.join(120)


def program(*words: str) -> list[str]:
    """The program at the lowest priority."""
    return ["nice", "-n", "19", sys.executable, "-m", "tui_reader", *words]


def run(minutes: int, engine: str) -> int:
    """Read so many minutes and print what the reader holds after each; gives the number of broken bounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = SoundServer(folder)
        private = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE")}
        environment = {**private, **server.environment, "HOME": name, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment |= {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])}
        talk = folder / "long.txt"
        talk.write_text(long_talk(minutes))
        command = [sys.executable, "-m", "tui_reader", "--full", "--engine", engine, "--speed", "2", str(talk)]
        try:
            with PtyProgram(command, environment) as reader:
                return _watch(reader, minutes, folder, environment)
        finally:
            server.close()


def _watch(reader: PtyProgram, minutes: int, folder: Path, environment: dict[str, str]) -> int:
    reader.wait_for(SHOWN, 30)
    reader.press(b" ")
    began = time.monotonic()
    other = OtherProgram(folder, environment)
    library = folder / "data" / "tui-reader" / "library.db"
    print("minute resident     Pss      Uss  descriptors  threads  children  page  rounds of the other", flush=True)
    table, pages = list[Held](), list[int]()
    for minute in range(1, minutes + 1):
        time.sleep(max(0.0, began + 60 * minute - time.monotonic()))
        table.append(held(reader.pid))
        pages.append(page(library, "long.txt"))
        print(f"{minute:6} {table[-1].line()} {pages[-1]:5} {other.rounds:5}", flush=True)
        del reader.writes[:-100]
    other.stop()
    reader.press(b"q")
    status = reader.wait(30)
    settled, end = table[min(SETTLED, len(table)) - 1], table[-1]
    grown = end.own - settled.own
    broken = [
        *([f"memory grew by {grown:.1f} MB"] if grown >= GROWTH else []),
        *(
            [f"descriptors: {settled.descriptors}, then {end.descriptors}"]
            if end.descriptors > settled.descriptors
            else []
        ),
        *([f"threads: {settled.threads}, then {end.threads}"] if end.threads > settled.threads else []),
        *([f"children: {settled.children}, then {end.children}"] if end.children > settled.children else []),
        *(["reading stood still"] if len(set(pages)) < len(pages) else []),
        *([f"the reader ended with status {status}"] if status or b"Traceback" in reader.output else []),
        *other.failures,
    ]
    print(
        f"after minute {min(SETTLED, minutes)}: memory {grown:+.1f} MB (bound {GROWTH}); "
        f"{other.rounds} rounds of the other"
    )
    print("\n".join(broken) or "Nothing grew, nothing failed.")
    return len(broken)


def page(library: Path, name: str) -> int:
    """The page that is kept as the place in the document of this name."""
    with sqlite3.connect(library, timeout=10) as database:
        found = database.execute(
            "SELECT page FROM places JOIN documents ON document = key WHERE path LIKE ?", (f"%/{name}",)
        ).fetchone()
    database.close()
    return int(found[0])
