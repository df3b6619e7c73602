"""Signs of mathematics: minus, powers, products, comparisons, Greek letters that stand alone."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import CAPITALS, DASHED, GLUED, Rule, compiled, one_of, words

_SIZES = r"(?:\s|-)(?:px|pixels?|foot|feet|ft|inch|inches|in|mile|miles|yards|meters|m|cm|mm)\b"
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n", strict=True))
_GREEK = dict(
    zip(
        "αβγδεζηθικλνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ",
        words("""
            alpha beta gamma delta epsilon zeta eta theta iota kappa lambda nu xi pi rho sigma tau upsilon phi chi psi
            omega gamma delta theta lambda xi pi sigma phi psi omega
        """),
        strict=True,
    )
)
_COMPARED = {
    "<": "less than", ">": "greater than", "<=": "less than or equal to", ">=": "greater than or equal to",
    "≤": "less than or equal to", "≥": "greater than or equal to", "!=": "not equal to", "≠": "not equal to",
    "==": "equals", "≈": "about", "≅": "about", "≡": "is identical to", "∝": "is proportional to",
}  # fmt: skip
_WORDS = {
    "÷": "divided by", "∙": "times", "⋅": "times", "∞": "infinity", "∈": "in", "∉": "not in", "∂": "partial ",
    "∑": "the sum of", "∫": "the integral of", "∏": "the product of", "∆": "delta ", "∇": "del ", "∴": "therefore",
    "⇒": "implies", "⇔": "if and only if", "∀": "for all", "∃": "there is", "∅": "the empty set", "∪": "union",
    "∩": "intersection", "⊂": "a subset of", "⊆": "a subset of", "¬": "not ", "∧": "and", "∨": "or", "∥": "parallel to",
    "⊥": "perpendicular to", "∠": "angle ", "→": "to", "←": "from", "↔": "to and from", "↑": "up", "↓": "down",
}  # fmt: skip


def _power(match: re.Match[str]) -> str | None:
    exponent = "".join(_RAISED[sign] for sign in match[0])
    return power(exponent) if compiled(r"[+-]?(?:\d+|n)").fullmatch(exponent) else None


def power(exponent: str) -> str:
    """2: " squared"; -3: " to the power of minus 3"."""
    said = exponent.strip("(){}").replace("-", "minus ").replace("−", "minus ").replace("+", "plus ")
    return {"2": " squared", "3": " cubed"}.get(said, f" to the power of {said}")


def _between(match: re.Match[str]) -> str:
    """A product: "2 times 6", or the two sides of a thing: "4 by 8 foot"."""
    glued = match["apart"] == "" and (match["sign"] == "x" or len(match["right"]) > 2)
    return " by " if match["size"] or glued else " times "


RULES = (
    Rule(
        "powers",
        (
            ("x²", "x squared"),
            ("10⁶ of", "10 to the power of 6 of"),
            ("s⁻¹", "s to the power of minus 1"),
            ("treaty⁴", "treaty⁴"),
        ),
        r"(?<=[\w)])(?<![^\W\d_]{4})[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ]+",  # behind a longer word it refers to a note
        _power,
        frozenset(_RAISED),
    ),
    Rule(
        "powers",
        (
            ("10^6 and x^2", "10 to the power of 6 and x squared"),
            ("2^n or e^(-x)", "2 to the power of n or e to the power of minus x"),
            ("2**8", "2 to the power of 8"),
        ),
        r"(?<=[\w)])(?:\^|(?<=\d)\*\*(?=\d))(?P<exponent>[-−+]?\w{1,4}|[({][\w+*/ −-]{1,20}[)}])(?![\w^])",
        lambda match: power(match["exponent"]),
        frozenset("^*"),
    ),
    Rule(
        "powers",
        (("1.5e-3", "1.5 times 10 to the power of minus 3"), ("2e6", "2 times 10 to the power of 6")),
        r"(?<=\d)[eE](?P<exponent>[-−+]?\d{1,3})(?=$|[\s,;)]|\.(?:\s|$))(?<![\w.-]\d{4}e\d)",
        lambda match: f" times 10{power(match['exponent'])}",
        GLUED,
    ),
    Rule(
        "minus",
        (("n-1 of them", "n minus 1 of them"), ("3 - 2 = 1", "3 minus 2 = 1"), ("5−2", "5 minus 2")),
        r"(?<![\w’'-]\w)(?<=[b-hj-z])[-−–](?=\d(?![\w-]))"
        r"|(?<=[\d)])\s?[-−–]\s?(?=\d[\d.]*\s?=)|(?<=\d)\s?−\s?(?=\d)",
        " minus ",
        DASHED,
    ),
    Rule(
        "minus",
        (("2^32 - 1", "2 to the power of 32 minus 1"), ("pages 2 - 3", "pages 2 to 3")),
        r"(?:(?<=[\d)])|(?<=\d[a-z])|(?<=[\s(][a-z]))\s[-–]\s(?=[\d(]|[a-z]\b)",
        lambda match: " minus " if compiled(r"[=^×√÷²³]").search(match.string) else None,
        frozenset("=^×√÷²³"),
    ),
    Rule(
        "minus",
        (("got a B- in gym", "got a B-minus in gym"), ("an A+ and AA-.", "an A-plus and AA-minus.")),
        r"(?<![\w-])(?P<grade>[A-D]{1,3}|F)(?:(?P<sign>\+)(?![\w+])|-(?=[.,;!?)]|$|\s(?!(?i:(?P=grade)))))",
        lambda match: f"{match['grade']}-{'plus' if match['sign'] else 'minus'}",
        frozenset("ABCDF"),
    ),
    Rule(
        "fractions",
        (("f = 1/T", "f = 1 over T"), ("a/b = c", "a over b = c"), ("a/c", "a c")),
        r"(?<![\w/])[A-Za-z\d]/(?=[A-Za-z\d](?![\w/]))",
        lambda match: f"{match[0][0]} over " if compiled("[=√π]").search(match.string) else None,
        frozenset("=√π"),
    ),
    Rule(
        "fractions",
        (("π/2 rad", "pi over 2 radians"),),
        r"(?<=[πθωλ])/(?=\d)",
        " over ",
        frozenset("πθωλ"),
    ),
    Rule(
        "minus",
        (("UTC+2", "U.T.C plus 2"), ("GMT-5", "G.M.T minus 5")),
        r"\b(?P<zone>UTC|GMT)\s?(?P<sign>[+−-])(?=\d)",
        lambda match: f"{'.'.join(match['zone'])} {'plus' if match['sign'] == '+' else 'minus'} ",
        CAPITALS,
    ),
    Rule(
        "minus",
        (("T-10 and counting", "T minus 10 and counting"),),
        r"(?<![\w-])T-(?=\d{1,3}\s(?:and|minutes?|seconds?|hours?|days?|weeks?)\b)",
        "T minus ",
        DASHED,
    ),
    Rule(
        "minus",
        (
            ("x = -3", "x = minus 3"),
            ("10 to (-2)", "10 to (minus 2)"),
            ("–40°", "minus 40 degrees"),
            ("at -.5", "at minus point 5"),
            ("5-3", "5 to 3"),
        ),
        r"(?:(?<=[\s(\[=\"“'‘<>/,×*])|^)(?:[-−]|–(?=\d+(?:\.\d+)?(?:\s?°|%|\sdegrees)))(?=\.?\d)(?!.\d+s\b)",
        "minus ",
        DASHED,
    ),
    Rule(
        "signs",
        (
            ("2 x 6, or 3 × 4", "2 times 6, or 3 times 4"),
            ("a 4 x 8 foot board", "a 4 by 8 foot board"),
            ("1920x1080", "1920 by 1080"),
            ("3.0 x 10⁸", "3.0 times 10 to the power of 8"),
            ("640×480 px", "640 by 480 pixels"),
            ("x 5", "x 5"),
            ("0x1F", "0 x 1 F"),
        ),
        rf"(?<=\d)(?<!(?<![\d.])0)(?P<apart>\s?)(?P<sign>[x×])\s?(?=(?P<right>\d+)(?:(?:\.\d+)?(?:\s?[x×]\s?\d[\d.]{{0,6}}){{0,3}}(?P<size>{_SIZES}))?)",
        _between,
        frozenset("x×"),
    ),
    Rule(
        "signs",
        (("10x faster", "10 times faster"), ("3x a day", "3 times a day"), ("took x2, x1 = 5", "took times 2, x1 = 5")),
        r"(?<=\d)\s?[x×](?=[\s,.;)/]|$)(?!\s?[\d=+*^-]|\s?/\d)|(?<=\s)x(?!86|64)(?=\d{1,2}(?!\w|\.\d|\s?[=<>≤≥+−]))",
        lambda match: "times " if match[0] == "x" and match.string[match.start() - 1].isspace() else " times",
        frozenset("x×"),
    ),
    Rule(
        "signs",
        (("2*3", "2 times 3"), ("5 * 6", "5 times 6")),
        r"(?<=\d)\s?\*\s?(?=\d)",
        " times ",
        frozenset("*"),
    ),
    Rule(
        "signs",
        (("in Settings > General > About", "in Settings, General, About"),),
        r"(?<=[a-z])\s>\s(?=[A-Z])",
        ", ",
        frozenset(">"),
    ),
    Rule(
        "signs",
        (
            ("a < b", "a less than b"),
            ("p<0.05", "p less than 0.05"),
            ("5 > 3", "5 greater than 3"),
            ("x >= 5", "x greater than or equal to 5"),
            (">> So", ">> So"),
        ),
        rf"(?:(?<=\s)(?:{one_of(_COMPARED)})(?=\s)|(?<![<>=!-])(?:[<>]=?|!=|[≤≥≠≈])\s?(?=[-−]?[\d$£€.]))",
        lambda match: (
            (" " if match.start() and not match.string[match.start() - 1].isspace() else "")
            + _COMPARED[match[0].strip()]
            + ("" if match.string[match.end() : match.end() + 1].isspace() else " ")
        ),
        frozenset("<>=≤≥≠≈≅≡∝"),
    ),
    Rule(
        "signs",
        (("F = G·m·n", "F = G times m times n"), ("so·da", "soda")),
        r"(?<=\w)[·⋅](?=\w)",
        lambda match: " times " if "=" in match.string else "",
        frozenset("·⋅"),
    ),
    Rule(
        "signs",
        (("A → B", "A to B"), ("x ∈ A", "x in A"), ("6 ÷ 2", "6 divided by 2")),
        rf"\s?{one_of(_WORDS)}\s?",
        lambda match: f" {_WORDS[match[0].strip()].strip()} ",
        frozenset(_WORDS),
    ),
    Rule(
        "Greek letters",
        (("Δt is", "delta t is"), ("an α-helix", "an alpha-helix"), ("λόγος", "λόγος")),
        rf"(?<![\u0370-\u03ff\u1f00-\u1fff])(?P<letter>[{''.join(_GREEK)}])(?![\u0370-\u03ff\u1f00-\u1fff])",
        lambda match: (
            (" " if match.start() and match.string[match.start() - 1].isalnum() else "")
            + _GREEK[match["letter"]]
            + (" " if match.string[match.end() : match.end() + 1].isalnum() else "")
        ),
        frozenset(_GREEK),
    ),
)
