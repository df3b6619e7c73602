"""A long text in pieces of UTF-8, of which only those that are asked for are decoded."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, cast

from tui_reader.packed.records import ENCODING, NUMBERS, SURROGATES

if TYPE_CHECKING:
    from tui_reader.packed.packed_file import FileColumn

PIECE = 4096
"""Characters of a piece."""


def text_columns(text: str) -> tuple[array[int], bytes]:
    """The length of a text and where each piece ends, and the pieces."""
    pieces = [text[start : start + PIECE].encode(ENCODING, SURROGATES) for start in range(0, len(text), PIECE)]
    ends, at = array(NUMBERS, [len(text), 0]), 0
    for piece in pieces:
        at += len(piece)
        ends.append(at)
    return ends, b"".join(pieces)


class PackedText:
    """Takes the place of a text: its slices are texts, and `str` gives all of it, which is kept then."""

    def __init__(self, ends: memoryview, pieces: memoryview | FileColumn) -> None:
        """Takes what `text_columns` makes."""
        self._length, self._ends, self._pieces = ends[0], ends[1:], pieces
        self._whole: str | None = None
        self._last = -1, ""

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, wanted: slice) -> str:
        start, stop, _ = wanted.indices(self._length)
        if self._whole is not None or stop <= start:
            return (self._whole or "")[start:stop]
        first, last = start // PIECE, (stop - 1) // PIECE
        words = self._piece(first) if first == last else "".join(map(self._piece, range(first, last + 1)))
        return words[start - first * PIECE : stop - first * PIECE]

    def _piece(self, number: int) -> str:
        at, words = self._last
        if at != number:
            words = str(self._pieces[self._ends[number] : self._ends[number + 1]], ENCODING, SURROGATES)
            self._last = number, words
        return words

    def __str__(self) -> str:
        if self._whole is None:
            self._whole = str(self._pieces[:], ENCODING, SURROGATES)
        return self._whole

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, str | PackedText) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        return str, (str(self),)


def as_text(text: PackedText) -> str:
    """The same with the type of a text: a `Document` gives all of it when it is asked for, and its turns slice it."""
    return cast(str, text)
