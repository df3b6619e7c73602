"""Places: streets, states, counties and parts of countries."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import (
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
_UNSHORTENED = ("Ohio", "Iowa", "Utah", "Idaho")
ALSO_CALLED = ("Miss", "Pa", "La", "Me", "Del", "Ill", "Wash", "Ore", "Ark", "Mo", "Tex", "Ind", "Mass")
"""Of those, what is a word or a name too."""
PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
"""Of a member of Congress, before the state."""
WHOLE_POINTS = {"N": "North", "S": "South", "E": "East", "W": "West"}
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
_IN_PLACE = (
    r"\b(?:in|of|from|near|at|to|outside|for|[Bb]orn)\s(?:[A-Z][\w.’'-]*\s){0,2}[A-Z][\w.’'-]*,\s$"
    r"|\b(?:Ft|Mt|St|Pt)\.\s[A-Z][\w’'-]*,\s$"
)
_IN_COUNTY = r"(?:^|[,;(]\s?|\b(?:in|of|from|near|to|outside)\s)(?:[A-Z][\w.’'-]*\s)?(?P<last>[A-Z][\w.’'-]*)\s$"
_TRADES = words("""
    Motor Motors Oil Steel Coal Mining Mill Milling Railroad Railway Gas Electric Power Light Insurance Trust
    Manufacturing Mfg. Publishing Lumber Iron Brewing Beer Paper Tobacco Rubber Chemical Tool Machine Packing Telephone
    Telegraph Water Life Fire Bridge Shoe Glass Land Furniture Construction Trading Fruit Sugar Salt Car Carriage Wagon
    Printing Engineering Shipping
""")
"""Last words of the names of firms."""
_ADDRESS = (
    rf"\d[^;]{{0,40}}\b(?:{one_of(STREETS)}\.?|Street|Road|Avenue|Lane|Drive|Box\s\d+),\s"
    r"(?:[A-Z][\w’'-]*\s){0,2}[A-Z][\w’'-]*,\s$"
)


def _state(match: re.Match[str]) -> str | None:
    """The state behind a place; "Miss", "Pa" and the like are also what somebody is called: "Yes, Miss."."""
    short = match["said"][:-1]
    if short in ALSO_CALLED and not compiled(rf"{_IN_PLACE}|{_ADDRESS}|\bCo\.,\s$").search(
        match.string, 0, match.start("said")
    ):
        return None
    return without_stop(STATES[short], match)


def _county(match: re.Match[str]) -> str | None:
    """County behind the name of a place, but not of a firm: "Ford Motor Co., Michigan"."""
    is_place = compiled(_IN_COUNTY).search(match.string, 0, match.start())
    return None if is_place is None or is_place["last"] in _TRADES else "County"


def _member(match: re.Match[str]) -> str:
    return f"{PARTIES[match['party']]}, {STATES.get(match['state'].rstrip('.'), '')}"


def _region(match: re.Match[str]) -> str | None:
    point, place = match["said"], match["of"]
    if (point == "Co.") != (place in _COUNTIES):
        return None
    return "County" if point == "Co." else "Northern" if place == "Ireland" else WHOLE_POINTS[point[0]]


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
        "streets",
        (("met in Times Sq in March", "met in Times Square in March"),),
        r"\b[A-Z][a-z]+\s(?P<said>Sq)(?=\s(?!ft|yd|mi)[a-z]|[,;]|$)",
        "Square",
        frozenset(("sq",)),
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
        (
            ("m. in Conn., d. 1901 in Minn.", "married in Connecticut, died nineteen oh one in Minnesota."),
            ("in ill. health, afraid of Pa. and", "in ill. health, afraid of Pa. and"),
            ("lives in Pa., I believe in Pa.", "lives in Pennsylvania, I believe in Pa."),
        ),
        rf"\b(?:in|of|from|near)\s(?P<said>(?:{one_of(STATES.keys() - set(ALSO_CALLED))}"
        r"|(?<=\bin\s)(?:(?:Pa|Ill|Ore|Ark|Mo|Tex)(?=\.[,;]|\.\s[a-z])|(?:Ore|Tex)(?=\.\s*$)))\.)(?=[,;]|\s[a-z]|\s*$)",
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
            ("of Mercer Co., Ohio", "of Mercer County, Ohio"),
            ("from Ford Motor Co., Michigan", "from Ford Motor Company, Michigan"),
        ),
        rf"(?<=[a-z]\s)Co\.(?=,\s(?:{one_of(STATES)}\.|{one_of((*set(STATES.values()), *_UNSHORTENED))}\b))",
        _county,
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
