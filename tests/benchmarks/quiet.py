"""Measures on a quiet machine, unattended, all that is compared with a bare app and another build.

    python -m tests.benchmarks.quiet FOLDER [FOLDER-OF-BEFORE]

Starts, documents opened again and the archive beside the build in FOLDER; then reading and `inspect` by processor time
beside FOLDER-OF-BEFORE (by default the same). Prints Markdown, with the minutes that each part took: about ten in all.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Run the parts one after the other; one that fails is told, and the next is run."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.quiet", description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="Another build, for the starts.")
    parser.add_argument("before", type=Path, nargs="?", metavar="FOLDER-OF-BEFORE", help="Another, for reading.")
    asked = parser.parse_args()
    before = asked.before or asked.folder
    for build in {asked.folder, before, ROOT}:
        compileall.compile_dir(build / "tui_reader", quiet=2)
    parts = [["tests.benchmarks", part, "--beside", str(asked.folder)] for part in ("start", "reopen", "archive")]
    for part in (*parts, ["tests.benchmarks.beside", str(before), "--runs", "1"]):
        started = time.monotonic()
        status = subprocess.run([sys.executable, "-m", *part], cwd=ROOT, check=False).returncode
        told = f"failed with status {status}" if status else "done"
        minutes = (time.monotonic() - started) / 60
        print(f"\n{' '.join(part)}: {told} in {minutes:.1f} minutes, load {os.getloadavg()[0]:.1f}\n", flush=True)


if __name__ == "__main__":
    main()
