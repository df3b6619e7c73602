"""A text as rows of cells: which sign divides the cells, and whether they are quoted.

The csv module reads the rows; its own guess of the dialect takes letters for signs and is not used.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterable, Iterator

from tui_reader.named_tuple import NamedTuple

_SIGNS = ("\t", ";", ",", "|")
_IN_QUOTES = r'"[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*"(?!")'
_QUOTED = re.compile(rf"{_IN_QUOTES}(?: {_IN_QUOTES})+[ \t]*$", re.MULTILINE)
"""A line of cells in quotes with a blank between, as R writes tables."""
_CHECKED = 200
"""Rows by which a sign is judged."""
_MOST_RAGGED = 0.1
"""Share of them that may have fewer cells than most."""
_RULE = re.compile(r"[\s:|+-]*-[\s:|+-]*")
"""A line of dashes below the heads, as tables in Markdown have it."""


class Rows(NamedTuple):
    """A table."""

    sign: str
    """What divides the cells."""
    rows: list[list[str]]
    """Without those that are empty; each with the same number of cells."""


def rows_of(text: str) -> Rows | None:
    """The table that a text is, None where no sign divides its lines alike."""
    first = text.lstrip("\n").partition("\n")[0]
    if _RULE.fullmatch(text.lstrip("\n").partition("\n")[2].partition("\n")[0]):
        return None  # Markdown has tables of its own
    signs = [" "] if _QUOTED.match(text.lstrip("\n")) else sorted(_SIGNS, key=first.count, reverse=True)
    for sign in signs:
        if sign in text and (rows := _read(text, sign)):
            return Rows(sign, rows)
    return None


def _read(text: str, sign: str) -> list[list[str]]:
    """The rows by this sign; none where they are not alike."""
    lines = text.split("\n")
    if sign == "\t":
        bare = [line.split(sign) for line in lines if line.strip()]
        if len({len(row) for row in bare}) == 1 and len(bare[0]) > 1:
            return [[_unquoted(cell) for cell in row] for row in bare]
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    escaped = '\\"' in text and '""' not in text.replace(f'{sign}""', "")
    reader = csv.reader(
        (f"{line}\n" for line in lines), delimiter=sign, escapechar="\\" if escaped else None,
        doublequote=not escaped, skipinitialspace=f'{sign} "' in text,
    )  # fmt: skip
    try:
        rows = [[_cell(cell) for cell in row] for row in reader if any(map(str.strip, row))]
    except csv.Error:
        return []
    return list(_alike(rows, sign))


def _alike(rows: list[list[str]], sign: str) -> Iterator[list[str]]:
    """The rows with as many cells as most have; none where many have fewer, so that it is no table."""
    checked = [len(row) for row in rows[:_CHECKED]]
    width = _commonest(checked)
    if width < 2 or sum(one < width for one in checked) > max(2, _MOST_RAGGED * len(checked)):
        return
    if 2 * sum(one == width for one in checked) < len(checked):
        return
    if len(rows[0]) == width - 1:  # R gives the column of the rows' names no head
        rows[0].insert(0, "")
    for row in rows:
        filled = [*row, *[""] * (width - len(row))]
        beyond = any(map(str.strip, filled[width:]))  # the sign stands in the words as well
        yield [*filled[: width - 1], sign.join(filled[width - 1 :])] if beyond else filled[:width]


def _commonest(widths: Iterable[int]) -> int:
    found = list(widths)
    return max(set(found), key=found.count, default=0)


def _cell(cell: str) -> str:
    return html.unescape(cell) if "&" in cell else cell


def _unquoted(cell: str) -> str:
    bare = cell.strip()
    quoted = len(bare) > 1 and bare[0] == bare[-1] == '"' and '"' not in bare[1:-1].replace('""', "")
    return _cell(bare[1:-1].replace('""', '"') if quoted else cell)
