"""Small frozen data as numbers and texts: how a value of each kind is put into them and taken out again.

A record is a row of 32-bit numbers; a text is the number of one of the texts that are stored beside them. Each is
decoded when it is asked for. Knows nothing of documents.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Literal

from tui_reader.named_tuple import NamedTuple

NUMBERS: Literal["I"] = "I"
"""The type code of 32-bit numbers in `array` and `memoryview`."""
ENCODING, SURROGATES = "utf-8", "surrogatepass"
"""Texts may hold half characters, from file names that are not UTF-8."""


class RecordWriter:
    """Takes values; each text is stored once."""

    def __init__(self) -> None:
        self.numbers = array(NUMBERS)
        self._texts: dict[str, int] = {}

    def text(self, text: str) -> int:
        """The number of a text."""
        return self._texts.setdefault(text, len(self._texts))

    def columns(self) -> list[bytes | array[int]]:
        """The numbers, where each text ends, and the texts."""
        coded = [text.encode(ENCODING, SURROGATES) for text in self._texts]
        ends, at = array(NUMBERS, [0]), 0
        for one in coded:
            at += len(one)
            ends.append(at)
        return [self.numbers, ends, b"".join(coded)]


class RecordStore:
    """Gives values back, from any place among the numbers."""

    def __init__(self, numbers: memoryview, ends: memoryview, texts: memoryview) -> None:
        self._numbers, self._ends, self._texts = numbers, ends, texts

    def text(self, number: int) -> str:
        """The text of a number. Raises IndexError."""
        ends = self._ends
        return str(self._texts[ends[number] : ends[number + 1]], ENCODING, SURROGATES)

    def at(self, place: int) -> RecordReader:
        """Reads on from a place among the numbers."""
        return RecordReader(self, iter(self._numbers[place:]))


class RecordReader:
    """Reads numbers one after the other. Raises StopIteration after the last, IndexError for an unknown text."""

    __slots__ = ("number", "store")

    def __init__(self, store: RecordStore, numbers: Iterator[int]) -> None:
        self.store, self.number = store, numbers.__next__

    def text(self) -> str:
        """The next number as a text."""
        return self.store.text(self.number())


class Form(NamedTuple):
    """How the values of a kind are stored."""

    put: Callable[[RecordWriter, Any], None]
    take: Callable[[RecordReader], Any]


def _number(put: Callable[[RecordWriter, Any], int], take: Callable[[RecordReader], Any]) -> Form:
    """A value that is one number."""
    return Form(lambda to, value: to.numbers.append(put(to, value)), take)


NUMBER = _number(lambda _, value: value, lambda source: source.number())
FLAG = _number(lambda _, value: value, lambda source: bool(source.number()))
TEXT = _number(RecordWriter.text, RecordReader.text)
REAL = _number(lambda to, value: to.text(repr(float(value))), lambda source: float(source.text()))


def member(kind: type[StrEnum]) -> Form:
    """One of an enumeration."""
    members = tuple(kind)
    return _number(lambda _, value: members.index(value), lambda source: members[source.number()])


def optional(form: Form) -> Form:
    """A value or None."""

    def put(to: RecordWriter, value: Any) -> None:
        to.numbers.append(value is not None)
        if value is not None:
            form.put(to, value)

    return Form(put, lambda source: form.take(source) if source.number() else None)


def many(form: Form) -> Form:
    """A tuple of such values."""
    put_one, take_one = form

    def put(to: RecordWriter, values: Sequence[Any]) -> None:
        to.numbers.append(len(values))
        for value in values:
            put_one(to, value)

    return Form(put, lambda source: tuple([take_one(source) for _ in range(source.number())]))


def record(kind: type, *forms: Form) -> Form:
    """A named tuple whose fields have these forms."""
    assert len(forms) == len(kind._fields)  # type: ignore[attr-defined]
    puts, takes, new = [form.put for form in forms], [form.take for form in forms], tuple.__new__

    def put(to: RecordWriter, value: Any) -> None:
        for put_field, field in zip(puts, value, strict=True):
            put_field(to, field)

    return Form(put, lambda source: new(kind, [take(source) for take in takes]))
