"""Places as a person types them: "12", "50%", "part 2", "memo". Pure; knows no face."""

from __future__ import annotations

from itertools import pairwise

from tui_reader.document.model import Document, Position
from tui_reader.document.search.search_normalization import folded
from tui_reader.lazy_re import lazy_re
from tui_reader.reading import steps
from tui_reader.reading.reading_progress import ReadingProgress
from tui_reader.terminal.counts import count

REACH = 1000
"""Characters before a place in which the start of its sentence is looked for."""
_TURN = lazy_re(r"(?:turn )?(\d{1,9})")
_PERCENT = lazy_re(r"(\d{1,9}(?:[.,]\d{1,9})?) ?(?:%|percent|per cent)")
_PART = lazy_re(r"part (\d{1,9})")
EXAMPLES = "Type a turn (12), a percent (50%), a part (part 2) or a word of its heading."


def place_typed(document: Document, progress: ReadingProgress, typed: str) -> Position | str:
    """The place: a turn, a percentage, a part by its number or by words of its heading, start or end.

    Returns a line that says why if there is no such place.
    """
    words = folded(typed).strip()
    if not document.pages:
        return "The document has no text."
    if words.startswith("turn-"):
        from tui_reader.document.turn_reference import referred_place

        return referred_place(document, typed.strip()) or EXAMPLES
    if match := _TURN.fullmatch(words):
        return steps.turn(document, int(match[1]))
    if match := _PERCENT.fullmatch(words):
        percent = float(match[1].replace(",", "."))
        return progress.place(percent / 100) if percent <= 100 else f"There is no {match[1]} percent; the end is 100."
    if words in ("start", "end"):
        return Position(0 if words == "start" else len(document.pages) - 1, 0)
    return _part(document, words) if words else EXAMPLES


def sentence_start(document: Document, place: Position) -> Position:
    """The start of the sentence that a place is in."""
    from tui_reader.narration.sentences import sentences

    text = document.pages[place.page].text
    begin = max(0, place.offset - REACH)
    starts = [begin + start for start, _ in sentences(text[begin : place.offset + 1])]
    return Position(place.page, starts[-1] if starts else begin)


def part_starts(document: Document) -> list[int]:
    """The index of the first page of each part that has any."""
    return [start for start, end in pairwise(document.starts) if end > start]


def _part(document: Document, words: str) -> Position | str:
    starts = part_starts(document)
    if match := _PART.fullmatch(words):
        number = int(match[1])
        if 1 <= number <= len(starts):
            return Position(starts[number - 1], 0)
        return f"No part {number}. There {'is' if len(starts) == 1 else 'are'} {count(len(starts), 'part')}."
    headings = [(start, document.pages[start].part.heading) for start in starts]
    called = [(start, folded(heading.text)) for start, heading in headings if heading]
    begun = [start for start, heading in called if heading.startswith(words)]
    holding = [start for start, heading in called if words in heading]
    found = next(iter(begun or holding), None)
    return Position(found, 0) if found is not None else EXAMPLES
