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
    "no": "numéro", "n°": "numéro", "nº": "numéro",
}  # fmt: skip
_SPANISH = {
    "EE. UU.": "Estados Unidos", "p. ej.": "por ejemplo", "Avda.": "Avenida", "aprox.": "aproximadamente",
    "Dr.": "doctor", "Dra.": "doctora", "Dña.": "doña", "Gral.": "general", "Sta.": "Santa", "Sto.": "Santo",
}  # fmt: skip
_SPANISH_NUMBERED = {
    "pág.": "página", "págs.": "páginas", "art.": "artículo", "cap.": "capítulo", "núm.": "número", "vol.": "volumen",
    "tel.": "teléfono", "Tel.": "Teléfono", "ext.": "extensión",
}  # fmt: skip
_ITALIAN = {
    "ad es.": "ad esempio", "per es.": "per esempio", "sig.": "signor", "sig.ra": "signora", "sig.na": "signorina",
    "dott.": "dottor", "dott.ssa": "dottoressa", "prof.": "professor", "prof.ssa": "professoressa",
    "avv.": "avvocato", "ing.": "ingegner", "ecc.": "eccetera", "ca.": "circa", "cfr.": "confronta",
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
_FRENCH_RULERS = words("""
    Alphonse Baudouin Benoît Boniface Catherine Charles Clément Édouard Élisabeth Ferdinand François Frédéric Georges
    Grégoire Guillaume Gustave Henri Innocent Jacques Jean Jean-Paul Jules Léon Léopold Louis Nicolas Paul Philippe Pie
    Pierre Richard Sixte Urbain Victoria
""")
_SPANISH_KINGS = words("""
    Adriano Alberto Alejandro Alfonso Amadeo Balduino Bonifacio Carlos Clemente Eduardo Enrique Federico Felipe Fernando
    Francisco García Gregorio Guillermo Gustavo Inocencio Iván Jacobo Jaime Jorge Juan Julio Leopoldo León Luis Martín
    Napoleón Nicolás Ordoño Pablo Pedro Pío Ramiro Ramón Ricardo Sancho Sixto Teobaldo Urbano
""")
_SPANISH_QUEENS = words("Beatriz Blanca Catalina Cristina Isabel Juana Margarita María Petronila Urraca Victoria")
_SPANISH_ARTICLE = r"(?:(?<=\bel\s)|(?<=\bEl\s)|(?<=\bdel\s)|(?<=\bal\s)|(?<=\bsu\s)|(?<=\bun\s))"
_ITALIAN_ARTICLE = (
    r"(?:(?<=\b[Ii]l\s)|(?<=\b[Ll]a\s)|(?<=[Ll]['’])|(?<=\b[Aa]l\s)|(?<=\b[DdNnSs][aeu]l\s)|(?<=\b[Aa]lla\s)"
    r"|(?<=\b[DdNnSs][aeu]lla\s))"
)


def _short_forms(short: Mapping[str, str], numbered: Mapping[str, str], examples: tuple[tuple[str, str], ...]) -> Rule:
    spaced = one_of(short).replace(r"\.\ ", r"\.\s?")
    plain = {re.sub(r"\s", "", form): said for form, said in short.items()}

    def say(match: re.Match[str]) -> str:
        said = numbered[match["numbered"]] if match["numbered"] else plain[re.sub(r"\s", "", match[0])]
        return without_stop(said, match) if match[0].endswith(".") else said

    pattern = rf"(?<![\w.-])(?:(?P<numbered>{one_of(numbered)})(?=\s?(?:\d|[IVX]+\b))|{spaced}(?!\w))"
    return Rule("short forms", examples, pattern, say)


def _french_ordinal(match: re.Match[str]) -> str | None:
    if match["first"]:
        return "premier" if match["first"].endswith("er") else "première"
    if match["second"]:
        return "seconde" if match["second"].endswith("e") else "second"
    number = roman(match["numeral"]) if match["numeral"] else int(match["figures"])
    if not number or number >= len(_FRENCH_ONES):
        return None
    word = {5: "cinqu", 9: "neuv"}.get(number, _FRENCH_ONES[number].removesuffix("e"))
    return f"{word}ième"


def _ordinal_of(names: tuple[str, ...], match: re.Match[str]) -> str | None:
    number = int(match["figures"])
    if not 0 < number < len(names):
        return None
    feminine = match["sign"] == "ª" or match.string.endswith("la ", 0, match.start())
    return names[number][:-1] + "a" if feminine else names[number]


def _spanish_king(match: re.Match[str]) -> str | None:
    number = roman(match["said"])
    if number is None or number > 10:
        return None
    said = _SPANISH_ORDINALS[number]
    return said[:-1] + "a" if match["name"] in _SPANISH_QUEENS else said


FRENCH = (
    _short_forms(
        _FRENCH, _FRENCH_NUMBERED, (("p. ex. env. 5, art. 5, n° 3", "par exemple environ 5, article 5, numéro 3"),)
    ),
    Rule(
        "short forms",
        (("art. 5, al. 2", "article 5, alinéa 2"), ("Roux et al. 2005", "Roux et al. 2005")),
        r"(?<![\w.])(?<!\bet\s)al\.(?=\s\d)",
        "alinéa",
    ),
    Rule(
        "short forms",
        (("M. Dupont, J. M. Roux", "Monsieur Dupont, J. M. Roux"),),
        r"(?<![\w.])(?<!\.\s)M\.(?=\s[A-ZÀ-Ý][a-zà-ÿ])",
        "Monsieur",
    ),
    Rule(
        "ordinals",
        (
            ("le XVIIe siècle, la 2e fois, François Ier", "le dix-septième siècle, la deuxième fois, François premier"),
            ("un Ver en Inde", "un Ver en Inde"),
        ),
        r"(?<![\w.,-])(?:(?P<first>[I1](?:er|i?ère|re))|(?P<second>(?:II|2)nde?)"
        r"|(?:(?P<numeral>[IVX]{1,5})|(?P<figures>\d{1,2}))(?:e|ème))\b",
        _french_ordinal,
    ),
    Rule(
        "kings",
        (
            ("Louis XIV et Charles V", "Louis 14 et Charles 5"),
            ("le chapitre IV", "le chapitre 4"),
            ("les rayons X", "les rayons X"),
        ),
        rf"(?:\b{one_of(_FRENCH_RULERS)}\s|(?<=[a-zé.]\s)(?!XX\b)(?=[IVX]{{2}}))(?P<said>[IVX]{{1,6}})\b(?!['’-]|\.\s[A-Z])",
        lambda match: str(number) if (number := roman(match["said"])) else None,
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
        r"(?<![\w.])(?<!\.\s)(?<!itamina\s)(?<!lan\s)(?<!pción\s)D\.(?=\s[A-ZÁÉÍÓÚ][a-záéíóúñ])",
        "don",
    ),
    Rule(
        "ordinals",
        (
            ("el 2.º piso, la 1.ª vez, el 3º día", "el segundo piso, la primera vez, el tercero día"),
            ("a 5ºC, a 5º bajo cero", "a 5ºC, a 5º bajo cero"),
        ),
        rf"(?<![\w.,-])(?P<figures>(?:\d{{1,2}}(?=\.[ºª]|ª)|{_SPANISH_ARTICLE}\d{{1,2}}))\.?(?P<sign>[ºª])(?!\s?[CF]\b)",
        lambda match: _ordinal_of(_SPANISH_ORDINALS, match),
    ),
    Rule(
        "kings",
        (
            ("Felipe IV y Alfonso XIII, siglo V", "Felipe cuarto y Alfonso XIII, siglo V"),
            ("Isabel II, rayos X, tipo I", "Isabel segunda, rayos X, tipo I"),
        ),
        rf"\b(?P<name>{one_of((*_SPANISH_KINGS, *_SPANISH_QUEENS))})\s(?P<said>[IVX]{{1,4}})\b(?!\.\s?[A-Z]|-)",
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
        "centuries",
        (("nel sec. XIX, il XVI sec.", "nel secolo XIX, il XVI secolo."), ("30 sec. di pausa", "30 sec. di pausa")),
        r"(?<![\w.])sec\.(?=\s[IVX]+\b)|(?<=\b[IVX]\s)sec\.|(?<=[IVX]{2}\s)sec\.",
        lambda match: without_stop("secolo", match),
    ),
    Rule(
        "ordinals",
        (
            ("il 2° piano, la 1ª volta, il 5° C", "il secondo piano, la prima volta, il 5° C"),
            ("a 5° sotto zero, un angolo di 10° e", "a 5° sotto zero, un angolo di 10° e"),
        ),
        rf"(?<![\w.,])(?P<figures>\d{{1,2}}(?=ª)|{_ITALIAN_ARTICLE}\d{{1,2}})(?P<sign>[°ºª])(?!\s?[CF]\b)(?=\s[a-z])",
        lambda match: _ordinal_of(_ITALIAN_ORDINALS, match),
    ),
)
