"""What of a document is read neither by default nor on demand: in stretches, and told in a line where it is much.

Knows no single format: what is left out is the residue of a Document and the words that its format did not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tui_reader.document.model import Document
from tui_reader.document.printed_pieces import ABOUT_SPEAKER, LABEL_AGAIN, TIME_OF_CUE, TIME_OF_MESSAGE, Residue
from tui_reader.document.writing_systems import unspaced
from tui_reader.named_tuple import NamedTuple

_SHARE = 1 / 50
"""Share of the words above which what is left out is told;"""
_FEWEST = 5
"""so many words are never told,"""
_LONGEST = 40
"""and a stretch of more always is."""
_SAID = (LABEL_AGAIN, ABOUT_SPEAKER, TIME_OF_CUE, TIME_OF_MESSAGE)
"""How reasons begin whose words are labels, or come again."""
_REASONS = 3
"""Reasons that are told."""
_AROUND = ".,;:!?…()[]{}\"'“”‘’„«»¿¡*_-–—"
_WITHIN = str.maketrans("", "", "'-")
"""Signs around words, and in them."""
_LETTERS_OF_A_WORD = 2
"""In writings without blanks."""


class LeftOut(NamedTuple):
    """A stretch of a file that is not read."""

    start: int | None
    """Characters into `Document.text`, as in the ledger; None for words that are not in it."""
    end: int | None
    words: int
    why: str


def left_out(document: Document) -> list[LeftOut]:
    """All stretches that have words or figures, in order."""
    found = [
        LeftOut(start, end, words, why)
        for start, end, why in _stretches(document.text, document.residue)
        if (words := len([word for word in document.text[start:end].split() if any(map(str.isalnum, word))]))
    ]
    if document.lost:
        found.append(LeftOut(None, None, document.lost.words, document.lost.told))
    return found


def told(document: Document) -> str | None:
    """For people: how many words are left out and why, where they are more than one in fifty or a long stretch.

    Words are counted: numbers, times and addresses are none. None where there are few.
    """
    texts: dict[str, list[str]] = {}
    for rest in document.residue:
        if not rest.why.startswith(_SAID):
            texts.setdefault(rest.why, []).append(rest.text)
    counted = {why: (number, length) for why, some in texts.items() for number, length in [_words(some)] if number}
    words = sum(number for number, _ in counted.values())
    if words <= _FEWEST:
        return None
    read = max(0, len(document.text) - sum(len(text) for some in texts.values() for text in some))
    length = sum(length for _, length in counted.values())
    share = length / (read + length)
    if share <= _SHARE and not _has_long_stretch(document, counted):
        return None
    by_words = sorted(counted, key=lambda why: -counted[why][0])
    reasons = ", ".join(f"{why} ({counted[why][0]:,})" for why in by_words[:_REASONS])
    more = " and others" if len(by_words) > _REASONS else ""
    percent = f", {share:.0%} of the text" if share > _SHARE else ""
    return f"{words:,} words are left out{percent}: {reasons}{more}"


def _has_long_stretch(document: Document, reasons: Iterable[str]) -> bool:
    rest = [one for one in document.residue if one.why in reasons]
    return any(
        end - start > _LONGEST and _words([document.text[start:end]])[0] > _LONGEST
        for start, end, _ in _stretches(document.text, rest)
    )


def _stretches(text: str, residue: Iterable[Residue]) -> Iterator[tuple[int, int, str]]:
    """Start, end and reason of what is left out, joined where only white space lies between two of one reason."""
    start = end = 0
    why = ""
    for one in residue:
        if why == one.why and (one.span.start <= end or text[end : one.span.start].isspace()):
            end = max(end, one.span.end)
            continue
        if why:
            yield start, end, why
        (start, end), why = one.span, one.why
    if why:
        yield start, end, why


def _words(texts: Iterable[str]) -> tuple[int, int]:
    """How many words of a language are in the texts, and how many characters with the blanks between them."""
    words = characters = 0
    for token, times in Counter("\n".join(texts).split()).items():
        number = _number_of_words(token)
        if number:
            words += number * times
            characters += (len(token) + 1) * times
    return words, characters


def _number_of_words(token: str) -> int:
    """How many words stand between two blanks: one, several in writings without blanks, none in codes and numbers."""
    if token.isascii():
        return int(token.strip(_AROUND).translate(_WITHIN).isalpha())
    letters = [sign for sign in token if sign.isalpha()]
    if 2 * len(letters) < len(token):
        return 0
    return max(1, len(letters) // _LETTERS_OF_A_WORD) if unspaced(letters[0]) else 1
