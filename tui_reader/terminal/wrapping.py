"""Text into rows of a given width: the one wrapping that the screen, the plain face and print share.

Rows are offsets into the text, so a marked word, a search hit or the cursor maps onto them directly. Widths are counted
in terminal cells. Nothing here knows a document, a style or a terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from tui_reader.named_tuple import NamedTuple

ZERO_WIDTH_JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
"""Variation selector 16: the character before it is painted as an emoji, two cells wide."""
DASHES = "-–—/"
"""A word longer than a row is broken behind one of these, where it has one."""


class WrappedRow(NamedTuple):
    """A row of the wrapped text: characters from `start` up to, not including, `end`."""

    start: int
    end: int


def wrap(text: str, width: int, first: int = 0, indent: int = 0) -> list[WrappedRow]:
    """Break `text` into rows of at most `width` cells, at blanks, and at every line feed.

    `first` cells are already taken on the first row (a name before the text), `indent` cells on each other row. A word
    is broken only where it is longer than a whole row; between ideographs a row may end anywhere. A combining mark
    never begins a row. Only the blanks and line feeds at which rows were broken are in no row; an empty text is one
    empty row. A row holds at least one character, however narrow. Takes time in proportion to the text.
    """
    plain = _one_cell_each(text)
    rest = max(1, width - indent)
    room = width - first
    rows: list[WrappedRow] = []
    start = 0
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if plain and end - start <= room:
            rows.append(WrappedRow(start, _without_blanks(text, start, end)))
        else:
            _fill(rows, text, start, end, room, rest, plain)
        if end == len(text):
            return rows
        start, room = end + 1, rest


def cell_width(text: str) -> int:
    """How many cells a terminal paints `text` in."""
    if _one_cell_each(text):
        return len(text)
    return sum(cells for _, cells in _clusters(text, 0, len(text)))


def within(text: str, width: int) -> str:
    """The longest start of `text` that a terminal paints in at most `width` cells; however long the text, at once."""
    return text[: _reach(text, 0, len(text), width)]


def _fill(rows: list[WrappedRow], text: str, start: int, end: int, room: int, rest: int, plain: bool) -> None:
    """Append the rows of one line, `text[start:end]`: `room` cells for the first of them, `rest` for the others."""
    line = start
    while start < end or start == line:
        reach = min(start + max(0, room), end) if plain else _reach(text, start, end, room)
        if reach == end:
            rows.append(WrappedRow(start, _without_blanks(text, start, end)))
            return
        cut = reach if not plain and _between_ideographs(text, start, reach) else _last(text, " ", start, reach + 1)
        if cut < 0 and room < rest and (reach == start or _word_fits(text, start, end, rest, plain)):
            cut = start  # It has no place beside the name on the first row, and is whole on the next.
        elif cut < 0:
            cut = max(_last(text, dash, start, reach) for dash in DASHES) + 1 or reach
            if cut == start:
                cut = start + 1 if plain else _end_of_cluster(text, start, end)
        stop = _without_blanks(text, start, cut)
        if stop > start or cut == start:
            rows.append(WrappedRow(start, stop))
            room = rest
        # Otherwise blanks at the start of a line, before a word that needs their room: they are dropped.
        start = _after_blanks(text, cut, end)
    if not rows or rows[-1].start < line:
        rows.append(WrappedRow(line, line))


def _last(text: str, sign: str, start: int, end: int) -> int:
    """The offset of the last `sign` in `text[start:end]` that carries no combining mark, or -1."""
    at = text.rfind(sign, start, end)
    while at >= 0 and at + 1 < len(text) and _cells(text[at + 1]) == 0:
        at = text.rfind(sign, start, at)
    return at


def _without_blanks(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` when its blanks at the end are taken off."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _after_blanks(text: str, start: int, end: int) -> int:
    """The offset of the first character in `text[start:end]` that is no blank; a blank with a combining mark is one."""
    while start < end and text[start] == " " and not (start + 1 < end and _cells(text[start + 1]) == 0):
        start += 1
    return start


def _word_fits(text: str, start: int, end: int, room: int, plain: bool) -> bool:
    """Whether the word at `start` fits into `room` cells."""
    if plain:
        return text.find(" ", start, min(end, start + room + 1)) >= 0 or end - start <= room
    reach = _reach(text, start, end, room)
    return reach == end or _last(text, " ", start, reach + 1) >= 0


def _between_ideographs(text: str, start: int, at: int) -> bool:
    """Whether a row from `start` may end at `at`: an ideograph or kana begins there, and no bracket opens before it."""
    if at == start or text[at - 1] == ZERO_WIDTH_JOINER:
        return False
    return _ideograph(text[at]) and unicodedata.category(text[at - 1]) not in ("Ps", "Pi")


@cache
def _ideograph(character: str) -> bool:
    # Korean is written with blanks between words, and broken at them.
    wide_letter = unicodedata.category(character) == "Lo" and unicodedata.east_asian_width(character) == "W"
    return wide_letter and not unicodedata.name(character, "").startswith("HANGUL")


def _reach(text: str, start: int, end: int, room: int) -> int:
    """How far from `start` a row of `room` cells reaches."""
    used = 0
    for at, cells in _clusters(text, start, end):
        used += cells
        if used > room:
            return at
    return end


def cluster_end(text: str, at: int, most: int) -> int:
    """The next offset from `at` on that is not in the middle of what is painted in one place, but at most `most`."""
    while at < min(most, len(text)) and (_cells(text[at]) == 0 or text[at - 1] == ZERO_WIDTH_JOINER):
        at += 1
    return at


def _end_of_cluster(text: str, start: int, end: int) -> int:
    """The offset behind the character at `start` and all that is painted in its cells."""
    clusters = _clusters(text, start, end)
    next(clusters)
    return next(clusters, (end, 0))[0]


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each character of `text[start:end]` with what is painted in its cells (marks, joined emoji): offset and cells."""
    at = start
    while at < end:
        cells = _cells(text[at])
        stop = at + 1
        while stop < end and (_cells(text[stop]) == 0 or text[stop - 1] == ZERO_WIDTH_JOINER):
            if text[stop] == EMOJI_STYLE and cells:
                cells = 2
            stop += 1
        yield at, cells
        at = stop


def _one_cell_each(text: str) -> bool:
    """Whether each character fills one cell: so it is in most texts, which need no more than letters and quotes."""
    return text.isascii() or all(_cells(character) == 1 for character in set(text))


@cache
def _cells(character: str) -> int:
    """Cells of one character, from the Unicode database that came with Python: 0, 1 or 2."""
    code = ord(character)
    category = unicodedata.category(character)
    if category[0] == "M" or 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF or code in (0x3164, 0xFFA0):
        return 0  # Marks, and the parts of a Korean syllable that are painted into its first part's cells.
    if category == "Cf":
        # The soft hyphen and the signs before numbers and names are painted, the other format characters are not.
        return int(code in (0xAD, 0x70F, 0x110BD, 0x110CD) or unicodedata.bidirectional(character) == "AN")
    if 0x1F3FB <= code <= 0x1F3FF:
        return 0  # Skin tones colour the emoji before them.
    wide = category != "Cn" and unicodedata.east_asian_width(character) in "WF"
    return 2 if wide else 1
