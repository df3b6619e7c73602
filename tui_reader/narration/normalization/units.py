"""Units of measure behind a number: of one or of many, before a noun, with a power, per another unit."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.attributive import before_noun
from tui_reader.narration.normalization.fractions import GLYPHS as FRACTIONS
from tui_reader.narration.normalization.other_units import OTHER_UNITS
from tui_reader.narration.normalization.rule import DIGITS, INNER_STOP, Rule, compiled, one_of, without_stop, words
from tui_reader.narration.normalization.unit_names import UNITS

GLYPHS = "".join(FRACTIONS)
_BARE = {"g": ("gram", "grams"), "m": ("meter", "meters"), "s": ("second", "seconds"), "t": ("ton", "tons"),
    "A": ("amp", "amps"), "c": ("cup", "cups"),
    "T": ("tablespoon", "tablespoons"), "d": ("day", "days")}  # fmt: skip
"""Letters that are units where what is around them says so."""
_PER = UNITS | _BARE | {
    word: (word, word) for word in words("day week month year hour minute second person capita dose mile gallon liter")
} | {"d": ("day", "day"), "l": ("liter", "liter")}  # fmt: skip
_MASSES = r"gram|pound|ounce|liter|spoon|pint|quart|gallon|cup|mole|unit|percent|\."
_POURED = r"(?:water|milk|flour|sugar|cream|rice|oil|butter|stock|broth|wine|juice|nuts|oats|cheese|raisins|honey)\b"
_WHERE = {
    "ha": r"\|(?!,?\s[Hh]a)",
    "N": r"\|(?!\.?,?\s?[A-Z\d])",
    "W": r"(?<!-\d\s)(?<!-\d\d\s)(?<!-\d\d\d\s)\|(?!\.?,?\s?[A-Z\d])",
    "A": r"\|(?:\sof\scurrent|\s(?:through|flows?|across)\b|\s(?:fuse|breaker|circuit|current|battery|motor)|[.,;)]|$)",
    "in": rf"(?:[\d-]|[{GLYPHS}]\s?|\b(?:ft|feet)\s\d+\s)\||\|\.(?:\s+[a-z]|[,;)]|\s*$)",
    "g": r"(?:\d\d|[\s-])\|",
    "s": r"(?:[\s-]|\.\d+|\b(?:in|for|every|within|under|than|takes|took|to)\s\d+)\|",
    "t": r"[\s-]\|",
    "d": r"\s\|(?!\s)",
    "c": rf"\|\.?\s(?:of\s)?(?:[a-z]+\s)?{_POURED}",
    "T": rf"\|\.?\s(?:of\s|[a-z]+\s)?{_POURED}",
    "MP": r"\d\||\|\s(?:camera|sensor|photo|image)",
}
"""What must stand around a form that is mostly something else, as in a text where | is the form."""
_ROADS = (
    r"\b(?i:Route|R(?:oad|d|te)|H(?:ighwa|w)y|Interstate|US|Exit|I|Gate|R(?:oo)?m|Seat|Row|Unit|Ap(?:artmen)?t|Flat|Suite|Platform"
    r"|Bus|Section|Line|Form|Schedule|Bay|Pier|Dock|Stand)\.?[\s-]\d+\s?$"
)
"""Behind a number of these a letter is a point of the compass or part of the name."""
_BORES = (
    r"[\s-](?:fire|guns?|howitzers?|mortars?|shells?|rounds?|cannons?"
    r"|ammunition|ammo|film|lens(?:es)?|artillery|pistol|rifle)\b"
)
"""What is named by its width in millimeters."""
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_NUMBER = rf"[\d.,/x×{GLYPHS}⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s?(?:bn|(?:m|b|tr)illion|thousand))?[\s-]?$"
_RAISED = r"(?:(?<=[mtnid])\^?[23](?!\d)|[²³]|\^[23])"
_GAP = rf"(?:(?<=[\d{GLYPHS}])|(?<=[\d{GLYPHS}⁰¹²³⁴⁵⁶⁷⁸⁹][\s-])|(?<=illion\s)|(?<=usand\s)|(?<=\dbn\s)|(?<=\d\sbn\s))"


def _unit(match: re.Match[str]) -> str | None:
    text, start = match.string, match.start()
    glued = text[start - 1].isalnum()
    names = _names(match, glued)
    number = compiled(_NUMBER).search(text, max(0, start - 24), start)
    if names is None or number is None:
        return None
    is_plural = match["unit"].endswith("s") and match["unit"][:-1] in UNITS
    is_bore = match["unit"] == "mm" and (
        compiled(_BORES).match(text, match.end()) is not None
        or (
            glued
            and compiled(r"\b(?i:the|an?|his|her|my)\s(?:9|10|7\.62|5\.56)$").search(text, 0, start) is not None
            and not text.startswith(" of", match.end())
        )
    )
    is_counted = not is_plural and (
        not compiled(_MASSES).search(names[0]) or compiled(r"[x×]\s$").search(text, 0, number.start()) is not None
    )
    adjective = text[start - 1] == "-" or is_bore or before_noun(text, number.start(), match.end(), of_many=is_counted)
    said = names[0] if adjective or _is_one(text, number) else names[1]
    if match["power"]:
        said = f"{_POWERS[match['power'][-1]]} {said}"
    said = " " * glued + said + _per(match["per"], match["per_power"]) + _per(match["also"], "")
    return without_stop(said, match) if match["stop"] else said


def _is_one(text: str, number: re.Match[str]) -> bool:
    """Whether the number is 1 or a part of it."""
    start = number.start()
    mixed = start > 1 and (text[start - 1].isspace() or text[start - 1] in "-–") and text[start - 2].isdigit()
    part = compiled(r"(\d+)/(\d+)[\s-]?").fullmatch(number[0])
    if mixed or part:
        return not mixed and part is not None and int(part[1]) < int(part[2])
    return compiled(rf"(?:1|[{GLYPHS}])[\s-]?").fullmatch(number[0]) is not None


def _per(short: str | None, power: str | None) -> str:
    """m, 2: " per square meter"; s, 2: " per second squared"."""
    if not short:
        return ""
    name = _PER[short][0]
    if power and name == "second":
        return " per second squared"
    return f" per {_POWERS[power[-1]]} {name}" if power else f" per {name}"


def _names(match: re.Match[str], glued: bool) -> tuple[str, str] | None:
    """What the unit is called, of one and of many; None where the letters are no unit."""
    short, text = match["unit"], match.string
    if short == "st" and glued:
        return None  # 21st
    if short in OTHER_UNITS:
        field, other_fields, of_field = OTHER_UNITS[short]
        is_of_field = compiled(rf"\b(?i:{field})").search(text) is not None
        is_of_other = bool(other_fields) and compiled(rf"\b(?i:{other_fields})").search(text) is not None
        is_before_it = short in ("kt", "pt") and compiled(rf"[\s-](?i:{field})").match(text, match.end())
        return of_field if is_before_it or (is_of_field and not is_of_other) else UNITS.get(short)
    names = UNITS.get(short) or _BARE.get(short)
    if match["per"] or match["power"]:
        return names
    if short in "NWA" and compiled(_ROADS).search(text, 0, match.start()):
        return None
    if glued and compiled(r"(?:[A-WYZa-wyz]|(?<!\d)[Xx])[-–]?\d+$").search(text, 0, match.start()):
        return None  # In a name: "D5W", "80M01048A", "F-14A".
    around = f"{text[max(0, match.start() - 24) : match.start()]}|{text[match.end('unit') : match.end('unit') + 16]}"
    return names if short not in _WHERE or compiled(_WHERE[short]).search(around) else None


def _without_number(match: re.Match[str]) -> str | None:
    if match["heat"]:
        return match["heat"] + "ium"
    if match["size"]:
        return {"lg": "large", "med": "medium", "sm": "small"}[match["size"]]
    text, start = match.string, match.start()
    if match["one"]:
        is_word = match["one"] in ("gal", "mo", "pt") and not (
            compiled(rf"\sof\s(?:[a-z]+\s)?{_POURED}").match(text, match.end())
            or compiled(r"(?:\d|\b(?:once|twice|times|dollars|cents|bucks))(?:\s[a-z]+)?\s[Aa]\s$").search(
                text, 0, start
            )
        )
        return None if is_word else without_stop(UNITS[match["one"]][0], match)
    if match["square"] == "Sq" and compiled(r"[A-Z][\w’'.-]*\s$").search(text, 0, start):
        return None  # Union Sq.
    is_one = compiled(r"\b(?:per|an?|each|every|one)\s$|/\s?$").search(text, 0, start) is not None
    said = "square " + UNITS[match["area"]][0 if is_one else 1]
    return without_stop(said, match) if match[0].endswith(".") else said


_FORMS = one_of(UNITS.keys() | _BARE.keys() | OTHER_UNITS.keys())

RULES = (
    Rule(
        "units",
        (
            ("Sq. ft. cost", "square feet cost"),
            ("a qt. of cream, $5 a mo.", "a quart of cream, 5 dollars a month."),
            ("2 lg. eggs, med. heat", "2 large eggs, medium heat"),
            ("It is $5 per sq. ft.", "It is 5 dollars per square foot."),
            ("at Union Sq. in an hour", "at Union Square in an hour"),
            ("Half a mo., she's quite a gal.", "Half a mo., she's quite a gal."),
        ),
        r"(?<![\d.]\s)(?<!/)\b(?P<square>[Ss]q)\.?\s(?P<area>ft|mi|yds?|km|in(?=[.,;)]|\s*$))\b\.?|(?<=\b[Aa]\s)(?P<one>qt|pt|gal|oz|lb|doz|pkg|yd|mo|yr|wk)\.(?=\s[a-z]|[,;)]|\s*$)"
        r"|(?<=\d\s)(?P<size>lg|med|sm)\.(?=\s[a-z])|\b(?P<heat>[Mm]ed)\.(?=-|\s(?:heat|low|high(?!\sschool)|rare|size|bowl)\b)",
        _without_number,
        INNER_STOP | frozenset(("sq",)),
    ),
    Rule(
        "units",
        (
            ("50 lbs. of it", "50 pounds of it"),
            ("6 ft. high", "6 feet high"),
            ("5 in. Then", "5 in. Then"),
            ("within 100 n.m. of", "within 100 nautical miles of"),
            ("for 10 min.", "for 10 minutes."),
            ("about 35 ft/sec. now", "about 35 feet per second now"),
            ("cabin at 14 psi", "cabin at 14 P.S.I"),
            ("at 90 km", "at 90 kilometers"),
            ("a 20 kt weapon", "a 20 kiloton weapon"),
            ("4g in 80M01048A, 5", "4g in 80M01048A, 5"),
            ("an F-14A, a B-29A", "an F fourteen eh, a B twenty-nine eh"),
            ("10km", "10 kilometers"),
            ("5kg,", "5 kilograms,"),
            ("250MHz", "250 megahertz"),
            ("1 km, 1 ft and ½ oz", "1 kilometer, 1 foot and one half ounce"),
            ("3/4 tsp", "three quarters teaspoon"),
            ("9 trillion km, I-80 W", "9 trillion kilometers, I eighty west"),
            ("a 4x100m relay", "a 4 by 100 meter relay"),
            ("called in 155mm fire", "called in 155 millimeter fire"),
            (
                "5 mi./sec, a rock of 66 Ma, 2 A through it",
                "5 miles per second, a rock of 66 million years ago, 2 amps through it",
            ),
            ("Yes, 5 Ma, take 30 SM shirts", "Yes, 5 Ma, take 30 SM shirts"),
            ("A 23 kt bomb sank ships", "A 23 kiloton bomb sank ships"),
            ("a 5 nm chip on the USS Iowa", "a 5 nanometer chip on the USS Iowa"),
            ("12 pt type and 2 pt of beer", "12 point type and 2 pints of beer"),
            ("82 GP and 50 pts last season", "82 GP and 50 points last season"),
            ("15 yrs. costs $5", "15 years costs 5 dollars"),
            ("a 5 km run", "a 5 kilometer run"),
            ("he ran 5 km yesterday", "he ran 5 kilometers yesterday"),
            ("35-mm film", "35-millimeter film"),
            ("5 m³ at 10 m/s²", "5 cubic meters at 10 meters per second squared"),
            ("60fps at 100Mbps", "60 frames per second at 100 megabits per second"),
            ("4 million km² and 2 bn km", "4 million square kilometers and 2 billion kilometers"),
            ("5 mg/kg/day", "5 milligrams per kilogram per day"),
        ),
        rf"(?<=[\d\s{GLYPHS}-])(?=[A-Za-zµμΩÅ]){_GAP}(?P<unit>{_FORMS})(?P<power>{_RAISED})?"
        rf"(?:\.?/(?P<per>{one_of(_PER)})(?P<per_power>{_RAISED})?(?:/(?P<also>{one_of(_PER)}))?)?"
        r"(?P<stop>\.(?=\s+[a-z\d]|[,;:)]|\s*$))?(?![\w²³^’']|/\d|-\w|\.\w)",
        _unit,
        DIGITS | frozenset(GLYPHS),
    ),
)
