"""A process that tries inputs: `python -m tests.fuzz.worker TARGET SEED [FOLDER]`, FOLDER with files that are damaged.

For each line "FROM UNTIL" on standard input it tries the inputs of these numbers and answers with a line of JSON.
Before each it prints the number, so that whoever reads knows at which it died.
"""

from __future__ import annotations

import faulthandler
import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.fuzz.findings import failure, kind, peak, watch_the_time
from tests.fuzz.target import Input, Target
from tests.fuzz.targets import target

HANGS = 30
"""Seconds by the clock after which the process ends itself: code that Python cannot interrupt."""
ADDRESS_SPACE = 2_000_000_000
"""Bytes: more than any answer may take, so that the machine is safe."""
SLOWEST = 3
"""Inputs of each share that are told with their times."""


def input_of(made_by: Target, seed: int, number: int) -> tuple[Input, Random]:
    """The input of a number, and the chance that goes on with it."""
    chance = Random(f"{seed} {number}")
    return made_by.made(chance), chance


def share(tried_by: Target, seed: int, numbers: range, folder: Path) -> dict[str, object]:
    """Try the inputs of these numbers; what was found."""
    times, found = list[tuple[float, int, str]](), list[tuple[int, str, str]]()
    for number in numbers:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        faulthandler.dump_traceback_later(HANGS, exit=True)
        what, chance = input_of(tried_by, seed, number)
        began = time.process_time()
        error = failure(lambda: tried_by.tried(what, chance, folder))  # noqa: B023  # called at once
        times.append((round(time.process_time() - began, 4), number, what.name))
        faulthandler.cancel_dump_traceback_later()
        if error:
            found.append((number, kind(error, what.name), str(error)[:300]))
    slowest = sorted(times, reverse=True)[:SLOWEST]
    return {"from": numbers.start, "until": numbers.stop, "slowest": slowest, "found": found, "peak": peak()}


def main() -> None:
    """As the module says."""
    name, seed, *folder = sys.argv[1:]
    tried_by = target(name, Path(folder[0]) if folder else None)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    watch_the_time()
    with tempfile.TemporaryDirectory() as scratch:
        for line in sys.stdin:
            first, end = map(int, line.split())
            print(json.dumps(share(tried_by, int(seed), range(first, end), Path(scratch))), flush=True)


if __name__ == "__main__":
    main()
