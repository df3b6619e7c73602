"""Signs that are no letters: dashes, emphasis, and those that an engine passes over."""

from __future__ import annotations

import re

from tui_reader.script.spelling.rule import Rule

_PAUSE = " — "
"""espeak-ng pauses for a dash only with a blank on both sides."""


def _dash(match: re.Match[str]) -> str | None:
    text = match.string
    if match.start() == 0:
        return ""
    return None if match[0] == _PAUSE else _PAUSE if match.end() < len(text) else " —"


RULES = (
    Rule(
        "dashes",
        (
            ("to liquidate--this is", "to liquidate — this is"),
            ("to liquidate -- this", "to liquidate — this"),
            ("so—he said", "so — he said"),
            ("so--", "so —"),
            ("--so", "so"),
            ("so — he", "so — he"),
        ),
        r"\s*(?:-{2,}|[—―⸺⸻]+)\s*",
        _dash,
        frozenset("-—―⸺⸻"),
    ),
    Rule(
        "emphasis",
        (("a *word* here", "a word here"), ("**Name** said", "Name said"), ("_so_", "so"), ("x*y", "x*y")),
        r"(?<![\w*_])(?:\*{1,3}|_{1,3})(?=[\w“\"'(])|(?<=[\w.,;:!?”\"')])(?:\*{1,3}|_{1,3})(?![\w*_])",
        "",
        frozenset("*_"),
    ),
    Rule(
        "signs",
        (("a < b", "a less than b"), ("5 > 3", "5 greater than 3")),
        r"(?<=\s)[<>](?=\s)",
        lambda match: "less than" if match[0] == "<" else "greater than",
        frozenset("<>"),
    ),
    Rule(
        "signs",
        (("§ 5", "section 5"), ("¶ 3", "paragraph 3"), ("§§ 5 and 6", "sections 5 and 6")),
        r"[§¶]+\s?(?=\d)",
        lambda match: ("section" if "§" in match[0] else "paragraph") + ("s " if len(match[0].strip()) > 1 else " "),
        frozenset("§¶"),
    ),
    Rule(
        "signs",
        (("and/or", "and or"), ("w/o it", "without it")),
        r"\b(?:and/or|w/o)\b",
        lambda match: "and or" if match[0] == "and/or" else "without",
        frozenset("/"),
    ),
)
