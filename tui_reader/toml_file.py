"""TOML from outside: parsed within limits and cleaned, with the lines of keys; a value is changed in place.

`tomllib` gives values but no places, and takes quadratic time for some texts. So a text is first divided into its
statements (a header, or a key with its value) in one pass that is linear in its length and checks the limits; each
statement can be parsed alone. Knows no setting.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from tui_reader.cleaning import clean
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple

Key = tuple[str, ...]
"""A key with the tables it is in: ("pauses", "change")."""

MOST_WRONG_LINES = 10
"""A file with more wrong lines is probably not TOML at all, and nothing in it is used."""
MOST_NESTED = 16
"""Brackets in each other: nothing the reader uses has over three, and `tomllib` calls itself for each."""
MOST_PARTS = 8
"""Parts of a dotted key: nothing the reader uses has over two, and the time of `tomllib` grows with their square."""
LONGEST_WORD = 200
"""Characters of a bare key or number: a number stays below the largest float, and can be printed."""
LONGEST_TEXT = 10_000
"""Characters of a text or a key in quotes: some pages."""
MOST_TOKENS = 100_000
"""Lines, keys, values and brackets: parsed in about a second."""

_KEY = r"""(?:[\w+-]++|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"|'[^'\n]*+')"""
_TOKEN = re.compile(
    rf"""(?P<end>\n)|\#[^\n]*+
    |(?P<dotted>{_KEY}(?:[ \t]*+\.[ \t]*+{_KEY}){{{MOST_PARTS}}})
    |(?P<word>[\w+-]++)
    |(?P<text>\"{{3}}(?:[^"\\]++|\\.|"{{1,2}}(?!"))*"{{3,5}}|'{{3}}(?:[^']++|'{{1,2}}(?!'))*'{{3,5}}|{_KEY})
    |(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<broken>["'])""",
    re.VERBOSE | re.DOTALL,
)
_VALUE = re.compile(r"""(=[ \t]*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"']+)([ \t]*(?:\#.*)?)$""")


class NotToml(ValueError):
    """A text is not TOML, or breaks a limit: `reason`, at `line` (from 1; None for the end of the text)."""

    def __init__(self, line: int | None, reason: str) -> None:
        super().__init__(f"line {line}: {reason}" if line else reason)
        self.line, self.reason = line, reason


class Statement(NamedTuple):
    """A header or a key with its value."""

    first: int
    """Index of its first line, from 0."""
    last: int
    """Index of its last line."""
    keys: tuple[Key, ...]
    """The keys it gives values to; for a header, the table it opens."""
    header: bool


def parse_toml(text: str) -> dict[str, Any]:
    """The values of a text, their texts and keys cleaned. Raises NotToml."""
    for _ in _spans(text):
        pass  # only for the limits
    try:
        # With a line feed at the end, an error in the last line has a line number too.
        return {clean(name): _cleaned(value) for name, value in tomllib.loads(text + "\n").items()}
    except ValueError as error:
        place = re.search(r"^(.*) \(at line (\d+), column \d+\)$", str(error))
        why, line = (place[1], int(place[2])) if place else (str(error), None)
        raise NotToml(line, f"{why[:1].lower()}{why[1:]}") from None


def parse_file(data: bytes, place: str) -> tuple[str, dict[str, Any]]:
    """The text and the values of a TOML file. Raises ReaderError, which begins with `place` and the line."""
    try:
        text = data.decode("utf-8-sig")
        return text, parse_toml(text)
    except UnicodeDecodeError as error:
        raise ReaderError(f"{place}:{_line_at(data, error)}: not UTF-8; save it as UTF-8") from None
    except NotToml as error:
        line = error.line or text.count("\n") + 1
        raise ReaderError(f"{place}:{line}: not valid TOML: {error.reason}") from None


def parse_right_lines(data: bytes) -> tuple[str, dict[str, Any], list[tuple[int, str]]]:
    """Parse a TOML file even if some of its lines are wrong.

    Returns the text with wrong lines emptied, its values, and number (from 1) and reason of each wrong line.
    """
    wrong: list[tuple[int, str]] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong.append((_line_at(data, error), "this is not UTF-8."))
        text = data.decode("utf-8-sig", errors="replace")
    lines = text.split("\n")
    for _ in range(MOST_WRONG_LINES):
        try:
            return "\n".join(lines), parse_toml("\n".join(lines)), wrong
        except NotToml as error:
            if error.line is None:
                break
            wrong.append((error.line, f"{error.reason}; this line is not used."))
            lines[error.line - 1] = ""
    return "", {}, [*wrong, (len(lines), "the file up to here is not TOML; nothing in it is used.")]


def statements(text: str) -> Iterator[Statement]:
    """The statements of a text, which must be valid TOML."""
    table: Key = ()
    lines = text.split("\n")
    for first, last in _spans(text):
        found = tomllib.loads("\n".join(lines[first : last + 1]) + "\n")
        if found:
            header = lines[first].lstrip().startswith("[")
            keys = tuple(_keys(found)) if not header else (_only_path(found),)
            if header:
                table = keys[0]
            yield Statement(first, last, keys if header else tuple(table + key for key in keys), header)


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
    before = parse_toml(text)
    end_of_line = "\r" if "\r\n" in text else ""
    written = toml_value(value)
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
    if parse_toml(changed) != _changed(before, key, value):
        raise ValueError(f"{'.'.join(key)} is written in a way that can only be changed by hand")
    return changed


def _keys(found: Mapping[str, object], inside: Key = ()) -> Iterator[Key]:
    """The full keys of all values in a parsed statement."""
    for name, value in found.items():
        if isinstance(value, dict) and value:
            yield from _keys(value, (*inside, clean(name)))
        else:
            yield (*inside, clean(name))


def _only_path(found: object) -> Key:
    """The table that a header opens, given what the header parses to; an array of tables counts as a table."""
    path: Key = ()
    while found:
        found = found[0] if isinstance(found, list) else found
        if not isinstance(found, dict) or not found:
            break
        ((name, found),) = found.items()
        path = (*path, clean(name))
    return path


def _end(lines: list[str]) -> int:
    """The index at which a new last line belongs: before empty lines at the end."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def toml_value(value: str | bool | int | float) -> str:
    """A value as TOML has it."""
    import json

    # A basic string of TOML is like one of JSON, but DEL must be escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _changed(before: dict[str, object], key: Key, value: object) -> dict[str, object]:
    """Parsed TOML with another value for a key."""
    inner = before.get(key[0])
    if len(key) == 1:
        return before | {key[0]: value}
    return before | {key[0]: _changed(inner if isinstance(inner, dict) else {}, key[1:], value)}


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The first and last line, from 0, of each statement, comment and empty line. Raises NotToml where a limit breaks.

    After a quotation mark without its partner nothing more comes: `tomllib` goes no further either.
    """
    line = first = depth = 0
    for number, token in enumerate(_TOKEN.finditer(text)):
        kind, words = token.lastgroup, token[0]
        if kind == "end":
            line += 1
            if not depth:
                yield first, line - 1
                first = line
        elif kind == "broken":
            return
        elif kind == "close":
            depth = max(0, depth - 1)
        else:
            depth += kind == "open"
            _check_limits(line, number, kind, len(words), depth)
            line += words.count("\n")
    yield first, line


def _check_limits(line: int, tokens: int, kind: str | None, length: int, depth: int) -> None:
    """Raises NotToml where a token breaks a limit."""
    if kind == "dotted":
        raise NotToml(line + 1, f"a key of more than {MOST_PARTS} parts")
    if depth > MOST_NESTED:
        raise NotToml(line + 1, f"more than {MOST_NESTED} brackets in each other")
    if kind == "word" and length > LONGEST_WORD:
        raise NotToml(line + 1, f"a key or number of more than {LONGEST_WORD} characters")
    if kind == "text" and length > LONGEST_TEXT:
        raise NotToml(line + 1, f"a text of more than {LONGEST_TEXT:,} characters")
    if tokens >= MOST_TOKENS:
        raise NotToml(line + 1, "more keys and values than the reader takes")


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(name): _cleaned(inner) for name, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _line_at(data: bytes, error: UnicodeDecodeError) -> int:
    return data.count(b"\n", 0, error.start) + 1
