"""Pilots and controllers: runways, flight levels, headings and squawks, said figure by figure."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import CAPITALS, GLUED, Rule, words

_FIGURES = dict(zip("0123456789", words("zero one two three four five six seven eight nine"), strict=True))
_SIDES = {"L": " left", "R": " right", "C": " center"}


def _figures(number: str) -> str:
    """090: "zero nine zero"."""
    return " ".join(_FIGURES[figure] for figure in number)


def _runway(match: re.Match[str]) -> str:
    ends = (match["ends"] or match["both"]).split("/")
    said = (_figures(end.rstrip("LRC")) + _SIDES.get(end[-1], "") for end in ends)
    plural = "s" if (match["name"] or "").strip(" .").endswith("s") else ""
    return (f"runway{plural} " if match["name"] else "") + " ".join(said)


_NUMBER = r"(?:0?[1-9]|[12]\d|3[0-6])"
_ONLY_RUNWAYS = r"(?:(?:0[1-9]|[12]\d|3[0-6])[LRC]|0[1-9])"
"""No count of runways."""
_ALONE = r"(?=\s?[,;:.)/]|\s?$|\s(?:or|and|at|is|was|in use|for|from|cleared|wind|via|departure|approach|threshold)\b)"
"""Without a word behind of which it could be the number."""

RULES = (
    Rule(
        "runways",
        (
            ("land rwy. 27L, wind", "land runway two seven left, wind"),
            ("Runway 9 or rwy 04R", "runway nine or runway zero four right"),
            ("an ILS to 13L/31R", "an I.L.S to one three left three one right"),
            ("runway 5000 feet long, 9/11", "runway 5000 feet long, nine eleven"),
            ("3 runways 20 miles away", "3 runways 20 miles away"),
            ("saw Project Runway 10.", "saw Project Runway 10."),
        ),
        rf"(?:(?P<name>(?<!Project\s)\b[Rr](?:unway|unways|wys?\.?)\s)"
        rf"(?P<ends>(?:(?<=[Rr]wy\s)|(?<=[Rr]wy\.\s)|(?<=[Rr]wys\s)|(?={_ONLY_RUNWAYS})|(?={_NUMBER}{_ALONE})){_NUMBER}[LRC]?(?:/{_NUMBER}[LRC]?)?)"
        rf"|(?<![\w/])(?P<both>{_NUMBER}[LRC]/{_NUMBER}[LRC]))(?![\w/]|[.,]\d)",
        _runway,
        frozenset(words("runway runways rwy rwys")) | GLUED,
    ),
    Rule(
        "flight levels",
        (("climb FL350, at FL90", "climb flight level three five zero, at flight level nine zero"),),
        r"\bFL\s?(?P<level>\d{2,3})\b(?!-)",
        lambda match: f"flight level {_figures(match['level'])}",
        CAPITALS,
    ),
    Rule(
        "headings",
        (
            ("turn left heading 090, wind 250 at 12", "turn left heading zero nine zero, wind two five zero at 12"),
            ("squawk 7700, QNH 1013", "squawk seven seven zero zero, QNH one zero one three"),
            ("fly heading 27", "fly heading 27"),
            ("The ship came bearing 200 men", "The ship came bearing 200 men"),
            ("a wind 120 miles off", "a wind 120 miles off"),
        ),
        r"\b(?:[Hh]eadings?|[Rr]adial|[Bb]earing|[Ss]quawk(?:ing)?|QNH|[Ww]ind)\s"
        r"(?P<said>0\d\d(?!\w|[,.]\d)|[0-3]\d\d(?=\s?[,;)](?!\d)|\.?\s*$|\s(?:at|degrees?|and|until)\b)"
        r"|(?:(?<=awk\s)|(?<=ing\s)|(?<=QNH\s))\d{4}(?!\w|[,.]\d|\s(?:times|people|birds)\b))",
        lambda match: _figures(match["said"]),
        frozenset(words("heading headings radial bearing squawk squawking qnh wind")),
    ),
)
