"""Where a place lies from another, and points of the compass in addresses: 10 mi. N of it, 12 N. Main St."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.degrees import POINTS
from tui_reader.narration.normalization.places import WHOLE_POINTS
from tui_reader.narration.normalization.rule import CAPITALS, DIGITS, GLUED, INNER_STOP, Rule, words

_LINE = r"(?:St|Ave|Street|Avenue|Rd|Road|Blvd|Boulevard|Pl|Place|Dr|Drive)\b"
_MILES = {"mi": "miles", "mi.": "miles", "km": "kilometers", "blks.": "blocks"}


def _compass(match: re.Match[str]) -> str:
    unit = match["unit"] or ""
    said = "".join(POINTS[point] for point in match["where"] if point in POINTS)
    stop = "." if match["said"].endswith(".") and not match.string[match.end() :].strip() else ""
    return f"{_MILES.get(unit, unit)} {said}".strip() + stop


RULES = (
    Rule(
        "directions",
        (
            ("10 mi. N of town, 3 miles S.E. of it", "10 miles north of town, 3 miles southeast of it"),
            ("5 km E. of X", "5 kilometers east of X"),
            ("Go 2 blks. E on it, 5 mi. N.", "Go 2 blocks east on it, 5 miles north."),
        ),
        r"(?<=\d\s)(?P<said>(?P<unit>miles|kilometers|blocks|mi\.?|km|blks\.)\s(?P<where>[NS]\.?(?:\s?[EW]\.?)?|[EW]\.?))(?=\s(?:of|on|along|from|past|to)\b|[,;)]|\s*$)",
        _compass,
        DIGITS,
    ),
    Rule(
        "directions",
        (("the SW corner, N-bound, the N side", "the southwest corner, northbound, the north side"),),
        r"(?<![\w.-])(?P<said>(?P<where>[NS]\.?[EW]\.?|(?<=the\s)[NSEW]\.?)(?P<unit>)(?=\s(?:corner|side|quarter|end|slope|coast|tip|edge|face"
        r"|wing|tower|bank|shore|ridge)\b)|(?P<bound>[NSEW])-(?=bound\b))",
        lambda match: POINTS[match["bound"]] if match["bound"] else _compass(match),
        CAPITALS | INNER_STOP | frozenset(words("corner side end bank shore ridge bound coast face wing tip edge")),
    ),
    Rule(
        "directions",
        (("Take Hwy. 101 N to it, then Rte. 66 W.", "Take Highway one oh one north to it, then Route 66 west."),),
        r"\b(?:Route|R(?:oad|te)|H(?:ighwa|w)y|Interstate|US|I)\.?[\s-]\d{1,3}\s(?P<said>[NSEW]\.?)(?![\w’'-])",
        lambda match: (
            POINTS[match["said"][0]] + "." * (match[0].endswith(".") and not match.string[match.end() :].strip())
        ),
        DIGITS,
    ),
    Rule(
        "directions",
        (
            ("on W. 42nd St. and 12 N. Main St.", "on West 42nd Street and 12 North Main Street."),
            ("12 E. 5th Ave. in", "12 East 5th Avenue in"),
        ),
        rf"\b(?P<said>[NSEW]\.?)(?=\s\d{{1,3}}(?:st|nd|rd|th)\s{_LINE}|(?<=\d\s[NSEW]\.)\s[A-Z][a-z]+\s{_LINE})",
        lambda match: WHOLE_POINTS[match["said"][0]],
        GLUED | INNER_STOP,
    ),
    Rule(
        "directions",
        (
            ("at 12 K Street NE and", "at 12 K Street northeast and"),
            ("at 9 Oak St., NW, in", "at 9 Oak Street, northwest, in"),
        ),
        r"\b(?:Ave(?:nue)?|St(?:reet)?|R(?:oad|d)|Pl(?:ace)?|Ct|Court|Dr(?:ive)?|Blvd|Boulevard)\.?(?P<unit>),?\s"
        r"(?P<said>(?P<where>[NS]\.?[EW]))\b",
        _compass,
        CAPITALS | INNER_STOP,
    ),
)
