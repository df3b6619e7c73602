"""Notes that are read aloud with the rest: after the sentence of their mark, after the turn, or after all.

A function gives what is said for a note. Knows no sentence and no voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from tui_reader.document.columnar import marked_pages
from tui_reader.document.model import Document, Mark, Note, Passage
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Utterance

Said = tuple[Utterance, ...]


class SpokenNotes:
    """The notes of a document, each in its place."""

    def __init__(self, document: Document, when: NoteReading, say: Callable[[Note], Said]) -> None:
        """`say` gives what is said for a note. A note is read at its first mark outside of parts read on demand."""
        self._document, self._when, self._say = document, when, say
        self._last_page = max(0, len(document.pages) - 1)
        self._first = {
            mark.note: mark
            for page in reversed([*marked_pages(document)])
            if not page.part.on_demand
            for passage in reversed(page.passages)
            for mark in reversed(passage.marks)
        }

    def woven(self, index: int, said: Sequence[Utterance], passages: Sequence[Passage]) -> Said:
        """The utterances of the page `index` with the notes that are read there, as utterances of this page.

        An utterance's `paragraph` is an index into `passages`.
        """
        if self._when is NoteReading.END:
            notes = [self._say(note) for note in self._document.notes if note.passage]
            woven = _then(said, notes if index == self._last_page else [])
        elif self._when is NoteReading.TURN:
            woven = _then(said, [note for passage in passages for mark in passage.marks for note in self._of(mark)])
        else:
            woven = self._after_sentences(said, passages)
        return tuple(utterance._replace(page=index, number=number) for number, utterance in enumerate(woven))

    def _after_sentences(self, said: Sequence[Utterance], passages: Sequence[Passage]) -> list[Utterance]:
        woven: list[Utterance] = []
        for sentence, marks in marks_behind(said, passages):
            woven += _then([sentence], [note for mark in marks for note in self._of(mark)])
        return woven

    def _of(self, mark: Mark) -> list[Said]:
        """What is said at a mark: its note, if there is one and this is its first mark."""
        note = self._document.note(mark.note)
        return [self._say(note)] if note and note.passage and self._first.get(mark.note) is mark else []


def marks_behind(said: Sequence[Utterance], passages: Sequence[Passage]) -> Iterator[tuple[Utterance, list[Mark]]]:
    """Each utterance of a page with the marks in it; its `paragraph` is an index into `passages`."""
    for paragraph, group in groupby(said, key=lambda utterance: utterance.paragraph):
        sentences, passage = list(group), passages[paragraph]
        starts, at = [], 0
        for sentence in sentences:
            at = passage.text.index(sentence.printed, at)
            starts.append(at)
            at += len(sentence.printed)
        marks: list[list[Mark]] = [[] for _ in sentences]
        for mark in passage.marks:  # A mark after the blank that ends a sentence is still that sentence's.
            marks[max(0, bisect_left(starts, mark.offset) - 1)].append(mark)
        yield from zip(sentences, marks, strict=True)


def _then(said: Sequence[Utterance], notes: Sequence[Said]) -> list[Utterance]:
    """Utterances and the notes after them, with the pauses of notes between; the pause after all stays as it was."""
    if not notes:
        return list(said)
    after = said[-1].pause if said else Pause.END
    after = Pause.NOTE if after in (Pause.SENTENCE, Pause.ITEM) else after
    after = Pause.CHANGE if after in (Pause.ANSWER, Pause.INTERRUPTION) else after
    spoken = [*said[:-1], *(utterance._replace(pause=Pause.NOTE) for utterance in said[-1:])]
    for note in notes:
        spoken += [*note[:-1], note[-1]._replace(pause=Pause.NOTE)]
    spoken[-1] = spoken[-1]._replace(pause=after)
    return spoken
