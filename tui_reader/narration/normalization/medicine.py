"""Short forms of prescriptions: how often, how many times, by which way."""

from __future__ import annotations

from tui_reader.narration.normalization.rule import INNER_STOP, Rule, one_of, words

_OFTEN = {
    "q.d.": "every day", "qd": "every day", "QD": "every day", "b.i.d.": "twice a day", "bid": "twice a day",
    "BID": "twice a day", "t.i.d.": "three times a day", "tid": "three times a day", "TID": "three times a day",
    "q.i.d.": "four times a day", "qid": "four times a day", "QID": "four times a day", "qhs": "at bedtime",
    "q.h.s.": "at bedtime", "prn": "as needed", "PRN": "as needed", "p.r.n.": "as needed",
}  # fmt: skip
_DOSE = r"(?:mg|mcg|g|ml|mL|IU|units?|tablets?|tabs?|caps?|capsules?|drops?|puffs?|PO|IV|IM|SC|SQ|p\.o\.|orally)"
_UNITS = {"h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "d": "days", "wk": "weeks", "mo": "months"}

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
        (("repeat q5min, or q4h", "repeat every 5 minutes, or every 4 hours"), ("q4-6h", "every 4 to 6 hours")),
        rf"\b[qQ](?P<low>\d{{1,2}})(?:-(?P<high>\d{{1,2}}))?\s?(?P<unit>{one_of(_UNITS)})\b",
        lambda match: f"every {match['low']}{' to ' + match['high'] if match['high'] else ''} {_UNITS[match['unit']]}",
        frozenset("qQ"),
    ),
)
