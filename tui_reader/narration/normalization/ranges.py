"""Two numbers with a dash between them: ranges, votes and scores, and what is no range, such as a count or a type."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import type_number
from tui_reader.narration.normalization.rule import CLOCK, DASHED, GROUPS, INNER_STOP, Rule, compiled, one_of, words

_CALL_SIGNS = words("""
    Alpha Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Juliett Kilo Lima Mike November Oscar Papa
    Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray X-ray Yankee Zulu Adam Lincoln Unit Engine Medic Viper
    Hammer Raven Eagle Falcon Dustoff Apache Archer Renegade Havoc Vandal Outlaw Reaper Hitman
""")
_GLUED = r"(?:k|K|M|m|x|h|s|g|kg|mg|km|cm|mm|ml|mL|GB|MB|fps|mph|am|pm|bn|th|nd|rd|st|%)"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?"
_NO_RANGE = (
    rf"(?:\b{one_of(_CALL_SIGNS)}\s|\byour\s(?=10-)|\ba\s(?=10-\d\d(?:[.,!?]|$)))\d{{1,2}}-(?=\d{{1,2}}\b)"
    r"|(?<![\w.-])(?:[0-3]-(?=[0-2]\s(?:count|pitch))|10-(?=4\b(?!\s(?:vote|decision|win|lead|loss|victory))))"
    r"|(?<![\w.-])\d{1,2}[-–](?=\d{1,2}\s(?:split|deal|chance|partnership|vision|blend|punch|ownership|joint)\b)"
    r"|(?<![\w.-])[0-7]-(?=[0-7](?:\(\d+\))?,\s[0-7]-[0-7]\b)|(?<=[\d)],\s)[0-7]-(?=[0-7]\b(?![\w-]))|(?<=7-6\s\()\d\d?-(?=\d\d?\))|(?<=6-7\s\()\d\d?-(?=\d\d?\))"
)
"""A call sign, a count of balls and strikes, a radio code, shares, sets of tennis."""


def _range(match: re.Match[str]) -> str | None:
    left, right = (float(match[side].replace(",", "")) for side in ("left", "right"))
    if match["left"] == match["right"]:
        return " "
    return " to " if len(match["right"]) <= len(match["left"]) or left < right else None


_TENNIS = r"(?i)\b(?:serving\sat|deuce|break\spoint|match\spoint|wimbledon|tiebreak|forehand|backhand)\b"
_COUNTED = (
    r"\s(?:people|men|women|children|per\s?cent|hundred|thousand|million|billion|[a-z]{3,}s(?<!was)(?<!has)(?<!his))\b"
)
"""Behind a number of things, which is no score."""
_CRICKET = r"\bat\sstumps\b|\b(?:wickets?|overs|lbw)\b|\d[-–]\d\sdeclared\b"

RULES = (
    Rule(
        "numbers of many parts",
        (
            ("Public Law 104-132", "Public Law 104 132"),
            ("P.L. 89-10", "P.L 89 10"),
            ("NSC 68-2", "NSC 68 2"),
            ("No. 21-1234", "number 21 1234"),
            ("see Table 2-1", "see Table 2 1"),
        ),
        r"(?:\bLaw|\bPub\.\sL\.|\bP\.\s?L\.|\bNIE|\bNSC|\bNSAM|\bOrder|\bDocument|\bZone|\b[Nn]o\.|\b[Cc]ase|\b[Dd]ocket|\bFile|\bTable|\b[Ff]ig(?:ure|\.)|\bExhibit|\bRoom|\bRm\.|\bSuite|\bChart|\bEquation)\s\d{1,5}(?P<said>[-–])(?=\d{1,5}(?![-–\d]))",
        " ",
        DASHED,
    ),
    Rule(
        "numbers of many parts",
        (("Pub. L. 94-142", "Public Law 94 142"), ("Pub. L. No. 111-148", "Public Law number 111 148")),
        r"\bPub\.\sL\.(?=\s(?:\d|No\.))",
        "Public Law",
        INNER_STOP,
    ),
    Rule(
        "numbers of many parts",
        (("1-2-3", "1 2 3"), ("NIE 11-8-62", "N.I.E 11 8 62")),
        r"(?<![\w./:–-])\d{1,4}(?:[-–]\d{1,4}){2,}(?![\w/–-]|[.,]\d)",
        lambda match: re.sub("[-–]", " ", match[0]),
        DASHED,
    ),
    Rule(
        "numbers of many parts",
        (("a Boeing 737-800", "a Boeing seven thirty-seven 800"), ("777-300ER jets", "seven seventy-seven 300ER jets")),
        r"(?<![\w.,$-])(?P<said>(?P<type>7[0-8]7)-)(?=\d{1,3}(?:ER|LR|F)?(?![\w.-]\w|\w))",
        lambda match: type_number(match["type"]) + " ",
        DASHED,
    ),
    Rule(
        "numbers in groups",
        (
            ("1 000 000 tons", "1000000 tons"),
            ("5 000 men", "5000 men"),
            ("in 1962 300 men", "in nineteen sixty-two 300 men"),
        ),
        r"(?<![\w.,-])[1-9]\d{0,2}(?:(?:[\u00a0\u2009\u202f]\d{3})+|(?: \d{3}){2,}| 000)(?![\w]|[.,]\d)",
        lambda match: re.sub(r"\s", "", match[0]),
        GROUPS,
    ),
    Rule(
        "no range",
        (
            ("10-4, Tango 2-1", "10 4, Tango 2 1"),
            ("on a 3-2 count", "on a 3 2 count"),
            ("a 60-40 split", "a 60 40 split"),
            ("won 6-4, 7-5, 6-3", "won 6 4, 7 5, 6 3"),
            ("6-4, 7-6 (7-5), 6-2", "6 4, 7 6 (7 5), 6 2"),
            ("a 10-4 vote", "a 10 to 4 vote"),
        ),
        _NO_RANGE,
        lambda match: match[0][:-1] + " ",
        DASHED,
    ),
    Rule(
        "ranges",
        (("qualified 1-2", "qualified 1 2"),),
        r"\b(?:qualified|finished|placed)\s1(?P<said>[-–])(?=[23]\b)",
        " ",
        DASHED,
    ),
    Rule(
        "ranges",
        (("between 5-6 pm", "between 5 and 6 pm"), ("between 1961–62", "between nineteen sixty-one and 62")),
        r"\b[Bb]etween\s\d{1,4}(?P<said>[-–])(?=\d{1,4}\b(?![-–/:]|[.,]\d))",
        " and ",
        DASHED,
    ),
    Rule(
        "scores",
        (("Serving at 40-15, she won", "Serving at 40 15, she won"), ("we lost 40-15", "we lost 40 to 15")),
        rf"(?<![\w.-])(?:0|15|30|40)(?P<said>[-–])(?=(?:0|15|30|40)(?![\w.-]\w|\w|%|{_COUNTED}))",
        lambda match: " " if compiled(_TENNIS).search(match.string) else None,
        DASHED,
    ),
    Rule(
        "scores",
        (("India were 287-6 at stumps", "India were 287 for 6 at stumps"), ("won 287-6", "won 287 to 6")),
        rf"(?<![\w.-])(?<!\bwon\s)(?<!\blost\s)(?<!\bbeat\s)\d{{2,3}}(?P<said>[-–])(?=\d(?![\w.-]\w|\w|%|{_COUNTED}))",
        lambda match: " for " if compiled(_CRICKET).search(match.string) else None,
        DASHED,
    ),
    Rule(
        "records",
        (("a 10-6 record", "a 10 and 6 record"), ("they went 11-5,", "they went 11 and 5,")),
        r"(?<![\w.-])(?:\d{1,3}[-–](?=\d{1,3}\s(?:record|season|start)\b)|(?<=\bwent\s)\d{1,3}[-–](?=\d{1,3}\b))",
        lambda match: match[0][:-1] + " and ",
        DASHED,
    ),
    Rule(
        "ranges",
        (
            ("pages 3-5", "pages 3 to 5"),
            ("items 12–14", "items 12 to 14"),
            ("123-5", "123 to 5"),
            ("a vote of 52-48", "a vote of 52 to 48"),
            ("a 50-50 chance", "a 50 50 chance"),
            ("1.5-2 cups", "1.5 to 2 cups"),
            ("1,200-1,500 men", "1,200 to 1,500 men"),
            ("10-15k", "10 to 15k"),
            ("5-10mg", "5 to 10 milligrams"),
        ),
        rf"(?<![\w./:-])(?<!\d,)(?P<left>{_NUMBER})(?P<said>[-–])(?=(?P<right>{_NUMBER})(?:{_GLUED}\b)?(?![\w/:]|[-–.]\d|,\d\d\d))",
        _range,
        DASHED,
    ),
    Rule(
        "ranges",
        (("5% - 10%", "5% to 10%"), ("5%–10%", "5% to 10%")),
        r"(?<=\d)%\s?[-–]\s?(?=\d[\d.]*%)",
        "% to ",
        DASHED,
    ),
    Rule(
        "ranges",
        (("pages 10 - 12", "pages 10 to 12"),),
        r"(?<![\w./:,-])(?P<left>\d{1,4})(?P<said>\s[-–]\s)(?=(?P<right>\d{1,4})(?![\w/:]|[-–.]\d|\s[-–=+]))",
        _range,
        DASHED,
    ),
    Rule(
        "ranges",
        (("1-1½ cups", "1 to 1 and one half cups"), ("1½-2 cups", "1 and one half to 2 cups")),
        r"(?:(?<=[½¼¾⅓⅔])[-–](?=\d)|(?<=\d)[-–](?=\d?[½¼¾⅓⅔]))",
        " to ",
        frozenset("½¼¾⅓⅔"),
    ),
    Rule(
        "ranges",
        (("(a)-(c) of", "(eh) to (c) of"), ("(3)-(5)", "(3) to (5)"), ("A-Z", "A to Z")),
        r"(?:(?<=\([a-z\d]\))|(?<=\(\d\d\)))[-–](?=\((?:[a-z]|\d{1,2})\))|(?<=\bA)-(?=Z\b)|(?<=\ba)-(?=z\b)",
        " to ",
        frozenset("-–"),
    ),
    Rule(
        "ranges",
        (("3:4", "3 to 4"), ("4:15", "4:15"), ("a ratio of 3:4", "a ratio of 3 to 4")),
        r"(?<![\w.,:/])\d{1,3}(?P<said>:)(?=\d(?![\w:]|[.,]\d))",
        " to ",
        CLOCK,
    ),
    Rule(
        "ranges",
        (("odds of 1:100", "odds of 1 to 100"), ("at 1:50,000", "at 1 to 50,000")),
        r"(?<![\w.,:/])(?:\d{1,2}(?=:\d{3}|:\d{1,3},\d{3})|(?:(?<=ratio\sof\s)|(?<=odds\sof\s)|(?<=scale\sof\s))\d{1,3})(?P<said>:)(?=\d)",
        " to ",
        CLOCK,
    ),
)
