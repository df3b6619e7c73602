"""Where the words of a text are, as far as somebody who prompts needs it: also of writings without blanks. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.writing_systems import unspaced
from tui_reader.lazy_re import lazy_re

_TOKEN = lazy_re(r"\S+")


def word_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words from one character up to another, each with the signs beside it; signs alone are no word.

    In writings without blanks, such as Chinese and Thai, each letter counts as one.
    """
    for token in _TOKEN.finditer(text, start, end):
        begin, before = token.start(), ""
        for at in range(*token.span()):
            letter = text[at]
            if not letter.isalnum():
                continue
            if before and (unspaced(letter) or unspaced(before)):
                yield begin, at
                begin = at
            before = letter
        if before:
            yield begin, token.end()
