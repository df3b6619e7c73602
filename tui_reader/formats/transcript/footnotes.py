"""Footnotes of a plain text: which paragraphs they are, and the marks that refer to them.

They stand at the end, numbered in sequence, or below the words to which they belong. Knows paragraphs; not turns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from tui_reader.document.model import Kind, Note, Residue, Span
from tui_reader.formats.paragraphs import Paragraph, beginning, first_characters
from tui_reader.formats.passages import PrintedMark, passage
from tui_reader.formats.transcript import note_signs
from tui_reader.formats.transcript.note_runs import LINK, Marks, Run, best_run, is_headed
from tui_reader.formats.transcript.note_signs import NoteSign
from tui_reader.lazy_re import lazy_re

_LONGEST = 20
"""Paragraphs in which the bracket around a note closes."""
_OPENING = lazy_re(r"(?<![^\s(\[\"“])\*+(?=[^\s*])")
"""A star before words, which the next one closes."""
_LONGEST_EMPHASIS = 200
"""Characters between those two."""
_SIGNS = r"[\[*†‡§]"


class Footnotes:
    """The notes of a document, and their marks by paragraph."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.paragraphs: set[int] = set()
        """Indices of the paragraphs that are notes, their heading included."""
        self.heading: int | None = None
        self.marks: dict[int, list[PrintedMark]] = {}
        """By index of the paragraph that the mark stands in."""
        self.residue: list[Residue] = []

    @property
    def marked(self) -> dict[int, int]:
        """The paragraph of its mark, for each number that has one."""
        marks = ((mark.note, index) for index, several in self.marks.items() for mark in several)
        return {int(note): index for note, index in marks if note.isdecimal()}

    def sort(self) -> None:
        """Put notes and marks in the order of the text."""
        self.notes.sort(key=lambda note: note.span or Span(0, 0))
        for several in self.marks.values():
            several.sort(key=lambda mark: mark.span)


def find(text: str, paragraphs: Sequence[Paragraph], labelled: Sequence[int]) -> Footnotes:
    """The notes of the document; `labelled` are the indices of the paragraphs that begin with a label, in order."""
    spoken = set(labelled)
    made = Footnotes()
    found = best_run(text, paragraphs, labelled)
    if found:
        _add_run(made, text, paragraphs, *found)
    _add_below_words(made, text, paragraphs, spoken)
    made.sort()
    return made


def _add_run(made: Footnotes, text: str, paragraphs: Sequence[Paragraph], run: Run, marks: Marks) -> None:
    """Add the notes of a run, and for each the first mark outside of them."""
    first = run.places[0][0]
    if is_headed(text, paragraphs, first):
        made.heading = first - 1
        made.paragraphs.add(first - 1)
    ends = [index for index, _, _ in run.places[1:]]
    for (index, number, after), following in zip(run.places, [*ends, run.places[-1][0] + 1], strict=True):
        made.paragraphs.update(range(index, following))
        start, end = paragraphs[index].start, paragraphs[following - 1].end
        link = LINK.search(text, after, end)
        if link:
            made.residue.append(Residue(link[1], Span(*link.span(1)), "rest of a web link", inline=True))
            end = link.start()
        made.notes.append(Note(str(number), Span(start, after), passage(Kind.PARAGRAPH, text, after, end)))
    for _, number, _ in run.places:
        first_mark = next((mark for mark in marks.get(number, ()) if mark[0] not in made.paragraphs), None)
        if first_mark:
            made.marks.setdefault(first_mark[0], []).append(PrintedMark(str(number), first_mark[1]))


def _add_below_words(made: Footnotes, text: str, paragraphs: Sequence[Paragraph], labelled: Collection[int]) -> None:
    """Add the notes that stand below the words to which they belong, as on the pages of a book: `[Footnote 1: ...]`.

    One without that word is a note where its mark hangs on a word above it.
    """
    firsts = first_characters(text, [paragraph.start for paragraph in paragraphs])
    signs = {
        index: sign
        for index in beginning(_SIGNS, firsts)
        if index not in labelled
        and index not in made.paragraphs
        and (sign := note_signs.note_sign(text, paragraphs[index].start, paragraphs[index].end))
    }
    if not signs:
        return
    waiting: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    hung = note_signs.hung_signs(text)
    mark = next(hung, None)
    uses = Counter(note.mark for note in made.notes)
    at = 0
    for index, sign in signs.items():
        while mark and mark[1].end <= paragraphs[index].start:
            while paragraphs[at].end < mark[1].end:
                at += 1
            if (
                paragraphs[at].start < mark[1].start
                and at not in made.paragraphs
                and not _closes(text, paragraphs[at], mark)
            ):
                waiting[mark[0]].append((at, mark[1]))
            mark = next(hung, None)
        last = _last(text, paragraphs, index, sign)
        key = sign.key or "*"
        if index in made.paragraphs or last is None or not (sign.bracket or waiting[key]):
            continue
        uses[key] += 1
        name = key if uses[key] == 1 else f"{key}-{uses[key]}"
        if waiting[key]:
            place, span = waiting.pop(key)[-1]
            made.marks.setdefault(place, []).append(PrintedMark(name, span))
        if made.heading is None and is_headed(text, paragraphs, index):
            made.heading = index - 1
            made.paragraphs.add(index - 1)
        made.paragraphs.update(range(index, last + 1))
        end = paragraphs[last].end - sign.bracket
        made.notes.append(
            Note(name, Span(paragraphs[index].start, sign.end), passage(Kind.PARAGRAPH, text, sign.end, end))
        )
        if sign.bracket:
            made.residue.append(Residue("]", Span(end, end + 1), "the bracket of a note", inline=True))


def _closes(text: str, paragraph: Paragraph, mark: tuple[str, Span]) -> bool:
    """Whether a star is the second one of two that emphasise words."""
    sign, span = mark
    return sign[0] == "*" and bool(
        _OPENING.search(text, max(paragraph.start, span.start - _LONGEST_EMPHASIS), span.start)
    )


def _last(text: str, paragraphs: Sequence[Paragraph], index: int, sign: NoteSign) -> int | None:
    """The last paragraph of a note; None for one whose bracket does not close at the end of a paragraph."""
    if not sign.bracket:
        return None if sign.key[0] == "*" == text[paragraphs[index].end - 1] else index
    for last, paragraph in enumerate(paragraphs[index : index + _LONGEST], index):
        words = text[paragraphs[index].start : paragraph.end]
        if words.count("[") == words.count("]"):
            return last if words[-1] == "]" else None
    return None
