"""A document whose words of some speakers are hidden, for somebody who rehearses their part.

It has as many characters as the document, each passage and mark in its place, so that every position is good in both.
What shows words shows those of such a document and so cannot show hidden ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from tui_reader.document.columnar import ColumnarTurns
from tui_reader.document.model import Document, Kind, Page, Part, Passage, Span, Turn
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

DIRECTIONS = (Kind.ASIDE, Kind.HEADING)
"""What is never hidden of a turn: it tells what to do, and is not said."""
NOBODY = "nobody"
"""Typed in place of a speaker, to rehearse no part any more."""
SIGN = "…"
"""Stands for a passage whose words are hidden."""
_WORD = lazy_re(r"\S+")
_NOT_BLANK = lazy_re(r"\S")


class WordsShown(StrEnum):
    """How much is shown of the words that somebody is to say by heart."""

    HIDDEN = "hidden"
    LETTERS = "letters"
    """The first letter of each word."""
    WHOLE = "whole"

    @property
    def next(self) -> WordsShown:
        """The choice after this one; after the last, the first."""
        every = list(WordsShown)
        return every[(every.index(self) + 1) % len(every)]


class Hiding(NamedTuple):
    """Whose words are hidden, and how far."""

    speakers: frozenset[str] = frozenset()
    """By id; the words of their turns are hidden, but not those of a memo or letter."""
    shown: WordsShown = WordsShown.HIDDEN
    pages: Mapping[int, WordsShown] = MappingProxyType({})
    """By the index of a page, where another choice was made for it."""

    def of(self, page: Page | None) -> bool:
        """Whether a page is a turn of one of these speakers, shown or not."""
        return bool(page and page.turn and page.turn.speaker in self.speakers)

    def choice(self, index: int) -> WordsShown:
        """How much is shown of their words on the page with that index."""
        return self.pages.get(index, self.shown)


def people_now(as_read: Document, decided: Document) -> Mapping[str, frozenset[str]]:
    """Who a person is after decisions about labels (the ids there), by the id or a label before them.

    Somebody who was merged is who has the labels now; who has none any more is missing.
    """
    found: dict[str, frozenset[str]] = {}
    for person in decided.people:
        for label in person.labels:
            found[label] = found.get(label, frozenset()) | {person.id}
    for person in as_read.people:
        if now := frozenset[str]().union(*(found.get(label, ()) for label in (person.id, *person.labels))):
            found[person.id] = now
    return found | {person.id: frozenset((person.id,)) for person in decided.people}


def hidden(document: Document, hiding: Hiding) -> Document:
    """The document with words hidden; the same one where nothing is to be hidden."""
    if not hiding.speakers or (hiding.shown is WordsShown.WHOLE and not hiding.pages):
        return document
    masking = _Masking(document.text)
    parts = [
        _without_words(part, first + bool(part.opening), hiding, masking)
        for part, first in zip(document.parts, document.starts, strict=False)
    ]
    text = masking.masked_text()
    given = [
        part._replace(turns=_on_text(part.turns, text)) if isinstance(part.turns, ColumnarTurns) else part
        for part in parts
    ]
    return document._replace(text=text, parts=tuple(given))


def _without_words(part: Part, first: int, hiding: Hiding, masking: _Masking) -> Part:
    """The part with its turns masked; `first` is the index of the page of its first turn."""
    turns = part.turns
    speakers = turns.speakers if isinstance(turns, ColumnarTurns) else (turn.speaker for turn in turns)
    masks = {
        index: mask
        for index, speaker in enumerate(speakers)
        if speaker in hiding.speakers and (mask := _MASKS.get(hiding.choice(first + index)))
    }
    if isinstance(turns, ColumnarTurns):
        return part._replace(turns=_masked_columns(turns, masks, masking))
    shown = (masking.turn(turn, masks[index]) if index in masks else turn for index, turn in enumerate(turns))
    return part._replace(turns=tuple(shown))


def _masked_columns(turns: ColumnarTurns, masks: Mapping[int, _Mask], masking: _Masking) -> ColumnarTurns:
    """The same turns in columns; their words come from the document's text, save those that are stored whole."""
    kept, places = dict(turns.kept_whole), turns.columns.passages
    for index, mask in masks.items():
        masked = masking.turn(turns[index], mask).passages
        for at, passage in zip(range(places[index], places[index + 1]), masked, strict=True):
            if at in kept:
                kept[at] = passage
    return ColumnarTurns("", turns.number, turns.names, turns.columns, kept)


def _on_text(turns: ColumnarTurns, text: str) -> ColumnarTurns:
    return ColumnarTurns(text, turns.number, turns.names, turns.columns, turns.kept_whole)


class _Masking:
    """Masks turns, and then the text of the document that they are in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[tuple[Span, str]] = []

    def turn(self, turn: Turn, mask: _Mask) -> Turn:
        """The turn with its words masked, but not its stage directions."""
        return turn._replace(passages=tuple(self._passage(passage, mask) for passage in turn.passages))

    def _passage(self, passage: Passage, mask: _Mask) -> Passage:
        if passage.kind in DIRECTIONS:
            return passage
        masked, at = mask(passage.text), 0
        for span in passage.spans:
            self._pieces.append((span, masked[at : at + span.end - span.start]))
            at += span.end - span.start
        return passage._replace(text=masked)

    def masked_text(self) -> str:
        """The document's text with all that was masked in it."""
        return "".join(self._stretches())

    def _stretches(self) -> Iterator[str]:
        done = 0
        for (start, end), masked in sorted(self._pieces):
            if start >= done:
                yield self._text[done:start]
                yield masked
                done = end
        yield self._text[done:]


def _blanked(words: str) -> str:
    """A sign in place of the first character, and blanks in place of all others; line feeds stay."""
    blank = _NOT_BLANK.sub(" ", words)
    first = _NOT_BLANK.search(words)
    return f"{blank[: first.start()]}{SIGN}{blank[first.end() :]}" if first else blank


def _first_letters(words: str) -> str:
    """The first letter or figure of each word, a full stop and blanks: "O.  o. h.  ". Signs alone stay as they are."""
    return _WORD.sub(lambda word: _first_letter(word.group()), words)


def _first_letter(word: str) -> str:
    first = next((at for at, sign in enumerate(word) if sign.isalnum()), None)
    if first is None:
        return word
    end = first + 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return f"{word[:end]}{'.' if end < len(word) else ''}".ljust(len(word))


_Mask = Callable[[str], str]
"""Gives other characters for words, as many as they have."""
_MASKS: Mapping[WordsShown, _Mask] = {WordsShown.HIDDEN: _blanked, WordsShown.LETTERS: _first_letters}


def cue(pages: Sequence[Page], hiding: Hiding, index: int) -> tuple[int, int] | None:
    """The characters of a page's text that are the cue for a turn by heart on the next page: its last few words.

    None where the next page is not such a turn, or this one is.
    """
    following = pages[index + 1] if index + 1 < len(pages) else None
    if not hiding.of(following) or hiding.of(pages[index]):
        return None
    passages = [*pages[index].passages_at()]
    said = next(((at, one) for at, one in reversed(passages) if one.kind not in DIRECTIONS), None)
    if said is None:
        return None
    at, passage = said
    from tui_reader.document.word_spans import word_spans

    words = [*word_spans(passage.text, max(0, len(passage.text) - LONGEST_CUE), len(passage.text))][-CUE_WORDS:]
    return (at + words[0][0], at + words[-1][1]) if words else None


CUE_WORDS, LONGEST_CUE = 6, 200
"""How many words a cue has, and in how many characters they are looked for."""
