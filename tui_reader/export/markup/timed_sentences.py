"""Timed sentences: where each sentence and word of a document is printed and when it is heard. Knows no markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui_reader.document.model import Document, Note, Page, Passage
from tui_reader.export.rendering import Rendering
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.stretches import SpokenStretch
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import TimedUtterance


class Clip(NamedTuple):
    """When a sentence is heard, in seconds from the start of the timeline."""

    start: float
    end: float
    """Where the next sentence starts: the pause in between belongs to this one."""


class TimedWord(NamedTuple):
    """A word of a sentence: characters `start` to `end` of its passage's text."""

    at: float
    """Seconds from the start of the timeline."""
    start: int
    end: int


class TimedSentence(NamedTuple):
    """An utterance as printed: characters `start` to `end` of its passage's text."""

    id: str
    """Unique in the document and valid as an XML id."""
    start: int
    end: int
    clip: Clip | None
    """None if it is not heard."""
    words: tuple[TimedWord, ...]


class TimedPage(NamedTuple):
    """The sentences of a page, in the order in which they are printed."""

    passages: tuple[tuple[Passage, tuple[TimedSentence, ...]], ...]
    """Each passage of the page that is read, with its sentences."""
    announced: TimedSentence | None
    """The speaker's name, if it is announced; it belongs to no passage."""


class TimedNote(NamedTuple):
    """The sentences of a note."""

    opening: TimedSentence
    """The words that announce it: "Note 1."."""
    sentences: tuple[TimedSentence, ...]


class Sentences:
    """The sentences of a rendering, page by page."""

    def __init__(self, rendering: Rendering) -> None:
        self._rendering = rendering
        self._narration = rendering.job.narration
        entries = rendering.timeline.entries
        starts = [timed.start for timed in entries] + [rendering.timeline.frames]
        self._timed = {
            (timed.utterance.page, timed.utterance.number): (timed, end)
            for timed, end in zip(entries, starts[1:], strict=True)
        }
        self.clips = tuple((_id(timed.utterance), self._clip(timed, end)) for timed, end in self._timed.values())
        """The id and the clip of each sentence that is heard, in the order of time."""
        self.front = self._front()
        """Title and date, if they are printed, with their sentences."""

    def page(self, page: Page) -> TimedPage:
        """The sentences of a page of the document."""
        by_stretch = self._by_stretch(page.index)
        announced: TimedSentence | None = None
        found: list[tuple[Passage, tuple[TimedSentence, ...]]] = []
        for place, stretch in enumerate(self._narration.shown_stretches(page.index)):
            if stretch.announced:
                announced = next(iter(self._sentences(stretch, by_stretch[place])), None)
            elif stretch.offset is not None:
                found.append((stretch.passage, self._sentences(stretch, by_stretch[place])))
        return TimedPage(tuple(found), announced)

    def notes(self, page: Page) -> dict[Note, TimedNote]:
        """The notes that are read aloud with a page, with their sentences."""
        spoken_notes: list[list[Utterance]] = []
        for utterance in self._narration.page(page.index):
            if utterance.note and not utterance.printed:
                spoken_notes.append([])
            if utterance.note:
                spoken_notes[-1].append(utterance)
        document = self._rendering.document
        at_end = self._narration.options.notes is NoteReading.END  # where two of one mark are both read
        notes = document.notes if at_end else [document.note(said[0].note) for said in spoken_notes]
        found = [note for note in notes if note and note.passage]
        return {note: self._note(note, said) for note, said in zip(found, spoken_notes, strict=bool(spoken_notes))}

    def _note(self, note: Note, said: Sequence[Utterance]) -> TimedNote:
        return TimedNote(self._sentence(said[0], 0, 0), self._in_text(note.text or "", said[1:]))

    def _front(self) -> tuple[tuple[Passage, tuple[TimedSentence, ...]], ...]:
        by_stretch = self._by_stretch(0)
        passages = _front(self._rendering.document)
        return tuple(
            (stretch.passage, self._sentences(stretch, by_stretch[place]))
            for place, stretch in enumerate(self._narration.stretches(0)[: len(passages)])
        )

    def _by_stretch(self, index: int) -> defaultdict[int, list[Utterance]]:
        said: defaultdict[int, list[Utterance]] = defaultdict(list)
        for utterance in self._narration.page(index):
            if not utterance.note:
                said[utterance.paragraph].append(utterance)
        return said

    def _sentences(self, stretch: SpokenStretch, said: Iterable[Utterance]) -> tuple[TimedSentence, ...]:
        return self._in_text(stretch.passage.text, said)

    def _in_text(self, text: str, said: Iterable[Utterance]) -> tuple[TimedSentence, ...]:
        """Utterances with their places in `text`, which holds them in order."""
        found: list[TimedSentence] = []
        at = 0
        for utterance in said:
            at = text.index(utterance.printed, at)
            found.append(self._sentence(utterance, at, at + len(utterance.printed)))
            at += len(utterance.printed)
        return tuple(found)

    def _sentence(self, utterance: Utterance, start: int, end: int) -> TimedSentence:
        id = _id(utterance)
        if (utterance.page, utterance.number) not in self._timed:
            return TimedSentence(id, start, end, None, ())
        timed, after = self._timed[utterance.page, utterance.number]
        return TimedSentence(id, start, end, self._clip(timed, after), tuple(self._words(timed, start)))

    def _clip(self, timed: TimedUtterance, end: int) -> Clip:
        return Clip(self._rendering.seconds(timed.start), self._rendering.seconds(end))

    def _words(self, timed: TimedUtterance, shift: int) -> Iterable[TimedWord]:
        """The words in order without overlaps: one printed word may be said as several, and is given once."""
        at = 0
        for word in timed.words:
            if word.end > word.start >= at:
                yield TimedWord(self._rendering.seconds(timed.start + word.frame), shift + word.start, shift + word.end)
                at = word.end


def _id(utterance: Utterance) -> str:
    return f"s{utterance.page}-{utterance.number}"


def _front(document: Document) -> list[Passage]:
    """The passages that come before all pages and are read with the first: title and date."""
    return [passage for passage in (document.title, document.date and document.date.passage) if passage]
