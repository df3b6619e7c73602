"""Turns that stand in quotation marks: where the quotation of each ends, and the narration goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FEWEST = 2
"""Turns that show it."""
_PAIRS = {"“": "”", "«": "»", "„": "“"}
_SIGN = re.compile("[“”«»„]")


class QuotedTurns:
    """The turns of a document that stand in quotation marks, all of them or none."""

    def __init__(self, said: Sequence[str]) -> None:
        """`said` is what follows each label."""
        starts = {text.lstrip()[:1] for text in said}
        self._opening = starts.pop() if len(said) >= _FEWEST and len(starts) == 1 else ""
        self._closing = _PAIRS.get(self._opening)

    def end(self, text: str, start: int) -> int:
        """Where the quotation that begins at `start`, or after blanks there, is closed.

        Where no mark closes it the end of `text`; `start` where no quotation begins there.
        """
        if self._closing is None:
            return len(text)
        if not text.startswith(self._opening, start + len(text[start:]) - len(text[start:].lstrip())):
            return start
        depth = 0
        for sign in _SIGN.finditer(text, start):
            depth += (sign[0] == self._opening) - (sign[0] == self._closing)
            if sign[0] == self._closing and depth == 0:
                return sign.end()
        return len(text)
