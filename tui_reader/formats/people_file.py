"""A people file: who the speakers of one document are, written by anyone, beside the document.

`NAME.people.toml` beside `NAME.txt` holds `[[person]]` tables with `name`, `role`, `labels` (optional) and `source`,
and above them `not_labels`, a list of words that look like labels and are not. A table that is broken is a warning with
its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.cleaning import one_line
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import ReaderError
from tui_reader.small_file import read_small

LARGEST = 250_000
"""Bytes: some thousand people."""
MOST_TOLD = 20
"""Wrong people that are told one by one."""
_BRACKETS = "write each person as [[person]], with two brackets"


def beside(path: Path) -> Path:
    """Where the people file of a document is looked for."""
    return path.with_name(path.stem + ".people.toml")


class PeopleFile(NamedTuple):
    """What a people file says."""

    entries: tuple[PersonEntry, ...] = ()
    not_labels: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    """A line for each thing wrong with it."""


def load(path: Path) -> PeopleFile:
    """What the file at `path` says, and what is wrong with it; nothing where there is no file."""
    name = one_line(path.name)
    try:
        data = read_small(path, LARGEST, name)
        if data is None:
            return PeopleFile()
        from tui_reader.toml_file import parse_file  # only where there is a file to read

        text, whole = parse_file(data, name)
    except ReaderError as error:
        return _wrong(f"{error}; the people are taken from the document alone")
    tables, not_labels = whole.get("person", []), whole.get("not_labels", [])
    if not isinstance(tables, list):
        return _wrong(f"{name}:{_lines(text, '[person', 'person')[0]}: {_BRACKETS}")
    people, warnings = [], []
    if not _are_words(not_labels):
        warnings.append(f"{name}:{_lines(text, 'not_labels')[0]}: not_labels is a list of words in quotes")
        not_labels = []
    lines = _lines(text, "[[person]]")
    for number, table in enumerate(tables):
        problem = _problem(table)
        if problem:
            warnings.append(f"{name}:{lines[min(number, len(lines) - 1)]}: {problem}")
        else:
            people.append(_entry(table, name))
    if len(warnings) > MOST_TOLD:
        warnings[MOST_TOLD:] = [f"{name}: {len(warnings) - MOST_TOLD:,} more people are wrong and left out"]
    return PeopleFile(tuple(people), tuple(map(_words, not_labels)), tuple(warnings))


def _wrong(warning: str) -> PeopleFile:
    return PeopleFile(warnings=(warning,))


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _problem(table: object) -> str | None:
    """What is wrong with one person's table."""
    if not isinstance(table, dict):
        return _BRACKETS
    unknown = sorted(set(table) - {"name", "role", "labels", "source"})
    if unknown:
        return f'unknown key "{one_line(unknown[0])}"; a person has name, role, labels and source'
    if not isinstance(table.get("name"), str) or not table["name"].strip():
        return "a person needs a name, in quotes"
    if any(not isinstance(table.get(key, ""), str) for key in ("role", "source")):
        return "role and source are words in quotes"
    if not _are_words(table.get("labels", [])):
        return 'labels is a list of words in quotes: labels = ["GWB", "GB"]'
    return None


def _entry(table: Mapping[str, Any], file: str) -> PersonEntry:
    role, source = (_words(table.get(key, "")) or None for key in ("role", "source"))
    return PersonEntry(_words(table["name"]), role, tuple(map(_words, table.get("labels", []))), source, file)


def _words(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str, *starts: str) -> list[int]:
    """The lines, from 1, that begin with one of these; the first line if none does."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith(starts)] or [1]
