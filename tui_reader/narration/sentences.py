"""Where a passage's sentences begin and end. Knows plain text and nothing of documents or voices.

A stop ends a sentence when white space and something that can begin a sentence come after it, and when the word before
it is no abbreviation, initial or item number. All work is linear in the length of the text.
"""

from __future__ import annotations

from tui_reader.lazy_re import lazy_re
from tui_reader.narration.abbreviated import is_abbreviated

LIMIT = 400
"""Characters. A longer sentence is cut, so that a text without stops is read in pieces."""

_STOP = lazy_re(
    r"""[.!?…。！？](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+['"’”»)\]}*_]*+(?=\s)|(?<=[。！？])[。！？]*+[」』”’）]*+)"""
)
"""Begins with the set of all stops, which is searched for quickly."""
_OPENERS = "\"'“‘«([{*_¿¡—–-"
_QUOTES = ('"', "'", "”", "’", "»")
_SPACE = lazy_re(r"\s*")
_SAID = lazy_re(
    r"(?:(?:[A-Z][\w’'-]*\.?|the|his|her|my|old)\s+){1,3}(?:said|says|asked|asks|cried|cries|replied|shouted|whispered|exclaimed"
    r"|answered|inquired|demanded|wondered|called|muttered|murmured|screamed|yelled|added|repeated|began)\b"
)
"""Who said the words before, in quotation marks."""


def sentences(text: str, limit: int = LIMIT) -> list[tuple[int, int]]:
    """The sentences of `text` in order, as the characters (start, end) without the white space around them.

    There is only white space between them. No sentence is longer than `limit` characters. A stretch without a letter or
    digit belongs to the sentence before it; a text without any has no sentences.
    """
    whole: list[tuple[int, int]] = []
    start = after = _skip_space(text, 0)
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop.start(), stop.end()):
            if has_words(text[after : stop.end()]):
                whole.append((start, stop.end()))
                start = _skip_space(text, stop.end())
            elif whole:
                whole[-1] = (whole[-1][0], stop.end())
                start = _skip_space(text, stop.end())
            after = _skip_space(text, stop.end())
    end = len(text.rstrip())
    if start < end:
        if has_words(text[after:end]):
            whole.append((start, end))
        elif whole:
            whole[-1] = (whole[-1][0], end)
    return [piece for start, end in whole for piece in _cut(text, start, end, limit)]


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, without regard to quotes and brackets after the stop."""
    return text.rstrip("\"'”’»)]} \n*_").endswith((".", "!", "?", "…", "。", "！", "？"))


def as_sentence(text: str) -> str:
    """The text with a full stop, unless it ends as a sentence does."""
    return text if ends_sentence(text) else f"{text}."


def has_words(text: str) -> bool:
    """Whether there is anything to say: a letter or a digit."""
    return any(map(str.isalnum, text))


def _ends(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the stop at `stop`, its quotes and brackets up to `after`, ends the sentence that began at `start`."""
    if text[stop] in "。！？":
        return True
    following = _skip_space(text, after)
    while following < len(text) and (text[following] in _OPENERS or text[following].isspace()):
        following += 1
    if following >= len(text):
        return True
    first = text[following]
    if first.islower() or not first.isalnum():
        return False
    closed = text[stop + 1 : after]
    if text[stop] in "!?…" and closed.endswith(_QUOTES) and _SAID.match(text, following):
        return False
    if closed.startswith((")", "]")) and text[stop - 1 : stop] in ("(", "["):
        return False  # (?), [!]
    if text[stop] != "." or after - stop > 1:
        # "!", "?", "..." or a stop with a quote or bracket after it: the capital that follows is enough.
        return text[stop] != "." or text[stop + 1] != ")" or not is_abbreviated(text, start, stop, following)
    return not is_abbreviated(text, start, stop, following)


_CUTS = ("; ", ": ", "— ", "--", "—", ", ", " ")


def _cut(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """A sentence in stretches of at most `limit` characters, cut at clause ends, else at white space, else anywhere."""
    pieces: list[tuple[int, int]] = []
    while end - start > limit:
        window = text[start : start + limit].translate(_BLANKS)
        for sign in _CUTS:
            found = window.rfind(sign, limit // 4)
            if found >= 0 and has_words(window[: found + len(sign)]):
                stretch = start + found + len(sign)
                break
        else:
            stretch = start + limit
        pieces.append((start, start + len(text[start:stretch].rstrip())))
        start = _skip_space(text, stretch)
    if start < end:
        pieces.append((start, end))
    return pieces


_BLANKS = {ord(sign): " " for sign in "\n\t\r\f\v\u00a0\u2028\u2029"}
