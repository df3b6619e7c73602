"""Whether a text sets the beginnings of its speeches apart, below an empty line or further in, and little else.

Then a name that comes once, and stands so, is a label too. Knows paragraphs and lines; not names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tui_reader.formats.paragraphs import Paragraph

_OF_LABELS, _OF_PLACES = 0.95, 0.8
"""Share of the labels that must stand so, and share of the paragraphs that stand so which must begin with a label."""
_FEWEST = 8
"""Labels from which that is a rule."""


def ways(text: str, paragraphs: Sequence[Paragraph], labelled: Collection[int]) -> list[Callable[[int], bool]]:
    """How the paragraphs that begin with a label are set apart, `labelled` by index: each tells it of an index."""

    def below_blank(index: int) -> bool:
        return paragraphs[index].gap > 0

    def set_in(index: int) -> bool:
        start = paragraphs[index].start
        return start > 0 and text[start - 1] in " \t\u3000"

    if len(labelled) < _FEWEST:
        return []
    zone = range(min(labelled), max(labelled) + 1)
    found = []
    for way in (below_blank, set_in):
        so = sum(map(way, labelled))
        if so >= _OF_LABELS * len(labelled) and so >= _OF_PLACES * sum(map(way, zone)):
            found.append(way)
    return found
