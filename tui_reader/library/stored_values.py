"""The values of a library: as SQLite can store them, and checked when they are read.

A check gives the value as the program uses it, text cleaned like that of a document. It raises ValueError for a wrong
one: a file may be damaged in a way that SQLite does not notice, with a word where a number was, or a time in the year
90,000.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from math import inf
from pathlib import Path
from typing import Any

from tui_reader.cleaning import clean

LATEST = 1e11
"""Seconds since 1970 after which a time is wrong: the year 5138."""


def text(value: object) -> str:
    """Words."""
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is not text")
    return clean(value)


def line(value: object) -> str:
    """Words on one line."""
    return text(value).replace("\n", " ")


def line_or_none(value: object) -> str | None:
    """Words on one line, where there are any."""
    return None if value is None else line(value)


def whole(value: object) -> int:
    """A whole number from 0."""
    return int(_number(value, int, inf))


def moment(value: object) -> float:
    """Seconds since 1970."""
    return float(_number(value, int | float, LATEST))


def seconds(value: object) -> float:
    """A time in a recording, in seconds; it may lie before the recording's beginning."""
    return -float(_number(-value, float, LATEST)) if isinstance(value, float) and value < 0 else moment(value)


def verb(value: object) -> str:
    """What a decision does; a Verb."""
    from tui_reader.document.decisions import Verb

    return Verb(text(value))


def lexicon_line(value: object) -> str:
    """A line of a lexicon."""
    from tui_reader.errors import ReaderError
    from tui_reader.narration.normalization import parse_lexicon

    try:
        parse_lexicon(text(value), "The library")
    except ReaderError as error:
        raise ValueError(str(error)) from None
    return text(value)


def stored_path(value: object) -> Path | None:
    """A path that is absolute, stored as text, or as bytes if it is not UTF-8; None for "", of what is not listed."""
    if value == "":
        return None
    if not isinstance(value, str | bytes):
        raise ValueError(f"{_shown(value)} is not a path")
    found = os.fsdecode(value)
    if "\0" in found or not Path(found).is_absolute():
        raise ValueError(f"{_shown(found)} is not a whole path")
    return Path(found)


def _number(value: object, kind: Any, most: float) -> int | float:
    if not isinstance(value, kind) or not 0 <= value <= most:
        raise ValueError(f"{_shown(value)} is not a number that can be here")
    number: int | float = value
    return number


def _shown(value: object) -> str:
    shown = ascii(value)
    return shown if len(shown) < 40 else f"{shown[:36]}..."


CHECKS: Mapping[str, Callable[[object], object]] = {
    "at": whole, "by_voices": whole, "chosen": whole, "command": text, "date": line, "document": text,
    "documents": whole, "exact": text, "first": whole, "former": text, "heard": seconds, "id": whole,
    "kept_at": moment, "key": text, "kind": text, "label": text, "length": whole, "line": lexicon_line, "lost": whole,
    "mentions": whole, "name": line_or_none, "note": line, "number": whole, "offset": whole, "one": text,
    "one_name": line, "opened_at": moment, "other": text, "other_name": line, "page": whole, "pages": whole,
    "path": stored_path, "person": text, "prefix": text, "reference": line, "role": line, "said": whole,
    "speaker": text, "suffix": text, "time": seconds, "times": whole, "title": line, "turns": whole, "typed": text,
    "value": text, "verb": verb, "voice": line, "words": text, "written": text,
}  # fmt: skip
"""By the name of a column, which means the same in each table."""


def check_row(columns: Sequence[str], row: Sequence[object]) -> tuple[Any, ...]:
    """A row with each value checked by the name of its column; columns with other names are taken as they are."""
    return tuple(CHECKS[name](value) if name in CHECKS else value for name, value in zip(columns, row, strict=True))


def path_stored(path: Path) -> str | bytes:
    """A path as SQLite can store it: as bytes if it is not UTF-8."""
    absolute = str(path.absolute())
    try:
        absolute.encode()
    except UnicodeEncodeError:
        return os.fsencode(absolute)
    return absolute


def stored_text(text: str) -> str:
    """Text as SQLite can store it: titles may come from file names that are not UTF-8."""
    return text.encode(errors="replace").decode()
