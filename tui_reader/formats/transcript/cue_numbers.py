"""The numbers of the cues of a radio play or a numbered talk: `12   ANNA:   Who is there?`

Knows lines of text; nothing of who the labels mean.
"""

from __future__ import annotations

import re
from collections import Counter

from tui_reader.document.model import Span
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.words import SOUND_CUES
from tui_reader.lazy_re import lazy_re

_NUMBERED = lazy_re(r"^[ \t]*(\d{1,4}[.)]?)[ \t]+([^\W\d_][^\n:]{0,40}):", re.MULTILINE)
_FEWEST = 4
_SAMPLE = 20_000
"""Characters in which the first number must stand."""


def cue_numbers(text: str) -> list[Span]:
    """The numbers before labels with a colon, in order; empty where they do not count the cues.

    They count on by one, or begin again; labels come again, and the text has few labels without a number. So
    `1 Source: ...`, `2 Note: ...` are notes and stay as they are.
    """
    if not _NUMBERED.search(text, 0, _SAMPLE):
        return []
    found = list(_NUMBERED.finditer(text))
    labels = Counter(one[2].split("(")[0].strip() for one in found)
    names = {label: number for label, number in labels.items() if label not in SOUND_CUES}
    used = sum(names.values())
    if len(found) < _FEWEST or len(names) < 2 or 3 * len(names) > 2 * used + 1:
        return []
    if 4 * sum(number for label, number in names.items() if not _may_be_name(label)) > used:
        return []
    numbers = [int(one[1].rstrip(".)")) for one in found]
    counting = sum(number in (above + 1, 1) for above, number in zip([numbers[0] - 1, *numbers], numbers, strict=False))
    return [Span(*one.span(1)) for one in found] if counting >= 0.9 * len(found) else []


def _may_be_name(label: str) -> bool:
    looks = shape(label)
    return looks.possible and not looks.field
