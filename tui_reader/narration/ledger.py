"""The proof that nothing is lost: every character of the source as spoken, skipped or structure.

It reads the source and trusts nothing else: a passage counts as spoken only where an utterance says it and where the
source, at the passage's spans, has the same characters. What nothing accounts for is lost, and so are the words of the
file that its parser did not read. Knows no format and no engine.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import heappop, heappush, merge
from itertools import accumulate, chain
from operator import itemgetter

from tui_reader.document.model import NARRATOR, Document, Note, Passage
from tui_reader.narration.ledger_entries import (
    LOST,
    Added,
    CoverageStatus,
    Ledger,
    LedgerEntry,
    closing_fields,
    closing_lines,
    entry_json,
    entry_lines,
)
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.sentences import has_words
from tui_reader.narration.stretches import SpokenStretch
from tui_reader.narration.utterance import Utterance

_NO_WORDS = "no words to say"
_SAID_BEFORE = "said with the words before the mark"
_ON_DEMAND = "read on demand"
_LEFT_OUT = "left out by choice"


Claim = tuple[int, int, int, int, int, LedgerEntry]
"""Start and end of an entry, three numbers that order those with the same, and the entry."""
Wanted = Callable[[Utterance], bool]
_PAGE, _COLLECTION, _LABEL, _NOTE, _RESIDUE = range(5)
"""Which of two claims to the same characters comes first."""


def ledger(document: Document, narration: Narration, is_wanted: Wanted = lambda _: True) -> Ledger:
    """Account for every character of `document` as `narration` reads it; as StreamedLedger, all at once."""
    account = StreamedLedger(document, narration, is_wanted)
    entries = tuple(account.entries())
    return Ledger(entries, tuple(account.added), account.lost, document.lost)


class StreamedLedger:
    """The account of a document made entry by entry, so that a long one takes no memory."""

    def __init__(self, document: Document, narration: Narration, is_wanted: Wanted = lambda _: True) -> None:
        """`is_wanted` says which utterances of the reading are asked for, where that is not all of them."""
        self._document, self._narration, self._is_wanted = document, narration, is_wanted
        self._by_page: dict[int, list[Added]] = {}
        self._said_twice: list[Added] = []
        self.lost = document.lost.characters if document.lost else 0
        """As in Ledger; complete when all entries have been given."""

    @property
    def added(self) -> list[Added]:
        """As in Ledger; complete when all entries have been given."""
        return [*chain.from_iterable(self._by_page[index] for index in sorted(self._by_page)), *self._said_twice]

    def entries(self) -> Iterator[LedgerEntry]:
        """The entries, in order, without gaps."""
        claims = (claim[-1] for claim in _in_order(merge(self._page_claims(), self._beside(), key=itemgetter(0))))
        for entry in _swept(self._document.text, claims, self._said_twice):
            if entry.why == LOST:
                self.lost += _printing(entry.printed)
            yield entry

    def json_fields(self) -> Iterator[tuple[str, object]]:
        """The fields of the object that `inspect --ledger --json` prints, each made when it is written."""
        yield "entries", map(entry_json, self.entries())
        yield from closing_fields(self.added, self.lost, self._document.lost)

    def lines(self) -> Iterator[str]:
        """For people, as Ledger.page."""
        yield from entry_lines(self.entries())
        yield from closing_lines(self.added, self.lost, self._document.lost)

    def _page_claims(self) -> Iterator[tuple[int, list[Claim]]]:
        """The claims of each page, in the order of the first characters of the pages."""
        pages = self._document.pages
        firsts = [self._first_place(index) for index in range(max(1, len(pages)))]
        for index in sorted(range(len(firsts)), key=firsts.__getitem__):
            claims = [
                (entry.start, entry.end, _PAGE, index, number, entry)
                for number, entry in enumerate(self._of_page(index))
            ]
            if pages and (turn := pages[index].turn):
                start, end = turn.label.span
                entry = _entry(self._document, start, end, CoverageStatus.STRUCTURE, "label")
                claims.append((start, end, _LABEL, index, 0, entry))
            yield firsts[index], claims

    def _first_place(self, index: int) -> int:
        """The first character of the source that a page may claim."""
        passages = [stretch.passage for stretch in self._narration.stretches(index)]
        found = [_first_of(passage) for passage in passages if passage.spans or passage.marks]
        if self._document.pages and (turn := self._document.pages[index].turn):
            found.append(turn.label.span.start)
        return min(found, default=0)

    def _of_page(self, index: int) -> Iterator[LedgerEntry]:
        document, narration = self._document, self._narration
        said: defaultdict[int, list[Utterance]] = defaultdict(list)
        added: list[Added] = []
        for utterance in filter(self._is_wanted, narration.by_default(index)):
            if not utterance.note:
                said[utterance.paragraph].append(utterance)
            added += _added(utterance)
        for place, stretch in enumerate(narration.stretches(index)):
            if stretch.offset is not None and document.pages[index].part.on_demand:
                yield from _silent(document, stretch.passage, _ON_DEMAND)
            elif not said[place] and _has_utterances(narration, index, place):
                why = _ON_DEMAND if stretch.opening else _LEFT_OUT
                yield from () if stretch.announced else _silent(document, stretch.passage, why)
            elif stretch.announced:
                added += (Added(utterance.voice, utterance.spoken) for utterance in said[place])
            else:
                yield from _passage(document, stretch, said[place])
        if added:
            self._by_page[index] = added

    def _beside(self) -> Iterator[tuple[int, list[Claim]]]:
        """The claims of all that is no passage of a page, each with its first character, in order."""
        document = self._document
        said = self._said_notes()
        found: list[tuple[int, list[Claim]]] = []

        def add(phase: int, index: int, entries: Iterable[LedgerEntry]) -> None:
            claims = [(one.start, one.end, phase, index, number, one) for number, one in enumerate(entries)]
            if claims:
                found.append((min(claim[0] for claim in claims), claims))

        if document.collection:
            add(_COLLECTION, 0, _silent(document, document.collection, "name of the collection"))
        for index, note in enumerate(document.notes):
            add(_NOTE, index, _note(document, note, f"note {note.mark}", said.get(note.mark, [])))
        if document.source:
            add(_NOTE, len(document.notes), _note(document, document.source, "source", []))
        found.sort(key=itemgetter(0))
        yield from merge(found, self._residue(), key=itemgetter(0))

    def _residue(self) -> Iterator[tuple[int, list[Claim]]]:
        """The claims of the residue, in order."""
        places = [one.span.start for one in self._document.residue]
        for index in sorted(range(len(places)), key=places.__getitem__):
            one = self._document.residue[index]
            entry = _entry(self._document, *one.span, CoverageStatus.SKIPPED, one.why)
            yield places[index], [(*one.span, _RESIDUE, index, 0, entry)]

    def _said_notes(self) -> Mapping[str, list[Utterance]]:
        """The utterances of the notes that are read aloud, by the notes' marks."""
        found: defaultdict[str, list[Utterance]] = defaultdict(list)
        if self._narration.options.notes in (NoteReading.SILENT, NoteReading.SOUND):
            return found
        for index in range(max(1, len(self._document.pages))):
            for utterance in filter(self._is_wanted, self._narration.by_default(index)):
                if utterance.note:
                    found[utterance.note].append(utterance)
        return found


def _in_order(groups: Iterable[tuple[int, list[Claim]]]) -> Iterator[Claim]:
    """The claims in order; `groups` are in the order of a character before which none of theirs begins."""
    waiting: list[Claim] = []
    for first, claims in groups:
        while waiting and waiting[0][0] < first:
            yield heappop(waiting)
        for claim in claims:
            heappush(waiting, claim)
    while waiting:
        yield heappop(waiting)


def _first_of(passage: Passage) -> int:
    spans = (*passage.spans, *(mark.span for mark in passage.marks if mark.span))
    return min((span.start for span in spans), default=0)


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


def _swept(source: str, claims: Iterable[LedgerEntry], added: list[Added]) -> Iterator[LedgerEntry]:
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
