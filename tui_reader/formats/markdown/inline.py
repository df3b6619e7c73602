"""What interrupts a paragraph of Markdown: references to notes, editors' remarks. Time marks stay in it, unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.transcript.remarks import remarks

_TIME = re.compile(r"(?:\\\[|\[|\()(?:\d{1,3}:){1,2}\d{2}(?:[.,]\d{1,3})?(?:\\\]|\]|\))")
_REFERENCE = re.compile(r"\[\^([\w-]{1,40})\](?!:)")
_ESCAPED = re.compile(r"\\\[[^\[\]\\\n]{2,200}\\\]")


def runs(run: Sequence[str | Ref | Rest]) -> list[tuple[list[str | Ref | Rest], bool]]:
    """The run of a paragraph in stretches; True says that one is a remark which the speaker did not say."""
    made: list[tuple[list[str | Ref | Rest], bool]] = [([], False)]
    for piece in run:
        if not isinstance(piece, str):
            made[-1][0].append(piece)
            continue
        at = 0
        found = [(one.start(), one.end(), one) for one in _REFERENCE.finditer(piece)]
        asides = [(one.start(), one.end(), None) for one in _ESCAPED.finditer(piece) if not _TIME.fullmatch(one[0])]
        asides += [(one.start, one.end, None) for one in remarks(piece, 0, len(piece))]
        for start, end, mark in sorted([*found, *asides], key=lambda one: one[:2]):
            if start < at:
                continue
            made[-1][0].append(piece[at:start])
            if mark is None:
                made += [([piece[start:end]], True), ([], False)]
            else:
                made[-1][0].append(Ref(mark[1], mark[0]))
            at = end
        made[-1][0].append(piece[at:])
    return [one for one in made if any(not isinstance(x, str) or x.strip() for x in one[0])]
