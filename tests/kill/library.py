"""Kills a reader at random moments while it reads, marks, casts and adds, and looks whether its library lost anything.

    python -m tests.kill.library [TIMES]

A process of its own (`library_reader`) reads the memorandum through a session, as a face does; it says what it is about
to do, does it, and says that it is done, which is when a face would show it as kept. It is killed (SIGKILL) up to 0.4 s
later. Then the library must open, be sound, and hold all that was done; what was being done may be there or not, and
never half.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.kill.library_model import PAGES, Act, Model, held
from tui_reader.library import Library

LONGEST = 0.4
"""Seconds from the first act to the kill, at most."""


def kill_once(folder: Path, seed: int) -> int:
    """Let a process act and kill it; gives how many acts were done. Raises AssertionError where something is lost."""
    dice = Random(seed)
    with Library(folder / "library.db") as library:
        model = held(library, folder)
    command = [sys.executable, "-m", "tests.kill.library_reader", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout
        assert process.stdout.readline() == '"ready"\n', "it could not begin"
        time.sleep(dice.uniform(0, LONGEST))
        assert process.poll() is None, "it ended by itself"
        process.kill()
        said = [json.loads(line) for line in process.stdout.read().split("\n")[:-1]]
    before, acts, pending = model, 0, None
    for what in said:
        if what == "done":
            before, acts, pending = before.after(pending), acts + 1, None
        else:
            pending = what
    with Library(folder / "library.db") as library:
        assert library._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        now = held(library, folder)
    assert now in possible(before, pending, now), f"kept: {before}\nunder way: {pending}\nfound: {now}"
    return acts


def possible(before: Model, pending: Act | None, now: Model) -> Iterator[Model]:
    """What a library may hold when `before` was shown and something was under way."""
    yield before
    if pending == ["stop"]:  # the word that was heard is the place
        if before.place <= tuple(now.place):
            yield before._replace(place=now.place)
    elif pending:
        yield before.after(pending)


def talks(folder: Path) -> None:
    """Write the documents that are added."""
    for number in range(100):
        turns = (f"{'ANNE' if turn % 2 else 'BEN'}: Word {number} of turn {turn}." for turn in range(PAGES))
        (folder / f"talk{number}.txt").write_text("\n\n".join(turns) + "\n")


def main(times: int) -> None:
    """Kill so often, in one library."""
    acts, seed = 0, int(time.time())
    with tempfile.TemporaryDirectory() as name:
        talks(Path(name))
        for number in range(times):
            acts += kill_once(Path(name), seed + number)
    print(f"{times} kills from seed {seed}, {acts} acts shown as kept: the library opened each time, nothing was lost.")


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m tests.kill.library", description="Kills a reader while it works, and looks at its library."
    )
    parser.add_argument("times", metavar="TIMES", nargs="?", type=int, default=100, help="How often; 100 if not given.")
    main(parser.parse_args().times)
