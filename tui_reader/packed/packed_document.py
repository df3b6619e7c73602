"""A document as columns of bytes, and back: its turns, notes, times and text are used from the columns as they are.

What is small, such as people and headings, is put into records. Knows no file.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tui_reader.document import page_ends as ends
from tui_reader.document.columnar import ColumnarTurns, Columns, to_columns
from tui_reader.document.decision import Decision, Verb
from tui_reader.document.model import (
    Date,
    Document,
    Gloss,
    Kind,
    LanguageEvidence,
    LostWords,
    Mark,
    Mentioned,
    Note,
    Part,
    Passage,
    Person,
    RecognisedAs,
    Span,
    Suggestion,
)
from tui_reader.document.people.sex_and_age import SexAndAge
from tui_reader.named_tuple import NamedTuple
from tui_reader.packed import packed_sequences as sequences
from tui_reader.packed.column_check import check_turns
from tui_reader.packed.packed_text import PackedText, as_text, text_columns
from tui_reader.packed.records import (
    FLAG,
    NUMBER,
    NUMBERS,
    REAL,
    TEXT,
    RecordStore,
    RecordWriter,
    many,
    member,
    optional,
    record,
)

if TYPE_CHECKING:
    from tui_reader.packed.packed_file import Column, FileColumn

TEXTS, MAYBE = many(TEXT), optional(TEXT)
SPAN = record(Span, NUMBER, NUMBER)
MARK = record(Mark, TEXT, NUMBER, optional(SPAN))
PASSAGE = record(Passage, member(Kind), TEXT, many(SPAN), many(MARK))
NOTE = record(Note, TEXT, optional(SPAN), optional(PASSAGE))
PERSON = record(Person, TEXT, MAYBE, MAYBE, TEXTS, TEXTS, FLAG, record(SexAndAge, TEXT, TEXT, FLAG), TEXT)


class _PartHead(NamedTuple):
    """What a part is without its turns."""

    id: str
    heading: Passage | None
    author: str | None
    body: tuple[Passage, ...]
    on_demand: bool
    number: int
    """That of its first turn; 0 without turns."""
    names: tuple[tuple[str, str], ...]
    """Labels with their speakers' ids."""


class _Pair(NamedTuple):
    one: str
    other: str


NAMES = many(record(_Pair, TEXT, TEXT))
PART = record(_PartHead, TEXT, optional(PASSAGE), MAYBE, many(PASSAGE), FLAG, NUMBER, NAMES)
FIELDS = {
    "name": TEXT, "key": TEXT, "format": TEXT, "title": optional(PASSAGE), "collection": optional(PASSAGE),
    "date": optional(record(Date, PASSAGE, MAYBE)), "people": many(PERSON), "source": optional(NOTE),
    "suggestions": many(record(Suggestion, TEXTS, TEXT)), "unmarked": TEXTS,
    "corrections": many(record(Decision, member(Verb), TEXT, TEXT)), "confirmed": TEXTS, "warnings": TEXTS,
    "language": TEXT, "language_evidence": record(LanguageEvidence, TEXT, REAL), "lexicon": TEXTS,
    "glosses": many(record(Gloss, TEXT, TEXT)), "lost": optional(record(LostWords, NUMBER, NUMBER, TEXT)),
    "producer": optional(record(RecognisedAs, TEXT, TEXT, TEXT, MAYBE)),
    "mentioned": many(record(Mentioned, TEXT, TEXT, MAYBE, NUMBER)), "media": TEXTS,
}  # fmt: skip
"""The fields of a document that are records."""
IN_COLUMNS = ("text", "parts", "notes", "residue", "times")
assert {*FIELDS, *IN_COLUMNS} == {*Document._fields}  # a field that is not stored would be lost
FIRST_OF_PART = 12
"""The columns of the document come before those of its parts, and the pieces of its text are last."""
OF_PART = 10
"""Columns of a part; those of its turns come first."""
KINDS = Columns._fields.index("kinds")
"""The one column of turns that is not numbers."""


def pack(document: Document) -> list[Column] | None:
    """The columns of a document; None for one that cannot be stored in columns."""
    document = to_columns(document, 1)
    if any(part.turns and not isinstance(part.turns, ColumnarTurns) for part in document.parts):
        return None
    to = RecordWriter()
    for name, form in FIELDS.items():
        form.put(to, getattr(document, name))
    many(PART).put(to, [_head(part) for part in document.parts])
    TEXTS.put(to, document.sections)
    NAMES.put(to, tuple(document.short_names.items()))
    text_ends, pieces = text_columns(document.text)
    columns: list[Column] = [
        text_ends,
        sequences.put_each(to, NOTE, document.notes),
        sequences.residue_column(to, document.residue, document.text),
        *sequences.time_columns(document.times),
        array(NUMBERS, ends.page_ends(document)),
        array(NUMBERS, ends.spoken_ends(document)),
    ]
    for part in document.parts:
        columns += _turn_columns(to, part.turns)
    return [*to.columns(), *columns, pieces]


def _head(part: Part) -> _PartHead:
    turns = part.turns
    number, names = (turns.number, tuple(turns.names)) if isinstance(turns, ColumnarTurns) else (0, ())
    return _PartHead(part.id, part.heading, part.author, part.body, part.on_demand, number, names)


def _turn_columns(to: RecordWriter, turns: Sequence[Any]) -> Iterator[Column]:
    if not isinstance(turns, ColumnarTurns):
        yield from [b""] * OF_PART
        return
    kept = dict(sorted(turns.kept_whole.items()))
    yield from turns.columns
    yield array(NUMBERS, kept)
    yield sequences.put_each(to, PASSAGE, list(kept.values()))


def unpack(columns: Sequence[memoryview], pieces: memoryview | FileColumn) -> Document:
    """The document of such columns, as bytes; `pieces` is the last. Raises ValueError for others than `pack` makes."""
    try:
        return _unpack(columns, pieces)
    except (IndexError, StopIteration, TypeError, OverflowError, UnicodeError) as error:
        raise ValueError(str(error)) from None


def _unpack(columns: Sequence[memoryview], pieces: memoryview | FileColumn) -> Document:
    numbers, word_ends, texts, text_ends, notes, residue, *times, page_ends, spoken_ends = columns[:FIRST_OF_PART]
    store = RecordStore(_numbers(numbers), _numbers(word_ends), texts)
    text = PackedText(_numbers(text_ends), pieces)
    source = store.at(0)
    fields = {name: form.take(source) for name, form in FIELDS.items()}
    heads: tuple[_PartHead, ...] = many(PART).take(source)
    if len(columns) != FIRST_OF_PART + OF_PART * len(heads):
        raise ValueError("there are too few columns")
    starts = range(FIRST_OF_PART, len(columns), OF_PART)
    made = {
        "sections": TEXTS.take(source),
        "short_names": dict(NAMES.take(source)),
        ends.EVERY: _numbers(page_ends),
        ends.SPOKEN: _numbers(spoken_ends),
    }
    document = Document(
        **fields,
        text=as_text(text),
        parts=tuple(
            _part(head, columns[start : start + OF_PART], text, store)
            for head, start in zip(heads, starts, strict=True)
        ),
        notes=sequences.packed_items(store, NOTE, _numbers(notes)),
        residue=sequences.packed_residue(store, _numbers(residue), text),
        times=sequences.packed_times(
            _numbers(times[0]), _numbers(times[1]), times[2].cast(sequences.REALS), times[3].cast(sequences.REALS)
        ),
    )
    if not document.starts[-1] == len(made[ends.EVERY]) == len(made[ends.SPOKEN]):
        raise ValueError("the ends of pages are wrong")
    vars(document).update(made)  # as if they had been asked for before
    return document


def _part(head: _PartHead, columns: Sequence[memoryview], text: PackedText, store: RecordStore) -> Part:
    id, heading, author, body, on_demand, number, names = head
    if not len(columns[0]):
        return Part(id, heading, author, body, (), on_demand)
    *turns, kept, starts = columns
    made = Columns._make(one if at == KINDS else _numbers(one) for at, one in enumerate(turns))
    whole = sequences.packed_items(store, PASSAGE, _numbers(starts))
    passages = sequences.PackedPassages(_numbers(kept), whole)
    own = ColumnarTurns(as_text(text), number, names, made, passages)
    check_turns(own)
    return Part(id, heading, author, body, own, on_demand)


def _numbers(column: memoryview) -> memoryview:
    return column.cast(NUMBERS)
