"""Degrees: of angles, of places on the globe, of temperature."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.attributive import NO_NOUNS, before_noun
from tui_reader.narration.normalization.fractions import GLYPHS as FRACTIONS
from tui_reader.narration.normalization.rule import DIGITS, Rule, compiled

POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}
"""Of the compass."""
_SIZES = "x|×|by|tall|high|wide|long|deep|thick"
_WARM = r"(?i)\b(?:bak|oven|heat|preheat|temp|warm|cool|boil|freez|roast|cook|fever|degrees|grill|gas m|recipe|°)"
_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}


def _degrees(match: re.Match[str]) -> str:
    text, scale, point = match.string, match["scale"], match["point"]
    number = compiled(r"[\d.,]+$").search(text, max(0, match.start() - 12), match.start())
    first = number.start() if number else match.start()
    alone = number is not None and number[0] == "1"
    adjective = not (scale or point or match["minutes"]) and before_noun(text, first, match.end())
    said = " degree" if alone or adjective else " degrees"
    said += f" {_SCALES[scale]}" if scale else ""
    for part in ("minutes", "seconds"):
        said += f" {match[part]} {part}" if match[part] else ""
    return said + (f" {POINTS[point]}" if point else "")


def _length(match: re.Match[str]) -> str | None:
    text, start = match.string, match.start()
    name = "foot" if match["mark"] in "'′" else "inch"
    many = "feet" if name == "foot" else "inches"
    if compiled(rf"\s?(?:{_SIZES})\b|[.,;]|$").match(text, match.end()) or match["mark"] in "′″":
        part = compiled(rf"(?:(?:^|[^\d])1/\d+|(?:^|\D)1|(?:^|[^\d])[{''.join(FRACTIONS)}])$").search(text[:start])
        return f" {name if part else many}"
    quoted = len(compiled(rf"(?<![\d{''.join(FRACTIONS)}]){text[start]}").findall(text[:start])) % 2 == 1
    if name == "inch" and not quoted and compiled(r"\s(?:in|of|at|on|or|and|to|from)\s").match(text, match.end()):
        return f" {many}"
    noun = compiled(r"\s([a-z]+)").match(text, match.end())
    return f" {name}" if not quoted and noun and noun[1] not in NO_NOUNS else None


def _sides(match: re.Match[str]) -> str:
    single = before_noun(match.string, match.start(), match.end())
    unit = ("foot" if single else "feet") if match["mark"] in "'′’" else "inch" if single else "inches"
    return f"{match['wide']} by {match['high']} {unit}"


RULES = (
    Rule(
        "degrees",
        (
            ("at 23°30' N, 82° W", "at 23 degrees 30 minutes north, 82 degrees west"),
            ("98.6° F or 37 °C", "98.6 degrees Fahrenheit or 37 degrees Celsius"),
            ("40° in the shade", "40 degrees in the shade"),
            ("a 90° turn of 1°", "a 90 degree turn of 1 degree"),
        ),
        r"(?<=\d)\s?(?:[°˚](?:\s?(?P<minutes>\d{1,2}(?:\.\d+)?)['′’](?:\s?(?P<seconds>\d{1,2}(?:\.\d+)?)(?:[\"″”]|''))?)?|º(?=\s?[CF]\b))"
        r"(?:\s?(?:(?P<point>[NSEW])|(?P<scale>[CFK]))\b(?!['’]))?",
        _degrees,
        frozenset("°º˚"),
    ),
    Rule(
        "degrees",
        (("at N 40° 44.9', W 73°", "at north 40 degrees 44.9 minutes, west 73 degrees"),),
        r"(?<![\w°.])(?P<point>[NSEW])(?=\s\d{1,3}°)",
        lambda match: POINTS[match["point"]],
        frozenset("°"),
    ),
    Rule(
        "degrees",
        (("37℃", "37 degrees Celsius"), ("98.6 ℉", "98.6 degrees Fahrenheit")),
        r"\s?[℃℉]",
        lambda match: f" degrees {'Celsius' if match[0][-1] == '℃' else 'Fahrenheit'}",
        frozenset("℃℉"),
    ),
    Rule(
        "degrees",
        (("at 300 K it", "at 300 kelvin it"), ("salaries of 300 K", "salaries of 300 K")),
        r"(?:\b(?:[Aa]t|below|above|near)\s\d[\d.,]*|(?<![\d.])0)(?P<said>\s?K)\b(?!\s?[A-Z$])",
        " kelvin",
        frozenset("K"),
    ),
    Rule(
        "points of the compass",
        (("at 12 W 34th St.", "at 12 West 34th Street."), ("40 N. Main St., Ohio", "40 North Main Street, Ohio")),
        r"(?<=\d\s)(?P<point>[NSEW])\.?(?=\s(?:\d+(?:st|nd|rd|th)\b|[A-Z][a-z]+\s(?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road)\b))",
        lambda match: POINTS[match["point"]].capitalize(),
        DIGITS,
    ),
    Rule(
        "feet and inches",
        (("he is 5'10\" tall", "he is 5 foot 10 tall"), ("6′2″", "6 foot 2"), ("I'm 5'2 and", "I'm 5 foot 2 and")),
        r"(?<![\w.])(?P<feet>[3-8])['′’]\s?(?P<inches>1[01]|\d)(?:\"|″|”|'')?(?!\w)",
        lambda match: f"{match['feet']} foot {match['inches']}",
        frozenset("'′’"),
    ),
    Rule(
        "feet and inches",
        (('he was 5\' and 8" or 9" tall', "he was 5 feet and 8 or 9 inches tall"),),
        r"(?<![\w.])(?P<feet>\d{1,2})['′’]\s?and\s(?P<inches>\d{1,2})[\"″”](?:\sor\s(?P<more>\d{1,2})[\"″”])?",
        lambda match: (
            f"{match['feet']} feet and {match['inches']}{' or ' + match['more'] if match['more'] else ''} inches"
        ),
        frozenset("'′’"),
    ),
    Rule(
        "feet and inches",
        (
            ("a 40' x 110' lot", "a 40 by 110 foot lot"),
            ('an 18" x 24" print', "an 18 by 24 inch print"),
            ("it is 2.5″×4″.", "it is 2.5 by 4 inches."),
        ),
        r"(?<![\w.])(?P<wide>\d{1,4}(?:\.\d+)?)(?P<mark>[\"″”'′’])\s?[x×]\s?(?P<high>\d{1,4}(?:\.\d+)?)(?P=mark)",
        _sides,
        frozenset("x×"),
    ),
    Rule(
        "feet and inches",
        (
            ('a 12" record', "a 12 inch record"),
            ('with 2.5" of rain', "with 2.5 inches of rain"),
            ("12' by 10' deep", "12 feet by 10 feet deep"),
            ("at 25,000'.", "at 25,000 feet."),
            ('1/2" thick, ¼" slices', "one half inch thick, one quarter inch slices"),
            ('"I have 5" he said', '"I have 5" he said'),
        ),
        rf"(?<=[\d{''.join(FRACTIONS)}])(?P<mark>['′\"″])(?=\s?(?:{_SIZES})\b|\s[a-z×]|(?<=,\d\d\d')[\s.,;]|(?<=′|″))",
        _length,
        frozenset("'′\"″"),
    ),
    Rule(
        "temperatures",
        (("bake at 180C/350F", "bake at 180 degrees Celsius 350 degrees Fahrenheit"), ("seat 23C", "seat 23C")),
        r"(?<=\d)\s?(?P<scale>[CF])/?(?=[\s.,;)]|$|(?<=/)\d)",
        lambda match: (
            f" degrees {_SCALES[match['scale']]}" + " " * match[0].endswith("/")
            if compiled(_WARM).search(match.string)
            else None
        ),
        frozenset("CF"),
    ),
)
