"""What stands raised in a page: a power of what is before it, the mark of a note, or letters of the word."""

from __future__ import annotations

import re
from typing import Any

from tui_reader.formats.builder import Ref
from tui_reader.formats.html.html_elements import words_of

_LONGEST = 6
_POWER = re.compile(r"[-+−–]?\d{1,3}|[nN]")
_RAISED = str.maketrans("0123456789+-−–nN", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿⁿ")
_BASE = re.compile(r"(?:\d|(?:^|[\s\d/(=·*+−-])(?:[^\W\d_]|[kcmdµμn]m|ft|in|yd|mi|sec)|[=/·*+−-] ?[^\W\d_]{1,3})\)?\Z")
"""What a power stands at: a figure, a letter, a unit of measure; and not a word."""
_MARK = re.compile(r"[\[(]?\*?(\d{1,3}|[*†‡§]{1,3})[\])]?")
NUMBERED = "raised-"
"""Begins the ids of notes that are told by a raised number alone."""


def raised(element: Any, before: str) -> str | Ref | None:
    """What a `sup` is: a power, as characters; a mark; or None, for a link, or letters as in "1st".

    `before` is the text that it stands at. At the start of a paragraph the mark is that of the note which begins there.
    """
    words = words_of(element, _LONGEST)
    if not words or len(words) > _LONGEST or next(element.iter("{*}a"), None) is not None:
        return None
    if _POWER.fullmatch(words) and _BASE.search(before):
        return words.translate(_RAISED)
    mark = _MARK.fullmatch(words)
    return Ref(f"#{NUMBERED}{mark[1]}", words) if mark and (not before or before[-1].strip()) else None
