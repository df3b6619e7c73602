"""How long a live engine may be silent before it is taken to hang. Knows no thread, no clock and no engine."""

from __future__ import annotations

from unicodedata import east_asian_width

USUAL_PACE = 16.0
"""Characters a second of voices at speed 1: what a person says in place of a live engine takes so long."""
SLACK = 5.0
"""Seconds that a message may take beside its words."""
SILENCE = 4.0
"""Seconds until a message begins, and that a word may take beside its letters."""
QUEUE = 30.0
"""Seconds until a message begins, where a screen reader may be speaking: it waits its turn."""
_LONG_SIGN = 5
"""Letters that take as long to say as a figure, a sign, or a letter of Chinese, Japanese or Korean may."""


def seconds_to_say(text: str, pace: float) -> float:
    """The seconds that a text may take at a pace in letters a second."""
    return sum(_letters(sign) for sign in text) / pace


def _letters(sign: str) -> int:
    return 1 if (sign.isalpha() or sign.isspace()) and east_asian_width(sign) not in "WF" else _LONG_SIGN
