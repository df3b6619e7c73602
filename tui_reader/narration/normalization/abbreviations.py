"""Titles, initials and short forms with a stop, which would end the sentence for an engine."""

from __future__ import annotations

from tui_reader.narration.normalization.designations import letters
from tui_reader.narration.normalization.rule import STOP, Rule, one_of, without_stop

_TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Messrs": "Messers", "Dr": "Doctor", "Prof": "Professor",
    "St": "Saint", "Hon": "Honorable", "Rev": "Reverend", "Pres": "President", "Sec": "Secretary",
    "Secy": "Secretary", "Amb": "Ambassador", "Gov": "Governor", "Sen": "Senator", "Rep": "Representative",
    "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel", "Maj": "Major", "Brig": "Brigadier",
    "Capt": "Captain", "Cdr": "Commander", "Cmdr": "Commander", "Adm": "Admiral", "Sgt": "Sergeant",
    "Cpl": "Corporal", "Pvt": "Private", "Asst": "Assistant", "Dep": "Deputy", "Dir": "Director", "Mt": "Mount",
    "Ft": "Fort", "Pfc": "Private First Class", "Gens": "Generals", "Drs": "Doctors", "Profs": "Professors",
    "Sens": "Senators", "Reps": "Representatives", "Atty": "Attorney", "Supt": "Superintendent", "Msgr": "Monsignor",
    "Mme": "Madam", "Mlle": "Mademoiselle", "Chmn": "Chairman",
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
    "&c": "et cetera", "cp": "compare", "et seq": "and following", "ff": "and following", "Esq": "Esquire",
    "Ret": "Retired",
    "Introd": "Introduction", "Intl": "International", "Natl": "National", "Comm": "Committee", "Cong": "Congress",
    "Sess": "Session", "Tues": "Tuesday", "Thurs": "Thursday", "Ltd": "Limited",
    "Jr": "Junior", "Sr": "Senior", "Univ": "University", "Assn": "Association",
    "Ave": "Avenue", "Blvd": "Boulevard", "et al": "and others", "ibid": "ibidem", "Ibid": "Ibidem",
    "Approx": "About", "approx": "about", "Enc": "Enclosure", "Encl": "Enclosure", "misc": "miscellaneous",
    "incl": "including", "memcon": "memorandum of conversation", "Memcon": "Memorandum of conversation",
    "telcon": "telephone conversation", "Telcon": "Telephone conversation",
}  # fmt: skip
_STATES = {
    "Conn": "Connecticut", "Mass": "Massachusetts", "Calif": "California", "Fla": "Florida", "Ill": "Illinois",
    "Ga": "Georgia", "Pa": "Pennsylvania", "Tex": "Texas", "Va": "Virginia", "Md": "Maryland", "Mich": "Michigan",
    "Minn": "Minnesota", "Mo": "Missouri", "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Colo": "Colorado",
    "Ind": "Indiana", "Kans": "Kansas", "Ky": "Kentucky",
    "Nebr": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Tenn": "Tennessee", "Vt": "Vermont",
    "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming",
}  # fmt: skip
"""Behind a place and a comma."""
_BY_CASE = {
    form(word): said if form is str else said.capitalize()
    for word, said in _NUMBERED.items()
    for form in (str.upper, str.capitalize, str)
    if len(word) > 1 or form is str
}


RULES = (
    Rule(
        "titles",
        (
            ("Mr. Ball", "Mister Ball"),
            ("Lt. Col. Oliver", "Lieutenant Colonel Oliver"),
            ("Sec. Rusk", "Secretary Rusk"),
            ("St. Petersburg", "Saint Petersburg"),
            ("St.-Laurent", "Saint-Laurent"),
        ),
        rf"\b{one_of(_TITLES)}\.(?=(?:\s+|-)(?:[A-Z]|(?:de|von|van|der|la|du)\s))",
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
        lambda match: without_stop("Street", match),
        STOP,
    ),
    Rule(
        "parts of books",
        (
            ("vol. XI, pp. 3-5", "volume eleven, pages 3 to 5"),
            ("p. 12", "page 12"),
            ("Sec. 5", "Section 5"),
            ("SEC. 596.", "Section 596."),
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
            ("pages 12 ff.", "pages 12 and following."),
            ("Havana vs. Moscow", "Havana versus Moscow"),
            ("the Dept. of State", "the Department of State"),
            ("Ford Motor Co.", "Ford Motor Company."),
            ("John Doe, Jr., spoke", "John Doe, Junior, spoke"),
        ),
        rf"(?<![\w.]){one_of(_ANYWHERE)}\.(?!\w)",
        lambda match: without_stop(_ANYWHERE[match[0][:-1]], match),
        STOP,
    ),
    Rule(
        "states",
        (("Hartford, Conn., where", "Hartford, Connecticut, where"), ("in Boston, Mass.", "in Boston, Massachusetts.")),
        rf"(?<=, ){one_of(_STATES)}\.(?=,|\s|\)|$)",
        lambda match: without_stop(_STATES[match[0][:-1]], match),
        STOP,
    ),
    Rule(
        "scenes",
        (("INT. STUDIO - DAY", "Interior STUDIO - day"), ("EXT. FOOD STORE", "Exterior FOOD STORE")),
        r"^(?:INT|EXT)\.(?=\s?[A-Z/])|(?<=^INT\./)EXT\.(?=\s?[A-Z])",
        lambda match: {"I": "Interior", "E": "Exterior"}[match[0][0]],
        STOP,
    ),
    Rule(
        "versus",
        (("Brown v. Board", "Brown versus Board"),),
        r"(?<=\w\s)v\.(?=\s[A-Z])",
        "versus",
        STOP,
    ),
    Rule(
        "degrees of study",
        (("a Ph.D. and", "a P.H.D and"), ("his Ph.D.", "his P.H.D.")),
        r"\bPh\.\s?D\.",
        lambda match: without_stop("P.H.D", match),
        STOP,
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
        r"(?:(?<=\S\s)|(?<=[(\[“\"]))[A-Z]\.(?=\s+[A-Z]|\s\d)|^[A-Z]\.(?=\s(?:[A-Z]\.\s|\d))",
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
