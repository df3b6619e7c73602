"""What the pages of a print add to its words, taken out: numbers of lines and pages, running heads, feet, hyphens.

What is left is as long as the text and has blanks in their place, so that each word keeps its position. Knows lines of
text; nothing of labels or speakers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui_reader.document.model import Residue, Span
from tui_reader.formats.headings import is_capitals, is_examination, is_structure
from tui_reader.formats.transcript.cue_numbers import cue_numbers
from tui_reader.formats.transcript.divided_words import at_line_ends
from tui_reader.formats.transcript.margin_numbers import numbered_lines
from tui_reader.formats.transcript.running_heads import Line, lines_of, running_heads
from tui_reader.formats.transcript.verse_numbers import verse_numbers
from tui_reader.formats.transcript.word_index import word_index
from tui_reader.named_tuple import NamedTuple

_LINE_NUMBER = "the number of a line"
_INDEX = "an index of words, with page and line"
_HYPHEN = "the hyphen of a divided word"
_SET_IN = 3
"""Columns by which the first line of a paragraph stands further to the right than most lines."""
_SET_IN_SMALL = 0.2
"""Share of such lines that may begin with a small letter."""
_MIDDLE = 6
"""The same for a heading in capitals."""
_SENTENCE_ENDS = frozenset(".?!…:;\"'”’)]-–—。！？」』）")


class PrintedPages(NamedTuple):
    """A text without what its pages add."""

    words: str
    """The text with blanks in place of the furniture; of the same length."""
    furniture: Sequence[Residue]
    """What was taken out, in order."""
    breaks: Sequence[Span]
    """What stands within words that go over the end of a line, as `at_line_ends` tells; `words` has it too."""


def taken_apart(text: str) -> PrintedPages:
    """The words of a clean text, and what its pages print around them."""
    numbered = numbered_lines(text)
    cues = [] if numbered.numbers else [_residue(text, one, _LINE_NUMBER) for one in cue_numbers(text)]
    pages = list(numbered.furniture if numbered.numbers else running_heads(_blanked(text, cues)))
    numbers = numbered.numbers or ([] if cues or pages else verse_numbers(text))
    furniture = pages + cues + [_residue(text, one, _LINE_NUMBER) for one in numbers]
    words = _blanked(text, furniture)
    index = [_residue(text, line, _INDEX) for line in word_index(words)]
    furniture += index
    words = _blanked(words, index)
    if numbered.numbers:
        words = _line_below_line(words, numbers)
    elif pages or index:
        words = _closed(words, sorted(pages + index, key=lambda one: one.span))
    hyphens = at_line_ends(words)
    for start, _ in hyphens:
        if not words[start].isspace():
            furniture.append(Residue(words[start], Span(start, start + 1), _HYPHEN, inline=True))
    return PrintedPages(words, sorted(furniture, key=lambda one: one.span), hyphens)


def _residue(text: str, place: Line | Span, why: str) -> Residue:
    return Residue(text[place.start : place.end], Span(place.start, place.end), why, inline=True)


def _blanked(text: str, furniture: Sequence[Residue]) -> str:
    """The text with blanks for what is taken out, all else in its place."""
    if not furniture:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(rest.span for rest in furniture):
        pieces += (text[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, text[at:]))


def _line_below_line(words: str, numbers: Sequence[Span]) -> str:
    """The words of a record that numbers its lines, with blank lines where its paragraphs begin and nowhere else.

    Such a record prints a line on each number; its blank lines divide nothing. A paragraph begins below a numbered line
    that is empty, with a line that is set in, and around a heading.
    """
    lines = lines_of(words)
    starts = [number.start for number in numbers]
    usual = sorted(line.indent for line in lines)[len(lines) // 10] if lines else 0
    set_in = usual + (_SET_IN if _sets_first_lines_in(words, lines, usual + _SET_IN) else _MIDDLE)
    pieces: list[str] = []
    at = 0
    above: Line | None = None
    headed = False
    for line in lines:
        heads = _is_heading(words, line, None if headed else above, usual + _MIDDLE)
        if above is not None:
            empty = bisect_left(starts, line.start) - bisect_left(starts, above.end) > 1
            goes_on = heads and headed and words[above.end - 1] == ","
            begins = (line.indent >= set_in or empty or heads or headed) and not goes_on
            feeds = 2 if begins and line.indent else 1
            indent = line.indent - feeds + 1
            blanks = line.start - above.end - feeds - indent
            pieces += (words[at : above.end], " " * blanks, "\n" * feeds, " " * indent)
            at = line.start
        above, headed = line, heads
    return "".join((*pieces, words[at:]))


def _sets_first_lines_in(words: str, lines: Sequence[Line], set_in: int) -> bool:
    """Whether lines from this column on begin paragraphs: few of them go on in small letters."""
    own = [line for line in lines if line.indent >= set_in]
    return sum(words[line.start].islower() for line in own) <= _SET_IN_SMALL * len(own)


def _is_heading(words: str, line: Line, above: Line | None, middle: int) -> bool:
    """Whether a line is a heading in the middle or says who asks; `above` is the line of text above it."""
    printed = words[line.start : line.end]
    if above is not None and words[above.end - 1] not in _SENTENCE_ENDS:
        return False
    return is_examination(printed) or (
        line.indent >= middle and ":" not in printed and is_capitals(printed.rstrip(","))
    )


def _closed(words: str, furniture: Sequence[Residue]) -> str:
    """The words with a line feed in place of each break between pages within a sentence, two in place of others."""
    pieces: list[str] = []
    at = 0
    for rest in furniture:
        if rest.span.start < at:
            continue
        start = len(words[at : rest.span.start].rstrip()) + at
        end = rest.span.end
        while end < len(words) and words[end].isspace():
            end += 1
        goes_on = at < start and end < len(words) and _goes_on(words, start, end)
        line = words.rfind("\n", start, end)
        if line > start or (goes_on and line == start):
            # The line keeps its indent, and stands below a blank line if it does not go on with the sentence.
            feed = line + goes_on
            pieces += (words[at:start], " " * (feed - start - 1), "\n")
            at = feed
    return "".join((*pieces, words[at:]))


def _goes_on(words: str, above: int, below: int) -> bool:
    """Whether a sentence goes on from the page that ends at `above` to the one that begins at `below`."""
    if words[below].islower():
        return True
    ended = words[above - 1] in _SENTENCE_ENDS and words[above - 1] != ":"
    return not ended and not is_structure(words[words.rfind("\n", 0, above) + 1 : above])
