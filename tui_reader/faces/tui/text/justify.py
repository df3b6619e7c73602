"""Lines with both edges straight: their blanks made wider until they are as wide as the text. Pure, like layout.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.faces.tui.text.screen_line import Run

WIDEST = 3
"""Cells of a gap between two words, at most: a line that would need wider ones keeps its ragged edge."""


def justified(runs: Sequence[Run], missing: int, after: int = 0) -> tuple[Run, ...]:
    """Runs of a line that lacks `missing` cells, with that many more in the blanks between its words.

    Blanks among the first `after` characters stay as they are: a number hangs before its item by them.
    """
    gaps: list[tuple[int, int]] = []
    at = 0
    for index, run in enumerate(runs):
        gaps += ((index, here) for here, sign in enumerate(run.text) if sign == " " and at + here >= after)
        at += len(run.text)
    if not 0 < missing <= (WIDEST - 1) * len(gaps):
        return tuple(runs)
    # What does not come out even goes to gaps that lie as far apart as they can.
    more = [(place + 1) * missing // len(gaps) - place * missing // len(gaps) for place in range(len(gaps))]
    wider = dict(zip(gaps, more, strict=True))
    return tuple(piece for index, run in enumerate(runs) for piece in _cut(run, index, wider))


def _cut(run: Run, index: int, wider: dict[tuple[int, int], int]) -> list[Run]:
    """The pieces of a run, in which each widened blank is a separate piece."""
    pieces: list[Run] = []
    done = 0
    for here, sign in enumerate(run.text):
        more = wider.get((index, here), 0) if sign == " " else 0
        if more:
            pieces += [run.part(done, here), run.part(here, here + 1)._replace(text=" " * (1 + more), blank=True)]
            done = here + 1
    return [piece for piece in (*pieces, run.part(done, len(run.text))) if piece.text]
