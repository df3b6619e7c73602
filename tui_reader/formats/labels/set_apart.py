"""How a text sets the beginnings of its speeches apart: below an empty line, further in, the name on its own line.

Where little else stands so, a name that comes once is a label too; where all names do, what does not is none. Knows
paragraphs and lines; not names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tui_reader.formats.paragraphs import Paragraph

_OF_LABELS, _OF_PLACES = 0.95, 0.8
"""Share of the labels that must stand so, and share of the paragraphs that stand so which must begin with a label."""
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


def are_all(way: _Way, labelled: Collection[int]) -> bool:
    """Whether nearly all paragraphs that begin with a label are set apart in this way."""
    return len(labelled) >= _FEWEST and sum(map(way, labelled)) >= _OF_LABELS * len(labelled)


def is_set_in(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph's first line is set in."""
    return paragraph.start > 0 and text[paragraph.start - 1] in " \t\u3000"
