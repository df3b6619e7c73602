"""German: short forms, days, years, times of day and the numerals of kings, which espeak-ng spells or counts.

Ordinals end as the word before them asks: "am 3. Mai" is "am dritten Mai", "die 5. Sitzung" is "die fünfte Sitzung".
"""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import roman
from tui_reader.narration.normalization.rule import Rule, one_of, without_stop, words

_ONES = words("""
    null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
    achtzehn neunzehn
""")
_TENS = words("null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_ORDINALS = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
_SHORT = {
    "z. B.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "unter anderem", "z. T.": "zum Teil",
    "v. Chr.": "vor Christus", "n. Chr.": "nach Christus", "usw.": "und so weiter", "bzw.": "beziehungsweise",
    "ca.": "zirka", "evtl.": "eventuell", "ggf.": "gegebenenfalls", "vgl.": "vergleiche", "Vgl.": "Vergleiche",
    "sog.": "sogenannt", "inkl.": "inklusive", "Dr.": "Doktor", "Prof.": "Professor", "Hr.": "Herr", "Fr.": "Frau",
    "Fam.": "Familie", "St.": "Sankt", "Mio.": "Millionen", "Mrd.": "Milliarden", "Jh.": "Jahrhundert",
    "geb.": "geboren", "gest.": "gestorben",
}  # fmt: skip
_BEFORE_NUMBERS = {
    "Nr.": "Nummer", "Abs.": "Absatz", "Art.": "Artikel", "S.": "Seite", "Kap.": "Kapitel", "Bd.": "Band",
    "Tel.": "Telefon",
}  # fmt: skip
_OBLIQUE = words("am im vom zum beim dem den des zur einem einen seinem seinen ihrem ihren unserem unseren")
_PLAIN = words("der die das Der Die Das ein eine sein seine ihr ihre unser unsere")


def _below_hundred(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, one = divmod(number, 10)
    return f"{_ONES[one]}und{_TENS[tens]}" if one else _TENS[tens]


def _ordinal(number: int) -> str:
    """3: "dritte"; 19: "neunzehnte"; 21: "einundzwanzigste"."""
    return _ORDINALS.get(number) or _below_hundred(number) + ("te" if number < 20 else "ste")


def _year(match: re.Match[str]) -> str:
    century, rest = divmod(int(match[0]), 100)
    return f"{_below_hundred(century)}hundert{_below_hundred(rest) if rest else ''}"


def _of_day(match: re.Match[str]) -> str:
    return _ordinal(int(match["said"][:-1])) + "n" * (match["before"] in _OBLIQUE)


def _king(match: re.Match[str]) -> str | None:
    number = roman(match["numeral"])
    return f"der {_ordinal(number).capitalize()}" if number and number < 30 else None


RULES = (
    Rule(
        "short forms",
        (
            ("z. B. Dr. Weber, d.h. er", "zum Beispiel Doktor Weber, das heißt er"),
            ("20 Mio. usw.", "20 Millionen und so weiter."),
        ),
        rf"(?<![\w.-]){one_of(_SHORT)}".replace(r"\.\ ", r"\.\s?"),
        lambda match: without_stop(_SHORT[re.sub(r"\.\s?(?=\w)", ". ", match[0])], match),
    ),
    Rule(
        "short forms",
        (("Nr. 5, Hauptstr. 12, S. 3", "Nummer 5, Hauptstraße 12, Seite 3"), ("Herr S. Weber", "Herr S. Weber")),
        rf"(?:(?<![\w.])(?P<short>{one_of(_BEFORE_NUMBERS)})|(?<=[a-zäöü])str\.)(?=\s\d)",
        lambda match: _BEFORE_NUMBERS[match["short"]] if match["short"] else "straße",
    ),
    Rule(
        "days",
        (
            ("am 3. Mai, im 19. Jahrhundert", "am dritten Mai, im neunzehnten Jahrhundert"),
            ("die 5. Sitzung des 21. Tages", "die fünfte Sitzung des einundzwanzigsten Tages"),
        ),
        rf"\b(?P<before>{one_of((*_OBLIQUE, *_PLAIN))})\s(?P<said>[1-9]\d?\.)(?=\s[A-ZÄÖÜ])",
        _of_day,
    ),
    Rule(
        "kings",
        (("Karl V. und Ludwig XIV. waren", "Karl der Fünfte und Ludwig der Vierzehnte waren"),),
        r"(?<=[a-zäöüß]\s)(?P<numeral>[IVX]{1,6})\.(?=\s[a-zäöü]|[,;])",
        _king,
    ),
    Rule(
        "times",
        (("um 14.30 Uhr, um 7:00 Uhr", "um 14 Uhr 30, um 7 Uhr"),),
        r"(?<![\w.,:])(?P<hour>[012]?\d)[.:](?P<minute>[0-5]\d)\sUhr\b",
        lambda match: f"{int(match['hour'])} Uhr" + (f" {int(match['minute'])}" if match["minute"] != "00" else ""),
    ),
    Rule(
        "years",
        (
            ("im Mai 1962", "im Mai neunzehnhundertzweiundsechzig"),
            ("1800 und 1.962", "achtzehnhundert und 1.962"),
            ("1500 Euro", "1500 Euro"),
        ),
        r"(?<![\w.,/-])1[1-9]\d\d(?!\w|[.,/-]\d|\s?[€%$]|\s(?:Euro|Mark|Dollar|km|m|kg|Meter|Kilometer|Menschen|Mann|Stück|Personen)\b)",
        _year,
    ),
)
