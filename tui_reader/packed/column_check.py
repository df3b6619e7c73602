"""Checks the columns of turns that come from a file: whether each number in them leads to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.columnar import FOLDED, KEPT, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.document.columnar import ColumnarTurns

_NOT_KEPT = bytes(sign for sign in range(256) if not sign & KEPT)
_POSSIBLE = bytes(kind | bits for kind in range(len(KINDS)) for bits in (0, FOLDED, KEPT))


def check_turns(turns: ColumnarTurns) -> None:
    """Raise ValueError for columns that no document has."""
    if not all(_conditions(turns)):
        raise ValueError("the columns of turns are wrong")


def _conditions(turns: ColumnarTurns) -> Iterator[bool]:
    """What holds for the columns of a document; what comes later is only asked where the earlier holds."""
    names, label_starts, label_ends, passages, kinds, spans, starts, ends = turns.columns
    yield len(label_starts) == len(label_ends) == len(passages) - 1 == len(names)
    yield (len(kinds), len(spans)) == (passages[-1], passages[-1] + 1)
    yield len(starts) == len(ends) == spans[-1]
    yield max(names, default=0) < len(turns.names)
    signs = bytes(kinds)
    yield not signs.translate(None, _POSSIBLE)
    yield len(signs.translate(None, _NOT_KEPT)) == len(turns.kept_whole)
    yield all(signs[at] & KEPT for at in turns.kept_whole)
