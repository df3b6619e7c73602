"""The place in a document: where the person is, saved in the library with each move, and the short steps that move it.

Knows no sound: who reads aloud from the place observes `moved`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.hidden_words import Hiding, WordsShown, hidden, people_now
from tui_reader.document.model import Document, Note, Page, Person, Position
from tui_reader.reading import steps
from tui_reader.reading.observers import Observers
from tui_reader.reading.reading_progress import ReadingProgress

if TYPE_CHECKING:
    from tui_reader.library import Library


class Place:
    """A place in one document. A step returns None, or a line that says why it leads nowhere."""

    document: Document
    """As it is shown: `whole`, with the words hidden that the person rehearses."""
    whole: Document
    """As it was read, with what the person decided about its labels."""
    hiding: Hiding
    """Whose turns the person rehearses, and how much is shown of their words."""
    as_read: Document
    """As it was read, without these decisions."""
    path: Path
    """The file, or the entry of a file, from which the document can be opened again."""
    position: Position
    gone_to: Position
    """Where the person went last; the position moves on from there with the voice."""
    came_back: bool
    """Whether the document was opened at a place other than its beginning."""
    left_at: float | None
    """When the document was left there, in seconds since 1970."""
    progress: ReadingProgress
    """Measures how far a position is."""

    def __init__(
        self,
        document: Document,
        path: Path,
        library: Library,
        keep: bool = True,
        shown: WordsShown = WordsShown.HIDDEN,
    ) -> None:
        """`document` is as it was read, without decisions about its labels.

        Without `keep` it is saved when something is done, or when `keep` is called. `shown` is how much is shown of
        the words that the person rehearses.
        """
        self._library = library
        self.hiding = Hiding(shown=shown)
        self.moved = Observers()
        """Told of each step and jump, but not when the place follows the voice."""
        self._open(document, path)
        if keep:
            self.keep()

    def open(self, document: Document, path: Path) -> None:
        """Go to the place in another document where the person left it."""
        self._open(document, path)
        self.keep()

    def _open(self, document: Document, path: Path) -> None:
        self._part = self._library.chairs.of(document.key)
        self._take(document)
        self.path = path
        kept = self._library.place(document.key)
        pages = self.document.pages
        is_there = kept and kept.page < len(pages) and kept.offset <= len(pages[kept.page].text)
        self.position = self.gone_to = kept if kept and is_there else Position(0, 0)
        self.came_back = self.position != (0, 0)
        self.left_at = self._library.left_at(document.key) if self.came_back else None

    def take_document(self, document: Document) -> None:
        """Stay at the same words of the document, of which the labels or the lexicon have changed."""
        from tui_reader.document.positions import position_at, text_offset

        at = text_offset(self.document, self.position)
        self._take(document)
        self.position = position_at(self.document, at)
        self.keep()

    def _take(self, document: Document) -> None:
        self.as_read, self.whole = document, self._library.label_decisions.apply_to(document)
        self.progress = ReadingProgress(self.whole)
        now = people_now(document, self.whole) if self._part else {}
        self._lost = sorted(self._part - now.keys())
        speaking = frozenset[str]().union(*(now.get(id, ()) for id in self._part))
        self.hide(self.hiding._replace(speakers=speaking, pages={}))

    def hide(self, hiding: Hiding) -> None:
        """Hide the words of these turns from now on; the place stays."""
        self.hiding, self.document = hiding, hidden(self.whole, hiding)

    def keep_part(self, speakers: frozenset[str]) -> None:
        """Save whose turns the person rehearses. Raises LibraryError where that cannot be saved."""
        self._part, self._lost = speakers, []
        if self.whole.key:
            self._library.chairs.keep(self.whole.key, {id: self.whole.short_name(id) for id in sorted(speakers)})

    @property
    def part_names(self) -> str:
        """Whose turns the person rehearses: "Ball", "Ball and Stevenson"; empty for nobody."""
        return " and ".join(self.whole.short_name(id) for id in sorted(self.hiding.speakers))

    @property
    def part_lost(self) -> str:
        """A line for those among them who speak no more, by a decision or in an edited document; else empty."""
        names = " and ".join(self._lost)
        return f"Your part {names} is lost: nobody speaks under that name any more." if names else ""

    # What is at the place

    @property
    def page(self) -> Page | None:
        """The page of the place; None for a document without any text."""
        pages = self.document.pages
        return pages[self.position.page] if pages else None

    @property
    def at_memo(self) -> bool:
        """Whether the page is a memo or letter."""
        return self.page is not None and steps.is_memo(self.page)

    @property
    def at_front_matter(self) -> bool:
        """Whether the page is what stands before the talk: lines without a heading, read only when asked for."""
        return self.page is not None and steps.is_front_matter(self.page)

    def speaker_of(self, page: Page | None) -> Person | None:
        """The person who speaks on a page."""
        return self.document.person(page.speaker) if page else None

    def notes_of(self, page: Page | None) -> tuple[Note, ...]:
        """The notes to which a page refers, in the order of their marks."""
        marks = dict.fromkeys(mark.note for passage in (page.passages if page else ()) for mark in passage.marks)
        return tuple(note for mark in marks if (note := self.document.note(mark)))

    @property
    def title(self) -> str:
        """The document's title and date in a line; empty without them."""
        from tui_reader.narration.sentences import as_sentence

        document = self.document
        told = [passage.text for passage in (document.title, document.date and document.date.passage) if passage]
        return " ".join(as_sentence(" ".join(words.split())) for words in told)

    def name_of(self, page: Page) -> str:
        """A page in words: "Turn 6 of 23, Stevenson", or the heading of its part."""
        return self.progress.name_of(page)

    # Moving

    def go(self, position: Position) -> None:
        """Go to a position; reading aloud continues from there."""
        self.set(position)
        self.moved.tell()

    def set(self, position: Position) -> None:
        """Go to a position and save it, without telling who observes the moves."""
        self.position = self.gone_to = position
        self.keep()

    def keep(self, position: Position | None = None) -> None:
        """Save this place (or another position, to open the document there) in the library.

        A document without a key has no place there.
        """
        if self.document.key:
            self._library.keep_place(self.whole, self.path, position or self.position)

    @property
    def saved(self) -> bool:
        """Whether the place is in a library that outlasts the program."""
        return bool(self.document.key and self._library.path and not self._library.unsaved)

    def go_unless_line(self, target: Position | str) -> str | None:
        """Go to `target`, or return it if it is a line that says why there is no such place."""
        if isinstance(target, str):
            return target
        self.go(target)
        return None

    def _step(self, step: steps.Step) -> str | None:
        return self.go_unless_line(step(self.document, self.position))

    def next_page(self) -> str | None:
        """Go to the next turn."""
        return self._step(steps.next_page)

    def previous_page(self) -> str | None:
        """Go to the previous turn."""
        return self._step(steps.previous_page)

    def next_turn_of(self, person: str, label: str | None = None) -> str | None:
        """Go to the next turn of a person, or to that person's next turn with the given label."""
        return self.go_unless_line(steps.next_turn_of(self.document, self.position, person, label))

    def next_of_speaker(self) -> str | None:
        """Go to this speaker's next turn."""
        return self._step(steps.next_of_speaker)

    def previous_of_speaker(self) -> str | None:
        """Go to this speaker's previous turn."""
        return self._step(steps.previous_of_speaker)

    def next_paragraph(self) -> str | None:
        """Go to the next paragraph."""
        return self._step(steps.next_paragraph)

    def previous_paragraph(self) -> str | None:
        """Go to the start of this paragraph, or to the previous one if already there."""
        return self._step(steps.previous_paragraph)

    def next_word(self) -> str | None:
        """Go to the next word."""
        return self._step(steps.next_word)

    def previous_word(self) -> str | None:
        """Go to the start of this word, or to the previous one if already there."""
        return self._step(steps.previous_word)

    def repeat(self) -> str | None:
        """Go to the start of this turn."""
        self.go(Position(self.position.page, 0))
        return None
