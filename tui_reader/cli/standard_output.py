"""Output that a person names as `-`: made in a temporary folder, and written to standard output when it is complete."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_reader.errors import UsageError
from tui_reader.terminal.output import print_messages, print_text

STANDARD_OUTPUT = Path("-")


@contextmanager
def output_file(asked: Path, *, text: bool = True) -> Iterator[Path]:
    """The file to write for `asked`; for `-` a temporary one, which standard output is given when the block ends.

    Raises UsageError where a terminal would be given something else than `text`.
    """
    if asked != STANDARD_OUTPUT:
        yield asked
        return
    terminal = sys.stdout.isatty()
    if terminal and not text:
        raise UsageError(
            "It is not text, and would be written to the terminal: name a file, or pipe it into a program."
        )
    with tempfile.TemporaryDirectory(prefix="tui-reader-") as folder:
        made = Path(folder, "output")
        yield made
        if terminal:
            print_text(made.read_text(encoding="utf-8").rstrip("\n"))
            return
        sys.stdout.flush()
        with made.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def tell_written(asked: Path) -> None:
    """Say that a file was written; nothing where it was standard output."""
    if asked != STANDARD_OUTPUT:
        print_messages([f"Wrote {asked}."])
