"""The proof that nothing is lost: every character of the source as spoken, skipped or structure.

It reads the source and trusts nothing else: a passage counts as spoken only where an utterance says it and where the
source, at the passage's spans, has the same characters. What nothing accounts for is lost, and so are the words of the
file that its parser did not read. Knows no format and no engine.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from tui_reader.document.model import NARRATOR, Document, Note, Passage
from tui_reader.narration.ledger_entries import LOST, Added, CoverageStatus, Ledger, LedgerEntry
from tui_reader.narration.narration import Narration
from tui_reader.narration.sentences import has_words
from tui_reader.narration.stretches import SpokenStretch
from tui_reader.narration.utterance import Utterance

_NO_WORDS = "no words to say"
_SAID_BEFORE = "said with the words before the mark"
_ON_DEMAND = "read on demand"
_LEFT_OUT = "left out by choice"


def ledger(document: Document, narration: Narration, is_wanted: Callable[[Utterance], bool] = lambda _: True) -> Ledger:
    """Account for every character of `document` as `narration` reads it.

    `is_wanted` says which utterances of the reading are asked for, where that is not all of them. The whole document is
    read at once.
    """
    claims: list[LedgerEntry] = []
    added: list[Added] = []
    notes: defaultdict[str, list[Utterance]] = defaultdict(list)
    for index in range(max(1, len(document.pages))):
        said: defaultdict[int, list[Utterance]] = defaultdict(list)
        for utterance in filter(is_wanted, narration.by_default(index)):
            if utterance.note:
                notes[utterance.note].append(utterance)
            else:
                said[utterance.paragraph].append(utterance)
            added += _added(utterance)
        for place, stretch in enumerate(narration.stretches(index)):
            if stretch.offset is not None and document.pages[index].part.on_demand:
                claims += _silent(document, stretch.passage, _ON_DEMAND)
            elif not said[place] and _has_utterances(narration, index, place):
                why = _ON_DEMAND if stretch.opening else _LEFT_OUT
                claims += [] if stretch.announced else _silent(document, stretch.passage, why)
            elif stretch.announced:
                added += (Added(utterance.voice, utterance.spoken) for utterance in said[place])
            else:
                claims += _passage(document, stretch, said[place])
    claims += _beside(document, notes)
    claims.sort(key=lambda entry: (entry.start, entry.end))
    entries = tuple(_swept(document.text, claims, added))
    lost = sum(_printing(entry.printed) for entry in entries if entry.why == LOST)
    return Ledger(entries, tuple(added), lost + (document.lost.characters if document.lost else 0), document.lost)


def _has_utterances(narration: Narration, index: int, place: int) -> bool:
    """Whether the stretch at `place` of the page `index` has utterances, whoever says them."""
    return any(utterance.paragraph == place and not utterance.note for utterance in narration.page(index))


def _added(utterance: Utterance) -> Iterator[Added]:
    for piece in utterance.pieces:
        if piece.added and has_words(piece.said):
            yield Added(utterance.voice, piece.said.strip())
    for earcon in utterance.earcons:
        yield Added(utterance.voice, f"(sound: {earcon})")


def _passage(document: Document, stretch: SpokenStretch, utterances: list[Utterance]) -> Iterator[LedgerEntry]:
    """The claims of a passage that is read: the pieces of its utterances, and the marks in it."""
    passage, characters = stretch.passage, _PassageCharacters(document, stretch.passage)
    yield from _marks(document, passage)
    at = 0
    for utterance in utterances:
        while passage.text[at : at + 1].isspace():
            at += 1
        if not passage.text.startswith(utterance.printed, at):
            return
        for piece in utterance.pieces:
            said, why = piece.said, piece.why
            status, by = (CoverageStatus.SPOKEN, utterance.voice) if said else (CoverageStatus.SKIPPED, "")
            for entry in characters.entries(at + piece.start, at + piece.end):
                if said == utterance.printed[piece.start : piece.end]:
                    yield replace(entry, status=status, said=entry.printed, by=by, why=why)
                    continue
                yield replace(entry, status=status, said=said, by=by, why=why)
                said, why = "", _SAID_BEFORE if piece.said else piece.why
        at += len(utterance.printed)
    if stretch.opening or not has_words(passage.text[at:]):
        why = _ON_DEMAND if has_words(passage.text[at:]) else _NO_WORDS
        yield from (replace(entry, why=why) for entry in characters.entries(at, len(passage.text)))


def _beside(document: Document, said: Mapping[str, list[Utterance]]) -> Iterator[LedgerEntry]:
    """The claims of all that is no passage of a page; `said` are the utterances of the notes that are read aloud."""
    if document.collection:
        yield from _silent(document, document.collection, "name of the collection")
    for turn in document.turns:
        yield _entry(document, turn.label.span.start, turn.label.span.end, CoverageStatus.STRUCTURE, "label")
    for note in document.notes:
        yield from _note(document, note, f"note {note.mark}", said.get(note.mark, []))
    if document.source:
        yield from _note(document, document.source, "source", [])
    for residue in document.residue:
        yield _entry(document, residue.span.start, residue.span.end, CoverageStatus.SKIPPED, residue.why)


def _note(document: Document, note: Note, name: str, said: list[Utterance]) -> Iterator[LedgerEntry]:
    if note.span:
        yield _entry(document, note.span.start, note.span.end, CoverageStatus.STRUCTURE, f"begins {name}")
    if note.passage and said:
        printed = [utterance for utterance in said if utterance.printed]
        yield from _passage(document, SpokenStretch(note.passage, NARRATOR, None), printed)
    elif note.passage:
        yield from _silent(document, note.passage, f"{name}, read on demand")


def _silent(document: Document, passage: Passage, why: str) -> Iterator[LedgerEntry]:
    characters = _PassageCharacters(document, passage)
    yield from (replace(entry, why=why) for entry in characters.entries(0, len(passage.text)))
    yield from _marks(document, passage)


def _marks(document: Document, passage: Passage) -> Iterator[LedgerEntry]:
    for mark in passage.marks:
        if mark.span:
            yield _entry(document, mark.span.start, mark.span.end, CoverageStatus.SKIPPED, f"mark of note {mark.note}")


class _PassageCharacters:
    """Where the characters of a passage are in the source."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self._document, self._passage = document, passage
        self._starts = [0, *accumulate(span.end - span.start for span in passage.spans)]

    def entries(self, start: int, end: int) -> Iterator[LedgerEntry]:
        """The stretches of the source for these characters of the text, as far as the source holds the same."""
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._passage.spans)):
            shift = self._passage.spans[index].start - self._starts[index]
            first, last = max(start, self._starts[index]), min(end, self._starts[index + 1])
            if first >= last:
                return
            if _same(self._document.text[shift + first : shift + last], self._passage.text[first:last]):
                yield _entry(self._document, shift + first, shift + last, CoverageStatus.SKIPPED)


def _same(printed: str, text: str) -> bool:
    return printed == text or (
        len(printed) == len(text)
        and all(one == other or (one.isspace() and other.isspace()) for one, other in zip(printed, text, strict=True))
    )


def _swept(source: str, claims: list[LedgerEntry], added: list[Added]) -> Iterator[LedgerEntry]:
    """The claims cut so that each character is in exactly one of them, and entries for what has no claim.

    What is said for characters that an earlier claim has taken goes to `added`. `claims` are in order.
    """
    at = 0
    for claim in claims:
        if claim.start > at:
            yield from _unclaimed(source, at, claim.start)
        elif claim.start < at and claim.status is CoverageStatus.SPOKEN and has_words(claim.said):
            added.append(Added(claim.by, claim.said))
        if claim.end > at:
            start = max(at, claim.start)
            yield claim if start == claim.start else replace(claim, start=start, printed=source[start : claim.end])
            at = claim.end
    yield from _unclaimed(source, at, len(source))


def _unclaimed(source: str, start: int, end: int) -> Iterator[LedgerEntry]:
    printed = source[start:end]
    if not printed.strip():
        if printed:
            yield LedgerEntry(start, end, CoverageStatus.STRUCTURE, printed, why="white space")
        return
    first = start + len(printed) - len(printed.lstrip())
    last = first + len(printed.strip())
    yield from _unclaimed(source, start, first)
    yield LedgerEntry(first, last, CoverageStatus.SKIPPED, source[first:last], why=LOST)
    yield from _unclaimed(source, last, end)


def _entry(document: Document, start: int, end: int, status: CoverageStatus, why: str = "") -> LedgerEntry:
    return LedgerEntry(start, end, status, document.text[start:end], why=why)


def _printing(text: str) -> int:
    return sum(1 for sign in text if not sign.isspace())
