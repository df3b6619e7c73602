"""The text of a TOML file: read line by line where lines are wrong, the line of each key, one value changed.

`tomllib` tells values but no places. A statement of TOML (a header, or a key with its value) can be parsed alone, so
places are found by parsing statement for statement. Knows no setting.
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
"""A key with the tables around it: ("pauses", "change")."""

MOST_WRONG_LINES = 10
"""A file with more lines that are no TOML is something else, and nothing of it is used."""

_VALUE = re.compile(r"""(=[ \t]*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"']+)([ \t]*(?:\#.*)?)$""")


class Statement(NamedTuple):
    """A header or a key with its value."""

    first: int
    """Index of its first line, from 0."""
    last: int
    """Index of its last line."""
    keys: tuple[Key, ...]
    """All that it gives a value to; for a header, the table it opens."""
    header: bool


def read_toml(data: bytes) -> tuple[str, dict[str, Any], list[tuple[int, str]]]:
    """The text without the lines that are no TOML, what it says, and for each of those lines its number and why."""
    wrong: list[tuple[int, str]] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong.append((data.count(b"\n", 0, error.start) + 1, "this is not UTF-8."))
        text = data.decode("utf-8-sig", errors="replace")
    lines = text.split("\n")
    for _ in range(MOST_WRONG_LINES):
        try:
            # With a line feed at the end, what is wrong in the last line has a line number too.
            return "\n".join(lines), tomllib.loads("\n".join([*lines, ""])), wrong
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"^(.*) \(at line (\d+), column \d+\)$", str(error))
            if place is None:
                break
            why, number = place[1], int(place[2])
            wrong.append((number, f"{why[:1].lower()}{why[1:]}; this line is not used."))
            lines[number - 1] = ""
        except (ValueError, RecursionError):
            break  # Numbers of thousands of digits, or lists in lists without end.
    return "", {}, [*wrong, (len(lines), "up to here this is no TOML; nothing of the file is used.")]


def change_file(path: Path, key: Key, value: str | bool | int | float) -> None:
    """Write that value for that key into the file, or into a new one; the file is whole at every moment.

    Raises OSError where the file cannot be written, ValueError where it cannot be changed safely.
    """
    path = path.resolve()  # A link to a file elsewhere stays a link.
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_bytes() if path.exists() else b""
    try:
        new = with_value(old.decode("utf-8-sig"), key, value).encode()
    except UnicodeDecodeError:
        raise ValueError("the file is not UTF-8") from None
    except RecursionError:
        raise ValueError("the file is no TOML") from None
    if new == old:
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", delete=False) as file:
        made = Path(file.name)
        try:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
            made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            file.close()  # Windows replaces no open file.
            made.replace(path)
        except OSError:
            with suppress(OSError):
                made.unlink()
            raise


def statements(text: str) -> Iterator[Statement]:
    """The statements of a text that `tomllib` has read without an error."""
    table: Key = ()
    lines = text.split("\n")
    first = 0
    for last in range(len(lines)):
        try:
            found = tomllib.loads("\n".join(lines[first : last + 1]))
        except tomllib.TOMLDecodeError:
            continue  # A value of many lines: not at its end yet.
        if found:
            header = lines[first].lstrip().startswith("[")
            keys = tuple(_keys(found)) if not header else (_only_path(found),)
            if header:
                table = keys[0]
            yield Statement(first, last, keys if header else tuple(table + key for key in keys), header)
        first = last + 1


def lines_of(text: str) -> dict[Key, int]:
    """The line, from 1, on which each key and table first stands. `text` is one that `tomllib` reads."""
    lines: dict[Key, int] = {}
    for statement in statements(text):
        for key in statement.keys:
            for length in range(1, len(key) + 1):
                lines.setdefault(key[:length], statement.first + 1)
    return lines


def with_value(text: str, key: Key, value: str | bool | int | float) -> str:
    """The text with that value for that key: changed where it stands, or put into its table, all else kept.

    Raises ValueError where the text is no TOML or is written in a way that this cannot change safely.
    """
    before = tomllib.loads(text)
    end_of_line = "\r" if "\r\n" in text else ""
    written = _written(value)
    lines = text.split("\n")
    made = list(statements(text))
    there = next((s for s in made if not s.header and key in s.keys), None)
    if there:
        line = lines[there.first]
        bare = line.removesuffix("\r")
        lines[there.first] = _VALUE.sub(lambda m: m[1] + written + m[3], bare) + line[len(bare) :]
    else:
        new = f"{key[-1]} = {written}{end_of_line}"
        table = next((s for s in made if s.header and s.keys == (key[:-1],)), None)
        if len(key) == 1:
            lines.insert(next((s.first for s in made if s.header), _end(lines)), new)
        elif table:
            lines.insert(table.last + 1, new)
        else:
            at = _end(lines)
            lines[at:at] = [*([end_of_line] if at else []), f"[{'.'.join(key[:-1])}]{end_of_line}", new]
        if lines[-1]:
            lines.append("")
    changed = "\n".join(lines)
    if tomllib.loads(changed) != _changed(before, key, value):
        raise ValueError(f"{'.'.join(key)} is written there in a way that only an editor can change")
    return changed


def _keys(found: Mapping[str, object], inside: Key = ()) -> Iterator[Key]:
    for name, value in found.items():
        if isinstance(value, dict) and value:
            yield from _keys(value, (*inside, name))
        else:
            yield (*inside, name)


def _only_path(found: object) -> Key:
    """The path of a header, which is all that is in `found`: an array of tables counts as a table."""
    path: Key = ()
    while found:
        found = found[0] if isinstance(found, list) else found
        if not isinstance(found, dict) or not found:
            break
        ((name, found),) = found.items()
        path = (*path, name)
    return path


def _end(lines: list[str]) -> int:
    """Where a line is put to be the last one."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _written(value: str | bool | int | float) -> str:
    # A basic string of TOML is written as one of JSON, save that DEL must be escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _changed(before: dict[str, object], key: Key, value: object) -> dict[str, object]:
    inner = before.get(key[0])
    if len(key) == 1:
        return before | {key[0]: value}
    return before | {key[0]: _changed(inner if isinstance(inner, dict) else {}, key[1:], value)}
