"""Numbers that are said digit by digit: of telephones, codes, cards; and signs that say "number"."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal
from tui_reader.narration.normalization.rule import (
    CAPITALS,
    DASHED,
    GROUPS,
    INNER_STOP,
    LONG,
    POINT,
    Rule,
    one_of,
    words,
)


def digits(figures: str) -> str:
    """ "4471": "four four seven one"."""
    return " ".join(cardinal(int(figure)) for figure in figures if figure.isdigit())


def _groups(match: re.Match[str]) -> str:
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in re.findall(r"\d+", match[0]))


def _book(match: re.Match[str]) -> str:
    return digits(match["said"]) + (" X" if match["said"].endswith("X") else "")


_CODE_WORDS = """
    pin passcode code password combination zip serial badge account routing tracking confirmation booking reference
    policy text texting otp login member id imei licence license passport ending ends
"""
_CODES = rf"(?i:\b{one_of(words(_CODE_WORDS))})"
_LINK = r"(?i:(?:\s(?:number|no\.|code|id))?(?:['’]s|\sis|\swas|\sin|\swith|:|\s?=)?\s#?)"

RULES = (
    Rule(
        "telephone numbers",
        (
            ("Call 555-1234.", "Call five five five, one two three four."),
            ("(202) 555-0147", "two zero two, five five five, zero one four seven"),
            ("202-555-0147", "two zero two, five five five, zero one four seven"),
            ("1-800-555-0199", "one, eight zero zero, five five five, zero one nine nine"),
            ("+44 20 5550 0147", "plus four four, two zero, five five five zero, zero one four seven"),
            ("123-45-6789", "one two three, four five, six seven eight nine"),
            ("06511-1234", "zero six five one one, one two three four"),
            ("020 7946 0958", "zero two zero, seven nine four six, zero nine five eight"),
            ("4111 1111 1111 1234", "four one one one, one one one one, one one one one, one two three four"),
            ("1961-1963", "nineteen sixty-one to nineteen sixty-three"),
        ),
        r"(?<![\w.,/:$-])(?:(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}"
        r"|\+\d{1,3}(?:[ .-]\(?\d{2,4}\)?){2,4}|\d{3}-\d\d-\d{4}|\d{5}-\d{4}|0\d{2,4} \d{3,4} ?\d{3,4}|0\d{4} \d{6}"
        r"|\d{4}(?:[ -]\d{4}){3})(?![\w/%]|[-–.,:]\d)",
        _groups,
        DASHED | POINT | GROUPS | frozenset("+("),
    ),
    Rule(
        "telephone numbers",
        (("Call 1-800-FLOWERS", "Call 1 800 FLOWERS"), ("1-800-GET-IT-NOW", "1 800 GET IT NOW")),
        r"(?<![\w-])(?:1-)?[89]\d\d(?:-[A-Z]+)+(?![\w-])",
        lambda match: match[0].replace("-", " "),
        DASHED,
    ),
    Rule(
        "emergency calls",
        (
            ("Dial 911 in a fire", "Dial nine one one in a fire"),
            ("a 911 call", "a nine one one call"),
            ("he rang 999", "he rang nine nine nine"),
            ("911 people and 999 men", "911 people and 999 men"),
            ("my Porsche 911", "my Porsche nine eleven"),
        ),
        r"(?<![\w.,$£€#-])(?:(?<!Porsche\s)911(?!\s(?!calls\b|operators\b|dispatchers\b|systems\b|services\b)[a-z]+s\b"
        r"|\s(?:men|people|children|women)\b)"
        r"|(?:(?<=[Dd]ial\s)|(?<=[Cc]all\s)|(?<=[Cc]alled\s)|(?<=[Cc]alling\s)|(?<=[Rr]ing\s)|(?<=[Rr]ang\s)|(?<=[Pp]hone\s))"
        r"[1-9]\d\d)(?![\w%-]|[.,]\d)",
        lambda match: digits(match[0]),
        frozenset(("9", *words("dial call called calling ring rang phone"))),
    ),
    Rule(
        "codes",
        (
            ("My code is 4471.", "My code is four four seven one."),
            ("the card ending in 0042", "the card ending in zero zero four two"),
            ("area code 212", "area code two one two"),
            ("zip code: 90210", "zip code: nine zero two one zero"),
        ),
        rf"{_CODES}{_LINK}(?P<said>\d{{3,10}})(?![\w%-]|[.,:]\d)",
        lambda match: digits(match["said"]),
        frozenset(words(_CODE_WORDS)),
    ),
    Rule(
        "codes",
        (("ISBN 978-0-14-044913-6", "I.S.B.N nine seven eight zero one four zero four four nine one three six"),),
        r"\bISB?S?N(?:-1[03])?:?\s(?P<said>\d[\d -]{6,15}[\dX])\b",
        _book,
        CAPITALS,
    ),
    Rule(
        "codes",
        (("call 8005550199 now", "call eight zero zero five five five zero one nine nine now"),),
        r"(?<![\w.,$£€-])\d{10,20}(?![\w%]|[.,-]\d)",
        lambda match: digits(match[0]),
        LONG,
    ),
    Rule(
        "codes",
        (("Agent 007", "Agent double oh seven"),),
        r"(?<![\w.,$£€:-])007(?![\w%]|[.,-]\d)",
        "double oh seven",
        frozenset("0"),
    ),
    Rule(
        "telegram numbers",
        (
            ("Telegram 121825 From", "Telegram one two one eight two five From"),
            ("New York, NY 10017", "New York, N.Y one zero zero one seven"),
            ("Washington, D.C. 20500", "Washington, D.C two zero five zero zero"),
            ("State 385.", "State 385."),
        ),
        r"(?:\b(?:[Tt]elegram|State|Deptel|Embtel|Tosec|Secto|Todip|Usun)|, [A-Z]{2}|, [A-Z]\.\s?[A-Z]\.)\s"
        r"(?P<said>\d{5,6})(?![\w-]|[.,]\d)",
        lambda match: digits(match["said"]),
        CAPITALS | INNER_STOP | frozenset(words("telegram state deptel embtel tosec secto todip usun")),
    ),
    Rule(
        "numbers",
        (
            ("the no. of rooms", "the number of rooms"),
            ("my phone no. is", "my phone number is"),
            ("I said no. Of course", "I said no. Of course"),
        ),
        r"(?:\s(?=no\.\sof\s[a-z])|\b(?:phone|serial|account|model|flight|[Rr]ef(?:erence|\.)|part|lot|registration|[Rr]eg\."
        r"|house|[Tt]el\.|telephone|catalog(?:ue)?|invoice|order|page)\s)(?P<said>[Nn]o\.)(?=\s(?:of|is|was|in|on|and)\b|[,:;)])",
        "number",
        INNER_STOP,
    ),
    Rule(
        "numbers",
        (("#5", "number 5"), ("No. 5", "number 5"), ("Nos. 3 and 4", "numbers 3 and 4"), ("No.", "No.")),
        r"(?:(?<![\w&\"'=])#(?=\d{1,5}[A-Z]?\b)|\b[Nn](?:os?\.|[º°])\s?(?=\d))",
        lambda match: "numbers " if match[0][1:3] == "os" else "number ",
        frozenset(("#", "º", "°", "no", "nos")),
    ),
)
