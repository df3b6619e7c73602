"""Words with letters left out, as verse and old plays print them: th', giv'n, o'er, look'd."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import Rule, Sounded, one_of, words

_WHOLE: dict[str, str | Sounded] = {
    "th'": "the", "o'": Sounded("uh", "@"), "i'": Sounded("in", "I"), "wi'": "with", "ha'": "have", "t'": "to",
    "pr'ythee": "prithee", "pr'thee": "prithee", "prithee": "prithee", "e'en": "een", "e'er": "air", "ne'er": "nair",
    "ta'en": "tane", "ha'penny": "haypenny", "ha'pence": "haypence", "ha'porth": "haypurth", "bo's'n": "bosun",
    "fo'c's'le": "foke-sul", "gi'e": "gee", "ev'n": "even", "heav'n": "heaven", "giv'n": "given", "thro'": "through",
    "tho'": "though", "altho'": "although", "stol'n": "stolen", "swol'n": "swollen", "ris'n": "risen", "op'n": "open",
    "heav'nly": "heavenly", "heav'ns": "heavens", "is't": Sounded("ist", "I2zt"), "was't": Sounded("wast", "w0zt"),
    "do't": Sounded("doot", "d'u:t"), "on't": Sounded("ont", "0nt"), "to't": Sounded("toot", "t'u:t"),
    "'twas": "twuz", "thou'rt": Sounded("thou art", "D'aUt"), "thou'lt": Sounded("thou wilt", "D'aUlt"),
    "thou'dst": Sounded("thou wouldst", "D'aUdst"), "'t": "it", "flow'r": "flower", "flow'rs": "flowers",
    "'sblood": Sounded("zblud", "zbl'Vd"),
    "'zounds": "zoonds", "zounds": "zoonds", "'swounds": "zoonds", "gi'": Sounded("ghih", "gI"), "d'ye": "do ye",
    "t'other": "tuther", "th'other": "the other", "ma'am": "mam", "whate'er": "whatair", "howe'er": "howair",
    "where'er": "wherair", "whene'er": "whenair", "o'ertake": "overtake", "more'n": "more than",
}  # fmt: skip
"""What is said for a word, in small letters."""
_NOT_PAST = frozenset(
    words("""
    he she it we you they who i that this there here what how why when where one everybody everyone somebody someone
    nobody anybody anyone something nothing everything mother father dad mom
""")
)
"""Words behind which 'd is "had" or "would"."""

_NO_VERBS = frozenset(
    words("""
    cousin begin thin skin chin win sin spin twin pin bin fin kin tin grin ruin robin basin raisin satin latin virgin
    margin origin resin toxin vitamin dolphin penguin cabin coffin muffin within berlin stalin lenin martin austin
    justin benjamin putin coin join loin groin rejoin
""")
)


def _elided(match: re.Match[str]) -> str | Sounded | None:
    return _WHOLE.get(match[0].lower().replace("’", "'"))


def _past(match: re.Match[str]) -> str | None:
    verb = match["verb"]
    if verb.lower() in _NOT_PAST:
        return None
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


RULES = (
    Rule(
        "elisions",
        (
            ("Th' expense o' th' feast", "the expense uh the feast"),
            ("I pr'ythee, is giv'n", "I prithee, is given"),
            ("'Twas e'en so", "twuz een so"),
            ("heav’n is’t", "heaven ist"),
            ("don't, o'clock", "don't, o'clock"),
        ),
        rf"(?i:(?<![\w'’])(?:{one_of(_WHOLE).replace(chr(39), '[' + chr(39) + '’]')}))(?![\w'’])",
        _elided,
        frozenset(("'", "’", "zounds")),
    ),
    Rule(
        "elisions",
        (
            ("look'd and turn’d", "looked and turned"),
            ("apply'd, play'd and fee'd", "applied, played and feed"),
            ("he'd and John'd and OK'd", "he'd and John'd and OK'd"),
        ),
        r"(?<![\w'’-])(?P<verb>[a-z]{3,})['’]d(?![\w'’])",
        _past,
        frozenset("'’"),
    ),
    Rule(
        "elisions",
        (("goin' to, comin’ and", "going to, coming and"), ("the 'cousin' is", "the 'cousin' is")),
        r"(?<![\w'’-])(?P<verb>[A-Za-z]{2,}(?<!a)in)['’](?=\s+[a-z]|[,.!?])",
        lambda match: None if match["verb"].lower() in _NO_VERBS else f"{match['verb']}g",
        frozenset("'’"),
    ),
)
