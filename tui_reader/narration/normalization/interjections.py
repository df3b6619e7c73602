"""Sounds that are no words (Mm-hmm, Shh, Brr) and words with drawn-out letters (sooo): an engine would spell them."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import DRAWN_OUT, VOWELLESS, Rule, Sounded, words

_SOUNDS = {
    "m": Sounded("hmm", "mm"), "hm": Sounded("hmm", "h@m"), "hrm": Sounded("hmm", "h@m"), "um": Sounded("um", "Vm"),
    "uhm": Sounded("um", "Vm"), "mhm": Sounded("um-hum", "m-h@m"), "mhmhm": Sounded("um-hum", "m-h@m"),
    "m-m": Sounded("uh-uh", "m-m"), "hmph": Sounded("humph", "hVmf"), "hrmph": Sounded("humph", "hVmf"),
    "sh": Sounded("shush", "SSS"), "br": Sounded("burr", "br3:"), "gr": Sounded("gurr", "gr3:"),
    "pf": Sounded("puff", "pff"), "pft": Sounded("puff", "pft"), "z": Sounded("zizz", "zzz"),
    "pst": Sounded("psst", "pst"), "hst": Sounded("hist", "hst"), "tch": Sounded("tut", "tS"),
    "psh": Sounded("pish", "pSS"),
    "ew": Sounded("ee-you", "'i:u:"), "ngh": Sounded("ung", "VN"), "mph": Sounded("umph", "Vmf"),
    "hng": Sounded("hung", "hVN"), "s": Sounded("hiss", "sss"), "r": Sounded("err", "3:"), "f": Sounded("fuh", "fff"),
}  # fmt: skip
"""By their letters, each run of one written once."""
_LONG_VOWELS = frozenset(
    words("""
    good too food cool school look book mood moon soon room boo moo zoo woo woohoo ooh
    free see need keep sleep sweet week been three tree feel agree street meet feet seen eek whee wee
    really well hello all hell call kill tell will off boss loss miss kiss stuff yell fall small ball
""")
)
"""Words with a letter twice, which are drawn out by writing it more often."""
_RUN = re.compile(r"(\w)\1+")


def _sound(match: re.Match[str]) -> Sounded | None:
    word = match[0].lower()
    short = _RUN.sub(r"\1", word.replace("-", "").replace(" ", ""))
    if len(short) == 1 and "-" in word:
        short = "m-m"
    elif match[0].isupper() and len(word) < 4 and not _is_cried(match):
        return None  # HM Government, SSH keys, noon PST
    return _SOUNDS.get(short)


def _is_cried(match: re.Match[str]) -> bool:
    """Whether a short word in capitals stands before a mark of a cry, or alone at the start of the sentence."""
    marks = "!…—" if any(map(str.isalnum, match.string[: match.start()])) else "!…—,.?"
    return match.string[match.end() : match.end() + 1] in tuple(marks)


def _drawn(match: re.Match[str]) -> str | None:
    if set(match[0]) <= set("ivxlc"):
        return None  # "xxiii"
    once, twice = _RUN.sub(r"\1", match[0]), _RUN.sub(r"\1\1", match[0])
    return twice if twice.lower() in _LONG_VOWELS else once


RULES = (
    Rule(
        "sounds",
        (
            ("Mm-hmm. Mhm.", "um-hum. um-hum."),
            ("Hm. Shhh!", "hmm. shush!"),
            ("Brr, grrr, pfft", "burr, gurr, puff"),
            ("9 mm and HM Government", "9 millimeters and HM Government"),
            ("Hmph!", "humph!"),
            ("Noon PST, not 2 a.m. PST.", "Noon PST, not 2 a.m PST."),
        ),
        r"(?i:(?<![\w.'’&/-])(?<!\d\s)(?:m+(?:[- ]?h+m+|-m+)+|m*h+r*m+(?:p+h+)?|m{2,}|mp+h+|s+h{2,}|s{2,}h+"
        r"|sh(?=[!,.…—])|br{2,}|gr{2,}|pf{2,}t*|pft+|z{3,}|ps+t+|hs{2,}t|pss*h+|t+c+h+|eww?|uhm+|n+gh+|h+ng+|s{3,}|r{3,}"
        r"|f{3,}))(?![\w'’&/-]|\.\w)",
        _sound,
        VOWELLESS | {"uhm", "ew", "eww"},
    ),
    Rule(
        "drawn-out letters",
        (("sooo goood", "so good"), ("Noooo! Yesss", "No! Yes"), ("Whaaat", "What"), ("IIII, xxiii", "IIII, xxiii")),
        r"(?<![\w.@/-])[A-Za-z]?[a-z]*([a-z])\1{2}[a-z]*(?![\w@/]|\.\w)",
        _drawn,
        DRAWN_OUT,
    ),
)
