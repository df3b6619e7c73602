"""Places: streets, states, parts of countries, and where a place lies from another."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.degrees import POINTS
from tui_reader.narration.normalization.rule import (
    CAPITALS,
    DIGITS,
    GLUED,
    INNER_STOP,
    Rule,
    compiled,
    one_of,
    without_stop,
    words,
)

STREETS = {
    "St": "Street", "Dr": "Drive", "Rd": "Road", "Ave": "Avenue", "Av": "Avenue", "Blvd": "Boulevard", "Ln": "Lane",
    "Ct": "Court", "Pl": "Place", "Sq": "Square", "Ter": "Terrace", "Terr": "Terrace", "Cir": "Circle",
    "Pkwy": "Parkway", "Hwy": "Highway", "Expy": "Expressway", "Hts": "Heights", "Cres": "Crescent",
    "Sts": "Streets", "Aves": "Avenues",
}  # fmt: skip
"""Behind the name of a street."""
STATES = {
    "Conn": "Connecticut", "Mass": "Massachusetts", "Calif": "California", "Fla": "Florida", "Ill": "Illinois",
    "Ga": "Georgia", "Pa": "Pennsylvania", "Penn": "Pennsylvania", "Tex": "Texas", "Va": "Virginia", "Md": "Maryland",
    "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Colo": "Colorado", "Del": "Delaware", "Ind": "Indiana",
    "Kan": "Kansas", "Kans": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Me": "Maine", "Nebr": "Nebraska",
    "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ont": "Ontario", "Ore": "Oregon", "Que": "Quebec",
    "Tenn": "Tennessee", "Vt": "Vermont", "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming",
    "Nfld": "Newfoundland", "Sask": "Saskatchewan", "Alta": "Alberta",
}  # fmt: skip
"""Behind a place and a comma."""
ALSO_CALLED = ("Miss", "Pa", "La", "Me", "Del", "Ill", "Wash", "Ore", "Ark", "Mo", "Tex", "Ind", "Mass")
"""Of those, what is a word or a name too."""
PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
"""Of a member of Congress, before the state."""
_WHOLE_POINTS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_REGIONS = words("""
    Korea Vietnam Viet-Nam Carolina Dakota Africa America Yemen Germany Berlin Virginia Pakistan Bengal Ossetia Sudan
    Rhodesia Borneo Asia Bank Ireland
""")
"""What a point of the compass stands before: "N. Korea"."""
_STATES_OF_TWO = {
    "W. Va": "West Virginia", "N. Dak": "North Dakota", "S. Dak": "South Dakota", "N. Car": "North Carolina",
    "S. Car": "South Carolina", "N. Mex": "New Mexico",
}  # fmt: skip
_COUNTIES = words("""
    Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry Kildare Kilkenny Laois
    Leitrim Limerick Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo Tipperary Tyrone Waterford Westmeath
    Wexford Wicklow
""")
_STREETS = STREETS | {street.upper(): said for street, said in STREETS.items()}
_LINE = r"(?:St|Ave|Street|Avenue|Rd|Road|Blvd|Boulevard|Pl|Place|Dr|Drive)\b"
_IN_PLACE = r"\b(?:in|of|from|near|at|to|outside|for|[Bb]orn)\s(?:[A-Z][\w.’'-]*\s){0,2}[A-Z][\w.’'-]*,\s$"
_ADDRESS = (
    rf"\d[^;]{{0,40}}\b(?:{one_of(STREETS)}\.?|Street|Road|Avenue|Lane|Drive|Box\s\d+),\s"
    r"(?:[A-Z][\w’'-]*\s){0,2}[A-Z][\w’'-]*,\s$"
)
_MILES = {"mi": "miles", "mi.": "miles", "km": "kilometers", "blks.": "blocks"}


def _compass(match: re.Match[str]) -> str:
    unit = match["unit"] or ""
    said = "".join(POINTS[point] for point in match["where"] if point in POINTS)
    stop = "." if match["said"].endswith(".") and not match.string[match.end() :].strip() else ""
    return f"{_MILES.get(unit, unit)} {said}".strip() + stop


def _state(match: re.Match[str]) -> str | None:
    """The state behind a place; "Miss", "Pa" and the like are also what somebody is called: "Yes, Miss."."""
    short = match["said"][:-1]
    if short in ALSO_CALLED and not compiled(f"{_IN_PLACE}|{_ADDRESS}").search(match.string, 0, match.start("said")):
        return None
    return without_stop(STATES[short], match)


def _member(match: re.Match[str]) -> str:
    return f"{PARTIES[match['party']]}, {STATES.get(match['state'].rstrip('.'), '')}"


def _region(match: re.Match[str]) -> str | None:
    point, place = match["said"], match["of"]
    if (point == "Co.") != (place in _COUNTIES):
        return None
    return "County" if point == "Co." else "Northern" if place == "Ireland" else _WHOLE_POINTS[point[0]]


def _street(match: re.Match[str]) -> str | None:
    """The kind of street; in capitals (CT.) only among capitals."""
    short = match["said"][:-1]
    if short.isupper() and compiled(r"(?<!\d)[a-z]\s$").search(match.string, 0, match.start("said")):
        return None
    return without_stop(_STREETS[short], match)


RULES = (
    Rule(
        "streets",
        (
            ("127 Wall St., New Haven", "127 Wall Street, New Haven"),
            ("Wall St. is", "Wall Street is"),
            ("on Wall St.", "on Wall Street."),
            ("at 14th and K Sts. in", "at 14th and K Streets in"),
            ("on Morgan Dr. near 5th Ave. in", "on Morgan Drive near 5th Avenue in"),
            ("12 Oak Dr. Apt. 4B", "12 Oak Drive Apartment 4B"),
            ("12 Oak ST., a mass on CT.", "12 Oak ST., a mass on CT."),
        ),
        rf"(?:(?<=[a-z]\s)|(?<=\d[a-z]{{2}}\s)|(?<=th\sand\s[A-Z]\s)|(?<=th\s&\s[A-Z]\s)|\b\d+\s(?:[NSEW]\.?\s)?[A-Z][a-z]+\s)(?P<said>{one_of(_STREETS)}\.)"
        r"(?=,|\s+[a-z\d(]|\s*$|\s(?:Apt|Suite|Ste|N\.?[EW]|S\.?[EW])\b)",
        _street,
        frozenset(map(str.lower, STREETS)),
    ),
    Rule(
        "states",
        (("in W. Va. and N. Mex.", "in West Virginia and New Mexico."),),
        rf"\b{one_of(_STATES_OF_TWO)}\.",
        lambda match: without_stop(_STATES_OF_TWO[match[0][:-1]], match),
        INNER_STOP,
    ),
    Rule(
        "states",
        (
            ("Hartford, Conn., where", "Hartford, Connecticut, where"),
            ("in Boston, Mass.", "in Boston, Massachusetts."),
            ("in Oxford, Miss.", "in Oxford, Mississippi."),
            ("Yes, Miss. No, Pa.", "Yes, Miss. No, Pa."),
            ("at 500 W. Main St., Chicago, Ill.", "at 500 West Main Street, Chicago, Illinois."),
        ),
        rf"\b[A-Z][\w.’'-]*,\s(?P<said>{one_of(STATES)}\.)(?=,|\s|\)|$)",
        _state,
        frozenset(map(str.lower, STATES)),
    ),
    Rule(
        "states",
        (("b. in Conn., and in Minn.", "born in Connecticut, and in Minnesota."), ("in ill. health", "in ill. health")),
        rf"\b(?:in|of|from|near)\s(?P<said>{one_of(STATES.keys() - {'Miss', 'Me', 'La', 'Del', 'Wash', 'Ind'})}\.)"
        r"(?=,|\s[a-z]|\s*$)",
        lambda match: without_stop(STATES[match["said"][:-1]], match),
        frozenset(map(str.lower, STATES)),
    ),
    Rule(
        "states",
        (
            ("the Mass. delegation", "the Massachusetts delegation"),
            ("Calif. Sen. Knowland", "California Senator Knowland"),
            ("Ill. Gov. Ash, but ill. Mary", "Illinois Governor Ash, but ill. Mary"),
        ),
        rf"(?<!,\s)\b(?:(?P<plain>{one_of(STATES.keys() - set(ALSO_CALLED) | {'Mass'})})\.(?=\s[a-z])"
        rf"|(?P<before>{one_of(STATES)})\.(?=\s(?:Gov|Sen|Rep|Atty|Lt|Secy?)\.?\s[A-Z]))",
        lambda match: STATES[match["plain"] or match["before"]],
        INNER_STOP,
    ),
    Rule(
        "states",
        (("Mills (D-Ark.) and", "Mills (Democrat, Arkansas) and"), ("Case (R–N.J.)", "Case (Republican, N.J.)")),
        rf"(?<=\()(?P<party>[DRI])[-–](?P<state>{one_of(STATES)}\.?(?=\))|(?=[A-Z]\.?\s?[A-Z]\.?\)))",
        _member,
        frozenset("("),
    ),
    Rule(
        "counties",
        (
            ("in Lancaster Co., Pa., and", "in Lancaster County, Pennsylvania, and"),
            ("Ford Co., Inc.", "Ford Company, Incorporated."),
        ),
        rf"(?<=[a-z]\s)Co\.(?=,\s(?:{one_of(STATES)}\.|{one_of(sorted(set(STATES.values())))}\b))",
        "County",
        INNER_STOP,
    ),
    Rule(
        "regions",
        (
            ("N. Korea and S. Viet-Nam", "North Korea and South Viet-Nam"),
            ("in N. Ireland and Co. Cork", "in Northern Ireland and County Cork"),
            ("Mr. S. Bell", "Mister S Bell"),
        ),
        rf"\b(?P<said>[NSEW]\.|Co\.)(?=\s(?P<of>{one_of((*_REGIONS, *_COUNTIES))})\b)",
        _region,
        INNER_STOP,
    ),
)
DIRECTIONS = (
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
        lambda match: _WHOLE_POINTS[match["said"][0]],
        GLUED | INNER_STOP,
    ),
    Rule(
        "directions",
        (("at 12 K Street NE and", "at 12 K Street northeast and"),),
        r"\b(?:Ave(?:nue)?|St(?:reet)?|R(?:oad|d)|Pl(?:ace)?|Ct|Court|Dr(?:ive)?|Blvd|Boulevard)\.?(?P<unit>)\s"
        r"(?P<said>(?P<where>[NS]\.?[EW]))\b",
        _compass,
        CAPITALS | INNER_STOP,
    ),
)
"""Before those of units, which take the miles."""
