"""The columns of a screenplay in plain text: names stand furthest in, speeches less far, action at the margin.

Shared by the reader of such screenplays and the detection of formats. Knows lines and their indents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.formats.labels.bare_name import SCREENPLAY, bare_name
from tui_reader.formats.screenplay.fountain_lines import is_cue
from tui_reader.named_tuple import NamedTuple

_FEWEST_CUES = 4
_LOOKED_AT = 3000
"""Lines from the start in which the columns are measured."""
_APART = 4
"""Columns by which names stand further in than speeches, and speeches further than action."""
_STRAIGHT = 0.8
"""Share of speeches that begin in one column, from which action may stand right beside it."""
_BLANKS = 2
"""Blank lines that may stand between a name and its speech."""
_MOST_WORDS = 5
_OF_TITLE_PAGES = frozenset(("BY", "TO", "OF", "OR", "AND", "FOR", "FROM", "WITH", "PAGE"))
"""Stand alone in the middle of a title page, and above a column of page numbers."""
_CLOSE = 3
"""Columns by which a line may stand beside its column."""
_TAB = 8
_REVISED = "  *"
"""What is printed at the right of a line that was revised."""


class Line(NamedTuple):
    """A line without the white space around it, and how many columns it is set in."""

    indent: int
    words: str


class Columns(NamedTuple):
    """Where the columns of a screenplay begin."""

    action: int
    speech: int
    name: int

    def is_name(self, lines: Sequence[Line], at: int) -> bool:
        """Whether the line `at` is a name: in capitals, in its column, with a speech below it."""
        line = lines[at]
        if line.indent < (self.name + self.speech + 1) // 2 or not is_name(line.words):
            return False
        exact = abs(line.indent - self.name) <= 1
        further = lines[at + 1 : at + 2 + _BLANKS * exact]
        below = next((one for one in further if one.words), None)
        return below is not None and self.is_speech(below) and not is_name(below.words)

    def is_speech(self, line: Line) -> bool:
        """Whether a line stands between action and names."""
        return line.indent > (self.action + self.speech) // 2 and line.indent < self.name + _CLOSE


def lines_of(text: str) -> list[Line]:
    """The lines of a text, without the signs of a revision; tabs go on to every eighth column."""
    lines = []
    for line in text.split("\n"):
        printed = line.expandtabs(_TAB) if "\t" in line else line
        bare = printed.strip()
        if bare.endswith(_REVISED):
            bare = bare[: -len(_REVISED)].rstrip()
        lines.append(Line(len(printed) - len(printed.lstrip()) if bare else 0, bare))
    return lines


def is_name(words: str) -> bool:
    """Whether words are printed as a name above a speech: capitals, few words, no sign of a sentence."""
    name = bare_name(words, SCREENPLAY)
    if not is_cue(words) or words.startswith("@") or name in _OF_TITLE_PAGES:
        return False
    return len(name.split()) <= _MOST_WORDS and name[-1:] not in "!?:;,"


def measured(lines: Sequence[Line]) -> Columns | None:
    """The columns of a screenplay; None where names, speeches and action do not stand in three."""
    lines = lines[:_LOOKED_AT]
    above = [
        (line.indent, below, bare_name(line.words, SCREENPLAY))
        for line, below in pairwise(lines)
        if below.words and line.indent >= below.indent + _APART and is_name(line.words)
    ]
    if len(above) < _FEWEST_CUES:
        return None
    name = Counter(indent for indent, _, _ in above).most_common(1)[0][0]
    cues = [(below, who) for indent, below, who in above if abs(indent - name) <= _CLOSE]
    spoken = [below.indent for below, _ in cues if not below.words.startswith("(")]
    uses = Counter(who for _, who in cues)
    again = sum(number for number in uses.values() if number > 1)
    if not spoken or len(cues) < _FEWEST_CUES or len(uses) < 2 or 2 * again < len(cues):
        return None
    ((column, straight),) = Counter(spoken).most_common(1)
    apart = 1 if straight >= _STRAIGHT * len(spoken) else _APART
    below = [below.indent for line, below in pairwise(lines) if below.words and abs(line.indent - column) <= 1]
    if 2 * sum(indent < column for indent in below) > len(below):
        return None  # paragraphs whose first lines are set in
    further_out = [line.indent for line in lines if line.words and line.indent <= column - apart]
    if len(further_out) < max(2, len(cues) // 10):
        return None
    return Columns(Counter(further_out).most_common(1)[0][0], column, name)
