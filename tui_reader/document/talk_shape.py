"""The shape of a talk: who speaks in each of a number of equal stretches of it, measured by characters. Pure.

It is reckoned in time that depends on the number of stretches, after one pass over the lengths of the turns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from tui_reader.document.columnar import speaker_of
from tui_reader.document.model import Document, Position
from tui_reader.document.page_ends import page_ends
from tui_reader.named_tuple import NamedTuple

SAMPLES = 8
"""Places of a stretch at which is looked who speaks: whoever speaks at most of them has it."""


class Run(NamedTuple):
    """Stretches that follow each other and belong to the same speaker."""

    speaker: str | None
    """By id; None for what nobody says, such as a memo."""
    length: int


class TalkShape:
    """One document, divided into equal stretches."""

    def __init__(self, document: Document) -> None:
        """Takes no time: the lengths are looked at when they are first needed."""
        self.document = document

    @property
    def _ends(self) -> Sequence[int]:
        """Characters from the beginning to the end of each page."""
        return page_ends(self.document)

    @property
    def length(self) -> int:
        """Characters of the whole."""
        return self._ends[-1] if self._ends else 0

    def speakers(self, stretches: int) -> list[str | None]:
        """The speaker of each stretch, by id; None for what nobody says. Empty for a document without text."""
        ends, length = self._ends, self.length
        if not length:
            return []
        known: dict[int, str | None] = {}
        found: list[str | None] = []
        for stretch in range(stretches):
            seen: Counter[str | None] = Counter()
            for sample in range(SAMPLES):
                at = length * (2 * SAMPLES * stretch + 2 * sample + 1) // (2 * SAMPLES * stretches)
                page = bisect_right(ends, at)
                if page not in known:
                    known[page] = speaker_of(self.document, page)
                seen[known[page]] += 1
            found.append(seen.most_common(1)[0][0])
        return found

    def stretch(self, place: Position, stretches: int) -> int:
        """The stretch that a place is in. The document must have text."""
        return min(self._before(place) * stretches // self.length, stretches - 1)

    def place(self, stretch: int, stretches: int) -> Position:
        """The character in the middle of a stretch. The document must have text."""
        at = self.length * (2 * stretch + 1) // (2 * stretches)
        page = min(bisect_right(self._ends, at), len(self._ends) - 1)
        return Position(page, min(at - self._start(page), len(self.document.pages[page].text)))

    def borders(self, stretches: int) -> list[Position]:
        """The first place of each stretch, and last the end."""
        ends, length = self._ends, self.length
        found = []
        for stretch in range(stretches):
            at = -(-length * stretch // stretches)
            page = bisect_right(ends, at)
            found.append(Position(page, at - self._start(page)))
        return [*found, Position(len(ends), 0)]

    def parts(self, stretches: int) -> list[int]:
        """The stretches in which a part begins, but for the first."""
        starts = self.document.starts
        places = (Position(start, 0) for start in dict.fromkeys(starts[1:-1]) if 0 < start < len(self._ends))
        return [self.stretch(place, stretches) for place in places]

    def _start(self, page: int) -> int:
        return self._ends[page - 1] if page else 0

    def _before(self, place: Position) -> int:
        if place.page >= len(self._ends):  # a bookmark of a longer text
            return self.length - 1
        return max(0, min(self._start(place.page) + place.offset, self._ends[place.page] - 1))


def runs(speakers: Iterable[str | None]) -> list[Run]:
    """Stretches with the same speaker, put together."""
    found: list[Run] = []
    for speaker in speakers:
        if found and found[-1].speaker == speaker:
            found[-1] = Run(speaker, found[-1].length + 1)
        else:
            found.append(Run(speaker, 1))
    return found
