"""Measures the full screen beside other readers of text in a terminal, in one run, and prints a table.

    python -m tests.benchmarks.peers

Each opens the same text on a pseudo-terminal of 100 by 30: the memorandum, and long dialogues; as text, Markdown or
EPUB, as it needs it, exported by the reader. It is measured from exec to the first words on the screen, from the key
for the next or previous page to the last byte that it brings, and which memory is held then. Needs less (Debian);
frogmouth, baca and epy are installed by pip, each in a virtual environment of its own that is thrown away.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.__main__ import PROGRAM, environment
from tests.benchmarks.texts import transcript
from tests.support.corpus import MEMORANDUM
from tests.support.pty_program import PtyProgram
from tests.support.script_help import only_help

WORDS = b"Memorandum"
"""The first word of each text, which all show."""
TURNS = (1_000, 10_000)
RUNS = 5
KEYS = 40
PATIENCE = 60.0
"""Seconds that a program may take to show the first words, and for all keys together."""
QUICK = 5.0
"""A program that shows the first words in so many seconds is started several times."""
QUIET = 0.3
"""Seconds without a byte after which a key is answered."""
PAGES = (b"\x1b[6~", b"\x1b[5~")
"""PageDown and PageUp."""


class Peer(NamedTuple):
    """A program and how it is started."""

    name: str
    command: tuple[str, ...]
    """The file's name is put behind it."""
    ending: str
    keys: tuple[bytes, bytes] = PAGES
    """For the next page and the one before."""
    settings: str = ""
    """What stands in the reader's settings."""


def readers() -> Iterator[Peer]:
    """The reader itself, as it starts and with the whole dialogue on the screen."""
    command = (*PROGRAM, "--full", "--no-sound")
    yield Peer("tui-reader, a turn a page", command, "txt", (b"n", b"p"))
    yield Peer("tui-reader, the whole dialogue", command, "txt", settings='layout = "scroll"\n')


def peers(folder: Path) -> Iterator[Peer | str]:
    """The others that can run here; a line for one that cannot."""
    version = subprocess.run(["less", "--version"], capture_output=True, text=True, check=False) if _less() else None
    yield Peer(version.stdout.split("(")[0].strip(), ("less",), "txt") if version else "less: apt-get install less"
    from importlib.metadata import version as version_of

    viewer = str(Path(__file__).with_name("viewer.py"))
    yield Peer(f"MarkdownViewer of Textual {version_of('textual')}", (sys.executable, viewer), "md")
    for package, program, ending in (("frogmouth", "frogmouth", "md"), ("baca", "baca", "epub"),
                                     ("epy-reader", "epy", "epub")):  # fmt: skip
        place = folder / package
        venv.create(place, with_pip=True)
        python = str(place / "bin" / "python")
        install = [python, "-m", "pip", "install", "-q", package]
        made = subprocess.run(install, capture_output=True, text=True, check=False)
        if made.returncode:
            yield f"{package} does not install: {(made.stderr.strip().splitlines() or ['no word why'])[-1]}"
            continue
        shown = subprocess.run([python, "-m", "pip", "show", package], capture_output=True, text=True, check=True)
        number = next(line for line in shown.stdout.splitlines() if line.startswith("Version")).split()[1]
        yield Peer(f"{program} {number}", (str(place / "bin" / program),), ending)


def _less() -> bool:
    return shutil.which("less") is not None


class PeerRun:
    """A program on a pseudo-terminal, with a home of its own."""

    def __init__(self, peer: Peer, file: Path) -> None:
        self._home = tempfile.TemporaryDirectory()
        home = Path(self._home.name)
        (home / "config" / "tui-reader").mkdir(parents=True)
        (home / "config" / "tui-reader" / "settings.toml").write_text(peer.settings)
        env = environment(home) | {"XDG_CACHE_HOME": str(home / "cache")}
        self._program = PtyProgram([*peer.command, str(file)], env)

    def __enter__(self) -> PeerRun:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.close()
        self._home.cleanup()

    def first(self) -> float | None:
        """Seconds until the first words; None where they do not come in time, or the program ends before."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._running():
            try:
                return self._program.wait_for(WORDS, 1) - self._program.started
            except AssertionError:
                continue
        return None

    def _running(self) -> bool:
        """Whether it has not ended; one that has is a zombie until it is waited for."""
        return Path(f"/proc/{self._program.pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"

    def key(self, key: bytes, until: float) -> float | None:
        """Seconds from a key to its last byte; None where nothing comes until then."""
        count = len(self._program.writes)
        at = self._program.press(key)
        while len(self._program.writes) == count:
            if time.monotonic() > until:
                return None
            time.sleep(0.001)
        self.settle()
        return self._program.writes[-1][0] - at

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing was written for so long."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() - self._program.writes[-1][0] < quiet and time.monotonic() < end:
            time.sleep(0.005)

    def memory(self) -> float:
        """Megabytes that are held."""
        status = Path(f"/proc/{self._program.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def measured(peer: Peer, file: Path) -> str:
    """What is told of a program on a text: opening, paging, memory."""
    firsts: list[float] = []
    while len(firsts) < RUNS:
        with PeerRun(peer, file) as run:
            first = run.first()
            if first is None:
                return f"over {PATIENCE:.0f} s" if run._running() else "ends before the first words"
            firsts.append(first)
            if len(firsts) == RUNS or first > QUICK:
                run.settle(1.0)
                return "; ".join((_seconds(median(firsts)), *_paged(run, peer.keys)))
    raise AssertionError


def _paged(run: PeerRun, keys: tuple[bytes, bytes]) -> Iterator[str]:
    """How long pages take, and the memory after them."""
    until, taken = time.monotonic() + PATIENCE, list[float]()
    while len(taken) < KEYS and time.monotonic() < until:
        one = run.key(keys[len(taken) % 2], until)
        if one is None:
            break
        taken.append(one)
    if taken:
        yield _seconds(median(taken)) + (f" ({len(taken)} keys)" if len(taken) < KEYS else "")
    else:
        yield f"over {PATIENCE:.0f} s"
    yield f"{run.memory():.0f} MB"


def _seconds(seconds: float) -> str:
    if seconds >= 0.9995:
        return f"{seconds:.1f} s"
    return f"{1000 * seconds:.{int(seconds < 0.00995)}f} ms"


def texts(folder: Path) -> list[tuple[str, dict[str, Path]]]:
    """The texts, each in all forms."""
    files = [("the memorandum", folder / "memorandum.txt")]
    files[0][1].write_bytes(MEMORANDUM.read_bytes())
    for turns in TURNS:
        files.append((f"{turns:,} turns", folder / f"{turns}.txt"))
        files[-1][1].write_text(transcript(turns), encoding="utf-8")
    made = []
    for name, file in files:
        for ending, more in (("md", []), ("epub", ["--text-only"])):
            command = [*PROGRAM, "export", str(file), "-o", str(file.with_suffix(f".{ending}")), *more]
            subprocess.run(command, env={"PATH": os.environ["PATH"], **environment(folder)}, check=True,
                           capture_output=True)  # fmt: skip
        made.append((name, {ending: file.with_suffix(f".{ending}") for ending in ("txt", "md", "epub")}))
    return made


def main() -> None:
    """Print the table as Markdown."""
    only_help(
        "tests.benchmarks.peers",
        "Measures the full screen beside other readers of text in a terminal. "
        "Needs less; installs frogmouth, baca and epy into environments of their own.",
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every = texts(folder)
        print(
            f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores; "
            f"exec to first words, median of {RUNS}; page key to last byte, median of {KEYS}; memory\n"
        )
        print(f"| program | {' | '.join(text for text, _ in every)} |\n|{'---|' * (len(every) + 1)}")
        for peer in (*readers(), *peers(folder)):
            if isinstance(peer, str):
                print(f"| {peer} |{' |' * len(every)}", flush=True)
                continue
            cells = (measured(peer, files[peer.ending]) for _, files in every)
            print(f"| {peer.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
