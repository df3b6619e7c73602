"""How long this build takes beside another one: dialogues of 100,000 turns read, and `inspect` of 40,000.

Each figure is the processor's time of a process of its own; the two builds take turns, so that what else the machine
does is the same for both.
"""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from statistics import median

from tests.benchmarks.texts import FORMATS, transcript

_READ = "import sys; from pathlib import Path; from tui_reader.formats import read; read(Path(sys.argv[1]))"
_INSPECT = "import sys; from tui_reader.cli.main import main; main(['inspect', *sys.argv[1:]])"
ROOT = Path(__file__).parents[2]
_BOUNDS = {"TEI, a document of FRUS": 0.5, "HTML": 0.5, "SRT": 0.5, "JSON": 0.5, "inspect --json": 0.25}


def main() -> None:
    """Print the table: `python -m tests.benchmarks.beside FOLDER`."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.beside", description=__doc__)
    parser.add_argument("folder", type=Path, help="The other build: a folder with its tui_reader.")
    parser.add_argument("--runs", type=int, default=5, help="Of each; the median counts.")
    parser.add_argument("--turns", type=int, default=100_000, help="Of the dialogues that are read.")
    asked = parser.parse_args()
    for build in (asked.folder, ROOT):
        compileall.compile_dir(build / "tui_reader", quiet=2)
    print(f"load {os.getloadavg()[0]:.1f}\n\n| what | before | now | ratio | bound |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for label, (file, made) in FORMATS.items():
            (folder / file).write_text(made(asked.turns), encoding="utf-8")
            _row(asked.folder, asked.runs, label, [_READ, str(folder / file)])
        (folder / "talk.txt").write_text(transcript(40_000), encoding="utf-8")
        for option in ("--json", "--ledger"):
            _row(asked.folder, asked.runs, f"inspect {option}", [_INSPECT, str(folder / "talk.txt"), option])


def _row(before: Path, runs: int, label: str, command: list[str]) -> None:
    times: dict[Path, list[float]] = {before: [], ROOT: []}
    for _ in range(runs):
        for build, found in times.items():
            found.append(_seconds(build, command))
    old, new = map(median, times.values())
    bound = f"at most {_BOUNDS[label]}" if label in _BOUNDS else ""
    print(f"| {label} | {old:.2f} s | {new:.2f} s | {new / old:.2f} | {bound} |", flush=True)


def _seconds(build: Path, command: list[str]) -> float:
    """The processor's time of a command of Python with the modules of a build."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("DATA", "CONFIG", "CACHE")}
        environment = {**os.environ, **folders, "PYTHONPATH": str(build.resolve())}
        run = [sys.executable, "-c", *command]
        subprocess.run(run, check=True, cwd=home, env=environment, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime


if __name__ == "__main__":
    main()
