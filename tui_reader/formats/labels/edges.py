"""Where a dialogue in plain print begins and ends: below title page and cast, above notes.

Knows paragraphs and the indices of those that begin with a label; not names.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.formats.book_parts import is_end, is_matter
from tui_reader.formats.headings import is_structure, people_list
from tui_reader.formats.paragraphs import Paragraph, line_of

_LONGEST_HEADING = 160
_FEW_OUTSIDE = 4
"""Labels above the first heading of an act that are names on the title page; labels below the heading of notes."""


class Edges:
    """The headings among the paragraphs of a text, and what they divide from the dialogue."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._paragraphs = paragraphs

    def divides(self, index: int) -> bool:
        """Whether the heading of an act, a cast, or of what stands around the text divides what is above and below."""
        line = self._line(index).strip("_*")
        return is_structure(line) or people_list(line) is not None or is_matter(line) or is_end(line)

    def of_title_page(self, inside: Sequence[int]) -> int:
        """How many of the first labels, alone on their lines, are of a title page or a cast above the first heading."""
        if all(map(self._stands_above_words, inside[:2])):
            return 0
        for number in range(min(_FEW_OUTSIDE, len(inside) - 2), 0, -1):
            low, high = inside[number - 1], inside[number]
            if any(map(self.divides, range(low + 1, high))) and not any(
                is_structure(self._line(one)) for one in range(inside[0])
            ):
                return number
        return 0

    def _stands_above_words(self, index: int) -> bool:
        """Whether a name begins a block, and the paragraph right below it ends as a sentence does."""
        below = self._paragraphs[index + 1] if index + 1 < len(self._paragraphs) else None
        begins = self._paragraphs[index].gap > 0 or not index
        return begins and below is not None and not below.gap and self._text[below.end - 1] in ".?!"

    def of_notes(self, inside: Sequence[int]) -> int:
        """How many of the last labels are quoted in notes or corrections behind the text, below their heading."""
        for number in range(1, min(_FEW_OUTSIDE, len(inside) - 2) + 1):
            between = range(inside[-number - 1] + 1, inside[-number])
            if any(is_matter(self._line(index)) for index in between):
                return number
        return 0

    def _line(self, index: int) -> str:
        """The paragraph on one line if it may be a heading, or nothing."""
        paragraph = self._paragraphs[index]
        return line_of(self._text, paragraph) if paragraph.end - paragraph.start <= _LONGEST_HEADING else ""
