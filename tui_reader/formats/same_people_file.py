"""A file of decisions that two are one person in all documents, to share: `[[same]]` tables in TOML.

Each has `one` and `other`, by what the two are known in every library (a full name, an id of a series, a document and
its label), and `one_name` and `other_name` for people who read the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tui_reader.cleaning import one_line
from tui_reader.errors import ReaderError, UsageError
from tui_reader.small_file import read_small

LARGEST = 500_000
"""Bytes."""
KEYS = ("one", "one_name", "other", "other_name")
_KNOWN_BY = re.compile(r"(?:name|id|document):.{1,400}")


def same_people_toml(decisions: Iterable[tuple[str, str, str, str]]) -> str:
    """The text of a file with decisions, each with the values of KEYS."""
    from tui_reader.toml_file import toml_value

    tables = (
        "".join(f"{key} = {toml_value(value)}\n" for key, value in zip(KEYS, one, strict=True)) for one in decisions
    )
    return "".join(["# Who is one person in all documents.\n", *(f"\n[[same]]\n{table}" for table in tables)])


def load(path: Path) -> list[tuple[str, str, str, str]]:
    """The decisions of a file, each with the values of KEYS.

    Raises UsageError for a missing file, ReaderError, one line, for one that is wrong.
    """
    from tui_reader.toml_file import parse_file

    data = read_small(path, LARGEST)
    if data is None:
        raise UsageError(f"{path}: there is no such file.")
    _, whole = parse_file(data, str(path))
    tables = whole.get("same", [])
    if not isinstance(tables, list) or not tables:
        raise ReaderError(f"{path}: no file of decisions: it has no [[same]].")
    return [_decision(table, f"{path}: table {number}") for number, table in enumerate(tables, 1)]


def _decision(table: object, place: str) -> tuple[str, str, str, str]:
    if not isinstance(table, Mapping) or any(not isinstance(table.get(key), str) for key in KEYS):
        raise ReaderError(f"{place} needs {', '.join(KEYS)}, in quotes.")
    one, one_name, other, other_name = (one_line(table[key], 500) for key in KEYS)
    if not (_KNOWN_BY.fullmatch(one) and _KNOWN_BY.fullmatch(other)) or one == other:
        raise ReaderError(f"{place}: one and other are two people, each by name:, id: or document:.")
    return one, one_name or one, other, other_name or other
