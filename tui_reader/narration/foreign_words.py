"""Words in another script than the document's language has: they are for a voice of their own language.

Knows no voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.language_tags import primary
from tui_reader.formats.language.scripts import DENSE, LANGUAGES, LIKELIEST, is_written_in, scripts
from tui_reader.narration.utterance import ForeignStretch, SpokenPiece

_LETTER = "\u0370-\u1cff\u1f00-\u1fff\u3041-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufdff\ufe70-\uffdc"
_WORD = re.compile(f"[{_LETTER}]+")
_GAP = re.compile("[ ,;:'’\u2010-\u2014、，。-]{0,3}")
"""What may stand between words of one stretch."""


def with_languages(pieces: tuple[SpokenPiece, ...], language: str) -> tuple[SpokenPiece, ...]:
    """The pieces, with the words in other scripts than that of `language` (BCP 47) as pieces of their own language."""
    if all(piece.said.isascii() for piece in pieces):
        return pieces
    return tuple(part for piece in pieces for part in _parts(piece, primary(language)))


def _parts(piece: SpokenPiece, language: str) -> Iterator[SpokenPiece]:
    """A piece, divided where it is said as printed and words in it are foreign."""
    if piece.why or piece.phonemes or piece.end - piece.start != len(piece.said):
        yield piece
        return
    at = 0
    for start, end, foreign in _foreign(piece.said, language):
        if start > at:
            yield piece._replace(start=piece.start + at, end=piece.start + start, said=piece.said[at:start])
        yield SpokenPiece(piece.start + start, piece.start + end, piece.said[start:end], language=foreign)
        at = end
    if at < len(piece.said) or not piece.said:
        yield piece._replace(start=piece.start + at, said=piece.said[at:])


def _foreign(text: str, language: str) -> Iterator[ForeignStretch]:
    """The foreign stretches of a text; Chinese signs beside Japanese ones are Japanese."""
    last: ForeignStretch | None = None
    for found in _WORD.finditer(text):
        foreign = _language_of(found[0], language)
        if not foreign:
            continue
        joins = last and _GAP.fullmatch(text, last.end, found.start()) is not None
        if last and joins and {last.language, foreign} in ({foreign}, {"zh", "ja"}):
            last = ForeignStretch(last.start, found.end(), min(last.language, foreign))
            continue
        if last:
            yield last
        last = ForeignStretch(found.start(), found.end(), foreign)
    if last:
        yield last


def _language_of(word: str, language: str) -> str:
    """The likeliest language of a word; empty where its script may be that of `language`, or where it is a sign."""
    letters = scripts(word)
    if not letters or any(is_written_in(language, script) for script in letters):
        return ""
    script = "kana" if "kana" in letters else max(letters, key=lambda one: letters[one])
    is_sign = letters.total() == 1 and script not in DENSE
    return "" if is_sign else LANGUAGES.get(script) or LIKELIEST.get(script, "")
