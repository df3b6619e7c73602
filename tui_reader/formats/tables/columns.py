"""Which column of a table says who speaks and which holds the words: by the heads, by what stands in them, or as said.

Knows rows of cells; not how they are divided in a file, nor what becomes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tui_reader.errors import UsageError
from tui_reader.formats.labels.dialogue import take_turns
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.recognisers.values import seconds
from tui_reader.formats.tables.column_names import ROLES, is_head, is_sure, rank
from tui_reader.named_tuple import NamedTuple

NOTHING = frozenset(("", "na", "nan", "null", "none", "n/a", "-"))
"""Cells without a value, in small letters."""
_MOST_FIGURES = 9
"""Figures of a column's number."""
_ABOVE = 10
"""Rows in which the heads are looked for."""
_SAMPLE = 2000
"""Rows by which a column is judged."""
_LONGEST_NAME = 60
_MOST_LONG = 0.1
"""Share of the cells of a column of names that may be longer."""
_AGAIN = 0.6
"""Names for each row, at most, where only what stands in a column tells that it holds names."""
_SPOKEN_WORDS = 3.0
"""Words in a cell, on average, where only they tell that somebody says them."""
_NAMED = 0.8
"""Share of the cells of such a column that look like names."""
_WORD = re.compile(r"[^\W\d_]+")
_IDENTIFIER = re.compile(r"[^\W\d_][\w .:()/-]{0,60}|")
"""How programs head columns: "call_id"."""
_PHONE = re.compile(r"\+?\d[\d ()/-]{4,20}")
_CLOCK = re.compile(r"[\[(]?\s*((?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,9})?)(?::\d{2})?\b")


class Columns(NamedTuple):
    """What the columns of a table are, by their numbers from 0."""

    text: int
    speaker: int | None = None
    start: int | None = None
    end: int | None = None
    heads: Sequence[str] = ()
    """Empty where the table has none."""
    first: int = 0
    """The first row below the heads."""

    def name(self, number: int) -> str:
        """A column as it is called: by its head, else by its number from 1."""
        head = self.heads[number].strip() if number < len(self.heads) else ""
        return head or f"column {number + 1}"

    def called(self, number: int) -> str:
        """A column as it is called in a sentence: "column Date", "column 3"."""
        return f"column {self.name(number).removeprefix('column ')}"

    @property
    def told(self) -> str:
        """For people: "speaker: Character, text: Line"."""
        found = ((role, getattr(self, role)) for role in ROLES)
        return ", ".join(f"{role}: {self.name(number)}" for role, number in found if number is not None)


def chosen(rows: Sequence[Sequence[str]], said: Mapping[str, str]) -> Columns:
    """The columns that a person names by number, from 1, or by head; the others as `found` has them.

    Raises UsageError for a column that the table does not have.
    """
    at, heads = _heads(rows)
    if at < 0 and not all(one.isdecimal() for one in said.values()):
        at, heads = 0, list(rows[0])
    width = len(rows[0])
    numbers: dict[str, int | None] = {}
    folded = [one.strip().casefold() for one in heads]
    for role, name in said.items():
        if name.isdecimal() and len(name) <= _MOST_FIGURES and 1 <= int(name) <= width:
            numbers[role] = int(name) - 1
        elif name.casefold() in folded:
            numbers[role] = folded.index(name.casefold())
        else:
            called = ", ".join(f"{number} {one}".strip() for number, one in enumerate(heads or [""] * width, 1))
            raise UsageError(f"There is no column {name!r}; the columns are {called}.")
    rest = found(rows) or Columns(max(range(width), key=lambda number: _words(_cells(rows, number, at + 1))))
    for role in ("start", "end", "speaker"):
        if getattr(rest, role) not in numbers.values():
            numbers.setdefault(role, getattr(rest, role))
    if numbers.get("text", rest.text) == numbers.get("speaker"):
        numbers.setdefault("speaker", None)
    text = numbers.pop("text", rest.text)
    assert text is not None
    return Columns(text, **numbers, heads=heads, first=at + 1)


def found(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns by their heads and by what stands in them; None where none holds words that somebody says."""
    at, heads = _heads(rows)
    if at < 0:
        return _without_heads(rows)
    columns = {number: _cells(rows, number, at + 1) for number in range(len(rows[0]))}
    texts = {number: cells for number, cells in columns.items() if _holds_words(cells)}
    text = _best(heads, "text", texts)
    speaker = _speaker(heads, {number: cells for number, cells in columns.items() if number != text})
    if text is None and speaker is not None:
        texts.pop(speaker, None)
        said = {one for one, cells in texts.items() if _words(cells) >= _SPOKEN_WORDS and not _is_of_few(cells)}
        text = max(said, key=lambda number: _words(texts[number]), default=None)
    if text is None:
        return None
    if speaker is None:
        speaker = next((one for one in columns if one != text and _looks_like_names(columns[one], columns[text])), None)
    if speaker is None and _words(columns[text]) < _SPOKEN_WORDS:
        return None
    times = {number: cells for number, cells in columns.items() if number not in (text, speaker) and _are_times(cells)}
    start, end = _best(heads, "start", times), _best(heads, "end", times)
    return Columns(text, speaker, start, end if end != start else None, heads, at + 1)


def time_of(cell: str) -> float | None:
    """A time in a cell, in seconds; None for anything else, such as a date."""
    clock = _CLOCK.match(cell.strip())
    return seconds(clock[1] if clock else cell.strip())


def is_nothing(cell: str) -> bool:
    """Whether a cell says that it has no value."""
    return cell.strip().casefold() in NOTHING


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, list[str]]:
    """The number of the row that holds the heads, and they; -1 where none does."""
    at = next((number for number, row in enumerate(rows[:_ABOVE]) if is_head(list(row))), -1)
    return at, [cell.strip() for cell in rows[at]] if at >= 0 else []


def _cells(rows: Sequence[Sequence[str]], number: int, first: int) -> list[str]:
    return [row[number].strip() for row in rows[first : first + _SAMPLE] if not is_nothing(row[number])]


def _best(heads: Sequence[str], role: str, columns: Mapping[int, Sequence[str]]) -> int | None:
    ranked = {number: place for number in columns if (place := rank(heads[number], role)) is not None}
    return min(ranked, key=lambda number: ranked[number], default=None)


def _speaker(heads: Sequence[str], columns: Mapping[int, Sequence[str]]) -> int | None:
    """The column of who speaks: a name rather than a number, and what may name a thing only where it comes again."""
    ranked: dict[int, tuple[bool, int]] = {}
    for number, cells in columns.items():
        place = rank(heads[number], "speaker")
        if place is None or not _may_be_names(cells):
            continue
        if is_sure(place, "speaker") or len(set(cells)) <= _AGAIN * len(cells):
            ranked[number] = (all(cell.isdecimal() for cell in cells), place)
    return min(ranked, key=lambda number: ranked[number], default=None)


def _may_be_names(cells: Sequence[str]) -> bool:
    """Whether the cells are short, and neither times nor addresses."""
    longer = sum(len(cell) > _LONGEST_NAME or cell.startswith(("http://", "https://")) for cell in cells)
    return bool(cells) and longer <= _MOST_LONG * len(cells) and not all(map(_CLOCK.match, cells))


def _looks_like_names(cells: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether what stands in a column alone makes it that of who speaks: names that come again and take turns."""
    if not _may_be_names(cells) or not take_turns(cells) or len(set(cells)) > _AGAIN * len(cells):
        return False
    changes = sum(one != other for one, other in pairwise(cells))
    named = sum(shape(cell.rstrip(":. ")).named for cell in cells)
    return named >= _NAMED * len(cells) and 3 * changes >= len(cells) and len(cells) >= len(texts) / 2


def _holds_words(cells: Sequence[str]) -> bool:
    """Whether most cells have letters, and are not all the same."""
    return bool(cells) and 2 * sum(bool(_WORD.search(cell)) for cell in cells) > len(cells)


def _words(cells: Sequence[str]) -> float:
    """The number of words in a cell, on average; signs of languages without blanks count as words of three."""
    return sum(max(len(cell.split()), sum(char > "\u2e7f" for char in cell) // 3) for cell in cells) / max(
        1, len(cells)
    )


def _are_times(cells: Sequence[str]) -> bool:
    return bool(cells) and 2 * sum(time_of(cell) is not None for cell in cells) > len(cells)


def _without_heads(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a table without heads: names that take turns stand before the words, or begin and end beside."""
    columns = {number: _cells(rows, number, 0) for number in range(len(rows[0]))}
    if _are_identifiers(rows[0], columns):
        return None  # heads, of which none says who speaks
    text = max(columns, key=lambda number: _words(columns[number]))
    if _words(columns[text]) < _SPOKEN_WORDS or _is_of_few(columns[text]):
        return None
    before = [number for number in range(text) if _looks_like_names(columns[number], columns[text])]
    spans = (pair for pair in pairwise(columns) if text not in pair and _are_spans(*(columns[one] for one in pair)))
    start, end = next(spans, (None, None))
    if not before and start is not None:
        before = [number for number in range(text) if number not in (start, end) and _are_names(columns[number])]
        if not before and len(rows) > 1:
            return Columns(text, None, start, end)
    if not before:
        return None
    named = [number for number in before if not all(map(_PHONE.fullmatch, columns[number]))] or before
    speaker = named[-1]
    if start is None:
        times = [one for one in range(len(rows[0])) if one not in (text, speaker) and _are_clocks(columns[one])]
        start, end = [*times[:2], None, None][:2]
    return Columns(text, speaker, start, end)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether all cells look like names, as they need where times tell that the rows are speech."""
    return _may_be_names(cells) and all(shape(cell.rstrip(":. ")).named for cell in cells)


def _are_identifiers(cells: Sequence[str], columns: Mapping[int, Sequence[str]]) -> bool:
    """Whether the first cells head their columns as programs do: "call_id", which comes once and is no sentence."""
    if not all(map(_IDENTIFIER.fullmatch, cells)) or any(cell.rstrip().endswith(".") for cell in cells):
        return False
    return any("_" in cell and columns[number].count(cell.strip()) == 1 for number, cell in enumerate(cells))


def _are_spans(starts: Sequence[str], ends: Sequence[str]) -> bool:
    """Whether the cells of two columns are when words begin, one after another, and when they end."""
    pairs = [(time_of(start), time_of(end)) for start, end in zip(starts, ends, strict=False)]
    spans = [(start, end) for start, end in pairs if start is not None and end is not None and start <= end]
    rises = all(after[0] >= before[0] for before, after in pairwise(spans))
    goes_on = len(spans) == 1 or (len(spans) > 1 and spans[0][0] < spans[-1][0])
    return len(spans) == len(starts) == len(ends) and rises and goes_on


def _is_of_few(cells: Sequence[str]) -> bool:
    """Whether most of the cells come again: kinds of things, and nothing that somebody says."""
    return 2 * len(set(cells)) < len(cells)


def _are_clocks(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(_CLOCK.match, cells))


def listed(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The heads of the table, or the first cell of each column, with their numbers from 1."""
    for number, cell in enumerate(rows[0], 1):
        yield f"{number} {' '.join(cell.split())[:20]}".strip()
