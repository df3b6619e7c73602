"""Titles, initials and short forms with a stop, which would end the sentence for an engine."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.abbreviation_table import (
    ALSO_CALLED,
    ALSO_WITHOUT_STOP,
    ANYWHERE,
    BOOKS,
    CONTRACTED,
    LETTERED,
    NUMBERED,
    STATES,
    STREETS,
    TITLES,
    WITHOUT_STOP,
)
from tui_reader.narration.normalization.designations import letters
from tui_reader.narration.normalization.rule import INNER_STOP, VOWELLESS, Rule, compiled, one_of, without_stop

_TITLES = TITLES | {title.upper(): said for title, said in TITLES.items()}
_BY_CASE = {
    form(word): said if form is str else said.capitalize()
    for word, said in NUMBERED.items()
    for form in (str.upper, str.capitalize, str)
    if len(word) > 1 or form is str
}
_CONTRACTED = {form(word): form(said) for word, said in CONTRACTED.items() for form in (str, str.capitalize)}
_CONTRACTIONS = one_of(_CONTRACTED).replace("'", "['’]")
_STREETS = STREETS | {street.upper(): said for street, said in STREETS.items()}
_ORDER = {"1": "First", "2": "Second", "3": "Third", "I": "First", "II": "Second", "III": "Third"}
_IN_PLACE = r"\b(?:in|of|from|near|at|to|outside|for|[Bb]orn)\s(?:[A-Z][\w.’'-]*\s){0,2}[A-Z][\w.’'-]*,\s$"
_NAME_BEFORE = r"(?:[A-Z][a-z’'-]+|[A-Z]\.)\s$"


def _title(match: re.Match[str]) -> str | None:
    title = match[0].rstrip(".")
    if title in ("Sr", "Jr", "SR") and compiled(_NAME_BEFORE).search(match.string[: match.start()]):
        return "Senior"
    return None if title == "Gen" and match.string.startswith((" X", " Z"), match.end()) else _TITLES.get(title)


def _numbered(match: re.Match[str]) -> str | None:
    word = match[0][:-1]
    return _BY_CASE.get(word) if match["letter"] is None or word.lower() in LETTERED else None


def _short_form(match: re.Match[str]) -> str | None:
    said = ANYWHERE.get(match[0][:-1])
    return said and without_stop(said, match)


def _versus(match: re.Match[str]) -> str | None:
    return "versus" if match[0] == "v." or compiled(_NAME_BEFORE).search(match.string[: match.start()]) else None


def _state(match: re.Match[str]) -> str | None:
    """The state behind a place; "Miss", "Pa" and the like are also what somebody is called: "Yes, Miss."."""
    short = match["said"][:-1]
    if short in ALSO_CALLED and not compiled(_IN_PLACE).search(match.string, 0, match.start("said")):
        return None
    return without_stop(STATES[short], match)


def _of_book(match: re.Match[str]) -> str | None:
    order = match["order"]
    if not (order or match["verse"]) and match["book"] in ("Gen", "Num", "Sam", "Dan", "Col", "Tim", "Rev", "Mt", "Ex"):
        return None  # also a title, a first name or another short form
    return (f"{_ORDER[order]} " if order else "") + BOOKS[match["book"]]


RULES = (
    Rule(
        "streets",
        (
            ("127 Wall St., New Haven", "127 Wall Street, New Haven"),
            ("Wall St. is", "Wall Street is"),
            ("on Wall St.", "on Wall Street."),
            ("on Morgan Dr. near 5th Ave. in", "on Morgan Drive near 5th Avenue in"),
            ("12 Oak Dr. Apt. 4B", "12 Oak Drive Apartment 4B"),
        ),
        rf"(?:(?<=[a-z]\s)|(?<=\d[a-z]{{2}}\s)|\b\d+\s(?:[NSEW]\.?\s)?[A-Z][a-z]+\s)(?P<said>{one_of(_STREETS)}\.)"
        r"(?=,|\s+[a-z\d(]|\s*$|\s(?:Apt|Suite|Ste|N\.?[EW]|S\.?[EW])\b)",
        lambda match: without_stop(_STREETS[match["said"][:-1]], match),
        frozenset(map(str.lower, STREETS)),
    ),
    Rule(
        "titles",
        (
            ("Mr. Ball", "Mister Ball"),
            ("Lt. Col. Oliver", "Lieutenant Colonel Oliver"),
            ("Sec. Rusk", "Secretary Rusk"),
            ("St. Petersburg", "Saint Petersburg"),
            ("St.-Laurent", "Saint-Laurent"),
        ),
        r"[A-Z](?<!\w[A-Z])[A-Za-z]{1,6}\.(?=(?:\s+|-)(?:[A-ZÀ-Þ]|\d(?:st|nd|rd|th)\s|(?:de|von|van|der|la|du)\s))",
        _title,
        INNER_STOP,
    ),
    Rule(
        "titles",
        (("Lt Bell and Gen Clark", "Lieutenant Bell and General Clark"), ("Ms Ash of Gen Z", "Miz Ash of Gen Z")),
        rf"\b{one_of(WITHOUT_STOP)}(?=\s[A-ZÀ-Þ][\w.])",
        _title,
        frozenset(map(str.lower, WITHOUT_STOP)),
    ),
    Rule(
        "parts of books",
        (
            ("vol. XI, pp. 3-5", "volume eleven, pages 3 to 5"),
            ("p. 12", "page 12"),
            ("Sec. 5", "Section 5"),
            ("SEC. 596.", "Section 596."),
            ("ca. 1950", "about nineteen fifty"),
            ("See Ex. 4, cl. 3, in Apt. 4B", "See Exhibit 4, clause 3, in Apartment 4B"),
            ("in Ex. A and Fig. B", "in Exhibit eh and Figure B"),
        ),
        r"\b[A-Za-z]{1,8}\.(?=\s?\d|\s[IVXLC]+\b(?!['’])|\s[ivxlc]+\b|\s(?P<letter>[A-Z])\b(?!\.\s[A-Z]))",
        _numbered,
        INNER_STOP,
    ),
    Rule(
        "short forms",
        (
            ("e.g. Cuba", "for example Cuba"),
            ("pages 12 ff.", "pages 12 and following."),
            ("Havana vs. Moscow", "Havana versus Moscow"),
            ("the Dept. of State", "the Department of State"),
            ("Ford Motor Co.", "Ford Motor Company."),
            ("John Doe, Jr., spoke", "John Doe, Junior, spoke"),
        ),
        r"(?<![\w.])(?:e\.g|i\.e|q\.v|[Nn]\.[Bb]|op\. cit|loc\. cit|et al|et seq|[A-Za-z]{2,8}|&c)\.(?!\w)",
        _short_form,
        INNER_STOP | frozenset(("&", *(short.lower().split()[-1] for short in ANYWHERE if short.count(".") != 1))),
    ),
    Rule(
        "short forms",
        (("Rome vs Athens", "Rome versus Athens"), ("the Govt said", "the Government said")),
        rf"(?<![\w.]){one_of(ALSO_WITHOUT_STOP)}(?![\w.])",
        lambda match: ANYWHERE[match[0]],
        frozenset(map(str.lower, ALSO_WITHOUT_STOP)),
    ),
    Rule(
        "short forms",
        (("Gov't aid, int’l law", "Government aid, international law"),),
        rf"\b{_CONTRACTIONS}(?!\w)\.?",
        lambda match: _CONTRACTED[match[0].replace("’", "'").rstrip(".")],
        frozenset(short.partition("'")[0] for short in CONTRACTED),
    ),
    Rule(
        "states",
        (
            ("Hartford, Conn., where", "Hartford, Connecticut, where"),
            ("in Boston, Mass.", "in Boston, Massachusetts."),
            ("in Oxford, Miss.", "in Oxford, Mississippi."),
            ("Yes, Miss. No, Pa.", "Yes, Miss. No, Pa."),
        ),
        rf"\b[A-Z][\w.’'-]*,\s(?P<said>{one_of(STATES)}\.)(?=,|\s|\)|$)",
        _state,
        frozenset(map(str.lower, STATES)),
    ),
    Rule(
        "books of the Bible",
        (("1 Cor. 13", "First Corinthians 13"), ("Gen. 3:16 and Rom. 8", "Genesis 3 16 and Romans 8")),
        rf"(?:\b(?P<order>[123]|I{{1,3}})\s)?\b(?P<book>{one_of(BOOKS)})(?:\.|(?=\s\d+:\d))(?=\s\d{{1,3}}(?P<verse>:\d)?)",
        _of_book,
        frozenset(map(str.lower, BOOKS)),
    ),
    Rule(
        "scenes",
        (("INT. STUDIO - DAY", "Interior STUDIO - day"), ("EXT. FOOD STORE", "Exterior FOOD STORE")),
        r"^(?:INT|EXT)\.(?=\s?[A-Z/])|(?<=^INT\./)EXT\.(?=\s?[A-Z])",
        lambda match: {"I": "Interior", "E": "Exterior"}[match[0][0]],
        frozenset(("int", "ext")),
    ),
    Rule(
        "versus",
        (("Brown v. Board", "Brown versus Board"), ("Roe v Wade", "Roe versus Wade"), ("the v Wade", "the v Wade")),
        r"(?<=[\w.]\s)v\.?(?=\s[A-Z])",
        _versus,
        VOWELLESS,
    ),
    Rule(
        "degrees of study",
        (("a Ph.D. and", "a P.H.D and"), ("his Ph.D.", "his P.H.D.")),
        r"\bPh\.\s?D\.",
        lambda match: without_stop("P.H.D", match),
        frozenset(("ph",)),
    ),
    Rule(
        "initials",
        (
            ("Adlai E. Stevenson", "Addlay E Stevenson"),
            ("George A. Ball", "George eh Ball"),
            ("J. F. Kennedy", "J F Kennedy"),
            ("Plan B.", "Plan B."),
            ("of S. 208 and", "of S 208 and"),
            ("U.S. Government", "U.S Government"),
            ("A. The first", "A. The first"),
        ),
        r"[A-Z](?:(?<=\S\s[A-Z])|(?<=[(\[“\"][A-Z]))\.(?=\s+[A-Z]|\s\d)|^[A-Z]\.(?=\s(?:[A-Z]\.\s|\d))",
        lambda match: letters(match[0][0]),
        INNER_STOP,
    ),
    Rule(
        "inner stops",
        (
            ("the U.S. Government", "the U.S Government"),
            ("Washington, D.C. March", "Washington, D.C March"),
            ("in the U.S.", "in the U.S."),
        ),
        r"[A-Z](?<!\w[A-Z])\.(?:[A-Z]\.){0,4}[A-Z](?P<said>\.)(?=\s+[A-Z\d(“\"])",
        "",
        INNER_STOP,
    ),
)
