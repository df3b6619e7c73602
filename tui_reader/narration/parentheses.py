"""Words in parentheses within a sentence, which a reader says a little lower and quicker. Knows plain text alone."""

from __future__ import annotations

import re

_OPENS = re.compile(r"(?<![^\s\"'“‘«—–-])\((?=[^\s()])")
_CLOSES = re.compile(r"(?<=[\w.,!?…%\"'”’»\]])\)(?!\w)")
_WORD = re.compile(r"[^\W\d_]{3}|[A-Z]{2}|[\u2e80-\U0003ffff]")
FEWEST = 2
"""Words that a sentence has at least whose end closes a parenthesis that began before it: "1)" and "yes)" do not."""


def parentheses(text: str) -> list[tuple[int, int]]:
    """The characters (start, end) of a sentence's words in parentheses, the signs among them, in order.

    A parenthesis of several sentences reaches from its sign to the end of this one, or from the start to its sign at
    the end. What is within another is part of it. Numbers, letters and endings, as in "(1)", "(a)" and "member(s)",
    are no words.
    """
    signs = {sign.start(): 1 for sign in _OPENS.finditer(text)} | {sign.start(): -1 for sign in _CLOSES.finditer(text)}
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, step in sorted(signs.items()):
        if step > 0:
            opened.append(at)
        elif opened:
            start = opened.pop()
            found += [(start, at + 1)] if not opened else []
        elif not found and _ends_sentence(text, at):
            found.append((0, at + 1))
    if opened and not text[: opened[0]].strip():
        found.append((opened[0], len(text)))
    return [(start, end) for start, end in found if _WORD.search(text, start, end)]


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the sign at `at` closes all of a sentence before it."""
    return not any(map(str.isalnum, text[at:])) and len(text[:at].split()) >= FEWEST
