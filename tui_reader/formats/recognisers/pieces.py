"""Words and segments made of the objects in a JSON, by the names of their fields."""

from __future__ import annotations

from typing import Any

from tui_reader.formats.recognisers.segments import Segment, Word, is_sign
from tui_reader.formats.recognisers.values import at, seconds, text

MILLI = 0.001
"""The unit of times in milliseconds."""


def word_of(
    one: dict[str, Any],
    said: str = "text|word",
    start: str = "start",
    end: str = "end",
    speaker: str | None = None,
    unit: float = 1.0,
) -> Word:
    """The word; of names such as "text|word" the first that the object has. A sign after a word is joined to it."""
    printed = text(field(one, said))
    return Word(printed, seconds(field(one, start), unit), seconds(field(one, end), unit), speaker, is_sign(printed))


def segment_of(
    one: dict[str, Any],
    said: str = "text",
    speaker: str | None = None,
    start: str = "start",
    end: str = "end",
    unit: float = 1.0,
) -> Segment:
    """The segment, by the names of its fields as in `word_of`."""
    return Segment(text(field(one, said)), speaker, seconds(field(one, start), unit), seconds(field(one, end), unit))


def field(one: Any, names: str) -> Any:
    """The value of the first of the names, "text|word", that the object has; a name may be a path, "speaker.name"."""
    for name in names.split("|"):
        value = at(one, name)
        if value is not None and value != "":
            return value
    return None
