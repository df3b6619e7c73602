"""Reads a million broken files, led by the coverage of the code, and says what did not hold.

    python -m tests.fuzz [--inputs N] [--found FOLDER]

Needs atheris (Python 3.11 to 3.13 on Linux and macOS): pip install atheris. Prints a line for every 10,000 inputs and
each finding once, with the file that shows it in FOLDER. Status 1 where something was found. An input that takes more
than 2 s of the processor's time is a finding; memory over 500 MB ends the run.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path


def main() -> None:
    """Ends the process."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", metavar="N", type=int, default=1_000_000, help="A million if not given.")
    parser.add_argument("--found", metavar="FOLDER", type=Path, help="A folder for what shows a finding.")
    asked = parser.parse_args()
    from tests.fuzz.coverage_guided import run  # needs atheris, which --help does not

    run(asked.inputs, asked.found)


if __name__ == "__main__":
    main()
