"""The turns of a long document in columns of numbers: a tenth of the memory, and each is made when it is asked for.

A passage's words stand in `Document.text` already, white space aside; so its spans give them back. Where they do not,
and where there are marks, the passage itself is kept. Knows no file and no face.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from operator import sub
from typing import NamedTuple

from tui_reader.document.lazy_sequence import LazySequence
from tui_reader.document.model import Document, Kind, Label, Page, Part, Passage, Span, Turn

MANY = 2_000
"""Turns from which on a part is packed."""
_KINDS = tuple(Kind)
_KIND = {kind: number for number, kind in enumerate(_KINDS)}
_FOLDED = 0x80
"""Stands with the kind of a passage in which white space was folded."""
_SPEECH = _KIND[Kind.SPEECH]
_KEPT = 0x40
"""Stands with the kind of a passage that is kept as it is."""
_BLANK = re.compile(r"\s")
_BLANK_IN_VERSE = re.compile(r"[^\S\n]")
_new = tuple.__new__
"""The quick way to named tuples."""


class _Columns(NamedTuple):
    """A number for each turn, passage or span."""

    names: array[int]
    """By turn: the index of its label and speaker."""
    label_starts: array[int]
    label_ends: array[int]
    passages: array[int]
    """By turn: its first passage; and where one more would begin."""
    kinds: bytearray
    """By passage."""
    spans: array[int]
    """By passage: its first span; and where one more would begin."""
    starts: array[int]
    """By span."""
    ends: array[int]


class ColumnarTurns(LazySequence[Turn]):
    """The turns of a part, packed."""

    def __init__(
        self, text: str, number: int, names: Sequence[tuple[str, str]], columns: _Columns, kept: Mapping[int, Passage]
    ) -> None:
        """`text` is the document's, `number` the first turn's.

        `names` are labels and whose they are, `kept` the passages that the text does not give back, by their index.
        """
        super().__init__(len(columns.names), self._turn)
        self._text, self._number, self._names, self._columns, self._odd = text, number, names, columns, kept

    def __reduce__(self) -> tuple[object, ...]:
        return ColumnarTurns, (self._text, self._number, self._names, self._columns, self._odd)

    def _turn(self, index: int) -> Turn:
        names, label_starts, label_ends, passages, _, _, _, _ = self._columns
        label, speaker = self._names[names[index]]
        span = _new(Span, (label_starts[index], label_ends[index]))
        made = tuple(map(self._passage, range(passages[index], passages[index + 1])))
        return _new(Turn, (self._number + index, speaker, _new(Label, (label, span)), made))

    def _passage(self, at: int) -> Passage:
        _, _, _, _, kinds, spans, starts, ends = self._columns
        kind, first, last = kinds[at], spans[at], spans[at + 1]
        if kind & _KEPT:
            return self._odd[at]
        if last - first == 1:
            start, end = starts[first], ends[first]
            words = self._text[start:end]
            places: tuple[Span, ...] = (_new(Span, (start, end)),)
        else:
            places = tuple([Span(starts[one], ends[one]) for one in range(first, last)])
            words = "".join([self._text[start:end] for start, end in places])
        if kind & _FOLDED:
            kind &= ~_FOLDED
            words = _folded(words, _KINDS[kind])
        return _new(Passage, (_KINDS[kind], words, places, ()))

    @property
    def speakers(self) -> Iterator[str]:
        """Whose turns they are, in order."""
        return map([speaker for _, speaker in self._names].__getitem__, self._columns.names)

    @property
    def labels(self) -> Iterator[str]:
        """Their labels as printed, in order."""
        return map([label for label, _ in self._names].__getitem__, self._columns.names)

    @property
    def lengths(self) -> Iterator[int]:
        """How many characters the passages of each have together."""
        _, _, _, passages, _, spans, starts, ends = self._columns
        sizes = list(accumulate(map(sub, ends, starts), initial=0))
        until = list(map(sizes.__getitem__, map(spans.__getitem__, passages)))
        return map(sub, until[1:], until)

    @property
    def marked(self) -> Iterator[int]:
        """The indexes of those in which there may be marks, in order."""
        passages = self._columns.passages
        return iter(dict.fromkeys(bisect_right(passages, at) - 1 for at in self._odd))

    def given_to(self, owner: Mapping[str, str]) -> ColumnarTurns:
        """The same turns where each label that has an owner here is that person's."""
        names = [(label, owner.get(label, speaker)) for label, speaker in self._names]
        return ColumnarTurns(self._text, self._number, names, self._columns, self._odd)


def _folded(words: str, kind: Kind) -> str:
    return (_BLANK_IN_VERSE if kind is Kind.VERSE else _BLANK).sub(" ", words)


def is_columnar(document: Document) -> bool:
    """Whether turns of it are packed."""
    return any(isinstance(part.turns, ColumnarTurns) for part in document.parts)


def to_columns(document: Document) -> Document:
    """The same document, the turns of its long parts packed."""
    if not any(len(part.turns) >= MANY and not isinstance(part.turns, ColumnarTurns) for part in document.parts):
        return document
    return document._replace(parts=tuple(_packed(document.text, part) for part in document.parts))


def _packed(text: str, part: Part) -> Part:
    """The part with its turns packed. A column at a time: so it takes half the time."""
    turns = part.turns
    if len(turns) < MANY or isinstance(turns, ColumnarTurns) or len(text) >= 1 << 32:
        return part
    first = turns[0].number
    if [turn[0] for turn in turns] != list(range(first, first + len(turns))):
        return part
    labels = [turn[2] for turn in turns]
    places = [label[1] for label in labels]
    printed, ids = [label[0] for label in labels], [turn[1] for turn in turns]
    names = {name: index for index, name in enumerate(dict.fromkeys(zip(printed, ids, strict=True)))}
    passages = list(chain.from_iterable([turn[3] for turn in turns]))
    spans = list(chain.from_iterable([passage[2] for passage in passages]))
    speech = Kind.SPEECH
    columns = _Columns(
        array("I", map(names.__getitem__, zip(printed, ids, strict=True))),
        array("I", [place[0] for place in places]),
        array("I", [place[1] for place in places]),
        array("I", accumulate([len(turn[3]) for turn in turns], initial=0)),
        bytearray([_SPEECH if passage[0] is speech else _KIND[passage[0]] for passage in passages]),
        array("I", accumulate([len(passage[2]) for passage in passages], initial=0)),
        array("I", [span[0] for span in spans]),
        array("I", [span[1] for span in spans]),
    )
    kept: dict[int, Passage] = {}
    for at, passage in enumerate(passages):
        _, words, own, marks = passage
        if marks or len(own) != 1 or text[own[0][0] : own[0][1]] != words:
            way = _way_back(text, passage)
            columns.kinds[at] |= way
            if way == _KEPT:
                kept[at] = passage
    return part._replace(turns=ColumnarTurns(text, first, tuple(names), columns, kept))


def _way_back(text: str, passage: Passage) -> int:
    """What stands with its kind: how the passage comes back from its spans."""
    words = "".join([text[start:end] for start, end in passage.spans])
    if passage.marks or (words != passage.text and _folded(words, passage.kind) != passage.text):
        return _KEPT
    return 0 if words == passage.text else _FOLDED


def speakers(part: Part) -> Iterator[str]:
    """Who speaks in each turn, in order, by the id of the Person."""
    turns = part.turns
    return turns.speakers if isinstance(turns, ColumnarTurns) else (turn.speaker for turn in turns)


def printed_labels(part: Part) -> Iterator[str]:
    """What is printed as the label of each turn, in order."""
    turns = part.turns
    return turns.labels if isinstance(turns, ColumnarTurns) else (turn.label.text for turn in turns)


def lengths(part: Part) -> Iterator[int]:
    """How many characters the passages of each page have together, in order."""
    turns = part.turns
    opening = (sum(len(passage.text) for passage in part.opening),) if part.opening else ()
    if isinstance(turns, ColumnarTurns):
        return chain(opening, turns.lengths)
    return chain(opening, (sum(len(passage.text) for passage in turn.passages) for turn in turns))


def marked_pages(document: Document) -> Iterator[Page]:
    """The pages in which there may be marks of notes, in order."""
    for start, part in zip(document.starts, document.parts, strict=False):
        turns, opens = part.turns, bool(part.opening)
        within = turns.marked if isinstance(turns, ColumnarTurns) else range(len(turns))
        yield from (document.pages[start + at] for at in ((0,) if opens else ()))
        yield from (document.pages[start + opens + at] for at in within)
