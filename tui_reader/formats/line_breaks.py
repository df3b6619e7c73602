"""Which line breaks of a plain text were meant, and which only wrap a paragraph at the width of the page.

Knows the lines of one block after the other; nothing of labels or speakers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from tui_reader.formats.labels.clock_times import is_time_stamp
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_LONGEST_WRAPPED = 100
"""Characters: a text with longer lines in a block was not wrapped by its typist."""
_SHORTEST_WRAPPED = 36
"""Characters: a text with only shorter lines in its blocks was not wrapped either."""
_LONGEST_REMARK, _LINES_OF_REMARK = 600, 6
"""Characters and lines that a remark in brackets may take."""
_OVERLONG = 0.1
"""The share of blocks that may end in a line longer than the width at which a text was wrapped."""
_CENTRED = 10
"""Columns by which a line in the middle, such as a name, is set in further than the line below it."""
_SAMPLE = 4000
"""Characters by which the script of a text is told."""
_FIRST_WIDE = "\u2e80"
_WIDE_ENDS = frozenset("。！？」』…")
_ITEM = lazy_re(r"[\[(]?(?P<number>\d{1,3})(?P<sign>[.)\]]?)[ \t]+\S")
_SHORTEST_LIST = 2
"""Items of a list that follow one another; one more where no sign stands behind their numbers."""


_SET_IN = 4
"""Columns by which a name in capitals is set in further than the line below it."""
_FURTHEST_HUNG, _FEWEST_HUNG = 12, 3
"""Columns by which further lines may be set in, and how often a first one must stand above one that is."""
_MOSTLY = 0.8
"""Share of the lines that must be as they are where further lines are set in."""
_BULLETS = frozenset((">", ">>", ">>>", "*", "•", "-", "–"))
"""Before an item of a list or, in captions, another speaker."""
_SENTENCE_ENDS = frozenset(".?!…:;\"'”’»)]—–。！？」』）")


class Line(NamedTuple):
    """A line without the white space at its ends."""

    start: int
    end: int
    indent: int


class Hanging(NamedTuple):
    """The columns in which the first line of a paragraph and its further lines begin."""

    first: int
    further: int


def wrap_width(text: str, blocks: Collection[Sequence[Line]]) -> int | None:
    """The column at which lines were wrapped, None where they were not.

    Told by most lines being nearly full and none long; or, in talk of short answers, by the lines that end within a
    sentence, the next one going on in small letters: they end at one column.
    """
    inner = sorted(line.end - line.start + line.indent for lines in blocks for line in lines[:-1])
    if len(inner) < 3:
        return None
    width = inner[len(inner) * 98 // 100]
    ends = [lines[-1].end - lines[-1].start + lines[-1].indent for lines in blocks]
    if sum(end > width + 8 for end in ends) > _OVERLONG * len(ends):
        return None
    wide = _is_wide(text)
    if wide and 2 * sum(text[line.end - 1] in _WIDE_ENDS for lines in blocks for line in lines[:-1]) > len(inner):
        return None  # each line is a sentence
    shortest = _SHORTEST_WRAPPED // 2 if wide else _SHORTEST_WRAPPED
    full = sum(length >= (0.7 if wide else 0.8) * width for length in inner)
    if shortest <= width <= _LONGEST_WRAPPED and full >= 0.5 * len(inner):
        return width
    if inner[-1] > _LONGEST_WRAPPED:
        return None
    broken = sorted(
        above.end - above.start + above.indent
        for lines in blocks
        for above, line in pairwise(lines)
        if text[line.start].islower() and (text[above.end - 1].isalpha() or text[above.end - 1] == ",")
    )
    if len(broken) < 3 or broken[-1] < shortest or broken[len(broken) // 4] < 0.75 * broken[-1]:
        return None
    return broken[-1]


def _is_wide(text: str) -> bool:
    """Whether most letters take two columns each and stand without blanks, as in Chinese and Japanese."""
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return 2 * sum(char >= _FIRST_WIDE for char in letters) > len(letters)


def items(text: str, lines: Sequence[Line]) -> Collection[int]:
    """Which of the lines begin with the numbers of a list, such as one of notes: each a number above the one before."""
    found = [(index, _ITEM.match(text, line.start, line.end)) for index, line in enumerate(lines)]
    rows: list[tuple[str, list[int]]] = []
    before = ("", -2)
    for index, item in found:
        if item is None:
            continue
        sign, number = item["sign"], int(item["number"])
        if before != (sign, number - 1):
            rows.append((sign, []))
        rows[-1][1].append(index)
        before = (sign, number)
    return {index for sign, row in rows if len(row) >= _SHORTEST_LIST + (not sign) for index in row}


def has_open_bracket(text: str, lines: Sequence[Line]) -> bool:
    """Whether one of the lines ends within a bracket."""
    start, end = lines[0].start, lines[-1].end
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return False
    return any(begins_in_bracket(text, lines, number) for number in range(1, len(lines)))


def begins_in_bracket(text: str, lines: Sequence[Line], number: int) -> bool:
    """Whether a line begins within a remark in brackets: it was opened just above and is closed just below."""
    begin = lines[number].start
    for opening, closing in ("()", "[]"):
        at = text.rfind(opening, max(lines[0].start, begin - _LONGEST_REMARK), begin)
        if at < 0 or not text[at + 1].isalpha() or text.find(closing, at, begin) >= 0:
            continue
        if text[at - 1 : at].isspace() or text[at - 1 : at].isalpha() or at == lines[0].start:
            end = text.find(closing, begin, lines[min(number + _LINES_OF_REMARK, len(lines)) - 1].end)
            if end >= 0 and text.find(opening, begin, end) < 0:
                return True
    return False


def _first_word(text: str, line: Line) -> str:
    return text[line.start : min(line.end, line.start + 40)].split(None, 1)[0]


def hung(text: str, blocks: Collection[Sequence[Line]]) -> Hanging | None:
    """Where the first and the further lines of paragraphs begin, if the further ones are set in; else None.

    Sentences go on then in lines that are set in, and seldom in others.
    """
    if not any(line.indent for lines in blocks for line in lines):
        return None
    steps = Counter((above.indent, line.indent) for lines in blocks for above, line in pairwise(lines))
    into = Counter({step: number for step, number in steps.items() if 0 < step[1] - step[0] <= _FURTHEST_HUNG})
    ((found, number),) = into.most_common(1) or (((0, 0), 0),)
    hanging = Hanging(*found)
    firsts = sum(lines[0].indent == hanging.first for lines in blocks)
    if number < _FEWEST_HUNG or firsts < _MOSTLY * len(blocks):
        return None
    goes_on = Counter(
        line.indent
        for lines in blocks
        for above, line in pairwise(lines)
        if above.indent == hanging.first and not _ends(text, above)
    )
    hung = goes_on[hanging.further] >= _MOSTLY * number and 2 * goes_on[hanging.first] <= number
    return hanging if hung else None


def _ends(text: str, line: Line) -> bool:
    """Whether a line ends a sentence, or is a name in capitals or a time."""
    printed = text[line.start : line.end]
    return printed[-1] in _SENTENCE_ENDS or printed.isupper() or is_time_stamp(printed)


def is_meant(text: str, lines: Sequence[Line], number: int, width: int, hanging: Hanging | None) -> bool:
    """Whether the break before a line of a block was meant: the next word had room, or the line is set in.

    Not if further lines are `hanging`; and below a name in capitals if that is set apart.
    """
    above, line = lines[number - 1], lines[number]
    if text[above.end - 1] in "-\u2010\u00ad" and text[above.end - 2].isalpha() and text[line.start].isalpha():
        return False  # within a word
    if hanging and line.indent in hanging:
        return line.indent == hanging.first
    if above.indent < line.indent <= above.indent + 8:
        return True
    first = text[line.start]
    if first in "([" and text[line.end - 1] in ")]" and text[above.end - 1] in ".?!-":
        return True  # a remark
    if first in _BULLETS and text[above.end - 1] in _SENTENCE_ENDS and _first_word(text, line) in _BULLETS:
        return True
    if number == 1 and _is_name_set_apart(text, above, line):
        return True
    word = first if first >= _FIRST_WIDE else _first_word(text, line)
    slack = 0 if above.indent >= line.indent + _CENTRED else 8
    return above.indent + above.end - above.start + 1 + len(word) + slack <= width


def _is_name_set_apart(text: str, line: Line, below: Line) -> bool:
    """Whether a line is capitals alone, set in further than the words below it or with a direction in brackets."""
    printed = text[line.start : line.end]
    name, bracket, _ = printed.partition("(")
    apart = line.indent >= below.indent + _SET_IN if not bracket else printed[-1] == ")"
    return apart and name.isupper() and not text[below.start : below.end].isupper()
