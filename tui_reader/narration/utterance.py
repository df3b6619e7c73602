"""What will be said: utterances, and the map from each spoken word back to its printed characters.

An utterance is a sentence of one passage in one voice, or a stretch of it if the sentence is very long. It is made of
pieces, from which the printed text, the spoken text, the wording and the ledger follow. Knows no engine.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import overload

from tui_reader.document.model import Kind
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pause import Pause

USUAL_LENGTH = 80
"""Characters of a sentence after which a pause is as long as it is set."""
ASIDE_BRACKET = "bracket of an aside"
"""Why the brackets around an aside are skipped."""


class SpokenPiece(NamedTuple):
    """A stretch of the printed text and what is said for it.

    Said as printed: `said == printed[start:end]` and no `why`. Normalized: another `said`, and `why` names the rule.
    Skipped: `said` is empty, `why` gives the reason. Added by the reader: `start == end`.
    """

    start: int
    """Characters into `Utterance.printed`."""
    end: int
    said: str
    why: str = ""
    phonemes: str = ""
    """Its sounds in espeak-ng's mnemonics, never from a document; engines that take none say `said`."""
    language: str = ""
    """The tag (BCP 47) of its language, where that is not the document's."""

    @property
    def added(self) -> bool:
        """Whether it is not printed."""
        return self.start == self.end and bool(self.said)

    @property
    def as_printed(self) -> bool:
        """Whether it is said as it is printed, character by character."""
        return not self.why and len(self.said) == self.end - self.start

    def wording(self, printed: str) -> str:
        """What it says in printed wording: its characters of `printed`, signs too that are not said, or added words."""
        own = printed[self.start : self.end]
        is_skipped = not self.said and (self.why == ASIDE_BRACKET or any(map(str.isalnum, own)))
        return "" if is_skipped else own or self.said

    def shown(self, printed: str) -> str:
        """What is shown for it while it is said: its characters of `printed`, or the words that are added."""
        return printed[self.start : self.end] or (self.said if any(map(str.isalnum, self.said)) else "")


_VARIED = frozenset((Pause.SENTENCE, Pause.PARAGRAPH, Pause.SAME_SPEAKER, Pause.CHANGE))
"""The pauses that vary with the sentence before them."""


class Earcon(StrEnum):
    """A short sound that says something without words."""

    SPEAKER = "speaker"
    """The speaker changes."""
    NOTE = "note"
    """This sentence has the mark of a note."""
    PART = "part"
    """A part of the document ends."""
    END = "end"
    """The document ends."""
    BOOKMARK = "bookmark"
    """A bookmark is saved."""
    HEADING = "heading"
    DIRECTION = "direction"

    @property
    def leads(self) -> bool:
        """Whether it is heard before the words; otherwise it is heard after them."""
        return self in (Earcon.SPEAKER, Earcon.HEADING, Earcon.DIRECTION)


EARCONS_OF_KINDS: Mapping[Kind, Earcon] = {Kind.HEADING: Earcon.HEADING, Kind.ASIDE: Earcon.DIRECTION}
"""What tells that words are of a kind."""


class Delivery(StrEnum):
    """How an utterance is heard."""

    SPOKEN = "spoken"
    WHISPERED = "whispered"
    """Quietly, as a prompter does."""
    LEFT = "left"
    """Left to the person: silence, as long as the voice would take."""


class Sounds(NamedTuple):
    """A stretch of a spoken text whose sounds are known: characters `start` to `end`, in espeak-ng's mnemonics."""

    start: int
    end: int
    phonemes: str


class ForeignStretch(NamedTuple):
    """Characters `start` to `end` of a text in another language, whose tag (BCP 47) is given."""

    start: int
    end: int
    language: str


class _UtteranceFields(NamedTuple):
    page: int
    """Index of the page that shows it."""
    number: int
    """Its place among the utterances of the page, from 0; -1 for what is said beside the talk."""
    voice: str
    """The id of the person who says it, or "narrator"."""
    kind: Kind
    printed: str
    """The printed stretch, without note marks, which are not part of a passage's text."""
    offset: int | None
    """The character of the page's text at which `printed` begins; None for title, date, notes and announced names."""
    pieces: Sequence[SpokenPiece]
    """In order; together they cover `printed` exactly."""
    pause: Pause
    paragraph: int = 0
    """Counts the passages of the page (title and date included): utterances of one passage share it."""
    note: str = ""
    """The mark of the note that it belongs to; or empty."""
    earcons: tuple[Earcon, ...] = ()
    """Short sounds before and after its words."""
    delivery: Delivery = Delivery.SPOKEN


class Utterance(_UtteranceFields):
    """One sentence as it will be said. Its spoken text is made when it is first asked for."""

    @property
    def beside(self) -> bool:
        """Whether it is said beside the talk and is not part of the reading."""
        return self.number < 0

    @property
    def pause_scale(self) -> float:
        """The pause after it as a multiple of the one that is set: 0.75 to 1.25, more after a longer sentence."""
        if self.pause not in _VARIED:
            return 1.0
        return 0.75 + 0.25 * min(2.0, len(self.spoken) / USUAL_LENGTH)

    @cached_property
    def spoken(self) -> str:
        """What the engine is given."""
        return "".join(piece.said for piece in self.pieces)

    @cached_property
    def wording(self) -> str:
        """What is said in printed wording, before normalization: without skipped words, with added ones."""
        return "".join(piece.wording(self.printed) for piece in self.pieces)

    @cached_property
    def shown(self) -> str:
        """What captions show: all that is printed, said or not, and the words that are added."""
        return "".join(piece.shown(self.printed) for piece in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.said)
        return starts

    @cached_property
    def sounds(self) -> tuple[Sounds, ...]:
        """The stretches of `spoken` whose sounds a lexicon gives, in order."""
        return tuple(
            Sounds(start, start + len(piece.said), piece.phonemes)
            for start, piece in zip(self._starts, self.pieces, strict=True)
            if piece.phonemes and piece.said
        )

    @cached_property
    def foreign(self) -> tuple[ForeignStretch, ...]:
        """The stretches of `spoken` in another language than the document's, in order."""
        return tuple(
            ForeignStretch(start, start + len(piece.said), piece.language)
            for start, piece in zip(self._starts, self.pieces, strict=True)
            if piece.language and piece.said
        )

    def printed_at(self, spoken_offset: int) -> tuple[int, int]:
        """The printed word for a character of `spoken`, as (start, end) in characters of `printed`.

        In an unchanged piece that is the word around the character; for a normalized piece it is the whole piece.
        """
        index = max(0, bisect_right(self._starts, max(0, spoken_offset)) - 1)
        piece = self.pieces[index]
        if not piece.as_printed:
            return piece.start, piece.end
        said = piece.said  # and not `printed`, which has no words where they are hidden
        start = end = max(0, min(spoken_offset - self._starts[index], len(said) - 1))
        while start > 0 and not said[start - 1].isspace():
            start -= 1
        while end < len(said) and not said[end].isspace():
            end += 1
        return piece.start + start, piece.start + end

    def spoken_at(self, printed_offset: int) -> int:
        """The character of `spoken` that is said for a character of `printed`: the inverse of `printed_at`."""
        for start, piece in zip(self._starts, self.pieces, strict=True):
            if piece.said and printed_offset < piece.end:
                return start + (max(0, printed_offset - piece.start) if piece.as_printed else 0)
        return 0


class LazyPieces(Sequence[SpokenPiece]):
    """Pieces that are made when they are first asked for, so that a page of thousands of sentences is ready at once."""

    def __init__(self, make: Callable[[], tuple[SpokenPiece, ...]]) -> None:
        """`make` gives the pieces."""
        self._make = make

    @cached_property
    def _pieces(self) -> tuple[SpokenPiece, ...]:
        return self._make()

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> SpokenPiece: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SpokenPiece]: ...
    def __getitem__(self, index: int | slice) -> SpokenPiece | Sequence[SpokenPiece]:
        return self._pieces[index]

    def __iter__(self) -> Iterator[SpokenPiece]:
        return iter(self._pieces)

    def __eq__(self, other: object) -> bool:
        return self._pieces == (other._pieces if isinstance(other, LazyPieces) else other)

    def __hash__(self) -> int:
        return hash(self._pieces)

    def __repr__(self) -> str:
        return repr(self._pieces)

    def __reduce__(self) -> tuple[object, ...]:
        return tuple, (self._pieces,)


class QueuedUtterance(NamedTuple):
    """An utterance to be played from the character `start` of its spoken text."""

    utterance: Utterance
    start: int = 0


def queued(utterances: Iterable[Utterance], start: int = 0) -> Iterator[QueuedUtterance]:
    """Utterances to be played whole, except for the first, which begins at the character `start`."""
    for utterance in utterances:
        yield QueuedUtterance(utterance, start)
        start = 0
