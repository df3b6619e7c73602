"""The model of a dialogue on record: a Document, the people in it, and everything they said, as frozen data.

Formats make a Document from a file; everything later only views it. The data are named tuples, because they are frozen
and cheap to make by the 100,000. Nothing here knows how a file is read, how a voice sounds or how a page is painted.
Except for white space, each character of `Document.text` is in a passage, a label, a mark, a note or the residue.

This module is the door to the model: what `printed_pieces` and `pages` define is imported from here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from tui_reader.document.decision import Decision
from tui_reader.document.lazy_sequence import LazySequence
from tui_reader.document.pages import Page, Part, Position, Turn
from tui_reader.document.people.person import Person
from tui_reader.document.printed_pieces import Date, Kind, Label, Mark, Note, Passage, Residue, Span, SpokenAt
from tui_reader.named_tuple import NamedTuple

__all__ = [
    "NARRATOR",
    "Date",
    "Document",
    "Gloss",
    "Kind",
    "Label",
    "LanguageEvidence",
    "LostWords",
    "Mark",
    "Mentioned",
    "Note",
    "Page",
    "Part",
    "Passage",
    "Person",
    "Position",
    "RecognisedAs",
    "Residue",
    "Span",
    "SpokenAt",
    "Suggestion",
    "Turn",
]

NARRATOR = "narrator"
"""Stands for a person's id: who says what no speaker says, such as titles, asides, headings and notes."""


class Mentioned(NamedTuple):
    """Somebody to whom the markup of the text points, whether they speak or not."""

    reference: str
    """As that of a Person."""
    name: str
    """As the list of persons has it, in the order it is said; else as printed."""
    role: str | None
    times: int
    """How often."""


class Suggestion(NamedTuple):
    """Labels that are probably one person's: merging them is suggested, not done."""

    labels: tuple[str, ...]
    because: str
    """Why, in a few words for the person."""


class Gloss(NamedTuple):
    """An explanation that a volume gives for words of a document: of an abbreviation, or of a person."""

    words: str
    """As printed: "NSC", "Kissinger"."""
    meaning: str


class RecognisedAs(NamedTuple):
    """Which program or format a file was taken for."""

    name: str
    """As it is typed after --as: "aws-transcribe"."""
    title: str
    """For people: "AWS Transcribe"."""
    seen: str = ""
    """By what it was told, in a few words: "speaker labels"; empty where the title says all."""
    second: str | None = None
    """The title of what else the file may be; None where nothing else fits."""

    @property
    def told(self) -> str:
        """For people: "AWS Transcribe, speaker labels"."""
        return f"{self.title}, {self.seen}" if self.seen else self.title


class LostWords(NamedTuple):
    """Words of the file that the document does not hold, as `formats.word_count` counts them."""

    words: int
    characters: int
    first: str
    """The first of them, in small letters."""

    @property
    def told(self) -> str:
        """For people: how many there are, and the first."""
        number = "1 word of the file is" if self.words == 1 else f"{self.words:,} words of the file are"
        return f"{number} not read: {self.first}{' …' if len(self.first.split()) < self.words else ''}"


class LanguageEvidence(NamedTuple):
    """Where a document's language is known from."""

    source: str = "default"
    """"declared" by the file, "guessed" from its words, "chosen" by the person, or "default" where nothing tells it."""
    certainty: float = 0.0
    """0 to 1: how sure it is that the words are in that language; 1 for what was chosen."""


class _DocumentFields(NamedTuple):
    name: str
    """The file's name without folders: for messages, and as a title if none is printed."""
    key: str
    """SHA-256 of the file's bytes, in hex: by it the library recognises the document."""
    format: str
    """The name of the format that read it: "transcript"."""
    text: str
    """The file's text, decoded and cleaned. All spans count characters in it."""
    title: Passage | None = None
    collection: Passage | None = None
    """The site, volume or series that printed it."""
    date: Date | None = None
    people: tuple[Person, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: Sequence[Note] = ()
    source: Note | None = None
    residue: Sequence[Residue] = ()
    suggestions: tuple[Suggestion, ...] = ()
    unmarked: tuple[str, ...] = ()
    """Printed like labels, but not labels by the person's decision."""
    corrections: tuple[Decision, ...] = ()
    """What was decided about single turns, in that order."""
    confirmed: tuple[str, ...] = ()
    """Printed like labels, and by the person's decision rightly read as they are."""
    warnings: tuple[str, ...] = ()
    language: str = "en"
    """As a BCP 47 tag."""
    language_evidence: LanguageEvidence = LanguageEvidence()
    lexicon: tuple[str, ...] = ()
    """Pronunciations of words of this document, each a line of a lexicon; later ones win."""
    glosses: tuple[Gloss, ...] = ()
    """In the order of their first use."""
    times: Sequence[SpokenAt] = ()
    """Of captions and transcripts with times, when their words were said; in the order of their places."""
    lost: LostWords | None = None
    """What of the file is not in `text`; None where nothing is missing."""
    producer: RecognisedAs | None = None
    """What wrote the file; None where nobody looked."""
    mentioned: tuple[Mentioned, ...] = ()
    """In the order of their first mention."""
    media: tuple[str, ...] = ()
    """Names, paths and addresses of its recording, as the file states them; only of a document with times."""


class Document(_DocumentFields):
    """A whole dialogue on record. Its pages are made when they are first asked for."""

    def __getstate__(self) -> dict[str, object]:
        """What another process is sent besides the fields: nothing, for the rest is made again there."""
        return {}

    @property
    def text(self) -> str:
        """The file's text; of a document that was kept packed, all of it is decoded then."""
        return str(self[3])

    @property
    def heading(self) -> str:
        """The title, or the file's name if no title is printed."""
        return self.title.text if self.title else self.name

    @property
    def in_english(self) -> bool:
        """Whether its language is English, of any country."""
        return self.language.lower().partition("-")[0] == "en"

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The index of the first page of each part, and last the number of pages. A part may have no pages."""
        counts = (bool(part.opening) + len(part.turns) for part in self.parts)
        return tuple(accumulate(counts, initial=0))

    @cached_property
    def pages(self) -> Sequence[Page]:
        """A page for each turn, and one for the heading and body of each part that has any."""
        pages = LazySequence(self.starts[-1], self.page)
        return tuple(pages) if self._is_complete else pages

    def page(self, index: int) -> Page:
        """The page of an index, for a look at a few of them: `pages` may make all of them first."""
        at = bisect_right(self.starts, index) - 1
        part, opening = self.parts[at], self.parts[at].opening
        number = index - self.starts[at] - bool(opening)
        turn = part.turns[number] if number >= 0 else None
        return Page(index, part, turn, turn.passages if turn else opening)

    @cached_property
    def turns(self) -> Sequence[Turn]:
        """All turns in order."""
        if self._is_complete:
            return tuple(turn for part in self.parts for turn in part.turns)
        starts = tuple(accumulate((len(part.turns) for part in self.parts), initial=0))

        def turn(index: int) -> Turn:
            at = bisect_right(starts, index) - 1
            return self.parts[at].turns[index - starts[at]]

        return LazySequence(starts[-1], turn)

    @property
    def _is_complete(self) -> bool:
        """Whether all turns exist already; otherwise a turn is made when it is asked for."""
        return all(isinstance(part.turns, tuple) for part in self.parts)

    @cached_property
    def _people_by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    def person(self, id: str | None) -> Person | None:
        """The person with that id; None for the narrator and for an unknown id."""
        return self._people_by_id.get(id or "")

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """What each person is called, by id, and the NARRATOR: the printed label.

        Where that is initials, or somebody gave the name, it is the surname. Of several who would be called the same
        each has the whole name, or a number.
        """
        from tui_reader.document.people.short_names import told_apart

        return {NARRATOR: NARRATOR.capitalize()} | told_apart(self.people)

    def short_name(self, id: str | None) -> str:
        """A word or two for the person with that id; for None, the narrator."""
        return self.short_names.get(id or NARRATOR, id or NARRATOR)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """What each part is called by its headings, with the act it is in: "ACT I, SCENE 2. The house"."""
        from tui_reader.document.sections import sections

        return sections(self.heading, self.parts)

    def section_of(self, part: Part) -> str:
        """What a part is called; empty for one without headings."""
        return next((name for one, name in zip(self.parts, self.sections, strict=True) if one is part), "")

    @cached_property
    def _notes_by_mark(self) -> dict[str, Note]:
        return {note.mark: note for note in self.notes}

    def note(self, mark: str) -> Note | None:
        """The note with that mark, the last if there are several; None if no note has it."""
        return self._notes_by_mark.get(mark)
