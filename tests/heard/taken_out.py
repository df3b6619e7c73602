"""Takes each behaviour of points 1 to 22 out of a copy of the program, and prints whether its test then fails.

    python -m tests.heard.taken_out [--points 1 5 ...]

A test that passes without the behaviour that it is there for shows nothing. The table in README.md is what this prints;
all of it takes half an hour. It must run from the root of the repository. What is taken out: `takings.toml`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

FILE = Path(__file__).with_name("takings.toml")
PASSED, FAILED = 0, 1
"""Exit statuses of pytest."""


class Taking(NamedTuple):
    """A behaviour, and how it is taken out."""

    point: int
    what: str
    """What the program then does wrong, in a few words."""
    file: str
    """The module, below `tui_reader`."""
    old: str
    """Text of the module that stands there once."""
    new: str
    """What replaces it."""
    tests: list[str]
    """What must fail, as pytest is given it."""


def takings() -> list[Taking]:
    """All that are listed, in the order of their points."""
    with FILE.open("rb") as file:
        return [Taking(**row) for row in tomllib.load(file)["taking"]]


def results(wanted: list[Taking], folder: Path) -> Iterator[tuple[Taking, str]]:
    """Each with what its tests did without it: "fails", "passes", or why that is not known."""
    shutil.copytree(".", folder, ignore=shutil.ignore_patterns(".*", "__pycache__"), dirs_exist_ok=True)
    for taking in wanted:
        path = folder / "tui_reader" / taking.file
        whole = path.read_text(encoding="utf-8")
        if whole.count(taking.old) != 1:
            yield taking, f"stands there {whole.count(taking.old)} times"
            continue
        path.write_text(whole.replace(taking.old, taking.new), encoding="utf-8")
        yield taking, _run(taking.tests, folder)
        path.write_text(whole, encoding="utf-8")


def _run(tests: list[str], folder: Path) -> str:
    options = ["-q", "-x", "-n0", "-m", "e2e or not e2e", "-p", "no:cacheprovider"]
    status = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    ).returncode
    return {PASSED: "passes", FAILED: "fails"}.get(status, f"pytest ends with status {status}")


def main() -> int:
    """Print the table; the exit status is 1 where a test did not fail."""
    parser = ArgumentParser(
        prog="python -m tests.heard.taken_out",
        description="Takes each behaviour out of a copy of the program and prints whether its test fails.",
    )
    parser.add_argument("--points", nargs="+", type=int, help="numbers of points (default: all)")
    points = parser.parse_args().points
    wanted = [one for one in takings() if not points or one.point in points]
    print("| point | without it | the test | then |\n|---|---|---|---|")
    status = 0
    with TemporaryDirectory(prefix="taken") as folder:
        for taking, result in results(wanted, Path(folder)):
            tests = ", ".join(f"`{test.removeprefix('tests/')}`" for test in taking.tests)
            print(f"| {taking.point} | {taking.what} | {tests} | {result} |", flush=True)
            status |= result != "fails"
    return status


if __name__ == "__main__":
    sys.exit(main())
