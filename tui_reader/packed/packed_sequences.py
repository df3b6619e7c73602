"""The notes, the residue and the times of a document as columns of numbers; each item is made when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Literal

from tui_reader.document.lazy_sequence import LazySequence
from tui_reader.document.model import Passage, Residue, Span, SpokenAt
from tui_reader.packed.records import NUMBERS, Form, RecordStore, RecordWriter

if TYPE_CHECKING:
    from tui_reader.packed.packed_text import PackedText

REALS: Literal["d"] = "d"
"""The type code of numbers with a fraction."""
_ROW = 5
"""Numbers of a piece of residue."""
_new = tuple.__new__


def put_each(to: RecordWriter, form: Form, items: Sequence[object]) -> array[int]:
    """Put items among the numbers; where each begins."""
    starts = array(NUMBERS)
    for item in items:
        starts.append(len(to.numbers))
        form.put(to, item)
    return starts


def packed_items(store: RecordStore, form: Form, starts: memoryview) -> LazySequence[Any]:
    """The items that `put_each` has put."""
    return LazySequence(len(starts), lambda index: form.take(store.at(starts[index])))


class PackedPassages(Mapping[int, Passage]):
    """The passages that are stored whole, by their index among all."""

    def __init__(self, indexes: memoryview, passages: Sequence[Passage]) -> None:
        self._places = {index: place for place, index in enumerate(indexes)}
        self._passages = passages

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __getitem__(self, index: int) -> Passage:
        return self._passages[self._places[index]]


def residue_column(to: RecordWriter, residue: Sequence[Residue], text: str) -> array[int]:
    """The residue in rows of numbers: its place, why it is residue, and its text where another is printed there."""
    column = array(NUMBERS)
    for words, (start, end), why, inline in residue:
        printed = text[start:end] == words
        column.extend((start, end, to.text(why), inline, 0 if printed else to.text(words) + 1))
    return column


def packed_residue(store: RecordStore, column: memoryview, text: PackedText) -> LazySequence[Residue]:
    """The residue of such rows."""

    def make(index: int) -> Residue:
        start, end, why, inline, words = column[_ROW * index : _ROW * (index + 1)]
        printed = store.text(words - 1) if words else text[start:end]
        return _new(Residue, (printed, _new(Span, (start, end)), store.text(why), bool(inline)))

    return LazySequence(len(column) // _ROW, make)


def time_columns(times: Sequence[SpokenAt]) -> list[array[Any]]:
    """The places, whether each is a word's, the starts and the ends; not a number where the end is not known."""
    return [
        array(NUMBERS, [one.place for one in times]),
        array(NUMBERS, [one.is_word for one in times]),
        array(REALS, [one.start for one in times]),
        array(REALS, [nan if one.end is None else one.end for one in times]),
    ]


def packed_times(
    places: memoryview, words: memoryview, starts: memoryview[float], ends: memoryview[float]
) -> LazySequence[SpokenAt]:
    """The times of such columns."""

    def make(index: int) -> SpokenAt:
        end = ends[index]
        return SpokenAt(places[index], starts[index], None if isnan(end) else end, bool(words[index]))

    return LazySequence(len(places), make)
