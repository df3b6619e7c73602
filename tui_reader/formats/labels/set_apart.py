"""How a text sets the beginnings of its speeches apart: below an empty line, further in, the name on its own line.

Where little else stands so, a name that comes once is a label too; where all names do, what does not is none. Knows
paragraphs and lines; not names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tui_reader.formats.headings import is_structure
from tui_reader.formats.paragraphs import Paragraph, line_of

_OF_LABELS, _OF_PLACES = 0.95, 0.8
"""Share of the labels that must stand so, and share of the paragraphs that stand so which must begin with a label."""
_MOST_OF_PLACES = 0.7
"""Share of what stands below blank lines that must begin with a label by its use."""
_FEWEST = 8
"""Labels from which that is a rule."""

_Way = Callable[[int], bool]
"""Takes the index of a paragraph."""


def ways(text: str, paragraphs: Sequence[Paragraph], labelled: Collection[int]) -> list[_Way]:
    """How the paragraphs that begin with a label are set apart, `labelled` by index: each tells it of an index."""

    if len(labelled) < _FEWEST:
        return []
    zone = range(min(labelled), max(labelled) + 1)
    found: list[_Way] = []
    for way in (lambda index: paragraphs[index].gap > 0, lambda index: is_set_in(text, paragraphs[index])):
        so = sum(map(way, labelled))
        if so >= _OF_LABELS * len(labelled) and so >= _OF_PLACES * sum(map(way, zone)):
            found.append(way)
    return found


def by_blank_lines(
    text: str, paragraphs: Sequence[Paragraph], labelled: Collection[int], possible: Collection[int]
) -> bool:
    """Whether blank lines stand above all labels, and else above remarks, headings and `possible` labels alone."""
    if not are_all(lambda index: paragraphs[index].gap > 0 or not index, labelled):
        return False
    zone = range(min(labelled), max(labelled) + 1)
    places = [index for index in zone if paragraphs[index].gap and not _is_between(text, paragraphs[index])]
    others = sum(index not in possible for index in places)
    return len(labelled) >= _MOST_OF_PLACES * len(places) and others <= (1 - _OF_LABELS) * len(places)


def _is_between(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a remark in brackets or a heading."""
    return text[paragraph.start] in "([" or is_structure(line_of(text, paragraph))


def are_all(way: _Way, labelled: Collection[int]) -> bool:
    """Whether nearly all paragraphs that begin with a label are set apart in this way."""
    return len(labelled) >= _FEWEST and sum(map(way, labelled)) >= _OF_LABELS * len(labelled)


def is_set_in(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph's first line is set in."""
    return paragraph.start > 0 and text[paragraph.start - 1] in " \t\u3000"
