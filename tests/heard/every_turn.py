"""Prints, as Markdown, whether screen readers say three documents word for word and once, from a full terminal.

    python -m tests.heard.every_turn [--readers yasr ...] [--columns 80 ...]

What is printed is what plain text mode writes for the same keys where nobody listens. Needs what
`python -m tests.heard` needs; all of it takes a quarter of an hour.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.heard.documents import Heard, documents
from tests.heard.full_terminal import READERS, listen
from tests.heard.listener import QUIET, Listener, words
from tests.support.plain_answers import answers
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions

ENOUGH = 4.0
"""Seconds without a new word after which the rest of an answer is taken to be left out."""


class Comparison(NamedTuple):
    """What was heard beside what was printed."""

    printed: list[str]
    heard: list[str]

    @property
    def is_the_same(self) -> bool:
        """Whether each word was heard once, in order."""
        return self.printed == self.heard

    @property
    def counts(self) -> tuple[int, int]:
        """How many words were not heard, and how many were heard that were not printed, or once more."""
        printed, heard = Counter(self.printed), Counter(self.heard)
        return (printed - heard).total(), (heard - printed).total()

    def differences(self) -> list[str]:
        """Where they differ, each in a line."""
        matcher = SequenceMatcher(None, self.printed, self.heard, autojunk=False)
        return [
            f"printed {' '.join(self.printed[max(0, a - 2) : b + 1])!r}, "
            f"heard {' '.join(self.heard[max(0, c - 2) : d + 1])!r}"
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag != "equal"
        ]


def printed(document: Heard, columns: int) -> list[str]:
    """What the plain face writes on opening, and for each key."""
    return answers(document.path, document.keys, ReadingOptions(library=NO_LIBRARY, sound=False), columns)


def heard(listener: Listener, expected: Sequence[str], keys: Sequence[str]) -> Comparison:
    """What is heard on opening and for each key, when as many words were said as were printed."""
    told = _answer(listener, expected[0])
    for key, text in zip(keys, expected[1:], strict=True):
        listener.press(key)
        told += _answer(listener, text)
    return Comparison(words(expected), words(told))


def _answer(listener: Listener, expected: str) -> list[str]:
    """What is said until it is enough, or nothing more comes."""
    told: list[str] = []
    last = time.monotonic()
    while len(words(told)) < len(words(expected)) and time.monotonic() - last < ENOUGH:
        new = [text for text in listener.silence(0.02) if text.strip() not in listener.own]
        if new:
            told, last = told + new, time.monotonic()
    return told + listener.silence(QUIET)


def environment(folder: str) -> dict[str, str]:
    """Where nothing is known and nothing sounds."""
    homes = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), folder)
    return homes | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PULSE_SERVER": "unix:/nonexistent"}


def main() -> None:
    """Print the table, and below it every difference."""
    parser = ArgumentParser(
        prog="python -m tests.heard.every_turn",
        description="Prints whether screen readers say every turn of three documents word for word and once.",
    )
    parser.add_argument("--readers", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--columns", nargs="+", type=int, default=[80, 60, 40])
    options = parser.parse_args()
    print("| document | columns | screen reader | words printed | not heard | heard too much | each once, in order |")
    print("|---|---|---|---|---|---|---|")
    differences: list[str] = []
    with TemporaryDirectory() as shelf:
        os.environ.update(environment(shelf))
        every = documents(Path(shelf))
        for name, columns, reader in product(every, options.columns, options.readers):
            result = _listened(reader, every[name], columns)
            missing, more = result.counts
            same = "yes" if result.is_the_same else "no"
            row = f"| {name} | {columns} | {reader} | {len(result.printed)} | {missing} | {more} | {same} |"
            print(row, flush=True)
            differences += [f"{name}, {columns}, {reader}: {one}" for one in result.differences()]
    print("", *differences, sep="\n")


def _listened(reader: str, document: Heard, columns: int) -> Comparison:
    with TemporaryDirectory(prefix="h") as folder:  # yasr dies of long paths
        command = [sys.executable, "-m", "tui_reader", "--plain", "--no-sound", str(document.path)]
        with closing(listen(reader, command, environment(folder), columns)) as listener:
            return heard(listener, printed(document, columns), document.keys)


if __name__ == "__main__":
    main()
