"""Single turns put right by a person's decisions: given to somebody else, split, joined with the one before.

A turn is known by the place of its first word in `Document.text`, which stays when turns before it change. Knows no
file and no library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_reader.document.columnar import is_columnar, speakers, to_columns
from tui_reader.document.decision import Decision, Verb
from tui_reader.document.model import NARRATOR, Document, Kind, Label, Passage, Person, Position, Residue, Span, Turn
from tui_reader.document.positions import text_offset
from tui_reader.lazy_re import lazy_re

ADDED = "Added by you."
"""The evidence for a person whom no label of the document names."""
_BEHIND_LABEL = lazy_re(r"\s?(?::|：|\.|--?|[—–])\s*")
_ENDS = ".?!…。！？"
_CLOSING = "\"'”’»)]"


def first_place(turn: Turn) -> int:
    """The index into `Document.text` of the first of a turn's words; -1 where it has none."""
    return next((start for passage in turn.passages for start, end in passage.spans if start < end), -1)


def split_place(document: Document, position: Position) -> int | None:
    """The place of the new turn where the turn at a position is split before the next word; None where it cannot be.

    It cannot be split outside a turn, or where either half had no words.
    """
    page = document.pages[position.page]
    behind = page.text[position.offset :]
    offset = position.offset + len(behind) - len(behind.lstrip())
    if page.turn is None or not page.text[:offset].strip() or not behind.strip():
        return None
    return text_offset(document, Position(position.page, offset))


def corrected(document: Document, decisions: Iterable[Decision]) -> Document:
    """The document with decisions about its turns, in their order; with a warning for each whose turn is not there.

    What is so already stays as it is, such as a turn that begins where one is to be split.
    """
    turns = _Turns(document)
    for decision in decisions:
        turns.correct(decision)
    return turns.document()


class _Turns:
    """The turns of a document while they are corrected."""

    def __init__(self, document: Document) -> None:
        self._before = document
        self._people = {person.id: person for person in document.people}
        self._parts = [list(part.turns) for part in document.parts]
        self._starts = [list(map(first_place, turns)) for turns in self._parts]
        """The first places of the turns, side by side with them."""
        self._residue: list[Residue] = []
        self._done: list[Decision] = []
        self._warnings: list[str] = []

    def document(self) -> Document:
        """The corrected document."""
        before, number, parts = self._before, 0, []
        for part, turns in zip(before.parts, self._parts, strict=True):
            numbered = tuple(turn._replace(number=at) for at, turn in enumerate(turns, number + 1))
            number += len(turns)
            parts.append(part._replace(turns=numbered))
        speaking = {id for part in parts for id in (*speakers(part), part.author)}
        after = before._replace(
            people=tuple(person for person in self._people.values() if person.id in speaking),
            parts=tuple(parts),
            residue=tuple(sorted((*before.residue, *self._residue), key=lambda rest: rest.span)),
            corrections=(*before.corrections, *self._done),
            warnings=(*before.warnings, *self._warnings),
        )
        return to_columns(after) if is_columnar(before) else after

    def correct(self, decision: Decision) -> None:
        """Do what a decision says of a turn."""
        found = self._holding(decision.place)
        if found is None:
            words = f" {decision.label}" if decision.label.startswith("“") else ""  # those of an edited document
            self._warnings.append(f"{self._before.name}: a decision is about a turn{words} that is not in the document")
            return
        part, index = found
        begins = self._starts[part][index] == decision.place
        if decision.verb is Verb.SPLIT_TURN and not begins:
            self._split(part, index, decision)
        elif decision.verb is Verb.JOIN_TURN and begins and index:
            self._join(part, index)
        elif decision.verb is Verb.GIVE_TURN and begins and decision.value:
            self._parts[part][index] = self._given(self._parts[part][index], decision.value)
        else:
            return
        self._done.append(decision)

    def _holding(self, place: int) -> tuple[int, int] | None:
        """The part and the index of the turn with the character at `place` among its words."""
        for part, starts in enumerate(self._starts):
            start = max((start for start in starts if start <= place), default=-1)
            index = starts.index(start) if start >= 0 else -1
            spans = (span for passage in self._parts[part][index].passages for span in passage.spans) if starts else ()
            if index >= 0 and any(start <= place < end for start, end in spans):
                return part, index
        return None

    def _given(self, turn: Turn, name: str) -> Turn:
        """The turn under the label `name`, or under the first label of the person with that id, or of a new one."""
        name = name.capitalize() if name == NARRATOR else name
        person = self._people.get(name) or next((one for one in self._people.values() if name in one.labels), None)
        if person is None:
            person = Person(name, None, None, (name,), (ADDED,))
            self._people[name] = person
        label = name if name in person.labels else (person.labels or (person.id,))[0]
        return turn._replace(speaker=person.id, label=turn.label._replace(text=label))

    def _split(self, part: int, index: int, decision: Decision) -> None:
        turn, place, name = self._parts[part][index], decision.place, decision.value
        before, after = _cut_turn(turn, place)
        label = Span(place, place)
        if name and (printed := _label_length(after[0].text, name)):
            head, tail = cut(after[0], printed)
            marks = (*(mark._replace(offset=0) for mark in head.marks), *tail.marks)
            label, after = Span(place, head.spans[-1].end), (tail._replace(marks=marks), *after[1:])
        new = Turn(0, turn.speaker, Label(turn.label.text, label), after)
        self._parts[part][index : index + 1] = [turn._replace(passages=before), self._given(new, name) if name else new]
        self._starts[part].insert(index + 1, first_place(new))

    def _join(self, part: int, index: int) -> None:
        turns = self._parts[part]
        turn = turns.pop(index)
        del self._starts[part][index]
        turns[index - 1] = turns[index - 1]._replace(
            passages=_joined(self._before.text, turns[index - 1].passages, turn.passages)
        )
        start, end = turn.label.span
        if end > start:
            printed = self._before.text[start:end]
            self._residue.append(Residue(printed, turn.label.span, "label of a turn that you joined", inline=True))


def _cut_turn(turn: Turn, place: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages of a turn before a place in the text, and those from it on."""
    for number, passage in enumerate(turn.passages):
        offset = 0
        for start, end in passage.spans:
            if start <= place < end:
                offset += place - start
                if not passage.text[:offset].strip():
                    return turn.passages[:number], turn.passages[number:]
                head, tail = cut(passage, offset)
                return (*turn.passages[:number], head), (tail, *turn.passages[number + 1 :])
            offset += end - start
    raise ValueError("the place is not in the turn")


def cut(passage: Passage, offset: int) -> tuple[Passage, Passage]:
    """A passage in two, at an index into its text, without white space at the cut.

    A mark stays with the words before it.
    """
    length = len(passage.text[:offset].rstrip())
    offset += len(passage.text[offset:]) - len(passage.text[offset:].lstrip())
    marks = passage.marks
    return (
        passage._replace(
            text=passage.text[:length],
            spans=_spans(passage.spans, 0, length),
            marks=tuple(mark._replace(offset=min(mark.offset, length)) for mark in marks if mark.offset <= offset),
        ),
        passage._replace(
            text=passage.text[offset:],
            spans=_spans(passage.spans, offset, len(passage.text)),
            marks=tuple(mark._replace(offset=mark.offset - offset) for mark in marks if mark.offset > offset),
        ),
    )


def _spans(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans of the characters `start` to `end` of the text that all of them hold."""
    found, at = [], 0
    for span in spans:
        first, last = max(start - at, 0), min(end - at, span.end - span.start)
        if first < last:
            found.append(Span(span.start + first, span.start + last))
        at += span.end - span.start
    return tuple(found)


def _label_length(text: str, label: str) -> int:
    """The length of a label with the sign behind it at the start of a text with more words; 0 where none is there."""
    sign = _BEHIND_LABEL.match(text, len(label)) if text.startswith(label) else None
    return sign.end() if sign and text[sign.end() :].strip() else 0


def _joined(text: str, before: tuple[Passage, ...], after: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages of two turns as one turn's; a sentence that goes on is one passage, with the blank of the source."""
    if not before or not after or before[-1].kind is not Kind.SPEECH or after[0].kind is not Kind.SPEECH:
        return (*before, *after)
    one, other = before[-1], after[0]
    goes_on = one.text.rstrip(_CLOSING)[-1:] not in _ENDS or other.text[:1].islower()
    end = one.spans[-1].end if one.spans else -1
    if not goes_on or not 0 <= end < len(text) or not text[end].isspace() or not other.spans:
        return (*before, *after)
    marks = tuple(mark._replace(offset=mark.offset + len(one.text) + 1) for mark in other.marks)
    both = one._replace(
        text=f"{one.text} {other.text}",
        spans=(*one.spans, Span(end, end + 1), *other.spans),
        marks=(*one.marks, *marks),
    )
    return (*before[:-1], both, *after[1:])
