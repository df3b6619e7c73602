"""Renders a document's text as XHTML: parts, turns, sentences, words and notes.

Classes and roles say what an element is; colours, layout and sound are added by style sheets, scripts and overlays. All
printed characters are there, in order: sentences and words only wrap them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from tui_reader.document.columnar import marked_pages
from tui_reader.document.model import Kind, Mark, Note, Page, Part, Passage, Turn
from tui_reader.document.speaker_colours import SPEAKER_COLOURS
from tui_reader.export.markup.inline_flow import InlineFlow
from tui_reader.export.markup.timed_sentences import Sentences, TimedNote, TimedSentence
from tui_reader.export.markup.xhtml_elements import Element, make
from tui_reader.export.rendering import Rendering
from tui_reader.narration.narration_options import NoteReading

MANY = 10
"""From more speakers than these on, the list of speakers has the class "many" and is set in columns."""
_FRONT = -1
"""Stands for a page number for notes to title and date, which are on no page."""


class HtmlRenderer:
    """The elements of one rendering's document; their ids are the same in a web page and in an EPUB."""

    def __init__(self, rendering: Rendering, words: bool) -> None:
        """`words`: whether each word is a separate element. Raises UsageError for an unknown turn number."""
        self.document = rendering.document
        self.sentences = Sentences(rendering)
        self.pages = rendering.job.pages()
        """The pages of the turns that were asked for."""
        self._job = rendering.job
        self._words = words
        self._colour = {person.id: number % len(SPEAKER_COLOURS) for number, person in enumerate(self.document.people)}
        self._numbers = {note: number for number, note in enumerate(self.document.notes, 1)}
        self._notes_at_end = rendering.job.narration.options.notes is NoteReading.END
        self._whole = len(self.pages) == len(self.document.pages)
        marked = marked_pages(self.document) if self._whole else self.pages
        self._places = _note_pages([passage for passage, _ in self.sentences.front], marked)
        opened = (page.part for page in self.pages if not page.turn)
        opened = (part for part in self.document.parts if part.opening) if self._whole else opened
        self._headed = {part.id for part in opened if part.heading}
        self._referred: set[str] = set()

    @cached_property
    def parts(self) -> list[tuple[Part, list[Page]]]:
        """Each part of which pages are written, with these pages."""
        return list(self._job.parts())

    def front(self) -> Iterator[Element]:
        """Collection, title and date, and the notes that belong to them."""
        document = self.document
        if document.collection:
            yield make("p", document.collection.text, cls="collection")
        if not document.title:
            yield make("h1", document.heading)
        for passage, sentences in self.sentences.front:
            element = make("h1") if passage is document.title else make("p", cls="date")
            yield self._filled(element, passage, sentences)
        notes = _note_box(self._notes_of([passage for passage, _ in self.sentences.front], _FRONT, {}))
        if notes is not None:
            yield notes

    def speakers(self) -> Element | None:
        """The list of those who speak or write here: name, role and printed labels; None if there is nobody."""
        here = {page.speaker for page in self.pages}
        found = [person for person in self.document.people if person.id in here]
        if not found:
            return None
        many = " many" if len(found) > MANY else ""
        people = make("ul", cls=f"speakers{many}", role="list")
        for person in found:
            labels = ", ".join(label for label in person.labels if label != person.name)
            printed = f"printed as {labels}" if labels and person.name else ""
            about = "".join(f", {words}" for words in (person.role, printed) if words)
            people.append(make("li", make("span", person.name or person.id, cls=f"name {self._who(person.id)}"), about))
        return people

    def page(self, page: Page) -> Element:
        """A turn as an article, or the heading and body of a part, each with its notes."""
        level = 3 if page.turn and page.part.id in self._headed else 2
        timed = self.sentences.page(page)
        text = make("div", cls="text")
        for block in self._blocks(page, timed.passages, level):
            text.append(block)
        notes = _note_box(self._notes_of(page.passages, page.index, self.sentences.notes(page)))
        if not page.turn:
            return make("div", text, notes, cls="body")
        id = f"t{page.turn.number}"
        names = self._names(page.turn, timed.announced)
        heading = make(f"h{level}", *names, id=f"{id}-who", cls="who " + self._who(page.turn.speaker))
        return make("article", heading, text, notes, id=id, cls="turn", aria_labelledby=f"{id}-who")

    def notes_at_end(self) -> list[Element]:
        """The notes at the end: those without a mark, or all if notes are read at the end."""
        said: dict[Note, TimedNote] = {}
        if self._notes_at_end and self.pages:
            said = self.sentences.notes(self.document.pages[-1])
        return [
            self._note(note, said.get(note))
            for note in self.document.notes
            if note.passage and (self._notes_at_end if self._is_marked(note) else self._whole)
        ]

    @property
    def note_places(self) -> dict[str, tuple[int, int]]:
        """By a note's number in links, the indices of the pages where its first mark and its words stand."""
        last = len(self.document.pages) - 1
        places = {note: self._places[note.mark] for note in self._numbers if self._is_marked(note)}
        return {
            str(self._numbers[note]): (place, last if self._notes_at_end else place) for note, place in places.items()
        }

    def _is_marked(self, note: Note) -> bool:
        """Whether a mark here refers to it; of two notes with the same mark it is the last."""
        return note.mark in self._places and self.document.note(note.mark) is note

    def refer_anew(self) -> None:
        """Another page begins: the first mark of each note in it is the one that the note links back to."""
        self._referred.clear()

    def source(self) -> str:
        """Where the document was found, as printed; empty if it does not say."""
        return (self.document.source.text or "") if self.document.source else ""

    def _names(self, turn: Turn, announced: TimedSentence | None) -> Iterator[Element | str]:
        """Who speaks: the printed label if it contains the name, else the name and the label beside it."""
        short, printed = self.document.short_name(turn.speaker), turn.label.text
        named = short.casefold() in printed.casefold()
        name = make("span", printed if named else short, cls="name")
        if announced:
            name.set("id", announced.id)
            self._timed(name, announced)
        yield name
        if not named:
            yield " "
            yield make("span", printed, cls="label")

    def _who(self, person: str | None) -> str:
        return f"who-{self._colour[person]}" if person in self._colour else "who-none"

    def _blocks(
        self, page: Page, passages: Iterable[tuple[Passage, tuple[TimedSentence, ...]]], level: int
    ) -> Iterator[Element]:
        """Passages as paragraphs and headings; items in a row become a list. `level` is that of a part's heading."""
        items: Element | None = None
        for passage, sentences in passages:
            if passage.kind is not Kind.ITEM:
                items = None
            elif items is None:
                items = make("ul", cls="items", role="list")
                yield items
            if items is not None:
                items.append(self._filled(make("li"), passage, sentences))
            elif passage.kind is Kind.HEADING:
                below = page.turn or (page.part.heading and passage is not page.part.heading)
                yield self._filled(make(f"h{level + 1 if below else level}"), passage, sentences)
            else:
                plain = passage.kind in (Kind.SPEECH, Kind.PARAGRAPH)
                tag = "blockquote" if passage.kind is Kind.QUOTATION else "p"
                yield self._filled(make(tag, cls=None if plain else passage.kind.value), passage, sentences)

    def _filled(self, element: Element, passage: Passage, sentences: Sequence[TimedSentence]) -> Element:
        """The element, filled with a passage's text, its sentences, their words and its marks."""
        flow = InlineFlow(passage.text, [(mark, self._reference(mark)) for mark in passage.marks])
        for sentence in sentences:
            flow.add_up_to(element, sentence.start, marks_at_end=False)
            inside = make("span", id=sentence.id, cls="s")
            element.append(inside)
            self._timed(inside, sentence)
            for word in sentence.words if self._words else ():
                flow.add_up_to(inside, word.start)
                heard = make("span", cls="w", data_at=_milliseconds(word.at))
                inside.append(heard)
                flow.add_up_to(heard, word.end, marks_at_end=False)
            flow.add_up_to(inside, sentence.end)
        flow.add_up_to(element, len(passage.text))
        return element

    def _timed(self, element: Element, sentence: TimedSentence) -> None:
        if self._words and sentence.clip:
            element.set("data-at", _milliseconds(sentence.clip.start))

    def _reference(self, mark: Mark) -> Element:
        """A mark, as a link to its note if that is written; the note links back to the first of its marks."""
        note = self.document.note(mark.note)
        if note is None or note.passage is None or not (self._whole or mark.note in self._places):
            return make("sup", mark.note, cls="mark", title="This note is not here.")
        number = self._numbers[note]
        first = mark.note not in self._referred
        self._referred.add(mark.note)
        return make(
            "a",
            mark.note,
            href=f"#n{number}",
            id=f"m{number}" if first else None,
            cls="noteref",
            role="doc-noteref",
            aria_label=f"Note {mark.note}",
        )

    def _notes_of(self, passages: Iterable[Passage], place: int, said: dict[Note, TimedNote]) -> Iterator[Element]:
        """The notes whose first mark is in these passages of page `place`; no notes if all are at the end."""
        if self._notes_at_end:
            return
        for mark in dict.fromkeys(mark.note for passage in passages for mark in passage.marks):
            note = self.document.note(mark)
            if note and note.passage and self._places[mark] == place:
                yield self._note(note, said.get(note))

    def _note(self, note: Note, said: TimedNote | None) -> Element:
        assert note.passage
        number = self._numbers[note]
        back = make("a", note.mark, cls="number", href=f"#m{number}", role="doc-backlink",
                    aria_label=f"Note {note.mark}, back to the text")  # fmt: skip
        if not self._is_marked(note):
            back = make("span", note.mark, cls="number")
        if said:
            back.set("id", said.opening.id)
            self._timed(back, said.opening)
        words = self._filled(make("span", cls="words"), note.passage, said.sentences if said else ())
        return make("aside", make("p", back, " ", words), id=f"n{number}", cls="note", role="doc-footnote")


def _note_box(notes: Iterator[Element]) -> Element | None:
    box = make("div", *notes, cls="notes")
    return box if len(box) else None


def _milliseconds(seconds: float) -> str:
    return str(round(seconds * 1000))


def _note_pages(front: Iterable[Passage], pages: Iterable[Page]) -> dict[str, int]:
    """By mark, the page that shows its note: that of its first mark in text that is read unasked, else its first mark.

    A note to title or date has _FRONT.
    """
    places: dict[str, int] = {}
    for page in sorted(pages, key=lambda page: page.part.on_demand):
        for passage in page.passages:
            for mark in passage.marks:
                places.setdefault(mark.note, page.index)
    for passage in front:
        for mark in passage.marks:
            places.setdefault(mark.note, _FRONT)
    return places
