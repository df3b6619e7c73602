"""A Document put together piece by piece, for formats whose markup says what is what.

The builder writes the text that all spans point into as it goes: what a format gives it is printed there once, in
order. Knows no format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from tui_reader.cleaning import clean, one_line
from tui_reader.document.language_tags import to_tag
from tui_reader.document.model import (
    Date,
    Document,
    Kind,
    Label,
    LanguageEvidence,
    Mark,
    Note,
    Part,
    Passage,
    Person,
    Residue,
    Span,
    SpokenAt,
    Suggestion,
    Turn,
)
from tui_reader.document.people.identification import identify
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import PersonMention
from tui_reader.document.people.sex_and_age import NOTHING, SexAndAge
from tui_reader.formats import parsing_progress
from tui_reader.formats.labels.verdicts import NO_WORDS
from tui_reader.formats.passages import PrintedMark, passage
from tui_reader.named_tuple import NamedTuple

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_PLACE = attrgetter("span")
_LONGEST_TAG = 20
"""Characters of a language's tag (BCP 47) that are kept."""
_LONGEST_LABEL = 300
"""Characters of a label that tell its speaker; all of a longer one stay printed."""


class Ref(NamedTuple):
    """The place in a run of text that refers to a note."""

    note: str
    printed: str
    """The printed mark, "(1)"; empty where the markup prints none."""


class Rest(NamedTuple):
    """Something printed in a run that is not part of the passage."""

    text: str
    why: str
    """For the ledger: "page number"."""


class Time(NamedTuple):
    """The moment at which the words after it in a run were said; nothing is printed of it."""

    start: float
    """Seconds."""
    end: float | None
    is_word: bool = False
    """Whether it is the time of a word within a caption, and not that of the caption."""


Run = Sequence[str | Ref | Rest | Time] | str
"""Text with what interrupts it; white space is folded when it becomes a passage."""


class DeclaredPerson(NamedTuple):
    """A person whom the format itself tells apart, by an id of its own."""

    name: str | None = None
    role: str | None = None
    evidence: tuple[str, ...] = ()
    stated: SexAndAge = NOTHING
    """What the file states of the sex and age."""


class _Turn(NamedTuple):
    label: Label
    who: str | None
    passages: list[Passage]


class _Part:
    def __init__(self, id: str, heading: Passage | None, author: str | None, on_demand: bool) -> None:
        self.id, self.heading, self.author, self.on_demand = id, heading, author, on_demand
        self.body: list[Passage] = []
        self.turns: list[_Turn] = []


class Builder:
    """Takes what a format finds, in the order of the file, and makes the Document."""

    def __init__(
        self, name: str, key: str, format: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
    ) -> None:
        """`name` is the file's, `key` the hash of its bytes, `entries` are those of its people file."""
        self.people: dict[str, DeclaredPerson] = {}
        """By the format's own id; turns given with `who` are theirs."""
        self.named: list[PersonMention] = []
        """People that the document names, to whom labels without a `who` may belong."""
        self.evidence: dict[str, list[str]] = {}
        """By label: further sentences on why it is its person's."""
        self.warnings = list(warnings)
        self.language = ""
        """The tag of the language (BCP 47) that the format declares."""
        self.title: Passage | None = None
        self.collection: Passage | None = None
        self.date: Date | None = None
        self.source: Note | None = None
        self.name = name
        """The file's, for messages."""
        self._key, self._format, self._entries = key, format, entries
        self._written: list[str] = []
        self._length = 0
        self._parts: list[_Part] = []
        self._part_ids: dict[str, int] = {}  # the ids given, and the last number after each
        self._turn: _Turn | None = None
        self._notes: list[Note] = []
        self._times: list[SpokenAt] = []
        self._residue: list[Residue] = []
        self._count: Callable[[int], int] | None = None
        self._due = 0

    def warn(self, words: str) -> None:
        """Add a warning about the file."""
        self.warnings.append(f"{self.name}: {words}")

    # What is printed

    def write(self, words: str) -> Span:
        """Append printed characters to the document's text, cleaned."""
        words = clean(words)
        start = self._length
        self._written.append(words)
        self._length = end = start + len(words)
        return _new(Span, (start, end))

    def passage(self, kind: Kind, run: Run) -> Passage:
        """Write a run and make a passage of it, put nowhere yet."""
        if not isinstance(run, str) and run and isinstance(run[-1], str):
            lead = run[:-1]
            if all(piece == "\n" or isinstance(piece, (Rest, Time)) for piece in lead):
                self._write_lead(lead)
                run = run[-1]
        start = self._length
        if isinstance(run, str):
            text = clean(run)
            length = len(text)
            self._written += (text, "\n\n")
            self._length = start + length + 2
            return passage(kind, text, 0, length, (), (), start)
        marks: list[PrintedMark] = []
        silent: list[tuple[int, str]] = []  # places of marks that are not printed
        cuts: list[Span] = []
        words: list[str] = []
        length = 0
        for piece in run:
            if isinstance(piece, str):
                printed = piece if piece == "\n" else clean(piece)
            elif isinstance(piece, Rest):
                printed = clean(piece.text)
                end = length + len(printed)
                cuts.append(_new(Span, (length, end)))
                span = _new(Span, (start + length, start + end))
                self._residue.append(_new(Residue, (printed.strip(), span, piece.why, True)))
            elif isinstance(piece, Time):
                self._times.append(_new(SpokenAt, (start + length, *piece)))
                continue
            elif piece.printed:
                printed = clean(piece.printed)
                marks.append(PrintedMark(piece.note, Span(length, length + len(printed))))
            else:
                silent.append((start + length, piece.note))
                continue
            words.append(printed)
            length += len(printed)
        text = "".join(words)
        self._written += (text, "\n\n")
        self._length += length + 2
        made = passage(kind, text, 0, length, marks, cuts, start)
        return _with_silent(made, silent) if silent else made

    def _write_lead(self, lead: Sequence[str | Ref | Rest | Time]) -> None:
        """Write what stands before the words of a run, such as the number and the time of a caption."""
        for piece in lead:
            if isinstance(piece, Time):
                self._times.append(_new(SpokenAt, (self._length, *piece)))
            elif isinstance(piece, Rest):
                span = self.write(piece.text)
                self._residue.append(_new(Residue, (self._written[-1].strip(), span, piece.why, True)))
            else:
                self._written.append("\n")
                self._length += 1

    # Where it belongs

    def part(self, id: str, heading: Run | None = None, author: str | None = None, on_demand: bool = False) -> None:
        """Begin a part; `id` is made unique. What is added next belongs to its body, until a turn begins."""
        unique, number = id, self._part_ids.get(id, 1)
        while unique in self._part_ids:
            number += 1
            unique = f"{id}-{number}"
        self._part_ids[id] = number
        self._part_ids.setdefault(unique, 1)
        made = self.passage(Kind.HEADING, heading) if heading else None
        self._parts.append(_Part(unique, made, author, on_demand))
        self._turn = None

    def turn(
        self,
        label: str,
        printed: str | None = None,
        who: str | None = None,
        before: Rest | None = None,
        end: str = "\n",
    ) -> None:
        """Begin a turn: its label without the sign after it, all that is `printed` of it, and whose it is by id.

        A label that is not printed (`printed` is "") has an empty span. `before` stands in its line and is nobody's,
        `end` stands between it and the words.
        """
        if not self._parts:
            self.part("exchange")
        if before and before.text:
            where = self.write(before.text)
            self._residue.append(Residue(self._written[-1], where, before.why, inline=True))
            self.write(" ")
        span = self.write(label if printed is None else printed)
        self._written.append(end)
        self._length += len(end)
        if self._length >= self._due:
            self._count = self._count or parsing_progress.counting()
            self._due = self._count(self._length)
        label = clean(label)
        if len(label) > _LONGEST_LABEL:
            label = label[: _LONGEST_LABEL - 1].rstrip() + "…"
        self._turn = _new(_Turn, (_new(Label, (label, span)), who, []))
        self._parts[-1].turns.append(self._turn)

    def add(self, kind: Kind, run: Run) -> None:
        """Add a passage to the turn that goes on, or to the body of the part where none does."""
        if not self._parts:
            self.part("front")
        made = self.passage(kind, run)
        where = self._turn.passages if self._turn else self._parts[-1].body
        if made.text:
            where.append(made)
        elif made.marks and where:  # a mark alone hangs on what was said before it
            hung = (mark._replace(offset=len(where[-1].text)) for mark in made.marks)
            where[-1] = where[-1]._replace(marks=(*where[-1].marks, *hung))
        else:
            words = "".join(self._written[-2:])  # the run, and the blank line after it
            first = self._length - len(words)
            for span in (mark.span for mark in made.marks if mark.span):
                printed = words[span.start - first : span.end - first]
                self._residue.append(Residue(printed, span, "a mark without words", inline=True))

    @property
    def in_turn(self) -> bool:
        """Whether what is added next belongs to a turn."""
        return self._turn is not None

    def end_turn(self) -> None:
        """What is added next belongs to no turn; in a part that has turns it begins a part of its own."""
        if self._turn:
            self.part("further")

    def note(self, mark: str, run: Run | None, printed: str = "") -> None:
        """Add a note: its mark, its words (None where they are not in the file), the mark printed before them."""
        span = self.write(printed) if printed else None
        self._notes.append(Note(mark, span, self.passage(Kind.PARAGRAPH, run) if run is not None else None))

    def residue(self, text: str, why: str) -> None:
        """Add printed characters that belong to no dialogue, in a paragraph of their own."""
        span = self.write(text)
        words = self._written[-1].strip()
        self.write("\n\n")
        if words:
            self._residue.append(Residue(words, span, why))

    # All of it

    def document(self) -> Document:
        """The document of all that was given."""
        parsing_progress.reached(parsing_progress.BUILT)
        turns = [turn for part in self._parts for turn in part.turns if turn.passages]
        found = identify([turn.label.text for turn in turns if turn.who is None], self.named, self._entries)
        language = to_tag(one_line(self.language, _LONGEST_TAG))
        own, others = _joined(self._own_people(turns), found.people)
        number = 0
        parts: list[Part] = []
        for part in self._parts:
            made: list[Turn] = []
            for turn in part.turns:
                if not turn.passages:  # a page needs words; the label stays accounted for
                    self._residue.append(Residue(turn.label.text, turn.label.span, NO_WORDS, inline=True))
                    continue
                number += 1
                speaker = found.ids[turn.label.text] if turn.who is None else turn.who
                made.append(_new(Turn, (number, speaker, turn.label, tuple(turn.passages))))
            if part.heading or part.body or made:
                parts.append(Part(part.id, part.heading, part.author, tuple(part.body), tuple(made), part.on_demand))
        return Document(
            name=self.name,
            key=self._key,
            format=self._format,
            text="".join(self._written),
            title=self.title,
            collection=self.collection,
            date=self.date,
            people=tuple(self._with_evidence(person) for person in (*own, *others)),
            parts=tuple(parts),
            notes=tuple(self._notes),
            source=self.source,
            residue=tuple(sorted(self._residue, key=_PLACE)),
            suggestions=found.suggestions if not own else tuple[Suggestion, ...](),
            warnings=(*self.warnings, *found.warnings),
            language=language or "en",
            language_evidence=LanguageEvidence("declared", 1.0) if language else LanguageEvidence(),
            times=tuple(self._times),
        )

    def _with_evidence(self, person: Person) -> Person:
        further = [sentence for label in person.labels for sentence in self.evidence.get(label, ())]
        return person._replace(evidence=(*person.evidence, *further)) if further else person

    def _own_people(self, turns: Sequence[_Turn]) -> list[Person]:
        labels: dict[str, dict[str, None]] = {}
        for turn in turns:
            if turn.who is not None:
                labels.setdefault(turn.who, {})[turn.label.text] = None
        people = []
        for who, printed in labels.items():
            known = self.people.get(who, DeclaredPerson())
            people.append(Person(who, known.name, known.role, tuple(printed), known.evidence, stated=known.stated))
        return people


def _joined(own: Sequence[Person], found: Sequence[Person]) -> tuple[list[Person], list[Person]]:
    """The people whom the format tells apart, with the labels of those found who have their ids; and the others."""
    by_id = {person.id: person for person in found}
    ids = {person.id for person in own}
    joined = [
        person._replace(labels=tuple(dict.fromkeys((*person.labels, *by_id[person.id].labels))))
        if person.id in by_id
        else person
        for person in own
    ]
    return joined, [person for person in found if person.id not in ids]


def _with_silent(made: Passage, silent: Sequence[tuple[int, str]]) -> Passage:
    """The passage with the marks that are not printed, each after the last character before its place."""
    marks = list(made.marks)
    for place, note in silent:
        offset = sum(max(0, min(span.end, place) - span.start) for span in made.spans)
        empty = Span(place, place)
        marks.append(Mark(note, min(offset, len(made.text)), empty))
    return made._replace(marks=tuple(sorted(marks, key=lambda mark: mark.offset)))
