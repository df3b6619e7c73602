"""Short forms of prescriptions: how often, how many times, by which way."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal
from tui_reader.narration.normalization.rule import CAPITALS, DASHED, INNER_STOP, Rule, one_of, words

_OFTEN = {
    "q.d.": "every day", "qd": "every day", "QD": "every day", "b.i.d.": "twice a day", "bid": "twice a day",
    "BID": "twice a day", "t.i.d.": "three times a day", "tid": "three times a day", "TID": "three times a day",
    "q.i.d.": "four times a day", "qid": "four times a day", "QID": "four times a day", "qhs": "at bedtime",
    "q.h.s.": "at bedtime", "prn": "as needed", "PRN": "as needed", "p.r.n.": "as needed",
}  # fmt: skip
_DOSE = r"(?:mg|mcg|g|ml|mL|IU|units?|tablets?|tabs?|caps?|capsules?|drops?|puffs?|PO|IV|IM|SC|SQ|p\.o\.|orally)"
_FREQUENT = tuple(short for short in _OFTEN if "." in short)
_SUTURES = r"(?:nylon|silk|vicryl|prolene|monocryl|catgut|chromic|PDS|gut|sutures?|Vicryl|Prolene|Monocryl|Ethilon)"
_UNITS = {"h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "d": "days", "wk": "weeks", "mo": "months"}


def _dotted(match: re.Match[str]) -> str:
    short = match[0]
    if short in _OFTEN:
        return _OFTEN[short] + "." * (not match.string[match.end() :].strip())
    return {"t": "tablet", "c": "capsule"}[short[0]] + "s" * short.endswith("s.")


def _of_patient(match: re.Match[str]) -> str:
    short = match[0]
    if short[-1] in "-–+":
        letters = short[:-1].upper()
        return f"{'.'.join(letters)} {'positive' if short[-1] == '+' else 'negative'}"
    said = {"c/o": "complains of", "hx": "history", "Hx": "History"}
    return said.get(short) or ("Patients" if "s" in short else "Patient")


RULES = (
    Rule(
        "prescriptions",
        (
            ("5 mg PO b.i.d. with meals", "5 milligrams P.O twice a day with meals"),
            ("2 tabs qd", "2 tabs every day"),
            ("5 mg q.i.d. p.r.n.", "5 milligrams four times a day as needed"),
            ("he bid 5", "he bid 5"),
        ),
        rf"(?:\b{_DOSE}|(?<=[bqt]\.i\.d\.))\s(?P<said>{one_of(_OFTEN)})(?!\w)",
        lambda match: _OFTEN[match["said"]],
        INNER_STOP | frozenset(words("qd bid tid qid qhs prn")),
    ),
    Rule(
        "prescriptions",
        (
            ("20 g of KCl b.i.d.", "20 grams of KCl twice a day."),
            ("1-2 tabs. p.r.n. pain", "1 to 2 tablets as needed pain"),
        ),
        rf"(?<![\w.])(?:{one_of(_FREQUENT)}(?!\w)|(?<=\d\s)(?:tab|cap)s?\.(?=\s[a-z]))",
        _dotted,
        INNER_STOP,
    ),
    Rule(
        "patients",
        (
            ("Pt. c/o pain, hx of falls", "Patient complains of pain, history of falls"),
            ("she is Rh- and O+ blood", "she is R.H negative and O positive blood"),
        ),
        r"\bPts?\.?(?=\s(?:c/o|denies|reports|presents)\b)|(?:(?<=\b[Pp]t\s)|(?<=\b[Pp]t\.\s)|(?<=\bpatient\s))c/o\b|\b[Hh]x\b(?=\sof\b)"
        r"|\bRh[-–+](?!\w)"
        r"|\b(?:AB|[ABO])[-–+](?=\sblood\b)",
        _of_patient,
        CAPITALS | frozenset(("hx", "rh", "pt", "pts", "blood", "/")),
    ),
    Rule(
        "sutures",
        (("with 4-0 nylon", "with four oh nylon"),),
        rf"(?<![\w.-])(?P<size>[1-9])-0(?=\s{_SUTURES}\b)",
        lambda match: f"{cardinal(int(match['size']))} oh",
        DASHED,
    ),
    Rule(
        "blood counts",
        (("Hb 9.8 g/dL", "hemoglobin 9.8 grams per deciliter"),),
        r"\bHg?b(?=\s(?:of\s|was\s|is\s)?\d)",
        "hemoglobin",
        frozenset(("hb", "hgb")),
    ),
    Rule(
        "prescriptions",
        (("repeat q5min, or q4h", "repeat every 5 minutes, or every 4 hours"), ("q4-6h", "every 4 to 6 hours")),
        rf"\b[qQ](?P<low>\d{{1,2}})(?:-(?P<high>\d{{1,2}}))?\s?(?P<unit>{one_of(_UNITS)})\b",
        lambda match: f"every {match['low']}{' to ' + match['high'] if match['high'] else ''} {_UNITS[match['unit']]}",
        frozenset("qQ"),
    ),
)
