"""Where the pages of a document end, counted in characters from its beginning, for how far a place in it is. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, repeat

from tui_reader.document.columnar import lengths
from tui_reader.document.pages import Part


def page_ends(parts: Sequence[Part]) -> array[int]:
    """The end of each page; an empty page counts as one character, so that each has a place."""
    return _ends(max(1, length) for part in parts for length in lengths(part))


def spoken_ends(parts: Sequence[Part]) -> array[int]:
    """The same of what is read without being asked for: pages that are read on demand count as empty."""
    return _ends(
        chain.from_iterable(
            repeat(0, bool(part.opening) + len(part.turns)) if part.on_demand else lengths(part) for part in parts
        )
    )


def _ends(lengths: Iterable[int]) -> array[int]:
    return array("I", accumulate(lengths))
