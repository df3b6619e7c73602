"""Titles, initials and short forms with a stop, which would end the sentence for an engine."""

from __future__ import annotations

import re

from tui_reader.narration.abbreviated import OF_LAW, is_defeated
from tui_reader.narration.normalization.abbreviation_table import (
    ALSO_WITHOUT_STOP,
    ANYWHERE,
    BOOKS,
    CONTRACTED,
    LETTERED,
    NUMBERED,
    RANKS,
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
_ORDER = {"1": "First", "2": "Second", "3": "Third", "I": "First", "II": "Second", "III": "Third"}
_NAME_BEFORE = r"(?:[A-Z][a-z’'-]+|[A-Z]\.|\bR)\s$"


def _title(match: re.Match[str]) -> str | None:
    title = match[0].rstrip(".")
    if title in ("Sr", "Jr", "SR") and compiled(_NAME_BEFORE).search(match.string[: match.start()]):
        return "Junior" if title == "Jr" else "Senior"
    if title == "Sq" and match.string.startswith((" Ld", " Lead"), match.end()):
        return "Squadron"
    if title == "Sec" and compiled(r"\s[A-Z](?!\w|\.\s?[A-Z])").match(match.string, match.end()):
        return None  # "Sec. D, Lot 14"
    return None if title == "Gen" and match.string.startswith((" X", " Z"), match.end()) else _TITLES.get(title)


def _numbered(match: re.Match[str]) -> str | None:
    word = match[0][:-1]
    if word in ("est", "Est") and compiled(r"\s?(?:1\d|20)\d\d(?=[.,;)]|$)").match(match.string, match.end()):
        before = match.string[: match.start()]
        is_founded = compiled(r"(?:^|[,(]\s?)$" if word == "est" else r"(?:^|[,(]\s?|[A-Z][\w’'-]*\s)$").search(before)
        return word[0] + ("stablished" if is_founded else "stimated")
    if word == "pat":
        return None  # what a hand gives
    return _BY_CASE.get(word) if match["letter"] is None or word.lower() in LETTERED else None


def _short_form(match: re.Match[str]) -> str | None:
    short = match[0][:-1]
    if short in ("Fed", "Civ", "Crim") and not OF_LAW.match(match.string, match.start()):
        return None
    if short == "def" and not is_defeated(match.string, match.start(), match.end() - 1):
        return None
    if short == "opp" and not compiled(r"\s(?:[A-Z\d]|the\b|p\.|page)").match(match.string, match.end()):
        return None
    if short == "shs" and not match.string[: match.start()].rstrip()[-1:].isdigit():
        return None
    said = ANYWHERE.get(short)
    return said and without_stop(said, match)


def _versus(match: re.Match[str]) -> str | None:
    return "versus" if match[0] == "v." or compiled(_NAME_BEFORE).search(match.string[: match.start()]) else None


def _ordered(match: re.Match[str]) -> str:
    if match[0] == "Apt":
        return "Apartment"
    return without_stop({"ed.": "edition", "min.": "minute"}.get(match[0], "floor"), match)


def _of_book(match: re.Match[str]) -> str | None:
    order = match["order"]
    if not (order or match["verse"]) and match["book"] in ("Gen", "Num", "Sam", "Dan", "Col", "Tim", "Rev", "Mt", "Ex"):
        return None  # also a title, a first name or another short form
    return (f"{_ORDER[order]} " if order else "") + BOOKS[match["book"]]


_BESIDE = {
    "Hon. Sec.": "Honorary Secretary", "mins.": "minutes", "Ed.": "Editor's", "ed.": "editor", "eds.": "editors",
    "trans.": "translator", "rev.": "revised", "Reg.": "Regulation", "Regs.": "Regulations",
    "Gen. Ord.": "General Order",
    "Gen. Ords.": "General Orders", "Spec. Ord.": "Special Order", "Spec. Ords.": "Special Orders", "Inv.": "Invoice",
    "pp.": "pages",
}  # fmt: skip
"""Of meetings and books, beside words that say so."""


def _beside(match: re.Match[str]) -> str:
    if match[0] == "Est.":
        return "Established" if match.string.startswith(" in ", match.end()) else "Estimated"
    return without_stop(_BESIDE[match[0]], match)


RULES = (
    Rule(
        "short forms",
        (
            ("The Hon. Sec. read the mins. of it", "The Honorary Secretary read the minutes of it"),
            ("Ed. note: J. Doe (ed.), rev. 3rd ed.", "Editor's note: J Doe (editor), revised 3rd edition."),
            (
                "by Gen. Ord. No. 11, Reg. S-K, Inv. No. 3",
                "by General Order number 11, Regulation S-K, Invoice number 3",
            ),
            ("Est. cost, Est. in 1889", "Estimated cost, Established in eighteen eighty-nine"),
        ),
        r"\bHon\.\sSec\.(?!\s[A-Z])|\bmins\.(?=\sof\s)|\bEd\.(?=\snotes?\b)|(?<=\()(?:eds?|trans)\.(?=\))"
        r"|\bRegs?\.(?=\s[A-Z](?:-[A-Z])?\b)|\bGen\.\sOrds?\.|\bSpec\.\sOrds?\.|\bInv\.(?=\sNos?\.)|(?<=\d\s)pp\.(?=[,;)]|\s*$)"
        r"|\brev\.(?=\s\d{1,2}(?:st|nd|rd|th|d)\s)|\bEst\.(?=\s(?:in\s\d|[a-z]))",
        _beside,
        INNER_STOP,
    ),
    Rule(
        "titles",
        (
            ("Mr. Ball", "Mister Ball"),
            ("Mr. & Mrs. Ball", "Mister & Missus Ball"),
            ("Lt. Col. Oliver", "Lieutenant Colonel Oliver"),
            ("Sec. Rusk", "Secretary Rusk"),
            ("St. Petersburg", "Saint Petersburg"),
            ("St.-Laurent", "Saint-Laurent"),
        ),
        r"[A-Z](?<!\w[A-Z])[A-Za-z]{1,6}\.(?=(?:\s+|-)(?:(?:&\s)?[A-ZÀ-Þ]|\d(?:st|nd|rd|th)\s|(?:de|von|van|der|la|du)\s))",
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
        "titles",
        (
            ("a Lt. Cmdr. in the Navy", "a Lieutenant Commander in the Navy"),
            ("Col. (later Gen.) Cody", "Colonel (later General) Cody"),
            ("Rear Adm. (ret.) Ash", "Rear Admiral (retired) Ash"),
            ("Col. 3 and Gen. 2", "Column 3 and Gen. 2"),
        ),
        rf"\b{one_of(RANKS)}\.(?=\s[a-z(]|\)\s)",
        lambda match: TITLES[match[0][:-1]],
        INNER_STOP,
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
            ("by eq. (4) and cl. (b)", "by equation (4) and clause (b)"),
            (
                "a firm, est. 1889, of est. 2000 men",
                "a firm, established eighteen eighty-nine, of estimated two thousand men",
            ),
            ("The dead were est. 1500, a pat. 3", "The dead were estimated fifteen hundred, a pat. 3"),
            ("Bur. in Sec. D, Lot 5", "Buried in Section D, Lot 5"),
        ),
        r"\b[A-Za-z]{1,8}\.(?=\s?\d|\s[IVXLC]+\b(?!['’])|\s[ivxlc]+\b|\s(?P<letter>[A-Z])\b(?!\.\s[A-Z])|\s\((?:\d{1,3}|[a-z])\))",
        _numbered,
        INNER_STOP,
    ),
    Rule(
        "short forms",
        (
            ("on the 3rd fl. of Apt 4", "on the 3rd floor of Apartment 4"),
            ("the 2d ed.", "the second edition."),
            ("in the 88th min.", "in the 88th minute."),
        ),
        r"(?:(?<=\dd\s)|(?<=\d(?:st|nd|rd|th)\s))(?:[Ff]l|ed|min)\.|\bApt(?=\s\d)",
        _ordered,
        frozenset(("fl", "ed", "min", "apt")),
    ),
    Rule(
        "short forms",
        (
            ("e.g. Cuba", "for example Cuba"),
            ("recd. by the Ming dyn. in it", "received by the Ming dynasty in it"),
            ("pages 12 ff.", "pages 12 and following."),
            ("Havana vs. Moscow", "Havana versus Moscow"),
            ("the Dept. of State", "the Department of State"),
            ("Ford Motor Co.", "Ford Motor Company."),
            ("John Doe, Jr., spoke", "John Doe, Junior, spoke"),
            ("Bell def. Ash, def. 3", "Bell defeated Ash, definition 3"),
            ("Oh, I def. want Civ.", "Oh, I def. want Civ."),
            ("Markets fear the Fed.", "Markets fear the Fed."),
            ("500 shs., the opp. shop is opp. the pub", "500 shares, the opp. shop is opposite the pub"),
            ("a Fed. Judge and Civ. No. 5", "a Federal Judge and Civil number 5"),
        ),
        r"(?<![\w.])(?:e\.g|i\.e|q\.v|(?<=[\d%]\s)p\.a|[Nn]\.[Bb]|op\. cit|loc\. cit|et al|et seq"
        r"|[A-Za-z]{2,8}|&c)\.(?!\w)",
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
