"""What interrupts a paragraph of Markdown: references to notes, editors' remarks. Time marks stay in it, unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.interruptions import Interruption, Pieces, divided, editors_remarks
from tui_reader.formats.labels.clock_times import IN_BRACKETS

_TIME = re.compile(IN_BRACKETS)
_REFERENCE = re.compile(r"\[\^([\w-]{1,40})\](?!:)")
_ESCAPED = re.compile(r"\\\[[^\[\]\\\n]{2,200}\\\]")


def runs(run: Sequence[str | Ref | Rest]) -> list[tuple[Pieces, bool]]:
    """The run of a paragraph in stretches; True says that one is a remark which the speaker did not say."""
    return divided(run, _interruptions)


def _interruptions(words: str) -> list[Interruption]:
    found = [Interruption(one.start(), one.end(), one[1]) for one in _REFERENCE.finditer(words)]
    escaped = [Interruption(*one.span()) for one in _ESCAPED.finditer(words) if not _TIME.fullmatch(one[0])]
    return [*found, *escaped, *editors_remarks(words)]
