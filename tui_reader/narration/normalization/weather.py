"""Reports of the weather: winds from SW, RH."""

from __future__ import annotations

from tui_reader.narration.normalization.degrees import POINTS
from tui_reader.narration.normalization.rule import CAPITALS, Rule, words

RULES = (
    Rule(
        "winds",
        (
            ("The wind was SW 15", "The wind was southwest 15"),
            ("winds from the NNW at 8", "winds from the north northwest at 8"),
            ("wind W at 5", "wind west at 5"),
        ),
        r"\b[Ww]inds?\s(?:(?:was|were|is|are|from|the|out\sof|light|variable|blowing|backing|veering|to)\s){0,3}"
        r"(?P<said>[NSEW]?[NS][EW]|[NSEW])(?=,?\s(?:at\s|about\s)?\d)",
        lambda match: " ".join(
            POINTS[point] if len(point) == 1 else POINTS[point[0]] + POINTS[point[1]]
            for point in ((match["said"][:-2], match["said"][-2:]) if len(match["said"]) == 3 else (match["said"],))
        ),
        frozenset(words("wind winds")),
    ),
    Rule(
        "humidity",
        (
            ("35 % RH", "35 % relative humidity"),
            ("RH 40%", "relative humidity 40%"),
            ("the RH factor", "the RH factor"),
        ),
        r"(?<=%\s)RH\b|\bRH(?=\s(?:of\s)?\d{1,3}\s?%)",
        "relative humidity",
        CAPITALS,
    ),
)
