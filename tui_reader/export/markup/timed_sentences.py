"""Where each sentence of a document is printed and when it is heard. Knows no markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.document.model import Document, Note, Page, Passage
from tui_reader.export.rendering import Rendering
from tui_reader.narration.narration import SpokenStretch
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import TimedUtterance


class Clip(NamedTuple):
    """When a sentence is heard, in seconds from the start of the whole."""

    start: float
    end: float
    """The start of the next: the silence after it belongs to it."""


class HeardWord(NamedTuple):
    """A word of a sentence: characters `start` to `end` of the passage's text."""

    at: float
    """Seconds from the start of the whole."""
    start: int
    end: int


class TimedSentence(NamedTuple):
    """An utterance as it is printed: characters `start` to `end` of a passage's text."""

    id: str
    """Unique in the document, and fit to be an XML id."""
    start: int
    end: int
    clip: Clip | None
    """None where it is not heard."""
    words: tuple[HeardWord, ...]


class Said(NamedTuple):
    """What is said of a page, each list in the order of the print."""

    passages: tuple[tuple[Passage, tuple[TimedSentence, ...]], ...]
    """The page's own."""
    announced: TimedSentence | None
    """The speaker's name, where it is said; its characters count in no passage."""


class SaidNote(NamedTuple):
    """What is said of a note where it stands."""

    opening: TimedSentence
    """ "Note 1." """
    sentences: tuple[TimedSentence, ...]


class Sentences:
    """The sentences of a recording, asked for by page."""

    def __init__(self, recording: Rendering) -> None:
        self._recording = recording
        self._script = recording.recital.script
        entries = recording.timeline.entries
        starts = [timed.start for timed in entries] + [recording.timeline.frames]
        self._timed = {
            (timed.utterance.page, timed.utterance.number): (timed, end)
            for timed, end in zip(entries, starts[1:], strict=True)
        }
        self.clips = tuple((_id(timed.utterance), self._clip(timed, end)) for timed, end in self._timed.values())
        """The ids of all sentences that are heard, with their clips, in the order of time."""
        self.front = self._front()
        """Title and date with their sentences, as far as they are printed."""

    def page(self, page: Page) -> Said:
        """What is said of a page of the document."""
        by_stretch = self._by_stretch(page.index)
        announced: TimedSentence | None = None
        found: list[tuple[Passage, tuple[TimedSentence, ...]]] = []
        for place, stretch in enumerate(self._script.stretches(page.index)):
            if stretch.announced:
                announced = next(iter(self._sentences(stretch, by_stretch[place])), None)
            elif stretch.offset is not None:
                found.append((stretch.passage, self._sentences(stretch, by_stretch[place])))
        return Said(tuple(found), announced)

    def notes(self, page: Page) -> dict[Note, SaidNote]:
        """The notes that are read with a page."""
        told: list[list[Utterance]] = []
        for utterance in self._script.page(page.index):
            if utterance.note and not utterance.printed:
                told.append([])
            if utterance.note:
                told[-1].append(utterance)
        document = self._recording.document
        at_end = self._script.options.notes is NoteReading.END  # where two of one mark are both read
        notes = document.notes if at_end else [document.note(said[0].note) for said in told]
        found = [note for note in notes if note and note.passage]
        return {note: self._note(note, said) for note, said in zip(found, told, strict=bool(told))}

    def _note(self, note: Note, said: Sequence[Utterance]) -> SaidNote:
        return SaidNote(self._sentence(said[0], 0, 0), self._in_text(note.text or "", said[1:]))

    def _front(self) -> tuple[tuple[Passage, tuple[TimedSentence, ...]], ...]:
        by_stretch = self._by_stretch(0)
        passages = _front(self._recording.document)
        return tuple(
            (stretch.passage, self._sentences(stretch, by_stretch[place]))
            for place, stretch in enumerate(self._script.stretches(0)[: len(passages)])
        )

    def _by_stretch(self, index: int) -> defaultdict[int, list[Utterance]]:
        said: defaultdict[int, list[Utterance]] = defaultdict(list)
        for utterance in self._script.page(index):
            if not utterance.note:
                said[utterance.paragraph].append(utterance)
        return said

    def _sentences(self, stretch: SpokenStretch, said: Iterable[Utterance]) -> tuple[TimedSentence, ...]:
        return self._in_text(stretch.passage.text, said)

    def _in_text(self, text: str, said: Iterable[Utterance]) -> tuple[TimedSentence, ...]:
        """Utterances at their places in the text of their passage, which holds them in order."""
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
        return Clip(self._recording.seconds(timed.start), self._recording.seconds(end))

    def _words(self, timed: TimedUtterance, shift: int) -> Iterable[HeardWord]:
        """Its words in order, each character in one of them: what is said in several words may be printed as one."""
        at = 0
        for word in timed.words:
            if word.end > word.start >= at:
                yield HeardWord(self._recording.seconds(timed.start + word.frame), shift + word.start, shift + word.end)
                at = word.end


def _id(utterance: Utterance) -> str:
    return f"s{utterance.page}-{utterance.number}"


def _front(document: Document) -> list[Passage]:
    """What stands before all pages and is read with the first."""
    return [passage for passage in (document.title, document.date and document.date.passage) if passage]
