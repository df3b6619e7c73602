"""Symbols: dashes, marks of emphasis, signs that are said as words, and signs that are skipped."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import type_number
from tui_reader.narration.normalization.rule import BARE_POINT, GLUED, INNER_STOP, Rule, one_of, words

_PAUSE = " — "
"""espeak-ng pauses for a dash only with a blank on both sides."""


def _dash(match: re.Match[str]) -> str | None:
    text = match.string
    if match.start() == 0:
        return ""
    return None if match[0] == _PAUSE else _PAUSE if match.end() < len(text) else " —"


_LETTERED = words("""
    Plan Tab Exhibit Annex Appendix Enclosure Option Schedule Group Company Team Class Grade Series Part Section Title
    Attachment Figure Vitamin Hepatitis Question Point Item Category Article Area Zone Block Table Chart Phase Fig.
    App. Ex.
    Apt. Vol. Sched. Dept.
""")
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
        (("§ 5", "section 5"), ("¶ 3", "paragraph 3"), ("§§ 5 and 6", "sections 5 and 6")),
        r"[§¶]+\s?(?=\d)",
        lambda match: ("section" if "§" in match[0] else "paragraph") + ("s " if len(match[0].strip()) > 1 else " "),
        frozenset("§¶"),
    ),
    Rule(
        "signs",
        (
            ("~5 of them", "about 5 of them"),
            ("№ 5", "number 5"),
            ("5‰", "5 per mille"),
        ),
        r"~\s?(?=\d)|№\s?|\s?‰",
        lambda match: {"~": "about ", "№": "number "}.get(match[0][0], " per mille"),
        frozenset("~№‰"),
    ),
    Rule(
        "signs",
        (("Act 5, l. 57", "Act 5, line 57"),),
        r"(?<![\w.])l\.\s(?=\d)",
        "line ",
        INNER_STOP,
    ),
    Rule(
        "signs",
        (("batting .325", "batting three twenty-five"),),
        r"\b(?:hits?|hitting|bat(?:s|ting|ted)|average\sof|an?)\s(?P<said>\.[1-4]\d\d)\b(?!,\d|\s(?:cal|inch))",
        lambda match: type_number(match["said"][1:]),
        BARE_POINT,
    ),
    Rule(
        "signs",
        ((".22 caliber", "point 22 caliber"), ("0.5", "0.5"), ("....5", "....5")),
        r"(?<![\w.])\.(?=\d)",
        "point ",
        BARE_POINT,
    ),
    Rule(
        "letters",
        (
            ("(a) until then", "(eh) until then"),
            ("subsection (b)(2)(A) of", "subsection (b) (2) (eh) of"),
            ("Plan A is", "Plan eh is"),
            ("Tab A,", "Tab eh,"),
            ("a) so", "eh) so"),
        ),
        rf"(?:\(|^|\b{one_of(_LETTERED)}\s)(?P<said>[aA])(?=\)|(?<=\sA)\b(?![.’'-]))",
        "eh",
        frozenset("A)"),
    ),
    Rule(
        "letters",
        (("section 2374a of", "section 2374 eh of"), ("2163(b) of", "2163 (b) of"), ("(1)(C)", "(1) (C)")),
        r"(?<=\d\d\d)a\b|(?<=[\d)])\((?=\w{1,2}\))",
        lambda match: " eh" if match[0] == "a" else " (",
        GLUED | frozenset("("),
    ),
    Rule(
        "apostrophes",
        (("don`t", "don't"), ("Harry´s", "Harry's")),
        r"(?<=[^\W\d])[`´](?=[^\W\d])",
        "'",
        frozenset("`´"),
    ),
    Rule(
        "silent signs",
        (("a * * * b", "a    b"), ("so\\ it", "so it"), ("• One", " One"), ("said.†", "said.")),
        r"(?:(?<=\s)|^)[*]+(?=\s|$)|[\\•·†‡©®™♪|]+",
        "",
        frozenset("*\\•·†‡©®™♪|"),
    ),
)
