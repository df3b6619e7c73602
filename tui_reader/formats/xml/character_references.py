"""References to characters in markup (`&#8212;`, `&mdash;`) read before a parser sees them, cleaned like all text.

So no reference brings in what a terminal obeys or what no text may hold, and old pages that count in Windows-1252 say
what they meant. Knows no vocabulary and no parser.
"""

from __future__ import annotations

import html
import re

from tui_reader.cleaning import clean

_REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9A-Fa-f]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};)")
_PASSES = 3
"""How often references are resolved: what is left of some may make new ones. After that they are words."""
_MARKUP = frozenset("<>&\"'")


def resolved(text: str, markup: bool = True) -> str:
    """The text with each reference as the character it stands for, by the names and numbers of HTML.

    Those to the signs of markup stay where the text is still `markup`; unknown names stay as printed.
    """
    if "&" not in text:
        return text

    def character(found: re.Match[str]) -> str:
        meant = html.unescape(found[0])
        if meant == found[0] or (markup and not _MARKUP.isdisjoint(meant)):
            return found[0]
        return clean(meant)

    for _ in range(_PASSES if markup else 1):
        before, text = text, _REFERENCE.sub(character, text)
        if text == before:
            return text
    return _REFERENCE.sub(lambda found: "&amp;" + found[0][1:], text) if markup else text
