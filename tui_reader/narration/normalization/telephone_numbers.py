"""Telephone numbers and the like, said digit by digit."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal
from tui_reader.narration.normalization.rule import DIGITS, Rule


def _figures(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(" ".join(cardinal(int(figure)) for figure in group) for group in groups)


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
            ("1961-1963", "nineteen sixty-one to nineteen sixty-three"),
        ),
        r"(?<![\w.,/:$-])(?:(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}"
        r"|\+\d{1,3}(?:[ .-]\(?\d{2,4}\)?){2,4}|\d{3}-\d\d-\d{4}|\d{5}-\d{4})(?![\w/%]|[-–.,:]\d)",
        _figures,
        DIGITS,
    ),
    Rule(
        "telegram numbers",
        (
            ("Telegram 121825 From", "Telegram one two one eight two five From"),
            ("New York, NY 10017", "New York, N.Y one zero zero one seven"),
            ("State 385.", "State 385."),
        ),
        r"(?:\b(?:[Tt]elegram|State|Deptel|Embtel|Tosec|Secto|Todip|Usun)|, [A-Z]{2})\s(?P<said>\d{5,6})"
        r"(?![\w-]|[.,]\d)",
        lambda match: " ".join(cardinal(int(figure)) for figure in match["said"]),
        DIGITS,
    ),
)
