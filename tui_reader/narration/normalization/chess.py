"""Moves of chess: Nxf7, exd5, O-O. Only in a sentence that speaks of chess, or behind the number of a move."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import GLUED, Rule, compiled

_PIECES = {"K": "king", "Q": "queen", "R": "rook", "B": "bishop", "N": "knight"}
_OF_CHESS = (
    r"(?i:\b(?:chess|knights?|bishops?|rooks?|pawns?|castl(?:e|es|ed|ing)|check(?:mate)?|gambit|endgame|grandmaster)\b)"
    r"|\b(?:White|Black)\b"
)
_SIGNS = {"+": ", check", "#": ", mate"}


def _move(match: re.Match[str]) -> str | None:
    if match["number"] is None and not compiled(_OF_CHESS).search(match.string):
        return None
    who = match["pawn"] or _PIECES[match["piece"]]
    said = [who, match["origin"] or "", "takes" * bool(match["pawn"] or match["takes"]), match["file"], match["rank"]]
    if match["promoted"]:
        said.append(_PIECES[match["promoted"]])
    number = f"{match['number']}, " if match["number"] else ""
    return number + " ".join(filter(None, said)) + _SIGNS.get(match["sign"] or "", "")


RULES = (
    Rule(
        "moves of chess",
        (
            ("After 14.Nxf7 Black resigned", "After 14, knight takes f 7 Black resigned"),
            ("White played exd5 and Rfe1+", "White played e takes d 5 and rook f e 1, check"),
            ("he left for Bc4 by the Rd1", "he left for Bc4 by the Rd1"),
        ),
        r"(?<![\w.-])(?:(?P<number>\d{1,3})\.{1,3}\s?)?(?:(?P<piece>[KQRBN])(?P<origin>[a-h1-8]?)(?P<takes>x?)|(?P<pawn>[a-h])x)"
        r"(?P<file>[a-h])(?P<rank>[1-8])(?:=(?P<promoted>[QRBN]))?(?P<sign>[+#])?(?![\w-])",
        _move,
        GLUED,
    ),
)
