"""Acts, scenes and lines of plays: III.i.56, Macbeth 5.5.19-28."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, roman
from tui_reader.narration.normalization.rule import INNER_STOP, POINT, Rule, compiled, one_of

_PLAYS = (
    "Hamlet", "Macbeth", "Othello", "Lear", "Tempest", "Juliet", "Caesar", "Coriolanus", "Cymbeline", "Pericles",
    "Cleopatra", "Andronicus", "Cressida", "Shrew", "Faustus", "Malfi", "Volpone", "Merchant of Venice",
    "Gentlemen of Verona", "Wives of Windsor", "Timon of Athens", "Comedy of Errors", "Measure for Measure", "Much Ado",
    "About Nothing",
)  # fmt: skip
"""Titles, or their last words."""
_NO_PLAY = (
    r"(?i)(?:§|\b(?:sections?|sec\.|parts?|pt\.|chapters?|ch\.|books?|titles?|articles?|art\.|vol\.|volumes?|appendix"
    r"|annex|tables?|figures?|items?|paragraphs?|clauses?))\s$"
)
"""Before parts of a law or a book."""
_LINES = r"(?:[.:](?P<line>\d{1,4})(?:[-–](?P<last>\d{1,4}))?)?"


def _place(match: re.Match[str]) -> str | None:
    act, scene = (int(part) if part.isdigit() else roman(part) for part in (match["act"], match["scene"]))
    if act is None or scene is None or act > 5 or compiled(_NO_PLAY).search(match.string, 0, match.start()):
        return None
    said = f"act {cardinal(act)}, scene {cardinal(scene)}"
    if match["line"]:
        said += f", lines {match['line']} to {match['last']}" if match["last"] else f", line {match['line']}"
    return said


RULES = (
    Rule(
        "acts and scenes",
        (
            ("Hamlet, III.i.56 is", "Hamlet, act three, scene one, line 56 is"),
            ("(IV.iii)", "(act four, scene three)"),
            ("in I.e. and V.v", "in I.e. and act five, scene five"),
            ("Section II.iii", "Section II.iii"),
        ),
        rf"(?<![\w.])(?P<act>I{{1,3}}|IV|V)\.\s?(?P<scene>[ivx]{{1,4}}){_LINES}(?![\w:]|\.\w)",
        _place,
        INNER_STOP,
    ),
    Rule(
        "acts and scenes",
        (
            ("cf. Macbeth 5.5.19–28", "compare Macbeth act five, scene five, lines 19 to 28"),
            ("Lear 1.1", "Lear 1.1"),
            ("version 5.5.19", "version 5 point 5 point 19"),
        ),
        rf"\b{one_of(_PLAYS)},?\s\(?(?P<said>(?P<act>[1-5])\.(?P<scene>\d{{1,2}})\.(?P<line>\d{{1,4}})(?:[-–](?P<last>\d{{1,4}}))?)(?![\w-]|\.\w)",
        _place,
        POINT,
    ),
)
