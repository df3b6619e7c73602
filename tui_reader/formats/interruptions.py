"""Runs of speech divided where something interrupts it: an editor's remark, a mark that refers to a note.

Knows runs; each format says which marks its print has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.editor_remarks import may_hold_remark, remarks
from tui_reader.named_tuple import NamedTuple

Pieces = list[str | Ref | Rest]


class Interruption(NamedTuple):
    """A stretch of printed words that is not speech."""

    start: int
    end: int
    note: str | None = None
    """The note that it refers to; None for a remark."""


def editors_remarks(words: str) -> list[Interruption]:
    """The remarks in brackets, as any format may print them."""
    return [Interruption(span.start, span.end) for span in remarks(words, 0, len(words))]


def divided(
    run: Sequence[str | Ref | Rest], find: Callable[[str], list[Interruption]] = editors_remarks
) -> list[tuple[Pieces, bool]]:
    """The run in stretches; True says that one is a remark which the speaker did not say."""
    if find is editors_remarks and not any(may_hold_remark(piece) for piece in run if isinstance(piece, str)):
        return [(list(run), False)] if any(not isinstance(piece, str) or piece.strip() for piece in run) else []
    made: list[tuple[Pieces, bool]] = [([], False)]
    for piece in run:
        if not isinstance(piece, str):
            made[-1][0].append(piece)
            continue
        at = 0
        for one in sorted(find(piece), key=lambda one: one[:2]):
            if one.start < at:
                continue
            made[-1][0].append(piece[at : one.start])
            printed = piece[one.start : one.end]
            if one.note is None:
                made += [([printed], True), ([], False)]
            else:
                made[-1][0].append(Ref(one.note, printed))
            at = one.end
        made[-1][0].append(piece[at:])
    return [one for one in made if any(not isinstance(x, str) or x.strip() for x in one[0])]
