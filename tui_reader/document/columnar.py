"""Columnar turns: the turns of a long document as columns of numbers, in a tenth of the memory.

Each turn is made when it is asked for. A passage's words are in `Document.text` already, white space aside, so its
spans give them back; passages with marks, and those that their spans do not give back, are stored whole. Knows no file
and no face.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from operator import sub
from typing import TYPE_CHECKING

from tui_reader.document.lazy_sequence import LazySequence
from tui_reader.document.model import Document, Kind, Label, Page, Part, Passage, Span, Turn
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    Numbers = array[int] | memoryview
    Bytes = bytearray | memoryview

MANY = 2_000
"""A part with at least as many turns is stored in columns."""
KINDS = tuple(Kind)
_KIND = {kind: number for number, kind in enumerate(KINDS)}
FOLDED = 0x80
"""Bit beside the kind of a passage: its white space was turned into spaces."""
_SPEECH = _KIND[Kind.SPEECH]
KEPT = 0x40
"""Bit beside the kind of a passage: it is stored whole."""
_BLANK = lazy_re(r"\s")
_BLANK_IN_VERSE = lazy_re(r"[^\S\n]")
_new = tuple.__new__
"""The fastest way to make named tuples."""


class Columns(NamedTuple):
    """Numbers for each turn, passage or span: arrays, or what is mapped of a file."""

    names: Numbers
    """By turn: the index of its label and speaker in the list of names."""
    label_starts: Numbers
    label_ends: Numbers
    passages: Numbers
    """By turn: the index of its first passage; and last, the number of passages."""
    kinds: Bytes
    """By passage: the index of its kind, with the bits FOLDED and KEPT."""
    spans: Numbers
    """By passage: the index of its first span; and last, the number of spans."""
    starts: Numbers
    """By span."""
    ends: Numbers


class ColumnarTurns(LazySequence[Turn]):
    """The turns of a part, stored in columns."""

    def __init__(
        self, text: str, number: int, names: Sequence[tuple[str, str]], columns: Columns, kept: Mapping[int, Passage]
    ) -> None:
        """Use `to_columns` to make them.

        `text` is that of the document, `number` the number of the first turn, `names` are labels with their speakers'
        ids, `kept` are the passages that are stored whole, by index.
        """
        super().__init__(len(columns.names), self._turn)
        self._text, self.number, self.names, self.columns, self.kept_whole = text, number, names, columns, kept

    def __reduce__(self) -> tuple[object, ...]:
        # What is mapped of a file cannot be sent to another process: its numbers are.
        own = Columns._make(array(one.format, one) if isinstance(one, memoryview) else one for one in self.columns)
        return ColumnarTurns, (self._text, self.number, self.names, own, dict(self.kept_whole))

    def _turn(self, index: int) -> Turn:
        names, label_starts, label_ends, passages, _, _, _, _ = self.columns
        label, speaker = self.names[names[index]]
        span = _new(Span, (label_starts[index], label_ends[index]))
        own = tuple(map(self._passage, range(passages[index], passages[index + 1])))
        return _new(Turn, (self.number + index, speaker, _new(Label, (label, span)), own))

    def _passage(self, at: int) -> Passage:
        _, _, _, _, kinds, spans, starts, ends = self.columns
        kind, first, last = kinds[at], spans[at], spans[at + 1]
        if kind & KEPT:
            return self.kept_whole[at]
        if last - first == 1:
            start, end = starts[first], ends[first]
            words = self._text[start:end]
            places: tuple[Span, ...] = (_new(Span, (start, end)),)
        else:
            places = tuple([Span(starts[one], ends[one]) for one in range(first, last)])
            words = "".join([self._text[start:end] for start, end in places])
        if kind & FOLDED:
            kind &= ~FOLDED
            words = _folded(words, KINDS[kind])
        return _new(Passage, (KINDS[kind], words, places, ()))

    @property
    def speakers(self) -> Iterator[str]:
        """The id of each turn's speaker, in order."""
        return map([speaker for _, speaker in self.names].__getitem__, self.columns.names)

    def speaker(self, index: int) -> str:
        """The id of a turn's speaker, by the turn's index; the turn is not made."""
        return self.names[self.columns.names[index]][1]

    @property
    def labels(self) -> Iterator[str]:
        """Each turn's label as printed, in order."""
        return map([label for label, _ in self.names].__getitem__, self.columns.names)

    @property
    def lengths(self) -> Iterator[int]:
        """How many characters each turn's passages have together, in order."""
        _, _, _, passages, _, spans, starts, ends = self.columns
        sizes = list(accumulate(map(sub, ends, starts), initial=0))
        until = list(map(sizes.__getitem__, map(spans.__getitem__, passages)))
        return map(sub, until[1:], until)

    @property
    def marked(self) -> Iterator[int]:
        """The indexes of the turns in which there may be marks, in order."""
        passages = self.columns.passages
        return iter(dict.fromkeys(bisect_right(passages, at) - 1 for at in self.kept_whole))

    def given_to(self, owner: Mapping[str, str]) -> ColumnarTurns:
        """The same turns, with each label that is in `owner` given to the person whose id it says."""
        names = [(label, owner.get(label, speaker)) for label, speaker in self.names]
        return ColumnarTurns(self._text, self.number, names, self.columns, self.kept_whole)


def _folded(words: str, kind: Kind) -> str:
    return (_BLANK_IN_VERSE if kind is Kind.VERSE else _BLANK).sub(" ", words)


def is_columnar(document: Document) -> bool:
    """Whether some of its turns are stored in columns."""
    return any(isinstance(part.turns, ColumnarTurns) for part in document.parts)


def to_columns(document: Document, many: int | None = None) -> Document:
    """The same document, with the turns of its long parts, of at least `many` turns (MANY), stored in columns."""
    many = MANY if many is None else many
    if not any(len(part.turns) >= many and not isinstance(part.turns, ColumnarTurns) for part in document.parts):
        return document
    return document._replace(parts=tuple(_to_columns(document.text, part, many) for part in document.parts))


def _to_columns(text: str, part: Part, many: int) -> Part:
    """The part with its turns in columns, made one column at a time, which takes half the time."""
    turns = part.turns
    if len(turns) < many or isinstance(turns, ColumnarTurns) or len(text) >= 1 << 32:
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
    columns = Columns(
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
            storage = _storage(text, passage)
            columns.kinds[at] |= storage
            if storage == KEPT:
                kept[at] = passage
    return part._replace(turns=ColumnarTurns(text, first, tuple(names), columns, kept))


def _storage(text: str, passage: Passage) -> int:
    """The bits beside a passage's kind: how it is made again from its spans."""
    words = "".join([text[start:end] for start, end in passage.spans])
    if passage.marks or (words != passage.text and _folded(words, passage.kind) != passage.text):
        return KEPT
    return 0 if words == passage.text else FOLDED


def speakers(part: Part) -> Iterator[str]:
    """The id of the speaker of each turn of a part, in order."""
    turns = part.turns
    return turns.speakers if isinstance(turns, ColumnarTurns) else (turn.speaker for turn in turns)


def speaker_of(document: Document, page: int) -> str | None:
    """The id of the speaker of a page's turn, by the page's index; None for a page that is no turn."""
    at = bisect_right(document.starts, page) - 1
    part = document.parts[at]
    turn = page - document.starts[at] - bool(part.opening)
    if turn < 0:
        return None
    turns = part.turns
    return turns.speaker(turn) if isinstance(turns, ColumnarTurns) else turns[turn].speaker


def is_first_turn(document: Document, page: Page) -> bool:
    """Whether a page is the first turn of its speaker."""
    everybody = chain.from_iterable(map(speakers, document.parts))
    turn = page.turn
    return turn is not None and turn.speaker not in islice(everybody, turn.number - 1)


def printed_labels(part: Part) -> Iterator[str]:
    """The printed label of each turn of a part, in order."""
    turns = part.turns
    return turns.labels if isinstance(turns, ColumnarTurns) else (turn.label.text for turn in turns)


def counted_turns(document: Document) -> Counter[tuple[str, str]]:
    """How many turns each person has under each label, by the person's id and the label."""
    return Counter(pair for part in document.parts for pair in zip(speakers(part), printed_labels(part), strict=True))


def lengths(part: Part) -> Iterator[int]:
    """How many characters the passages of each page of a part have together, in order."""
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
