"""Tables of Markdown: rows whose first cells name who speaks give labels, others their words in one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui_reader.formats.labels.clock_times import STAMP
from tui_reader.formats.labels.shapes import shape

_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,40}\|?")
_CELL = re.compile(r"(?<!\\)\|")
_TIME = re.compile(STAMP)
_SPEAKERS = frozenset(("speaker", "speakers", "name", "who", "role", "person", "character", "participant"))
_MOST_CELLS = 4


def is_table(line: str, below: str) -> bool:
    """Whether a line begins a table: a row, and below it another one or a line that divides the head from the rows."""
    if "|" not in line:
        return False
    return bool(_DELIMITERS.fullmatch(below.strip()) and "-" in below) or (line[0] == line[-1] == "|" and len(line) > 2)


def rows(lines: Sequence[str]) -> list[str]:
    """The rows as paragraphs: `**Name:** words` where a table says who speaks."""
    cells = [[cell.strip() for cell in _CELL.split(line.strip().strip("|"))] for line in lines]
    at = _name_column(cells)
    if at is None:
        return list(lines)
    made = []
    for number, (line, row) in enumerate(zip(lines, cells, strict=True)):
        if len(row) <= at + 1 or _DELIMITERS.fullmatch(line) or (number == 0 and row[at].casefold() in _SPEAKERS):
            made.append(line)
        else:
            name, words = row[at].strip("*_: "), " ".join(cell for cell in row[at + 1 :] if cell)
            before = "".join(f"{cell} " for cell in row[:at] if cell)
            made.append(f"{before}**{name}:** {words}" if name else words)
    return made


def _name_column(cells: Sequence[Sequence[str]]) -> int | None:
    """The column that names who speaks, None where there is none: the first, or behind one of times or numbers."""
    body = [row for row in cells[1:] if not all(cell.strip(":-") == "" for cell in row)]
    if len(body) < 2 or any(len(row) > _MOST_CELLS for row in body):
        return None
    for at in range(min(2, min(map(len, body)) - 1)):
        column = [row[at].strip("*_: ") for row in body]
        names = Counter(one for one in column if one)
        headed = cells[0][at].strip("*_: ").casefold() in _SPEAKERS if at < len(cells[0]) else False
        named = all(shape(name).named for name in names)
        again = len(names) >= 2 and sum(names.values()) > len(names)
        if named and (again and (headed or sum(map(len, column)) * 3 < sum(len(row[-1]) for row in body))):
            return at
        if not all(_TIME.fullmatch(one) or one.isdecimal() for one in column):
            return None
    return None
