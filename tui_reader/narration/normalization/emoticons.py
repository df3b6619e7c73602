"""Faces made of signs, which are silent, and masked words (s**t, d--n), which are said as "blank"."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import FACE, Rule, compiled, one_of

_FACE = (
    r"(?:[>}]?[:;=][-'’^o]{0,2}[)\](\[DPpOo0/\\|*3$@]+"
    r"|:[-']?[SsXx]|[()]-?[:=](?!\w))"
)
_OTHERS = (
    "<3", "</3", "<\\3", "^_^", "^.^", "^-^", "-_-", "._.", "o_O", "O_o", "O_O", "o_o", "T_T", ";_;", ">_<", ">.<",
    "u_u", "¯\\_(ツ)_/¯", "¯\\\\_(ツ)_/¯", "(╯°□°)╯︵ ┻━┻", "(^_^)", "(-_-)", "(>_<)",
)  # fmt: skip
_MASK = r"(?:-{2,6}|[—–]{1,3})"
_LESS_THAN = r"\s?(?:years?|months?|days?|hours?|weeks?|minutes?|kg|mm|cm|%|percent|of)\b"


def _face(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()]
    if match["glued"] and before.count("(") > before.count(")"):
        return None  # The end of brackets: "(as follows:)".
    compares = compiled(r"(?:(?<!\w)[^\WI]|\d)$").search(before) or compiled(_LESS_THAN).match(
        match.string, match.end()
    )
    return None if match[0].endswith("<3") and compares else ""


RULES = (
    Rule(
        "faces",
        (
            ("I miss you :-( but thx <3 :D", "I miss you but thanks"),
            ("Great! ;) So", "Great! So"),
            ("fine:) so", "fine so"),
            ("a ratio of 4 :3", "a ratio of 4 :3"),
            ("(see this:)", "(see this:)"),
            ("in kids <3 years", "in kids less than 3 years"),
            ("whatever ¯\\_(ツ)_/¯", "whatever"),
        ),
        rf"(?:(?:^|(?<=<3)\s+|(?<!\d)\s+)(?=[^\w\s]|[oOTu]_)(?:{_FACE}|{one_of(_OTHERS)})|(?<=[a-z!?.])(?P<glued>[:;]-?[)(D]))(?=[\s.,!?]|$)",
        _face,
        FACE,
        silences=True,
    ),
    Rule(
        "faces",
        (("so funny xD, and 8-)", "so funny, and"), ("in XD", "in"), ("B-) ok \\o/", " ok")),
        r"(?:^|(?<!\d)\s+)(?:[xX]D+|8-\)|B-\)|\\o/)(?=[\s.,!?]|$)",
        "",
        FACE,
        silences=True,
    ),
    Rule(
        "masked words",
        (
            ("this s**t, you b*****d", "this blank, you blank"),
            ("what the f***?", "what the blank?"),
            ("a sh*t day", "a blank day"),
            ("the d--d thing", "the blank thing"),
            ("plan B--it is, it's--it's", "plan B — it is, it's — it's"),
            ("x*y or **Name** said", "x*y or Name said"),
        ),
        r"(?<![\w*’'])(?!\w\*\w\b)(?:[^\W\d_]{1,10}\*{1,8}[^\W\d_]{1,10}|(?<!\*)\b[^\W\d_]{1,3}\*{2,6})(?![\w*])"
        rf"|(?<![\w'’-])(?:[dD]{_MASK}[dmn]|[hH]{_MASK}l|[fF]{_MASK}k|[sScC]{_MASK}t|[bB]{_MASK}[dhrsy])(?![\w'’-])",
        "blank",
        frozenset("*-—–"),
    ),
)
