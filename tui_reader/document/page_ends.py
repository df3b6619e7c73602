"""Where the pages of a document end, counted in characters from its beginning, for how far a place in it is. Pure.

They are reckoned once for a document, or come with one that was kept packed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, repeat

from tui_reader.document.columnar import lengths
from tui_reader.document.model import Document

EVERY, SPOKEN = "_page_ends", "_spoken_ends"
"""The names by which a document holds them."""


def page_ends(document: Document) -> Sequence[int]:
    """The end of each page."""
    if EVERY not in vars(document):
        vars(document)[EVERY] = _ends(chain.from_iterable(map(lengths, document.parts)))
    ends: Sequence[int] = vars(document)[EVERY]
    return ends


def spoken_ends(document: Document) -> Sequence[int]:
    """The same of what is read without being asked for: pages that are read on demand count as empty."""
    if not any(part.on_demand for part in document.parts):
        return page_ends(document)
    if SPOKEN not in vars(document):
        vars(document)[SPOKEN] = _ends(
            chain.from_iterable(
                repeat(0, bool(part.opening) + len(part.turns)) if part.on_demand else lengths(part)
                for part in document.parts
            )
        )
    ends: Sequence[int] = vars(document)[SPOKEN]
    return ends


def _ends(lengths: Iterable[int]) -> array[int]:
    return array("I", accumulate(lengths))
