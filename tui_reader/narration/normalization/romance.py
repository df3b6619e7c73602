"""French, Spanish and Italian: short forms, ordinals and numerals that espeak-ng spells or counts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui_reader.narration.normalization.numbers import roman
from tui_reader.narration.normalization.rule import Rule, one_of, without_stop, words

_FRENCH = {
    "p. ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "env.": "environ", "MM.": "Messieurs", "Mgr.": "Monseigneur",
    "Mgr": "Monseigneur", "Dr.": "docteur", "Dr": "docteur", "cf.": "confer", "Cf.": "Confer", "Tél.": "Téléphone",
    "tél.": "téléphone", "janv.": "janvier", "févr.": "février", "juill.": "juillet", "déc.": "décembre",
}  # fmt: skip
_FRENCH_NUMBERED = {
    "p.": "page", "pp.": "pages", "art.": "article", "chap.": "chapitre", "vol.": "volume", "fig.": "figure",
    "al.": "alinéa", "no": "numéro", "n°": "numéro", "nº": "numéro",
}  # fmt: skip
_SPANISH = {
    "EE. UU.": "Estados Unidos", "p. ej.": "por ejemplo", "Avda.": "Avenida", "aprox.": "aproximadamente",
    "Dr.": "doctor", "Dra.": "doctora", "Dña.": "doña", "Gral.": "general", "Sta.": "Santa", "Sto.": "Santo",
}  # fmt: skip
_SPANISH_NUMBERED = {
    "pág.": "página", "págs.": "páginas", "art.": "artículo", "cap.": "capítulo", "núm.": "número", "vol.": "volumen",
    "tel.": "teléfono", "Tel.": "Teléfono", "ext.": "extensión", "min.": "minuto",
}  # fmt: skip
_ITALIAN = {
    "ad es.": "ad esempio", "per es.": "per esempio", "sig.": "signor", "sig.ra": "signora", "sig.na": "signorina",
    "dott.": "dottor", "dott.ssa": "dottoressa", "prof.": "professor", "prof.ssa": "professoressa",
    "avv.": "avvocato", "ing.": "ingegner", "ecc.": "eccetera", "sec.": "secolo", "ca.": "circa", "cfr.": "confronta",
    "Cfr.": "Confronta",
}  # fmt: skip
_ITALIAN_NUMBERED = {
    "pag.": "pagina", "pagg.": "pagine", "art.": "articolo", "cap.": "capitolo", "vol.": "volume", "fig.": "figura",
    "n.": "numero", "Tel.": "Telefono", "tel.": "telefono", "int.": "interno",
}  # fmt: skip
_FRENCH_ONES = words("""
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf vingt vingt-et-un
""")
_SPANISH_ORDINALS = words("cero primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo")
_ITALIAN_ORDINALS = words("zero primo secondo terzo quarto quinto sesto settimo ottavo nono decimo")
_NO_NAMES = r"(?:(?i:cap[ií]tulo|siglo|tomo|libro|acto|escena|parte|t[ií]tulo|volumen|guerra|fase|secci[oó]n))\s$"


def _short_forms(short: Mapping[str, str], numbered: Mapping[str, str], examples: tuple[tuple[str, str], ...]) -> Rule:
    spaced = one_of(short).replace(r"\.\ ", r"\.\s?")
    plain = {re.sub(r"\s", "", form): said for form, said in short.items()}

    def say(match: re.Match[str]) -> str:
        said = numbered[match["numbered"]] if match["numbered"] else plain[re.sub(r"\s", "", match[0])]
        return without_stop(said, match) if match[0].endswith(".") else said

    pattern = rf"(?<![\w.’'-])(?:(?P<numbered>{one_of(numbered)})(?=\s?(?:\d|[IVX]+\b))|{spaced}(?!\w))"
    return Rule("short forms", examples, pattern, say)


def _french_ordinal(match: re.Match[str]) -> str | None:
    number = roman(match["numeral"]) if match["numeral"] else int(match["figures"])
    if not number or number >= len(_FRENCH_ONES):
        return None
    if number == 1:
        return "première" if match["ending"] in ("re", "ère") else "premier"
    word = {5: "cinqu", 9: "neuv"}.get(number, _FRENCH_ONES[number].removesuffix("e"))
    return f"{word}ième"


def _ordinal_of(names: tuple[str, ...], match: re.Match[str]) -> str | None:
    number = int(match["figures"])
    if not 0 < number < len(names):
        return None
    return names[number][:-1] + "a" if match["sign"] == "ª" else names[number]


def _spanish_king(match: re.Match[str]) -> str | None:
    number = roman(match[0])
    if number is None or number > 10 or re.search(_NO_NAMES, match.string[: match.start()]):
        return None
    return _SPANISH_ORDINALS[number]


FRENCH = (
    _short_forms(
        _FRENCH, _FRENCH_NUMBERED, (("p. ex. env. 5, art. 5, n° 3", "par exemple environ 5, article 5, numéro 3"),)
    ),
    Rule(
        "short forms",
        (("M. Dupont, J. M. Roux", "Monsieur Dupont, J. M. Roux"),),
        r"(?<![\w.])(?<!\.\s)M\.(?=\s[A-ZÀ-Ý][a-zà-ÿ])",
        "Monsieur",
    ),
    Rule(
        "ordinals",
        (("le XVIIe siècle, la 2e fois, François Ier", "le dix-septième siècle, la deuxième fois, François premier"),),
        r"(?<![\w.,-])(?:(?P<numeral>[IVX]{1,5})|(?P<figures>\d{1,2}))(?P<ending>er|re|ère|e|ème|nde?)\b",
        _french_ordinal,
    ),
    Rule(
        "kings",
        (("Louis XIV et Charles V", "Louis 14 et Charles 5"), ("le chapitre IV", "le chapitre 4")),
        r"(?<=[a-zé]\s)[IVX]{1,6}\b(?!['’.])",
        lambda match: str(number) if (number := roman(match[0])) else None,
    ),
    Rule(
        "times",
        (("à 14h30, 18 h et 1h", "à 14 heures 30, 18 heures et 1 heure"),),
        r"(?<![\w.,])(?P<hour>[012]?\d)\s?h(?:\s?(?P<minute>[0-5]\d))?\b",
        lambda match: (
            f"{int(match['hour'])} heure{'s' * (int(match['hour']) > 1)}"
            + (f" {int(match['minute'])}" if match["minute"] and int(match["minute"]) else "")
        ),
    ),
)
SPANISH = (
    _short_forms(
        _SPANISH, _SPANISH_NUMBERED, (("EE. UU., p. ej. en pág. 33", "Estados Unidos, por ejemplo en página 33"),)
    ),
    Rule(
        "short forms",
        (("D. Juan y J. D. Ruiz", "don Juan y J. D. Ruiz"),),
        r"(?<![\w.])(?<!\.\s)D\.(?=\s[A-ZÁÉÍÓÚ][a-záéíóúñ])",
        "don",
    ),
    Rule(
        "ordinals",
        (("el 2.º piso, la 1.ª vez", "el segundo piso, la primera vez"),),
        r"(?<![\w.,])(?P<figures>\d{1,2})\.?(?P<sign>[ºª])",
        lambda match: _ordinal_of(_SPANISH_ORDINALS, match),
    ),
    Rule(
        "kings",
        (("Felipe IV y Alfonso XIII, siglo V", "Felipe cuarto y Alfonso XIII, siglo V"),),
        r"(?<=[A-Z][a-záéíóú]{3}\s)[IVX]{1,4}\b|(?<=[a-záéíóú]{4}\s)[IVX]{1,4}\b",
        _spanish_king,
    ),
)
ITALIAN = (
    _short_forms(
        _ITALIAN,
        _ITALIAN_NUMBERED,
        (("il sig. Rossi, la sig.ra Neri, pag. 3", "il signor Rossi, la signora Neri, pagina 3"),),
    ),
    Rule(
        "ordinals",
        (("il 2° piano, la 1ª volta, a 5° C", "il secondo piano, la prima volta, a 5° C"),),
        r"(?<![\w.,])(?P<figures>\d{1,2})(?P<sign>[°ºª])(?!\s?[CF]\b)(?=\s[a-z])",
        lambda match: _ordinal_of(_ITALIAN_ORDINALS, match),
    ),
)
