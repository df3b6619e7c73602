"""The language that a transcript in JSON says it is in."""

from __future__ import annotations

import re
from collections import deque
from typing import Any

from tui_reader.document.language_tags import to_tag

_KEYS = frozenset(("language", "languagecode", "detectedlanguage", "lang", "locale", "languages", "sourcelanguage"))
"""Names of fields, in small letters and without signs between."""
_LOOKED_AT = 300
"""Objects and lists in which it is looked for, those nearest the top first."""
_MEMBERS = 3
"""Members of a list that are looked at."""
_LONGEST = 40
"""Characters of a language's name."""


def language_of(data: Any) -> str:
    """The language as a BCP 47 tag; empty where the file does not say."""
    waiting: deque[Any] = deque([data])
    for _ in range(_LOOKED_AT):
        if not waiting:
            return ""
        one = waiting.popleft()
        if isinstance(one, dict):
            for key, value in one.items():
                if re.sub(r"[^a-z]", "", str(key).casefold()[:40]) in _KEYS and (found := _tag(value)):
                    return found
            waiting.extend(value for value in one.values() if isinstance(value, (dict, list)))
        elif isinstance(one, list):
            waiting.extend(value for value in one[:_MEMBERS] if isinstance(value, (dict, list)))
    return ""


def _tag(value: object) -> str:
    found = value[0] if isinstance(value, list) and value else value
    return to_tag(found[:_LONGEST]) if isinstance(found, str) else ""
