"""Courts: their judges, circuits and rules of procedure."""

from __future__ import annotations

from tui_reader.narration.normalization.rule import INNER_STOP, Rule, without_stop

_RULES = {"Civ": "Civil", "Crim": "Criminal", "App": "Appellate", "Bankr": "Bankruptcy"}

_COURTS = {"Dist": "District", "Sup": "Supreme", "Super": "Superior", "Cir": "Circuit", "Fam": "Family", "S": "Supreme"}

RULES = (
    Rule(
        "courts",
        (
            ("The Dist. Ct. held", "The District Court held"),
            ("the Sup. Ct.", "the Supreme Court."),
            ("93 S.Ct. 705", "93 Supreme Court 705"),
        ),
        r"\b(?P<kind>Dist|Super|Sup|Cir|Fam|(?<=\d\s)S)\.\s?Ct\.",
        lambda match: without_stop(f"{_COURTS[match['kind']]} Court", match),
        INNER_STOP,
    ),
    Rule(
        "judges",
        (
            ("Jackson, J., concurring", "Jackson, Justice, concurring"),
            ("Ash and Bell, JJ., dissenting", "Ash and Bell, Justices, dissenting"),
            ("Smith, J., joined the firm", "Smith, J., joined the firm"),
        ),
        r"(?<=[a-z],\s)(?P<said>(?P<chief>C\.\s?)?J(?P<many>J?)\.)(?=,?\s(?:concurring|dissenting"
        r"|(?:delivered|announced|filed)\s(?:the|an?|his|her)\s(?:\w+\s){0,2}(?:opinion|judgment|dissent|concurrence|statement)"
        r"|join(?:ed|s)(?:\sby\b|[.,;]|$|\s(?:in\s)?(?:the|this|that|all|full|part|parts|Parts?)\s(?!firm|company|army|navy|club|team))))",
        lambda match: ("Chief " if match["chief"] else "") + ("Justices" if match["many"] else "Justice"),
        INNER_STOP,
    ),
    Rule(
        "circuits",
        (
            ("the 2d Cir. 1999", "the second Circuit nineteen ninety-nine"),
            ("The 9th Cir. affirmed", "The 9th Circuit affirmed"),
        ),
        r"\b(?:1[01]|[1-9])(?:st|nd|rd|th|d)\s(?P<said>Cir\.)(?=\s?[\d)]|\s[a-z]|,|$)",
        lambda match: without_stop("Circuit", match),
        INNER_STOP,
    ),
    Rule(
        "rules of procedure",
        (
            ("Fed. R. Civ. P. 12", "Federal Rules of Civil Procedure 12"),
            ("Fed. R. Evid.", "Federal Rules of Evidence."),
        ),
        r"\bFed\.\sR\.\s(?:(?P<kind>Civ|Crim|App|Bankr)\.\sP|Evid)\.",
        lambda match: without_stop(
            f"Federal Rules of {_RULES[match['kind']]} Procedure" if match["kind"] else "Federal Rules of Evidence",
            match,
        ),
        INNER_STOP,
    ),
    Rule(
        "registers",
        (("50 Fed. Reg. 234", "50 Federal Register 234"),),
        r"\bFed\.\sReg\.",
        lambda match: without_stop("Federal Register", match),
        INNER_STOP,
    ),
)
