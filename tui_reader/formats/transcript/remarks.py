"""Editors' remarks inside speech: `[Hands them over.]`, `[laughs]`, `(Laughter.)`, and not `[ships]`, a word put in.

Knows the text of one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.model import Span

_SOUNDS = """laughter laughs laughing inaudible unclear applause crosstalk pause silence unintelligible coughs sighs
    chuckles music interruption indistinct cheers"""
_SOUND_WORDS = frozenset(_SOUNDS.split())
_BRACKETS = re.compile(
    r"\[([^\[\]\n]{2,400}(?:\n[^\[\]\n]{1,400}){0,8})\]|\((" + "|".join(_SOUNDS.split()) + r")\.?\)", re.IGNORECASE
)


def remarks(text: str, start: int, end: int) -> Iterator[Span]:
    """Where in `text[start:end]` brackets hold a remark that the speaker did not say."""
    if text.find("[", start, end) < 0 and text.find("(", start, end) < 0:
        return
    for found in _BRACKETS.finditer(text, start, end):
        if found[2] or _is_remark(found[1]):
            yield Span(*found.span())


def _is_remark(inside: str) -> bool:
    """A known sound, or a sentence: several words from a capital on, or a full stop before the bracket."""
    bare = inside.strip(" _.")
    if bare.casefold() in _SOUND_WORDS:
        return True
    return bare[:1].isupper() and (len(bare.split()) >= 3 or inside.rstrip("_ ")[-1:] in ".!?")
