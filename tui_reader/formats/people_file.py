"""A people file: who the speakers of one document are, written by anyone, beside the document.

`NAME.people.toml` beside `NAME.txt` holds `[[person]]` tables with `name`, `role`, `labels` (optional) and `source`. It
can only add to a document: one that is broken is a warning with its line.
"""

from __future__ import annotations

import re
from pathlib import Path

from tui_reader.document.known import PersonEntry
from tui_reader.formats.cleaning import clean

_LARGEST = 1_000_000
"""Bytes."""


def beside(path: Path) -> Path:
    """Where the people file of a document is looked for."""
    return path.with_name(path.stem + ".people.toml")


def load(path: Path) -> tuple[tuple[PersonEntry, ...], tuple[str, ...]]:
    """The people of the file at `path` and a warning for each thing wrong with it; nothing where there is no file."""
    try:
        data = path.read_bytes() if path.is_file() else None
    except OSError as error:
        return (), (f"{path.name}: cannot be read ({error.strerror}); the people are taken from the document alone",)
    if data is None:
        return (), ()
    import tomllib  # only where there is a file to read

    if len(data) > _LARGEST:
        return (), (f"{path.name}: larger than a people file can be; not read",)
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text).get("person", [])
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return (), (f"{path.name}:{line}: not UTF-8; save it as UTF-8",)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = re.sub(r" \(at .*\)$", "", str(error))
        return (), (f"{path.name}:{line}: not TOML: {clean(reason)}",)
    if not isinstance(tables, list):
        return (), (f"{path.name}:{_line(text, 0)}: write each person as [[person]], with two brackets",)
    people, warnings = [], []
    for number, table in enumerate(tables):
        problem = _problem(table)
        if problem:
            warnings.append(f"{path.name}:{_line(text, number)}: {problem}")
        else:
            people.append(_entry(table, path.name))
    return tuple(people), tuple(warnings)


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
    labels = table.get("labels", [])
    if not isinstance(labels, list) or any(not isinstance(label, str) for label in labels):
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


def _line(text: str, number: int) -> int:
    """The line on which the person of that number begins, from 1."""
    at = [i for i, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("[[person]]")]
    if number < len(at):
        return at[number]
    single = [i for i, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith(("[person", "person"))]
    return single[0] if single else 1
