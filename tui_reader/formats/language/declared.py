"""The language that the head of a text declares, in front matter or as electronic editions do, or a file's name."""

from __future__ import annotations

import re
from pathlib import PurePath

from tui_reader.document.language_tags import is_language, to_tag

_HEAD = 10_000
"""Characters at the start of a file in which its language may be declared."""
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"\A\s{0,99}---[ \t]*\n(?:[^\n]*\n){0,200}?(?:lang|language|locale)[ \t]*:[ \t]*[\"']?([A-Za-z][\w-]{1,40})",
        r"^#\+LANGUAGE:[ \t]*([A-Za-z][\w-]{1,40})",
        r"^:lang:[ \t]+([A-Za-z][\w-]{1,40})",
        r"^[ \t]*Language:[ \t]*([A-Z][a-z]{3,20}(?: \([^()\n]{1,30}\))?)(?=[ \t]*(?:[,;/\n]|\Z))",
    )
]
"""Of front matter in YAML, org, AsciiDoc, and of the headers of electronic editions as Project Gutenberg's."""


def declared(text: str) -> str:
    """The tag (BCP 47) of the language that the head of a file's text declares; or empty."""
    head = text[:_HEAD]
    for pattern in _PATTERNS:
        found = pattern.search(head)
        if found and (tag := to_tag(found[1])):
            return tag
    return ""


def in_name(name: str) -> str:
    """The tag in a file's name, such as that of `talk.fr.srt`; or empty."""
    suffixes = PurePath(name).suffixes
    tag = suffixes[-2][1:] if len(suffixes) > 1 else ""
    return to_tag(tag) if is_language(tag) else ""
