"""Reads a million damaged documents, or 100,000 damaged files of the person's own or libraries, and says what fails.

    python -m tests.fuzz [documents|files|libraries] [--inputs N] [--processes N] [--seed N] [--found FOLDER]
    python -m tests.fuzz documents --seeds FOLDER
    python -m tests.fuzz documents --guided [--inputs N] [--found FOLDER]
    python -m tests.fuzz documents --seed N --only NUMBER

A finding is an error that is not one line of the reader's own, a document that is not whole, an answer that takes more
than 2 s of the processor's time, or memory over 500 MB. Each input follows from the seed and its number. What was done
is in FOLDER: the same command goes on where it was ended. --guided is led by the coverage of the code and needs atheris
(Python 3.11 to 3.13 on Linux and macOS): pip install atheris. Status 1 where something was found.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

TARGETS = {"documents": 1_000_000, "files": 100_000, "libraries": 100_000}
"""Each target, and how many inputs it is given by default."""


def main() -> int:
    """As the module says."""
    parser = ArgumentParser(
        prog="python -m tests.fuzz", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=[*TARGETS], nargs="?", default="documents", help="What is damaged.")
    parser.add_argument("--inputs", metavar="N", type=int, help="How many; a million documents, 100,000 others.")
    parser.add_argument("--processes", metavar="N", type=int, default=1, help="How many at once; 1 if not given.")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="For other inputs; 1 if not given.")
    parser.add_argument(
        "--seeds", metavar="FOLDER", type=Path, help="Documents that are damaged besides the made ones."
    )
    parser.add_argument("--found", metavar="FOLDER", type=Path, help="For what was done and found.")
    parser.add_argument("--only", metavar="NUMBER", type=int, help="Try one input and print its file and its error.")
    parser.add_argument("--guided", action="store_true", help="Led by the coverage of the code, in one process.")
    asked = parser.parse_args()
    if asked.only is not None:
        return only(asked.target, asked.seed, asked.only, asked.seeds)
    folder = asked.found or Path(tempfile.mkdtemp(prefix="tui-reader-fuzz-"))
    inputs = asked.inputs or TARGETS[asked.target]
    if asked.guided:
        from tests.fuzz.guided import run

        run(inputs, folder)
    from tests.fuzz.run import FuzzRun

    return min(1, FuzzRun(asked.target, asked.seed, inputs, asked.seeds, folder).run(asked.processes))


def only(name: str, seed: int, number: int, seeds: Path | None) -> int:
    """Write the file of one input to the current folder and try it, with the whole traceback of what fails."""
    from tests.fuzz.targets import target
    from tests.fuzz.worker import input_of

    tried_by = target(name, seeds)
    what, chance = input_of(tried_by, seed, number)
    Path(f"{number}-{what.name}").write_bytes(what.data)
    print(f"{number}-{what.name}: {len(what.data)} bytes", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        tried_by.tried(what, chance, Path(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
