"""What a dialogue on record is, as frozen data.

Formats make a Document from a file; everything later is a view of it. Named tuples, for they are frozen, and cheap to
make by the 100,000. Nothing here knows how a file is read, how a voice sounds or how a page is painted. All spans count
characters of `Document.text`, the file's own text after decoding and cleaning. White space aside, each of those
characters is in a passage, a label, a mark, a note or the residue.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tui_reader.document.lazy_sequence import LazySequence

NARRATOR = "narrator"
"""Who says what no speaker says: titles, asides, headings, notes."""


class Span(NamedTuple):
    """A stretch of `Document.text`: characters from `start` up to, not including, `end`."""

    start: int
    end: int


class Kind(StrEnum):
    """What a passage is in print, and so how it is set and who says it."""

    SPEECH = "speech"
    ASIDE = "aside"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    VERSE = "verse"
    TABLE = "table"
    SIGNATURE = "signature"
    HEADING = "heading"
    DATELINE = "dateline"


class Position(NamedTuple):
    """A place in the reading: bookmarks, search hits, the spoken word and the cursor all are one of these."""

    page: int
    """Index into `Document.pages`, from 0."""
    offset: int
    """Characters into `Page.text`, from 0."""


class Mark(NamedTuple):
    """The place in a passage that refers to a note."""

    note: str
    """The mark of the note it refers to, as printed: "1", "*"."""
    offset: int
    """Characters into the passage's text: the mark stands before this character."""
    span: Span | None
    """The printed mark, with its brackets; None where nothing is printed and the place was worked out."""

    @property
    def inferred(self) -> bool:
        """Whether nothing in the text points to the note and the place was worked out."""
        return self.span is None


class Passage(NamedTuple):
    """A stretch of one kind, as printed but without labels and marks, its line breaks folded to blanks.

    `spans` hold as many characters as `text`, in order, so each character of the text has its place in the source:
    the two differ only where white space in the source is a plain blank (or the line feed of verse) in the text.
    """

    kind: Kind
    text: str
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()


class Label(NamedTuple):
    """The printed words that say who speaks."""

    text: str
    """As printed, without the sign behind it: "AES", "Mr. GREGG"."""
    span: Span
    """Its place in the source, the sign behind it included."""


class Turn(NamedTuple):
    """One labelled speech. Two labels in a row of one speaker are two turns."""

    number: int
    """From 1, through the whole document."""
    speaker: str
    """The id of a Person."""
    label: Label
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The turn as printed without its label and marks, a line feed between passages."""
        return "\n".join(passage.text for passage in self.passages)


class Part(NamedTuple):
    """The exchange, an act of it, or what came with it: a memo, a letter, front matter."""

    id: str
    """Unique in the document: "exchange", "memo", "act-1"."""
    heading: Passage | None
    author: str | None
    """The id of the Person who wrote it, for a letter or memo."""
    body: tuple[Passage, ...] = ()
    """What stands before the first turn, or all of it where there is no turn."""
    turns: Sequence[Turn] = ()
    """A tuple, or, of a long one, what makes each turn when it is asked for (`packed.py`)."""
    on_demand: bool = False
    """Whether it is read only when asked for: a cast list, a preface, what the printer of a file adds."""

    @property
    def opening(self) -> tuple[Passage, ...]:
        """What stands on its own page before the turns: heading and body."""
        return (*((self.heading,) if self.heading else ()), *self.body)


class Page(NamedTuple):
    """What the reader shows at once: one turn, or the heading and body of a part."""

    index: int  # type: ignore[assignment]  # no page is searched as a tuple
    """From 0."""
    part: Part
    turn: Turn | None
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The passages with a line feed between them; `Position.offset` counts in it."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def speaker(self) -> str | None:
        """The id of the person whose page it is: the turn's speaker or the part's author."""
        return self.turn.speaker if self.turn else self.part.author

    def passages_at(self) -> Iterator[tuple[int, Passage]]:
        """Each passage with the offset of its first character in `text`."""
        offset = 0
        for passage in self.passages:
            yield offset, passage
            offset += len(passage.text) + 1


class Note(NamedTuple):
    """A footnote, or the printed line that says where the document was found."""

    mark: str
    """"1", "*"; "Source" for the line that says where the document was found."""
    span: Span | None
    """The printed mark before the note's text, with the sign behind it."""
    passage: Passage | None
    """None where a mark in the text refers to a note that is not in the file."""

    @property
    def text(self) -> str | None:
        """The words of the note, None where it is missing."""
        return self.passage.text if self.passage else None


class Residue(NamedTuple):
    """Printed characters that belong to no dialogue: a web page's links, an address, a print line."""

    text: str
    span: Span
    why: str
    """A few words for the ledger: "rest of a web link"."""
    inline: bool = False
    """Whether it stands inside a passage's paragraph and not in one of its own."""


class Person(NamedTuple):
    """Somebody who speaks or writes here, under one or many labels."""

    id: str
    """The longest of the labels that print initials or a name; unique in the document."""
    name: str | None
    role: str | None
    labels: tuple[str, ...]
    """As printed, without the sign behind them, in the order of their first use."""
    evidence: tuple[str, ...] = ()
    """A sentence for each thing that ties a label, a name or a role to this person."""


class Suggestion(NamedTuple):
    """Labels that are likely but not safely one person: offered, not merged."""

    labels: tuple[str, ...]
    because: str


class Gloss(NamedTuple):
    """What the volume explains of words of a document: an abbreviation, somebody who is named."""

    words: str
    """As printed: "NSC", "Kissinger"."""
    meaning: str


class Date(NamedTuple):
    """When it was said, as printed and, where it can be understood, as ISO 8601 ("1962-11-09T16:15")."""

    passage: Passage
    iso: str | None


class _DocumentFields(NamedTuple):
    name: str
    """The file's name without folders, for a title that is missing and for messages."""
    key: str
    """SHA-256 of the file's bytes in hex: what the library knows the document by."""
    format: str
    """The format that read it: "transcript"."""
    text: str
    """The file's text, decoded and cleaned. All spans point into it."""
    title: Passage | None = None
    collection: Passage | None = None
    """The site, volume or series that printed it."""
    date: Date | None = None
    people: tuple[Person, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[Note, ...] = ()
    source: Note | None = None
    residue: tuple[Residue, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    unmarked: tuple[str, ...] = ()
    """What is printed as labels are and was said to be none."""
    warnings: tuple[str, ...] = ()
    language: str = "en"
    """BCP 47."""
    lexicon: tuple[str, ...] = ()
    """How words of this document are said, a line of a lexicon each; the later win."""
    glosses: tuple[Gloss, ...] = ()
    """What is explained, in the order of its first use."""


class Document(_DocumentFields):
    """A dialogue on record, whole. Its pages are made when they are first asked for, and kept."""

    @property
    def heading(self) -> str:
        """The title, or the file's name where none is printed."""
        return self.title.text if self.title else self.name

    @property
    def in_english(self) -> bool:
        """Whether its language is English, of whatever country."""
        return self.language.lower().partition("-")[0] == "en"

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The index of the first page of each part, and how many pages there are; a part may have none."""
        counts = (bool(part.opening) + len(part.turns) for part in self.parts)
        return tuple(accumulate(counts, initial=0))

    @cached_property
    def pages(self) -> Sequence[Page]:
        """A page for each turn, and one for the heading and body of each part that has them."""
        pages = LazySequence(self.starts[-1], self._page)
        return tuple(pages) if self._made else pages

    def _page(self, index: int) -> Page:
        at = bisect_right(self.starts, index) - 1
        part, opening = self.parts[at], self.parts[at].opening
        number = index - self.starts[at] - bool(opening)
        turn = part.turns[number] if number >= 0 else None
        return Page(index, part, turn, turn.passages if turn else opening)

    @cached_property
    def turns(self) -> Sequence[Turn]:
        """All turns in order."""
        if self._made:
            return tuple(turn for part in self.parts for turn in part.turns)
        starts = tuple(accumulate((len(part.turns) for part in self.parts), initial=0))

        def turn(index: int) -> Turn:
            at = bisect_right(starts, index) - 1
            return self.parts[at].turns[index - starts[at]]

        return LazySequence(starts[-1], turn)

    @property
    def _made(self) -> bool:
        """Whether all turns are there, and none is made when it is asked for."""
        return all(isinstance(part.turns, tuple) for part in self.parts)

    @cached_property
    def _people_by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    def person(self, id: str | None) -> Person | None:
        """The person of that id, None for the narrator and for nobody."""
        return self._people_by_id.get(id or "")

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """By person's id, and for the narrator: the last name where only one person has it, else the name or the id."""
        last = {person.id: _last_name(person.name) if person.name else person.id for person in self.people}
        often = Counter(last.values())
        names = {
            person.id: last[person.id] if often[last[person.id]] == 1 else person.name or person.id
            for person in self.people
        }
        return {NARRATOR: NARRATOR.capitalize()} | names

    def short_name(self, id: str | None) -> str:
        """A person in a word or two; the narrator for nobody."""
        return self.short_names.get(id or NARRATOR, id or NARRATOR)

    @cached_property
    def _notes_by_mark(self) -> dict[str, Note]:
        return {note.mark: note for note in self.notes}

    def note(self, mark: str) -> Note | None:
        """The note of that mark."""
        return self._notes_by_mark.get(mark)


def _last_name(name: str) -> str:
    words = [word for word in name.replace(",", " ").split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")]
    return words[-1] if words else name
