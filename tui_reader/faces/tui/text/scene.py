"""What a view of the reading shows: which page, what of it is marked, what is said outside the text. Paints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui_reader.document.hidden_words import cue as cue_on
from tui_reader.document.model import Document, Note, Page, Position
from tui_reader.faces.tui import status_words
from tui_reader.faces.tui.text.beside import beside_of
from tui_reader.faces.tui.text.paint import TextMark
from tui_reader.faces.tui.text.screen_line import Look, SaidOutside
from tui_reader.faces.tui.text.shown_sentence import ShownSentence, sentence_of
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading import Reading
from tui_reader.reading.spoken_asides import BESIDE

if TYPE_CHECKING:
    from tui_reader.document.search.document_search import Hit, Hits
    from tui_reader.reading.selection import Selection


class Scene(NamedTuple):
    """What the text view shows."""

    document: Document
    page: Page | None = None
    """The page that is shown, or marked as the current one in the whole dialogue."""
    offset: int = 0
    """The place of the reading in its text."""
    scroll: bool = False
    """Whether the whole dialogue is shown, and not a page of it."""
    notes: tuple[Note, ...] = ()
    """The open notes."""
    marks: Callable[[int, int, int], Sequence[TextMark]] = lambda page, start, end: ()
    """Gives what is marked on a page (its index) between two characters."""
    word: int | None = None
    """Where the word being said begins."""
    said: SaidOutside | None = None
    """What is being said outside the text."""
    right: str = ""
    """The words on the right of the head of a small screen."""
    sentence: ShownSentence | None = None
    """The only sentence shown of the page; None for all of it."""
    notes_of: Callable[[Page], tuple[Note, ...]] = lambda page: ()
    """Gives the notes of a page, open or not."""
    beside: str = ""
    """What stands beside the text in a wide window: "notes", "speakers", "outline" or "nothing"."""


def page_shown(reading: Reading) -> Page | None:
    """The page that is shown: that of what is being said, else that of the place of the reading."""
    saying, pages = reading.playback.saying, reading.document.pages
    if reading.playback.playing and saying and saying.offset is None and saying.page < len(pages):
        return pages[saying.page]
    return reading.place.page


def scene_of(
    reading: Reading,
    layout: str,
    notes: bool,
    arrows: tuple[str, str],
    marks: Callable[[int, int, int], Sequence[TextMark]],
    marking: str = "word",
    beside: str = "nothing",
) -> Scene:
    """The scene now, in one of the LAYOUTS; `notes` is whether they are open.

    `arrows` are the signs for the page before and the next; `marking` as in `marks_on`. `beside` is what stands beside
    the text of a wide window as long as the notes are not open, as in the settings.
    """
    page, marked = page_shown(reading), reading.playback.marked
    offset, scroll = (
        reading.place.position.offset if page and page.index == reading.place.position.page else 0,
        layout == "scroll",
    )
    return Scene(
        reading.document,
        page,
        offset,
        scroll,
        reading.place.notes_of(page) if notes else (),
        marks,
        marked.start if marked and page and marked.page == page.index else None,
        _said_outside(reading, marking in ("word", "both")),
        _right(reading, page, arrows),
        sentence_of(page, offset) if page and layout == "sentence" else None,
        reading.place.notes_of,
        "notes" if notes else beside_of(reading.document, beside) if scroll else "nothing",
    )


def marks_on(
    reading: Reading, page: int, start: int, end: int, marking: str, chosen: Selection | None
) -> list[TextMark]:
    """What is marked on a page: the sentence that is said and its word, what was found, highlighted, selected.

    Of what was found, what stands between two characters of the page. `marking` is what is marked of the reading aloud:
    "word", "sentence", "both" or "none".
    """
    marks: list[TextMark] = []
    for one in reading.bookmarks.found:
        if one.length and one.place.page == page:
            marks.append(TextMark(one.place.offset, one.place.offset + one.length, "highlight"))
    word, said, found = reading.playback.marked, reading.playback.saying, reading.search.results
    if found:
        current = found.hits[found.index] if found.index is not None else None
        marks += (
            TextMark(hit.start, hit.end, "current hit" if hit is current else "hit")
            for hit in _hits_between(found.hits, Position(page, start), Position(page, end))
        )
    if reading.rehearsing and (cue := cue_on(reading.document.pages, reading.place.hiding, page)):
        marks.append(TextMark(*cue, "cue"))
    if word and word.page == page:
        if said and said.offset is not None and marking in ("sentence", "both"):
            marks.append(TextMark(said.offset, said.offset + len(said.printed), "sentence"))
        if marking in ("word", "both"):
            marks.append(TextMark(word.start, word.end, "word"))
    if chosen and (part := chosen.on(reading.document.pages[page])):
        marks.append(TextMark(*part, "selected"))
    return marks


def _hits_between(hits: Hits, start: Position, end: Position) -> Iterator[Hit]:
    """The hits from a place to another, and the one before, which may reach into it."""
    for index in range(hits.before(start) or 0, len(hits)):
        hit = hits[index]
        if hit.position >= end:
            return
        if hit.page == start.page:
            yield hit


def _right(reading: Reading, page: Page | None, arrows: tuple[str, str]) -> str:
    """The words on the right of the head of a small screen."""
    state = "playing" if reading.playback.playing else "stopped" if reading.playback.paused else ""
    before, after = arrows
    told = ", ".join(filter(None, (status_words.hit(reading), state)))
    return f"{told}  {before} {status_words.short_place(reading, page)} {after}".strip()


def _said_outside(reading: Reading, words: bool) -> SaidOutside | None:
    """What is being said outside the text: the title, the date or the speaker's name; with its word, if `words`."""
    playback, document = reading.playback, reading.document
    saying = playback.saying
    if not playback.playing or saying is None or saying.offset is not None:
        return None
    if saying.note or saying.number == BESIDE:
        return None
    look, printed = Look.NAME, saying.printed
    for passage, of_passage in ((document.date and document.date.passage, Look.DATE), (document.title, Look.TITLE)):
        if passage and saying.printed and saying.printed in passage.text:
            look, printed = of_passage, passage.text
    if not words or playback.marked_outside is None:
        return SaidOutside(look)
    start = printed.find(saying.printed) + playback.marked_outside
    return SaidOutside(look, len(printed[:start].split()))
