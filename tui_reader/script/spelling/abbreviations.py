"""Titles, initials and short forms with a stop, which would end the sentence for an engine."""

from __future__ import annotations

import re

from tui_reader.script.spelling.designations import letters
from tui_reader.script.spelling.rule import STOP, Rule, one_of

_TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Messrs": "Messers", "Dr": "Doctor", "Prof": "Professor",
    "St": "Saint", "Hon": "Honorable", "Rev": "Reverend", "Pres": "President", "Sec": "Secretary",
    "Secy": "Secretary", "Amb": "Ambassador", "Gov": "Governor", "Sen": "Senator", "Rep": "Representative",
    "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel", "Maj": "Major", "Brig": "Brigadier",
    "Capt": "Captain", "Cdr": "Commander", "Cmdr": "Commander", "Adm": "Admiral", "Sgt": "Sergeant",
    "Cpl": "Corporal", "Pvt": "Private", "Asst": "Assistant", "Dep": "Deputy", "Dir": "Director", "Mt": "Mount",
    "Ft": "Fort",
}  # fmt: skip
"""Before a name."""
_NUMBERED = {
    "vol": "volume", "vols": "volumes", "p": "page", "pp": "pages", "ch": "chapter", "chap": "chapter",
    "sec": "section", "sect": "section", "para": "paragraph", "paras": "paragraphs", "art": "article",
    "arts": "articles", "fig": "figure", "figs": "figures", "doc": "document", "docs": "documents",
    "tel": "telegram", "telegr": "telegram", "app": "appendix", "ca": "about", "approx": "about",
}  # fmt: skip
"""Before a number, with a small or a capital letter."""
_ANYWHERE = {
    "e.g": "for example", "i.e": "that is", "viz": "namely", "cf": "compare", "vs": "versus",
    "Dept": "Department", "Depts": "Departments", "Govt": "Government", "govt": "government",
    "Corp": "Corporation", "Inc": "Incorporated", "Co": "Company", "Cos": "Companies", "Bros": "Brothers",
    "Ltd": "Limited", "Jr": "Junior", "Sr": "Senior", "Univ": "University", "Assn": "Association",
    "Ave": "Avenue", "Blvd": "Boulevard", "et al": "and others", "ibid": "ibidem", "Ibid": "Ibidem",
    "Approx": "About", "approx": "about", "Enc": "Enclosure", "Encl": "Enclosure", "misc": "miscellaneous",
    "incl": "including", "memcon": "memorandum of conversation", "Memcon": "Memorandum of conversation",
    "telcon": "telephone conversation", "Telcon": "Telephone conversation",
}  # fmt: skip
_UNITS = {"ft": "feet", "in": "inches", "lbs": "pounds", "lb": "pounds", "oz": "ounces", "yds": "yards", "mi": "miles"}
_BY_CASE = _NUMBERED | {word.capitalize(): said.capitalize() for word, said in _NUMBERED.items() if len(word) > 1}


def _without_stop(said: str, match: re.Match[str]) -> str:
    """What is said, with the stop kept where it ends the sentence too."""
    return said if match.string[match.end() :].strip("\"'”’)] ") else said + "."


RULES = (
    Rule(
        "titles",
        (
            ("Mr. Ball", "Mister Ball"),
            ("Lt. Col. Oliver", "Lieutenant Colonel Oliver"),
            ("Sec. Rusk", "Secretary Rusk"),
            ("St. Petersburg", "Saint Petersburg"),
        ),
        rf"\b{one_of(_TITLES)}\.(?=\s+(?:[A-Z]|(?:de|von|van|der|la|du)\s))",
        lambda match: _TITLES[match[0][:-1]],
        STOP,
    ),
    Rule(
        "streets",
        (
            ("127 Wall St., New Haven", "127 Wall Street, New Haven"),
            ("Wall St. is", "Wall Street is"),
            ("on Wall St.", "on Wall Street."),
        ),
        r"(?<=[a-z]\s)St\.(?=,|\s+[a-z]|\s*$)",
        lambda match: _without_stop("Street", match),
        STOP,
    ),
    Rule(
        "parts of books",
        (
            ("vol. XI, pp. 3-5", "volume eleven, pages 3 to 5"),
            ("p. 12", "page 12"),
            ("Sec. 5", "Section 5"),
            ("ca. 1950", "about nineteen fifty"),
        ),
        rf"\b{one_of(_BY_CASE)}\.(?=\s?\d|\s[IVXLCivxlc]+\b)",
        lambda match: _BY_CASE[match[0][:-1]],
        STOP,
    ),
    Rule(
        "short forms",
        (
            ("e.g. Cuba", "for example Cuba"),
            ("Havana vs. Moscow", "Havana versus Moscow"),
            ("the Dept. of State", "the Department of State"),
            ("Ford Motor Co.", "Ford Motor Company."),
            ("John Doe, Jr., spoke", "John Doe, Junior, spoke"),
        ),
        rf"(?<![\w.]){one_of(_ANYWHERE)}\.(?!\w)",
        lambda match: _without_stop(_ANYWHERE[match[0][:-1]], match),
        STOP,
    ),
    Rule(
        "units",
        (("50 lbs. of it", "50 pounds of it"), ("6 ft. high", "6 feet high"), ("5 in. Then", "5 in. Then")),
        rf"(?<=\d\s){one_of(_UNITS)}\.(?=\s+[a-z]|[,;)]|\s*$)",
        lambda match: _without_stop(_UNITS[match[0][:-1]], match),
        STOP,
    ),
    Rule(
        "initials",
        (
            ("Adlai E. Stevenson", "Addlay E Stevenson"),
            ("George A. Ball", "George eh Ball"),
            ("J. F. Kennedy", "J F Kennedy"),
            ("Plan B.", "Plan B."),
            ("U.S. Government", "U.S Government"),
            ("A. The first", "A. The first"),
        ),
        r"(?:(?<=\S\s)|(?<=[(\[“\"]))[A-Z]\.(?=\s+[A-Z])|^[A-Z]\.(?=\s[A-Z]\.\s)",
        lambda match: letters(match[0][0]),
        STOP,
    ),
    Rule(
        "inner stops",
        (
            ("the U.S. Government", "the U.S Government"),
            ("Washington, D.C. March", "Washington, D.C March"),
            ("in the U.S.", "in the U.S."),
        ),
        r"\b(?:[A-Z]\.){1,5}[A-Z](?P<said>\.)(?=\s+[A-Z\d(“\"])",
        "",
        STOP,
    ),
)
