"""TOML files with line numbers: wrong lines left out, the line of each key, and one value changed in place.

`tomllib` gives values but no places. A statement of TOML (a header, or a key with its value) can be parsed alone; so
the lines of keys are found by parsing statement after statement. Knows no setting.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

Key = tuple[str, ...]
"""A key with the tables it is in: ("pauses", "change")."""

MOST_WRONG_LINES = 10
"""A file with more wrong lines is probably not TOML at all, and nothing in it is used."""

_VALUE = re.compile(r"""(=[ \t]*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"']+)([ \t]*(?:\#.*)?)$""")


class Statement(NamedTuple):
    """A header or a key with its value."""

    first: int
    """Index of its first line, from 0."""
    last: int
    """Index of its last line."""
    keys: tuple[Key, ...]
    """The keys it gives values to; for a header, the table it opens."""
    header: bool


def read_toml(data: bytes) -> tuple[str, dict[str, Any], list[tuple[int, str]]]:
    """Parse a TOML file even if some of its lines are wrong.

    Returns the text with wrong lines emptied, its values, and number (from 1) and reason of each wrong line.
    """
    wrong: list[tuple[int, str]] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong.append((data.count(b"\n", 0, error.start) + 1, "this is not UTF-8."))
        text = data.decode("utf-8-sig", errors="replace")
    lines = text.split("\n")
    for _ in range(MOST_WRONG_LINES):
        try:
            # With a line feed at the end, an error in the last line has a line number too.
            return "\n".join(lines), tomllib.loads("\n".join([*lines, ""])), wrong
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"^(.*) \(at line (\d+), column \d+\)$", str(error))
            if place is None:
                break
            why, number = place[1], int(place[2])
            wrong.append((number, f"{why[:1].lower()}{why[1:]}; this line is not used."))
            lines[number - 1] = ""
        except (ValueError, RecursionError):
            break  # Numbers of thousands of digits, or lists nested too deeply.
    return "", {}, [*wrong, (len(lines), "the file up to here is not TOML; nothing in it is used.")]


def change_file(path: Path, key: Key, value: str | bool | int | float) -> None:
    """Write a value for a key into a file, which is made if it is not there and is whole at every moment.

    Raises OSError if the file cannot be written, ValueError if it cannot be changed safely.
    """
    path = path.resolve()  # a link stays a link
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_bytes() if path.exists() else b""
    try:
        new = with_value(old.decode("utf-8-sig"), key, value).encode()
    except UnicodeDecodeError:
        raise ValueError("the file is not UTF-8") from None
    except RecursionError:
        raise ValueError("the file is not TOML") from None
    if new == old:
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            file.close()  # Windows cannot replace an open file.
            temporary.replace(path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()
            raise


def statements(text: str) -> Iterator[Statement]:
    """The statements of a text, which must be valid TOML."""
    table: Key = ()
    lines = text.split("\n")
    first = 0
    for last in range(len(lines)):
        try:
            found = tomllib.loads("\n".join(lines[first : last + 1]))
        except tomllib.TOMLDecodeError:
            continue  # a value of several lines, not complete yet
        if found:
            header = lines[first].lstrip().startswith("[")
            keys = tuple(_keys(found)) if not header else (_only_path(found),)
            if header:
                table = keys[0]
            yield Statement(first, last, keys if header else tuple(table + key for key in keys), header)
        first = last + 1


def lines_of(text: str) -> dict[Key, int]:
    """The line, from 1, on which each key and table first stands. `text` must be valid TOML."""
    lines: dict[Key, int] = {}
    for statement in statements(text):
        for key in statement.keys:
            for length in range(1, len(key) + 1):
                lines.setdefault(key[:length], statement.first + 1)
    return lines


def with_value(text: str, key: Key, value: str | bool | int | float) -> str:
    """The text with a value for a key: changed where it stands, or added to its table; all else stays as it is.

    Raises ValueError if the text is not TOML, or written in a way in which the value cannot be changed safely.
    """
    before = tomllib.loads(text)
    end_of_line = "\r" if "\r\n" in text else ""
    written = _toml_of(value)
    lines = text.split("\n")
    found = list(statements(text))
    statement = next((one for one in found if not one.header and key in one.keys), None)
    if statement:
        line = lines[statement.first]
        bare = line.removesuffix("\r")
        lines[statement.first] = _VALUE.sub(lambda m: m[1] + written + m[3], bare) + line[len(bare) :]
    else:
        new = f"{key[-1]} = {written}{end_of_line}"
        table = next((one for one in found if one.header and one.keys == (key[:-1],)), None)
        if len(key) == 1:
            lines.insert(next((one.first for one in found if one.header), _end(lines)), new)
        elif table:
            lines.insert(table.last + 1, new)
        else:
            at = _end(lines)
            lines[at:at] = [*([end_of_line] if at else []), f"[{'.'.join(key[:-1])}]{end_of_line}", new]
        if lines[-1]:
            lines.append("")
    changed = "\n".join(lines)
    if tomllib.loads(changed) != _changed(before, key, value):
        raise ValueError(f"{'.'.join(key)} is written in a way that can only be changed by hand")
    return changed


def _keys(found: Mapping[str, object], inside: Key = ()) -> Iterator[Key]:
    """The full keys of all values in a parsed statement."""
    for name, value in found.items():
        if isinstance(value, dict) and value:
            yield from _keys(value, (*inside, name))
        else:
            yield (*inside, name)


def _only_path(found: object) -> Key:
    """The table that a header opens, given what the header parses to; an array of tables counts as a table."""
    path: Key = ()
    while found:
        found = found[0] if isinstance(found, list) else found
        if not isinstance(found, dict) or not found:
            break
        ((name, found),) = found.items()
        path = (*path, name)
    return path


def _end(lines: list[str]) -> int:
    """The index at which a new last line belongs: before empty lines at the end."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _toml_of(value: str | bool | int | float) -> str:
    # A basic string of TOML is like one of JSON, but DEL must be escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _changed(before: dict[str, object], key: Key, value: object) -> dict[str, object]:
    """Parsed TOML with another value for a key."""
    inner = before.get(key[0])
    if len(key) == 1:
        return before | {key[0]: value}
    return before | {key[0]: _changed(inner if isinstance(inner, dict) else {}, key[1:], value)}
