"""The text of JSON: all strings under names of fields that hold what was said, wherever they stand.

Left out by rule: other fields (ids, times, links, settings), and of several readings of one segment all but the first.
Fields that an object has twice count twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tui_reader.cleaning import clean

_SAID = frozenset(
    (
        "body", "text", "utf8", "transcript", "display", "content", "parts", "utterance", "punctuated_word", "word",
        "message",
    )
)  # fmt: skip
_READINGS = frozenset(("alternatives", "nBest"))


def json_text(text: str) -> str:
    """What is said in a text of JSON or of JSON Lines, which a parser has read before; a line for each string."""
    found: list[str] = []
    for value in _values(text):
        waiting = [("", value)]
        while waiting:
            name, one = waiting.pop()
            if isinstance(one, str):
                if name in _SAID:
                    found.append(one)
            elif isinstance(one, tuple):  # an object, its fields as pairs
                waiting += reversed(one)
            elif isinstance(one, list):
                waiting += [(name, member) for member in reversed(one[:1] if name in _READINGS else one)]
    return clean("\n".join(found))


def _values(text: str) -> Iterator[Any]:
    try:
        yield json.loads(text, object_pairs_hook=tuple)
    except json.JSONDecodeError:
        for line in filter(str.strip, text.splitlines()):
            yield json.loads(line, object_pairs_hook=tuple)
