"""Units of measure after a number, with or without a stop."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import DIGITS, Rule, one_of, without_stop

_STOPPED = {
    "ft": "feet", "in": "inches", "lbs": "pounds", "lb": "pounds", "oz": "ounces", "yds": "yards", "yd": "yards",
    "mi": "miles", "n.m": "nautical miles", "hrs": "hours", "hr": "hours", "mins": "minutes", "min": "minutes",
    "secs": "seconds", "sec": "seconds", "yrs": "years", "mos": "months", "gal": "gallons", "cu. ft": "cubic feet",
    "sq. ft": "square feet", "sq. mi": "square miles", "sq. km": "square kilometers",
}  # fmt: skip
"""Units with a stop."""
_PLAIN = {
    "km": "kilometers", "cm": "centimeters", "mm": "millimeters", "kg": "kilograms", "mg": "milligrams",
    "lbs": "pounds", "ft": "feet", "ft/sec": "feet per second", "ft/s": "feet per second", "fps": "feet per second",
    "m/s": "meters per second", "km/h": "kilometers per hour", "km/hr": "kilometers per hour", "nm": "nautical miles",
    "mph": "miles per hour", "psi": "P.S.I", "psia": "P.S.I.A", "kHz": "kilohertz", "MHz": "megahertz",
    "GHz": "gigahertz", "Hz": "hertz", "kw": "kilowatts", "kW": "kilowatts", "MW": "megawatts", "kt": "kilotons",
    "Mt": "megatons", "MT": "megatons", "KT": "kilotons", "hrs": "hours", "sec": "seconds", "yds": "yards",
    "cps": "cycles per second", "rpm": "R.P.M", "bbl": "barrels", "m²": "square meters", "km²": "square kilometers",
}  # fmt: skip
"""Units without a stop."""
_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def _place(match: re.Match[str]) -> str:
    point = match["point"]
    minutes = f" {match['minutes']} minutes" if match["minutes"] else ""
    return f"{match['degrees']} degrees{minutes}" + (f" {_POINTS[point]}" if point else "")


RULES = (
    Rule(
        "units",
        (
            ("50 lbs. of it", "50 pounds of it"),
            ("6 ft. high", "6 feet high"),
            ("5 in. Then", "5 in. Then"),
            ("within 100 n.m. of", "within 100 nautical miles of"),
            ("for 10 min.", "for 10 minutes."),
        ),
        rf"(?<=\d\s){one_of(_STOPPED)}\.(?=\s+[a-z]|[,;)]|\s*$)",
        lambda match: without_stop(_STOPPED[match[0][:-1]], match),
        DIGITS,
    ),
    Rule(
        "units",
        (
            ("about 35 ft/sec. now", "about 35 feet per second. now"),
            ("cabin at 14 psi", "cabin at 14 P.S.I"),
            ("at 90 km", "at 90 kilometers"),
            ("a 20 kt weapon", "a 20 kilotons weapon"),
            ("4g", "4g"),
        ),
        rf"(?<=\d\s){one_of(_PLAIN)}(?![\w/²])",
        lambda match: _PLAIN[match[0]],
        DIGITS,
    ),
    Rule(
        "units",
        (("10km", "10 kilometers"), ("5kg,", "5 kilograms,"), ("250MHz", "250 megahertz")),
        rf"(?<=\d){one_of(unit for unit in _PLAIN if unit not in ('ft', 'sec'))}(?![\w/²])",
        lambda match: " " + _PLAIN[match[0]],
        DIGITS,
    ),
    Rule(
        "degrees",
        (
            ("at 23°30' N, 82° W", "at 23 degrees 30 minutes north, 82 degrees west"),
            ("5° C", "5° C"),
        ),
        r"(?P<degrees>\d{1,3})°\s?(?:(?P<minutes>\d{1,2})['′]\s?)?(?:(?P<point>[NSEW])\b)?(?!\s?[CFK]\b)",
        _place,
        frozenset("°"),
    ),
)
