"""`tui-reader accessibility`: help for screen readers, braille and low vision.

The manual's page on screen readers and the keys of plain text mode, in short plain ASCII lines: it is heard line by
line.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui_reader.cli.command import CliCommand
from tui_reader.terminal.output import print_lines

WIDTH = 76
"""Columns of the longest line: it fits a terminal of 80, and two rows of a braille display of 40 cells."""
_KEYS = "The keys of plain text mode"
_NAMES = "The commands of plain text mode, each typed or spoken and ended with Enter"
_MORE_KEYS = """\
- A number and then g goes to that turn; g alone asks for a turn, 50%, or part 2.
- D lists the documents of the library: a number opens one, slash searches all of them, a adds a folder.
- Question mark and then a key says what the key does.
"""
_MORE_NAMES = """\
- A number alone goes to that turn; go to and 50%, part 2 or a heading goes there.
- Search and words finds them; speakers, bookmark or help may have a number or words behind them too.
- Question mark and then a command says what it does.
"""


def add_arguments(_: ArgumentParser) -> None:
    """None but --help."""


def run(_: Namespace) -> int:
    """Print the page and the keys."""
    print_lines(_lines())
    return 0


def _lines() -> Iterator[str]:
    from tui_reader import manual
    from tui_reader.faces.plain.plain_words import help_lines
    from tui_reader.manual.plain_lines import plain_lines
    from tui_reader.settings import load_settings
    from tui_reader.terminal.keymap import keymap

    settings, _ = load_settings()
    yield from plain_lines(manual.page("screen-readers"), WIDTH)
    by_lines = settings.typing == "line"
    yield from ("", _NAMES if by_lines else _KEYS, "")
    yield from help_lines(keymap(settings.keymap, settings.keys).of("plain"), by_lines)
    yield ""
    yield from plain_lines(_MORE_NAMES if by_lines else _MORE_KEYS, WIDTH)


COMMAND = CliCommand("accessibility", "Help for screen readers, braille and low vision.", 110, add_arguments, run)
