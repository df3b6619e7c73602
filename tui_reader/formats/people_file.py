"""A people file: who the speakers of one document are, written by anyone, beside the document.

`NAME.people.toml` beside `NAME.txt` holds `[[person]]` tables with `name`, `role`, `labels` (optional) and `source`,
and above them `not_labels`, a list of words that look like labels and are not. A table that is broken is a warning with
its line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tui_reader.cleaning import clean
from tui_reader.document.people.named_person import PersonEntry

_LARGEST = 1_000_000
"""Bytes."""


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
    try:
        data = path.read_bytes() if path.is_file() else None
    except OSError as error:
        return _wrong(f"{path.name}: cannot be read ({error.strerror}); the people are taken from the document alone")
    if data is None:
        return PeopleFile()
    import tomllib  # only where there is a file to read

    if len(data) > _LARGEST:
        return _wrong(f"{path.name}: larger than a people file can be; not read")
    try:
        text = data.decode("utf-8-sig")
        whole = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _wrong(f"{path.name}:{line}: not UTF-8; save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = re.sub(r" \(at .*\)$", "", str(error))
        return _wrong(f"{path.name}:{line}: not TOML: {clean(reason)}")
    tables, not_labels = whole.get("person", []), whole.get("not_labels", [])
    if not isinstance(tables, list):
        return _wrong(f"{path.name}:{_line(text, 0)}: write each person as [[person]], with two brackets")
    people, warnings = [], []
    if not _are_words(not_labels):
        warnings.append(f"{path.name}:{_line_of(text, 'not_labels')}: not_labels is a list of words in quotes")
        not_labels = []
    for number, table in enumerate(tables):
        problem = _problem(table)
        if problem:
            warnings.append(f"{path.name}:{_line(text, number)}: {problem}")
        else:
            people.append(_entry(table, path.name))
    return PeopleFile(tuple(people), tuple(clean(label) for label in not_labels), tuple(warnings))


def _wrong(warning: str) -> PeopleFile:
    return PeopleFile(warnings=(warning,))


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _problem(table: object) -> str | None:
    """What is wrong with one person's table."""
    if not isinstance(table, dict):
        return "write each person as [[person]], with two brackets"
    unknown = sorted(set(table) - {"name", "role", "labels", "source"})
    if unknown:
        return f'unknown key "{clean(unknown[0])}"; a person has name, role, labels and source'
    if not isinstance(table.get("name"), str) or not clean(table["name"]).strip():
        return "a person needs a name, in quotes"
    if any(not isinstance(table.get(key, ""), str) for key in ("role", "source")):
        return "role and source are words in quotes"
    if not _are_words(table.get("labels", [])):
        return 'labels is a list of words in quotes: labels = ["GWB", "GB"]'
    return None


def _entry(table: dict[str, object], file: str) -> PersonEntry:
    def words(key: str) -> str | None:
        return " ".join(clean(str(table.get(key) or "")).split()) or None

    labels = table.get("labels") or []
    assert isinstance(labels, list)
    return PersonEntry(
        words("name") or "", words("role"), tuple(clean(str(label)) for label in labels), words("source"), file
    )


def _line_of(text: str, key: str) -> int:
    """The line on which a key above the people stands, from 1."""
    return next((i for i, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith(key)), 1)


def _line(text: str, number: int) -> int:
    """The line on which the person of that number begins, from 1."""
    at = [i for i, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("[[person]]")]
    if number < len(at):
        return at[number]
    single = [i for i, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith(("[person", "person"))]
    return single[0] if single else 1
