"""How title and date are said before a talk: whole, or in a short form, so that the talk begins at once.

Knows no document: it is given the utterances of title and date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import SpokenPiece, Utterance

REST_OF_TITLE = "rest of a long title, said on demand"
"""Why the end of a title is skipped."""
LIMIT = 30
"""Letters of title and date that are said before the talk: about two seconds."""
_WIDE = "\u2e80"
"""From this sign on a letter is a syllable or a word and takes as long as three."""
REACH = 120
"""Characters of a title in which a short form is looked for."""
_SIGN = re.compile(r"[,:;(\[–—]|\s-{1,2}\s")
"""Where a title can best be cut."""
_SIGNS = " \t\n,:;.([–—-"
_LINKS_IN_SEVERAL_LANGUAGES = """
    a an the of from to between among and or with for in on at by about concerning regarding against before after
    der die das des dem den ein eine von vom zu zum zur zwischen und oder mit für im am an auf bei über gegen
    le la les un une de du d l entre et ou avec pour dans sur à au aux par sans el los las lo y o con para por en
    del al sobre il gli i di da dal della dello e ed tra fra nel um uma os as do dos een het van tussen en met
    voor op och från till mellan av og fra til mellem af od między z na и о об от с со в на между к по
"""
_LINKS = frozenset(_LINKS_IN_SEVERAL_LANGUAGES.split())
"""Words that lead to the next part of a title and do not end a short form."""


def opening_by_default(said: Sequence[Utterance]) -> Mapping[int, Utterance | None]:
    """How each utterance of title and date is said unasked, by its number; None for one that is said on demand.

    The short form is said where the whole would take more than about two seconds.
    """
    if sum(_length(utterance.spoken) for utterance in said) <= LIMIT:
        pauses = [*[Pause.SENTENCE] * (len(said) - 1), Pause.PARAGRAPH]
        whole = zip(said, pauses, strict=True) if said else ()
        return {utterance.number: utterance._replace(pause=pause) for utterance, pause in whole}
    return {said[0].number: _shortened(said[0]), **dict.fromkeys(utterance.number for utterance in said[1:])}


def _shortened(title: Utterance) -> Utterance:
    pieces = tuple(title.pieces)
    if _length(title.spoken) > LIMIT:
        found = (_longest(title, find(title.printed)) for find in (_signs, _links, _words))
        pieces = next(filter(None, found), pieces)
    return title._replace(pieces=pieces, pause=Pause.PARAGRAPH)


def _longest(title: Utterance, ends: Sequence[int]) -> tuple[SpokenPiece, ...]:
    """The pieces of a title up to the last of these characters with which it is short enough; without one none."""
    for end in reversed(ends):
        pieces = _until(title, end)
        if any(map(str.isalnum, title.printed[:end])) and pieces and _length(_spoken(pieces)) <= LIMIT:
            return pieces
    return ()


def _signs(printed: str) -> list[int]:
    """Where a title can end, in order: before a colon, a comma, a bracket, a dash."""
    return [_trimmed(printed, sign.start()) for sign in _SIGN.finditer(printed, 1, REACH)]


def _links(printed: str) -> list[int]:
    """Where a title can end, in order: before a linking word, and not behind such a word."""
    words = [*re.finditer(r"\S+", printed[:REACH])]
    return [
        _trimmed(printed, before.end())
        for before, word in pairwise(words)
        if word.group().casefold() in _LINKS and before.group().casefold() not in _LINKS
    ]


def _trimmed(printed: str, end: int) -> int:
    return len(printed[:end].rstrip(_SIGNS))


def _words(printed: str) -> list[int]:
    """Where words of a title end, and in writing without blanks each sign."""
    return [at for at in range(1, min(len(printed), REACH)) if printed[at].isspace() or printed[at] >= _WIDE]


def _until(title: Utterance, end: int) -> tuple[SpokenPiece, ...]:
    """The pieces of a title up to the character `end`; none where that is within one that is said otherwise."""
    pieces: list[SpokenPiece] = []
    for piece in title.pieces:
        if piece.end <= end:
            pieces.append(piece)
        elif piece.start < end:
            if piece.said != title.printed[piece.start : piece.end]:
                return ()
            pieces.append(piece._replace(end=end, said=title.printed[piece.start : end]))
    return (*pieces, SpokenPiece(end, len(title.printed), "", REST_OF_TITLE))


def _spoken(pieces: Sequence[SpokenPiece]) -> str:
    return "".join(piece.said for piece in pieces)


def _length(spoken: str) -> int:
    """How long it takes to say, in letters."""
    return sum(3 if sign >= _WIDE else 1 for sign in spoken)
