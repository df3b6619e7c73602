"""Prints invented dialogues in the dresses of real documents, reads them, and says which turns are read wrong.

    python -m tests.dress [--count N] [--processes N] [--seed N] [--found FOLDER]
    python -m tests.dress --seed N --only NUMBER

Each dress follows from the seed and its number. What was done is in FOLDER: the same command goes on where it was
ended. --only writes the file of one dress to the current folder and says what is wrong with it. Status 1 where
something was found.
"""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from random import Random


def main() -> int:
    """As the module says."""
    parser = ArgumentParser(
        prog="python -m tests.dress", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", metavar="N", type=int, default=200_000, help="How many; 200,000 if not given.")
    parser.add_argument("--processes", metavar="N", type=int, default=1, help="How many at once; 1 if not given.")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="For other dresses; 1 if not given.")
    parser.add_argument("--found", metavar="FOLDER", type=Path, help="For what was done and found.")
    parser.add_argument("--only", metavar="NUMBER", type=int, help="Write and read one dress.")
    asked = parser.parse_args()
    if asked.only is not None:
        return only(asked.seed, asked.only)
    from tests.fuzz.run import FuzzRun

    folder = asked.found or Path(tempfile.mkdtemp(prefix="tui-reader-dress-"))
    return min(1, FuzzRun("dresses", asked.seed, asked.count, None, folder).run(asked.processes))


def only(seed: int, number: int) -> int:
    """Write the file of one dress and print how it is dressed and what is wrong with it."""
    from tests.dress.trial import difference, dressed

    dress = dressed(Random(f"{seed} {number}"))
    path = Path(f"{number}-{dress.name}")
    path.write_bytes(dress.data)
    wrong = difference(dress)
    print(f"{path}: {dress.kind}: {wrong or 'read right'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
