"""Moves of chess: Nxf7, exd5, O-O. Only in a sentence that speaks of chess or has two moves in turn."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import GLUED, Rule, compiled

_PIECES = {"K": "king", "Q": "queen", "R": "rook", "B": "bishop", "N": "knight"}
_OF_CHESS = (
    r"(?i:\b(?:chess|knights?|bishops?|rooks?|pawns?|castl(?:es|ed|ing)|checkmate|gambit|endgame|grandmaster)\b)"
    r"|\b(?:White|Black)(?:['’]s)?\s(?:now\s|then\s)?(?:play|mov|resign|w[io]n|los[et]|t[ao]k|answer|repl|threat|has\b|had\b|is\b|was\b|king|queen)"
)
_ANY = r"\b(?:(?:[KQRBN][a-h1-8]?x?|[a-h]x)?[a-h][1-8][+#]?|O-O(?:-O)?)"
_IN_TURN = rf"{_ANY}\s(?:\d{{1,3}}\.{{1,3}}\s?)?{_ANY}"
_SIGNS = {"+": ", check", "#": ", mate"}


def _move(match: re.Match[str]) -> str | None:
    surely = match["number"] and (match["takes"] or match["pawn"] or match["sign"])
    if not (surely or compiled(_OF_CHESS).search(match.string) or compiled(_IN_TURN).search(match.string)):
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
            ("2. Rb1 is lost", "2. Rb1 is lost"),
        ),
        r"(?<![\w.-])(?:(?P<number>\d{1,3})\.{1,3}\s?)?(?:(?P<piece>[KQRBN])(?P<origin>[a-h1-8]?)(?P<takes>x?)|(?P<pawn>[a-h])x)"
        r"(?P<file>[a-h])(?P<rank>[1-8])(?:=(?P<promoted>[QRBN]))?(?P<sign>[+#])?(?![\w-])",
        _move,
        GLUED,
    ),
)
