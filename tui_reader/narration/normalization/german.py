"""German: short forms, days, years, times of day and the numerals of kings, which espeak-ng spells or counts.

Ordinals end as the word before them asks: "am 3. Mai" is "am dritten Mai", "die 5. Sitzung" is "die fünfte Sitzung".
"""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import roman
from tui_reader.narration.normalization.rule import Rule, compiled, one_of, without_stop, words

_ONES = words("""
    null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
    achtzehn neunzehn
""")
_TENS = words("null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_ORDINALS = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
_SHORT = {
    "z. B.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "unter anderem", "u. a. m.": "und anderes mehr",
    "z. T.": "zum Teil",
    "v. Chr.": "vor Christus", "n. Chr.": "nach Christus", "usw.": "und so weiter", "bzw.": "beziehungsweise",
    "ca.": "zirka", "evtl.": "eventuell", "ggf.": "gegebenenfalls", "vgl.": "vergleiche", "Vgl.": "Vergleiche",
    "sog.": "sogenannt", "inkl.": "inklusive", "Dr.": "Doktor", "Prof.": "Professor", "Hr.": "Herr", "Fam.": "Familie",
    "Mio.": "Millionen", "Mrd.": "Milliarden", "Jh.": "Jahrhundert",
    "geb.": "geboren", "gest.": "gestorben",
}  # fmt: skip
_BEFORE_NAMES = {"Fr.": "Frau", "St.": "Sankt"}
_BEFORE_NUMBERS = {
    "Nr.": "Nummer", "Abs.": "Absatz", "Art.": "Artikel", "S.": "Seite", "Kap.": "Kapitel", "Bd.": "Band",
    "Tel.": "Telefon",
}  # fmt: skip
_OBLIQUE = words("am im vom zum beim dem den des zur einem einen einer seinem seinen ihrem ihren unserem unseren")
_PLAIN = words("der die das eine seine ihre unsere")
_MONTH = r"\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
_BEFORE_DATIVE = (
    r"\b(?i:an|auf|aus|außerhalb|bei|gegenüber|hinter|in|innerhalb|laut|mit|nach|neben|seit|über|unter|von|vor|während"
    r"|wegen|zu|zwischen)\s$|(?<=\S\s)[A-ZÄÖÜ][a-zäöüß]+\s$"
)
"""A preposition, or a noun that is not the first word."""
_FEMININE = r"\s[A-ZÄÖÜ]\w*(?:ung|heit|keit|schaft|ion|tät|oche|eihe|tunde|asse|tage|unde|gabe|lage|mee)\b"
_KINGS = words("""
    Albrecht Alexander Alfons August Benedikt Bonifatius Christian Clemens Eduard Ferdinand Franz Friedrich Georg Gregor
    Gustav Heinrich Innozenz Iwan Jakob Johann Johannes Joseph Julius Karl Klemens Konrad Leo Leopold Ludwig Maximilian
    Napoleon Nikolaus Otto Paul Peter Philipp Pius Ramses Richard Rudolf Sixtus Urban Wilhelm
""")
_QUEENS = words("Beatrix Christina Elisabeth Isabella Katharina Margarethe Victoria Viktoria")
_TITLE = r"\s(?:[A-ZÄÖÜ][a-zäöüß]+\s){0,2}$"
_CASES = {
    "dative": rf"\b(?i:aus|bei|mit|nach|neben|seit|unter|von|vor|zu|dem|vom|zum|beim){_TITLE}",
    "accusative": rf"\b(?i:durch|für|gegen|ohne|um|den){_TITLE}",
}
_ARTICLES = {"dative": ("dem", "der"), "accusative": ("den", "die"), "genitive": ("des", "der")}


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
    before = match["before"].lower()
    oblique = before in _OBLIQUE or (before == "der" and _is_feminine(match))
    return _ordinal(int(match["said"][:-1])) + "n" * oblique


def _is_feminine(match: re.Match[str]) -> bool:
    """Whether "der" before an ordinal is the dative or genitive of "die": "in der 20. Sitzung", "Ende der 3. Woche"."""
    if compiled(_MONTH).match(match.string, match.end()):
        return False
    before = compiled(_BEFORE_DATIVE).search(match.string, 0, match.start("before"))
    return bool(before or compiled(_FEMININE).match(match.string, match.end()))


def _king(match: re.Match[str]) -> str | None:
    """The numeral of a king or a queen, in the case that the word before the name asks for."""
    number = roman(match["numeral"])
    if not number or number >= 30:
        return None
    before = (case for case, pattern in _CASES.items() if compiled(pattern).search(match.string, 0, match.start()))
    case = "genitive" if match["of"] else next(before, "")
    feminine = match["name"] in _QUEENS
    article = _ARTICLES.get(case, ("der", "die"))[feminine]
    is_plain = not case or (case == "accusative" and feminine)
    return without_stop(f"{article} {_ordinal(number).capitalize()}{'' if is_plain else 'n'}", match)


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
        (("Fr. Weber aus St. Gallen", "Frau Weber aus Sankt Gallen"), ("am Fr. Abend", "am Fr. Abend")),
        rf"(?<![\w.–-])(?<!\bam\s)(?<!\bbis\s)(?<!\d\s){one_of(_BEFORE_NAMES)}(?=\s[A-ZÄÖÜ][a-zäöüß])",
        lambda match: _BEFORE_NAMES[match[0]],
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
            ("In der 20. Sitzung am Ende der 3. Woche", "In der zwanzigsten Sitzung am Ende der dritten Woche"),
            ("Heute ist der 3. Mai", "Heute ist der dritte Mai"),
            ("die 5. Sitzung des 21. Tages", "die fünfte Sitzung des einundzwanzigsten Tages"),
        ),
        rf"\b(?P<before>(?i:{one_of((*_OBLIQUE, *_PLAIN))}))\s(?P<said>[1-9]\d?\.)(?=\s[A-ZÄÖÜ])",
        _of_day,
    ),
    Rule(
        "kings",
        (
            ("Karl V. und Ludwig XIV. waren", "Karl der Fünfte und Ludwig der Vierzehnte waren"),
            ("unter Kaiser Karl V.", "unter Kaiser Karl dem Fünften."),
            ("der Tod Ludwigs XIV. und", "der Tod Ludwigs des Vierzehnten und"),
            ("Katharina II. war", "Katharina die Zweite war"),
            ("in Band III. des Werkes", "in Band III. des Werkes"),
        ),
        rf"\b(?P<name>{one_of((*_KINGS, *_QUEENS))})(?P<of>s)?"
        r"\s(?P<said>(?P<numeral>[IVX]{1,6})\.)(?=\s[a-zäöü]|[,;)]|\s*$)",
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
