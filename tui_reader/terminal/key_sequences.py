"""The names of keys from the characters that a terminal sends for them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.lazy_re import lazy_re
from tui_reader.terminal.keys import NAMES

_SEQUENCE = lazy_re(r"\x1b[\[O][0-9;]*[ -/]*[@-~]|.", re.DOTALL)
_ARROWS = {"A": "up", "B": "down", "C": "right", "D": "left"}


def key_names(text: str) -> Iterator[str]:
    """The names of the keys that sent these characters; "unknown" for a key that sends an unknown sequence."""
    for match in _SEQUENCE.finditer(text):
        sent = match.group()
        if len(sent) > 1:
            yield _ARROWS.get(sent[-1], "unknown") if len(sent) == 3 else "unknown"
        else:
            yield NAMES.get(sent, sent if sent.isprintable() else "unknown")
