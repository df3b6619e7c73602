"""Values that are typed on the command line, checked: a path, a number, a speed, a width, a port, formats.

Each function takes what was typed and gives the value, and raises ArgumentTypeError with what is wrong.
"""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.paths import MEMORANDUM

if TYPE_CHECKING:
    from tui_reader.narration.narration_options import NoteReading


def document_path(typed: str) -> Path:
    """The path of a document; `-` is standard input.

    The name of the memorandum that came with the program means that, unless this folder has such a file.
    """
    if not typed:
        raise ArgumentTypeError("the file's name is empty")
    name, sign, part = typed.partition("#")
    if name == MEMORANDUM.name and not any(map(os.path.lexists, (typed, name))):
        return MEMORANDUM.with_name(f"{name}{sign}{part}")
    return Path(typed).absolute() if typed.startswith("./-") else Path(typed)  # "./-" is a file named "-"


def sound_path(typed: str) -> Path:
    """The path of a sound file."""
    if not typed:
        raise ArgumentTypeError("the sound file's name is empty")
    return Path(typed)


def speed(typed: str) -> float:
    """A factor from 0.5 to 4."""
    return _decimal(typed, 0.5, 4, "a speed from 0.5 to 4")


def loudness(typed: str) -> float:
    """LUFS, from -40 to -5."""
    return _decimal(typed, -40, -5, "a loudness from -40 to -5 LUFS")


def width(typed: str) -> int:
    """Columns, from 20 to 200."""
    return _whole(typed, 20, 200, "a width from 20 to 200")


def port(typed: str) -> int:
    """A TCP port; 0 stands for any that is free."""
    return _whole(typed, 0, 65535, "a port from 0 to 65535")


def number(typed: str) -> int:
    """A number from 1."""
    return _whole(typed, 1, None, "a number from 1")


def turn_number(typed: str) -> int:
    """The number of a turn, from 1."""
    return _whole(typed, 1, None, "the number of a turn")


def line_number(typed: str) -> int:
    """The number of a line of a file, from 1."""
    return _whole(typed, 1, None, "the number of a line")


def note_reading(typed: str) -> NoteReading:
    """When footnotes are read."""
    from tui_reader.narration.narration_options import NoteReading

    try:
        return NoteReading(typed)
    except ValueError:
        raise ArgumentTypeError(f"{typed!r} is not one of {', '.join(NoteReading)}") from None


def language(typed: str) -> str:
    """The tag of a language (BCP 47), typed as a tag or as its English name."""
    from tui_reader.document.language_tags import to_tag

    tag = to_tag(typed)
    if not tag:
        raise ArgumentTypeError(f"{typed!r} is no language; type its tag, such as fr or pt-BR")
    return tag


def columns(typed: str) -> tuple[tuple[str, str], ...]:
    """Columns of a table, such as speaker=2,text=3: what each is, and its number from 1 or its head."""
    from tui_reader.formats.tables.column_names import ROLES

    found: list[tuple[str, str]] = []
    for one in typed.split(","):
        role, sign, column = (word.strip() for word in one.partition("="))
        if role not in ROLES or not (sign and column):
            raise ArgumentTypeError(f"{one!r} is no column; type {', '.join(ROLES)} with = and a number or a head")
        if role in dict(found):
            raise ArgumentTypeError(f"{role} is chosen twice")
        found.append((role, column))
    return tuple(found)


def format_names(typed: str) -> tuple[str, ...]:
    """Formats separated by commas, each without its full stop."""
    return tuple(filter(None, (word.strip().removeprefix(".").lower() for word in typed.split(","))))


def _decimal(typed: str, least: float, most: float, wanted: str) -> float:
    try:
        value = float(typed)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise ArgumentTypeError(f"{typed!r} is not {wanted}")
    return value


_MOST_FIGURES = 18
"""Figures of a whole number that somebody may mean."""


def _whole(typed: str, least: int, most: int | None, wanted: str) -> int:
    is_number = typed.isdecimal() and len(typed) <= _MOST_FIGURES  # int() refuses thousands of them
    if not is_number or int(typed) < least or (most is not None and int(typed) > most):
        raise ArgumentTypeError(f"{typed!r} is not {wanted}")
    return int(typed)
