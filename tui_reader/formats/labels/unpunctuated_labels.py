"""Labels without a sign: a name on a line of its own above the speech, or set apart from it by blanks.

Knows the print of one line, and how such lines stand among paragraphs; not which names are speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from tui_reader.formats.headings import is_direction, is_structure
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.lazy_re import lazy_re

_LONGEST, _LONGEST_WITH_DIRECTION = 60, 260
"""Characters of a line that is a name, and of one with a direction behind the name."""
_COUNTED = r"(?:\d{1,2}(?:\.|[ºª]|-?[^\W\d_]{1,2})[ \u00a0])?"
"""The number of one of several: `1. HERR`, `2-Й ГОСТЬ`."""
_ALONE = lazy_re(
    rf"(?P<name>{_COUNTED}[^\W\d_][^\n()\[\]_]{{0,60}}?)"
    r"(?P<direction>[^\S\n]*(?:\([^()\n]*\)|\[[^\[\]\n]*\]|,?[^\S\n]_[^_\n]*_))?[.:]?"
)
_BIG = r"(?:[^\W_a-z]|[.'’&/-])*"
_APART = lazy_re(
    rf"(?P<name>[^\W\d_a-z]{_BIG}(?:[ \u00a0\u202f][^\W_a-z]{_BIG}){{0,4}})"
    r"(?:,?[ \u00a0\u202f](?P<direction>\([^()\n]*\)|\[[^\[\]\n]*\]))?(?:[^\S\n]{2,}|\t)(?=\S)"
)
_BELOW = lazy_re(r"\n[^\S\n]*+[^\s]")
"""Words on the very next line: what ends in a stop above them is no paragraph of its own, such as a short answer."""
_LETTERS = frozenset("IVX") | {"I.", "V.", "X."}
"""Names or numbers: `I` may be who interviews."""
_NUMBER = lazy_re(r"^[^\S\n]*+[IVX]{2,6}\.?[^\S\n]*+$", re.MULTILINE)
_WITHOUT_ORDINALS = str.maketrans("", "", "ºª")
_NEVER = 1 << 30
_FEWEST = 0.25
"""The share of the blocks between the first and the last that begin with a label, or are one."""


def match(text: str, start: int, end: int) -> re.Match[str] | None:
    """A `name`, perhaps a `direction` in brackets, and where the speech begins, or None.

    `ROPER.` as a paragraph of its own; `Anna.` right above the words; capitals and two blanks: `BARNARDO  Who's there?`
    """
    found = _APART.match(text, start, end)
    if found and not found["name"].translate(_WITHOUT_ORDINALS).isupper():
        found = None
    directed = text[end - 1] in ")]_" or text.endswith("_.", start, end)
    most = _LONGEST_WITH_DIRECTION if directed else _LONGEST
    if found or end - start > most or text.find("\n", start, end) >= 0:
        return found
    line = text[start:end]
    capitals = line.partition("_")[0].translate(_WITHOUT_ORDINALS).isupper()
    if line[-1] == "." and not (capitals or _BELOW.match(text, end)):
        return None
    is_name = not _is_numbered(text) if line in _LETTERS else _may_be_name(line)
    return _ALONE.fullmatch(text, start, end) if is_name else None


@lru_cache(maxsize=1)
def _is_numbered(text: str) -> bool:
    """Whether Roman numbers that are more than a letter stand alone on lines of a text."""
    return _NUMBER.search(text) is not None


@lru_cache(maxsize=256)
def _may_be_name(line: str) -> bool:
    """Whether a line may be a name: it is not a heading or a direction."""
    return not (is_structure(line) or is_direction(line) or line.isdecimal())


def hold(paragraphs: Sequence[Paragraph], inside: Mapping[int, str], above: Collection[int]) -> bool:
    """Whether names without a sign are labels: two speakers or more, words below most, and little else between.

    `inside` are the folded names by paragraph, `above` those paragraphs that are a name and no more. Headings
    come in a list, or far from each other; the running heads of a book come once a page.
    """
    if len(set(inside.values())) < 2 or len(inside) < 4:
        return False
    first, last = min(inside), max(inside)
    below = sum(index + 1 < len(paragraphs) and index + 1 not in inside for index in above)
    blocks = sum(paragraph.gap > 0 for paragraph in paragraphs[first : last + 1])
    starts = sum(index == first or paragraphs[index].gap > 0 for index in above)
    if blocks <= 1:  # no empty lines at all: the names must come again and again
        starts = below
        blocks = last + 1 - first if sum(number > 1 for number in Counter(inside.values()).values()) > 1 else _NEVER
    return min(below, starts) >= 0.8 * len(above) and len(inside) >= _FEWEST * blocks
