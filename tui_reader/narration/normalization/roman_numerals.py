"""Roman numerals, recognised by the word before them or by their shape."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, ordinal, roman
from tui_reader.narration.normalization.rule import Rule, one_of, words

_BEFORE = words("""
    volume vol. vols. part parts chapter ch. book act scene title article art. section sec. appendix annex tab
    phase type class grade mark figure fig. table item paragraph para. lot war corps geneva vatican apollo salt
    acts parts sections titles chapters volumes articles books annexes page pages p. pp. no. note number canto
""")
_RULERS = words("""
    Alexander Benedict Catherine Charles Christian Edward Elizabeth Farouk Francis Frederick George Gregory
    Gustav Haakon Hassan Henry Innocent Ivan James John Juan Leo Louis Ludwig Margaret Mary Napoleon Nicholas
    Olav Paul Peter Philip Pius Pope Queen Richard Urban Wilhelm William
""")
_CAPITALS = frozenset("IVXLC")


def _numeral(match: re.Match[str]) -> str | None:
    number = roman(match["said"])
    return cardinal(number) if number else None


def _ruler(match: re.Match[str]) -> str | None:
    number = roman(match["said"])
    return f"the {ordinal(number)}" if number else None


RULES = (
    Rule(
        "Roman numerals",
        (
            ("World War II", "World War two"),
            ("volume XI", "volume eleven"),
            ("Act III, Scene I", "Act three, Scene one"),
            ("Tab C", "Tab C"),
            ("chapter iv", "chapter four"),
            ("Part II-A", "Part two-A"),
            ("part I play", "part I play"),
        ),
        rf"(?i:\b(?P<word>{one_of(_BEFORE)}))\s(?P<said>[IVXLC]+|[ivxl]+)(?![\w.’']\w|-[a-z\d])(?![\w])(?<!\s[CDLM])(?!(?<=[a-z]\sI)\s[a-z])",
        _numeral,
    ),
    Rule(
        "Roman numerals",
        (
            ("Elizabeth II", "Elizabeth the second"),
            ("Pope John XXIII", "Pope John the twenty-third"),
            ("El Paso II", "El Paso two"),
            ("Adlai E. Stevenson III", "Addlay E Stevenson the third"),
        ),
        rf"\b(?:{one_of(_RULERS)}|[A-Z][a-z]+\s(?:[A-Z]\.\s)+[A-Z][a-z]+)\s(?P<said>(?:X{{1,3}}(?:IX|IV|V?I{{0,3}})|IX|IV|VI{{0,3}}|I{{2,3}}))(?![\w’'-])",
        _ruler,
        _CAPITALS,
    ),
    Rule(
        "Roman numerals",
        (("Parts IV and V are", "Parts four and five are"), ("Acts I, II and III", "Acts one, two and three")),
        rf"(?i:\b{one_of(_BEFORE)}s?)\s[IVXLC]+(?:,\s[IVXLC]+)*,?(?:\s(?:and|or|to|through)\s|[-–])(?P<said>[IVXLC]+)(?![\w’'-]|\sam\b)",
        _numeral,
        _CAPITALS,
    ),
    Rule(
        "Roman numerals",
        (
            ("II. Cuba", "two. Cuba"),
            ("in IV and XI.", "in four and eleven."),
            ("an XX.", "an XX."),
            ("V.I. Lenin", "V.I Lenin"),
        ),
        r"(?<![\w.’'&/-])(?P<said>(?:X{1,2}(?:IX|IV|VI{0,3}|I{1,3})|IX|IV|VI{1,3}|I{2,3}|XI{1,3}))(?![\w’'&/-]|\.\w)",
        _numeral,
        _CAPITALS,
    ),
)
