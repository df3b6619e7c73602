"""Prints, as Markdown, what screen readers say of the reader, and how much of `less` and of a bare Textual reader.

    python -m tests.heard

Needs Debian's yasr, fenrir, orca and what tests/heard/orca.py names, and pyte.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.heard.fenrir import Fenrir
from tests.heard.listener import DRAWN, Listener, words
from tests.heard.orca import Orca
from tests.heard.yasr import Yasr
from tests.support.corpus import MEMORANDUM
from tests.support.script_help import only_help
from tui_reader.faces.printing import page_text
from tui_reader.formats import read

READERS: dict[str, Callable[..., Listener]] = {"yasr": Yasr, "Fenrir": Fenrir, "Orca": Orca}
STEPS = ("start", "next turn", "where am I", "note", "search for Castro", "end")
OURS = "tui-reader --plain"
QUIETLY = 0.7
"""Seconds without a word after which a program is taken to have answered."""
MOST = 8
"""So many times it may say more, for a program may never be quiet."""


class Program(NamedTuple):
    """A program that shows the memorandum, and its keys for the steps behind the start."""

    command: list[str]
    keys: tuple[str, ...]


PROGRAMS = {
    OURS: Program(
        [sys.executable, "-m", "tui_reader", "--plain", "--no-sound", str(MEMORANDUM)],
        ("n", "w", "p f", "/ C a s t r o enter", "2 3 g ] n"),
    ),
    "less": Program(["less", str(MEMORANDUM)], ("space", "=", "/ E x e c u t i v e enter", "/ C a s t r o enter", "G")),
    "a bare Textual reader": Program(
        [sys.executable, str(Path(__file__).with_name("bare_reader.py")), str(MEMORANDUM)], ("n", "w", "f", "/", "G")
    ),
}


def said(program: Program, reader: Callable[..., Listener]) -> Iterator[list[str]]:
    """What is said for each step; of the keys of a step, for the last."""
    with TemporaryDirectory(prefix="h") as folder:
        homes = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), folder)
        environment = homes | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PULSE_SERVER": "unix:/nonexistent"}
        listener = reader(program.command, environment)
        try:
            yield all_said(listener)
            for keys in program.keys:
                *before, last = keys.split()
                for key in before:
                    listener.press(key)
                    listener.silence(QUIETLY / 2)
                listener.silence(QUIETLY if before else 0)
                listener.press(last)
                yield all_said(listener)
        finally:
            listener.close()


def all_said(listener: Listener) -> list[str]:
    """Everything until it is quiet, without what is blank."""
    told: list[str] = []
    for turn in range(MOST):
        new = listener.silence(QUIETLY if turn else 2 * QUIETLY)
        if not new:
            break
        told += [text for text in new if text.strip() and text.strip() not in listener.own]
    return told


def missed(told: list[str], expected: list[str]) -> tuple[int, int]:
    """How many of the words that should be heard were cut in two, and how many of the others were not heard."""
    heard = words(told)
    missing = Counter(expected) - Counter(heard)
    halves = {one + other for one, other in pairwise(heard)}
    cut = sum(number for word, number in missing.items() if word in halves)
    return cut, missing.total() - cut


def shortened(told: list[str]) -> str:
    """What was said, in a cell of a table."""
    text = re.sub(r"\s+", " ", " / ".join(text.strip(" ,\n") for text in told)).replace("|", "\\|")
    return (text if len(text) <= 110 else f"{text[:100].rsplit(' ', 1)[0]} ...") or "nothing"


def main() -> None:
    """Print both tables."""
    only_help(
        "tests.heard",
        "Prints what yasr, Fenrir and Orca say of the reader, of less and of a bare Textual reader. "
        "Needs Debian's yasr, fenrir and orca, and pyte.",
    )
    document = read(MEMORANDUM)
    turns = [page_text(page, document.short_names) for page in document.pages if page.turn]
    note = document.notes[0].text or ""
    expected = words([turns[0], turns[1], note])
    heard = {
        (program, reader): list(said(PROGRAMS[program], READERS[reader])) for program in PROGRAMS for reader in READERS
    }
    print(f"| step | {' | '.join(READERS)} |\n|---|{'---|' * len(READERS)}")
    for number, step in enumerate(STEPS):
        print(f"| {step} | {' | '.join(shortened(heard[OURS, reader][number]) for reader in READERS)} |")
    print("\n| program | screen reader | utterances | words | drawing characters | words cut | words missing |")
    print("|---|---|---|---|---|---|---|")
    for (program, reader), steps in heard.items():
        told = [text for step in steps for text in step]
        cut, missing = missed(told, expected)
        drawn = sum(len(DRAWN.findall(text)) for text in told)
        print(f"| {program} | {reader} | {len(told)} | {len(words(told))} | {drawn} | {cut} | {missing} |")


if __name__ == "__main__":
    main()
