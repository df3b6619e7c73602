"""Web and mail addresses."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import Rule


def _site(match: re.Match[str]) -> str:
    return match["site"].replace(".", " dot ") + match["stop"]


RULES = (
    Rule(
        "web addresses",
        (
            ("see https://www.example.org/a_b?c=d.", "see example dot org."),
            ("at www.example.co.uk, we", "at example dot co dot uk, we"),
        ),
        r"(?:\bhttps?://(?:www\.)?|\bwww\.)(?P<site>[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#][^\s<>\"”)]*?)?(?P<stop>[.,;:!?]?)(?=[\s<>\"”)]|$)",
        _site,
        frozenset("."),
    ),
    Rule(
        "mail addresses",
        (("to jane.doe@example.org", "to jane dot doe at example dot org"),),
        r"(?<![\w.])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+",
        lambda match: match[0].replace("@", " at ").replace(".", " dot "),
        frozenset("@"),
    ),
)
