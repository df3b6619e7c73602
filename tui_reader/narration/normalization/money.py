"""Sums of money: the currency behind the number, its country before it, in the parts that it has."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.attributive import before_noun
from tui_reader.narration.normalization.rule import CAPITALS, GLUED, Rule, compiled, one_of, without_stop, words

_SIGNS = {
    "$": ("dollar", "dollars", "cent"), "£": ("pound", "pounds", "penny"), "€": ("euro", "euros", "cent"),
    "¥": ("yen", "yen", ""), "₹": ("rupee", "rupees", "paisa"), "₽": ("ruble", "rubles", "kopeck"),
    "₩": ("won", "won", ""), "₪": ("shekel", "shekels", ""), "₺": ("lira", "lira", ""), "₫": ("dong", "dong", ""),
    "฿": ("baht", "baht", ""), "₴": ("hryvnia", "hryvnia", ""), "₦": ("naira", "naira", ""),
    "₱": ("peso", "pesos", ""), "₿": ("bitcoin", "bitcoins", ""), "R$": ("real", "reais", ""),
    "Rs": ("rupee", "rupees", "paisa"), "Rs.": ("rupee", "rupees", "paisa"),
}  # fmt: skip
_SINGLE = "".join(sign for sign in _SIGNS if len(sign) == 1)
_COUNTRIES = {
    "US": "U.S", "U.S.": "U.S", "C": "Canadian", "CA": "Canadian", "CAN": "Canadian", "A": "Australian",
    "AU": "Australian", "NZ": "New Zealand", "HK": "Hong Kong", "S": "Singapore", "NT": "Taiwan", "MX": "Mexican",
    "E": "Egyptian", "I": "Irish", "IR": "Irish", "CN": "Chinese",
}  # fmt: skip
_CODES = {
    "USD": ("U.S dollar", "U.S dollars"), "CAD": ("Canadian dollar", "Canadian dollars"), "EUR": ("euro", "euros"),
    "AUD": ("Australian dollar", "Australian dollars"), "GBP": ("pound", "pounds"), "JPY": ("yen", "yen"),
    "CHF": ("Swiss franc", "Swiss francs"), "CNY": ("yuan", "yuan"), "RMB": ("renminbi", "renminbi"),
    "INR": ("rupee", "rupees"), "RUB": ("ruble", "rubles"), "SEK": ("Swedish krona", "Swedish kronor"),
    "NOK": ("Norwegian krone", "Norwegian kroner"), "DKK": ("Danish krone", "Danish kroner"),
    "PLN": ("zloty", "zloty"), "KRW": ("won", "won"), "BRL": ("real", "reais"), "ZAR": ("rand", "rand"),
    "MXN": ("Mexican peso", "Mexican pesos"), "DM": ("mark", "marks"), "BTC": ("bitcoin", "bitcoins"),
    "kr": ("krone", "kroner"), "zł": ("zloty", "zlotys"), "Kč": ("koruna", "koruna"),
}  # fmt: skip
_SCALES = {
    "K": "thousand", "k": "thousand", "M": "million", "m": "million", "mm": "million", "MM": "million",
    "mn": "million", "mln": "million", "mil": "million", "bn": "billion", "b": "billion", "B": "billion",
    "bln": "billion", "tn": "trillion", "trn": "trillion", "T": "trillion", "t": "trillion", "cr": "crore",
}  # fmt: skip
_SCALE = (
    rf"(?:[\s-](?:hundred|thousand|million|billion|trillion|lakh|crore)\b|(?:\s(?:bn|mn|trn|tn|m|k)|{one_of(_SCALES)})"
    r"\b(?!-(?!plus\b)[a-z]|['’]))"
)
_NOTES = r"\s(?:bill|note|coin|fee|fine|ticket|tip|check|cheque|voucher|question|stamp|bet)s?\b"


def _names(sign: str, country: str | None) -> tuple[str, str, str]:
    one, many, small = _SIGNS[sign.rstrip(".")]
    if country:
        place = _COUNTRIES[country.strip()]
        one, many = ("yuan", "yuan") if place == "Chinese" else (f"{place} {one}", f"{place} {many}")
    return one, many, small


def _money(match: re.Match[str]) -> str:
    one, many, small = _names(match["sign"], match["country"])
    amount, cents = match["amount"] or "0", match["cents"] or match["only_cents"]
    scale = (match["scale"] or "").strip(" -\u00a0")
    scale = f" {_SCALES.get(scale, scale)}" if scale else ""
    figures = f"{amount}.{cents}" if cents else amount
    minus = "minus " if match["minus"] else ""
    if match["to"]:
        return f"{minus}{figures}{scale} to "
    adjective = bool(compiled(_NOTES).match(match.string, match.end())) or before_noun(
        match.string, match.start("said"), match.end()
    )
    unit = one if adjective else many
    if match["upto"]:
        return f"{minus}{figures} to {match['upto']}{scale} {unit}"
    if scale or (cents and (len(cents) != 2 or not small)):
        return f"{minus}{figures}{scale} {unit}"
    said = f"{minus}{amount} {one if amount == '1' else unit}"
    if not cents or cents == "00":
        return said
    change = f"{int(cents)} {_small(small, int(cents))}"
    return minus + change if amount == "0" else f"{said} and {change}"


def _small(name: str, number: int) -> str:
    return name if number == 1 else {"penny": "pence", "paisa": "paise"}.get(name, f"{name}s")


def _behind(match: re.Match[str]) -> str:
    sign, figures = match["code"] or match["sign"], match["figures"] or match["amount"]
    scale = (match["scale"] or match["size"] or "").strip(" -\u00a0")
    one, many = _SIGNS[sign][:2] if sign in _SIGNS else _CODES[sign]
    single = before_noun(match.string, match.start(), match.end()) or (figures == "1" and not scale)
    return f"{figures}{f' {_SCALES.get(scale, scale)}' if scale else ''} {one if single else many}"


def _shillings(match: re.Match[str]) -> str:
    """Pounds, shillings and pence as they were printed before 1971."""
    sums = (
        (match["pounds"], "pound", "pounds"),
        (match["shillings"] or match["only_shillings"], "shilling", "shillings"),
        (match["pence"] or match["only_pence"], "penny", "pence"),
    )
    *said, last = (f"{figures} {one if figures == '1' else many}" for figures, one, many in sums if figures)
    return without_stop(f"{' '.join(said)} and {last}", match)


_PARTS_OF_PENCE = {
    "1/2": "a half",
    "1/4": "a quarter",
    "3/4": "three quarters",
    "½": "a half",
    "¼": "a quarter",
    "¾": "three quarters",
}
_PRICED = (
    r"£|\b\d{1,2}s\.|\b(?i:penn(?:y|ies)|pence|shillings?|farthings?|stamps?|loa(?:f|ves)|a\s(?:yard|dozen|pound|pint)"
    r"|price[ds]?|costs?|sold|bought|paid|worth|levy|rates?)\b"
)
"""What says that d. is for pence."""
_COUNTED = words("""
    people users units sales revenue revenues profit profits subscribers viewers votes voters jobs homes customers
    copies shares downloads views followers men women children troops barrels residents members passengers students
    refugees pounds dollars euros years tons
""")

RULES = (
    Rule(
        "money",
        (
            ("£3 10s. 6d. in all", "3 pounds 10 shillings and 6 pence in all"),
            ("2s. 6d.", "2 shillings and 6 pence."),
            ("£1 1s.", "1 pound and 1 shilling."),
        ),
        r"(?<![\w£])(?:£(?P<pounds>\d[\d,]*)[,.]?\s(?P<shillings>1?\d)s\b\.?(?:,?\s(?P<pence>1?\d)d\b\.?)?"
        r"|(?P<only_shillings>1?\d)s\.,?\s(?P<only_pence>1?\d)d\b\.?)",
        _shillings,
        GLUED,
    ),
    Rule(
        "money",
        (
            ("from $4 to $5 billion", "from 4 to 5 billion dollars"),
            ("between £1 and £2m", "between 1 and 2 million pounds"),
            ("he paid $4 and $5 million", "he paid 4 dollars and 5 million dollars"),
            ("from $500 to $2 million", "from 500 dollars to 2 million dollars"),
        ),
        rf"(?:\b[Bb]etween\s(?=.\d[\d.]*\sand)|\b(?:from|of|about|to|roughly|cost|costs)\s(?=.\d[\d.]*\s(?:to|or)\s))"
        rf"(?P<said>[$£€])(?=(?P<low>\d{{1,3}}(?:\.\d+)?)\s(?:to|or|and)\s[$£€](?P<high>\d+(?:\.\d+)?){_SCALE})",
        lambda match: "" if float(match["low"]) < float(match["high"]) else None,
        frozenset("$£€"),
    ),
    Rule(
        "money",
        (
            ("$5 million", "5 million dollars"),
            ("$1.2 billion", "1.2 billion dollars"),
            ("$1,000", "1,000 dollars"),
            ("$1", "1 dollar"),
            ("$5.50", "5 dollars and 50 cents"),
            ("$0.05 or $.50", "5 cents or 50 cents"),
            ("$5.00", "5 dollars"),
            ("£3.20", "3 pounds and 20 pence"),
            ("US$40, C$5m", "40 U.S dollars, 5 million Canadian dollars"),
            ("$5-$6 million", "5 to 6 million dollars"),
            ("$5–6 million", "5 to 6 million dollars"),
            ("a $5 million loan", "a 5 million dollar loan"),
            ("the $5 million was", "the 5 million dollars was"),
            ("two $20 bills", "two 20 dollar bills"),
            ("$1.4-billion", "1.4 billion dollars"),
            ("$5M or $2bn", "5 million dollars or 2 billion dollars"),
            ("-$5 or ¥1,000", "minus 5 dollars or 1,000 yen"),
            ("Rs. 500", "500 rupees"),
        ),
        rf"(?=[-−A-Z]{{0,3}}(?:U\.S\.|US\s)?[{_SINGLE}]|U\.S\.[$]|US\s[$]|R[$s])(?P<said>(?:(?<![\w)])(?P<minus>[-−])(?=[$£€]))?(?:(?<![\w$])(?P<country>US\s|{one_of(_COUNTRIES)})(?=[$£¥]))?"
        rf"(?<![\d$])(?P<sign>[{_SINGLE}]|(?<!\w)R(?:\$|s\.?(?=\s?\d)))\s?"
        rf"(?:(?P<amount>\d[\d,]*(?<!,))(?:\.(?P<cents>\d+))?|\.(?P<only_cents>\d\d))"
        rf"(?:\s?[-–]\s?(?P<upto>\d+(?:[.,]\d+)*))?(?P<scale>{_SCALE})?(?:(?P<to>\s?[-–]\s?)(?=[{_SINGLE}]\d))?)",
        _money,
        frozenset(_SINGLE + "R"),
    ),
    Rule(
        "money",
        (("in US$ or C$", "in U.S dollars or Canadian dollars"), ("The £ fell", "The pound fell")),
        rf"(?<![\w$])(?P<country>{one_of(_COUNTRIES)})\$(?!\s?[\d.])|(?<=[Tt]he\s)(?P<sign>[$£€¥])(?=\s[a-z]|[.,;])",
        lambda match: f"{_COUNTRIES[match['country']]} dollars" if match["country"] else _SIGNS[match["sign"]][0],
        frozenset("$£€¥"),
    ),
    Rule(
        "money",
        (
            ("20€ and 5 EUR", "20 euros and 5 euros"),
            ("CHF 30", "30 Swiss francs"),
            ("USD 1.5 million", "1.5 million U.S dollars"),
            ("for kr 1,200 or 45 zł", "for 1,200 kroner or 45 zlotys"),
        ),
        rf"(?<![\w$.,])(?:(?P<code>{one_of(_CODES)})\s?(?P<figures>\d[\d,.]*(?<![.,]))(?P<scale>{_SCALE})?"
        rf"|(?P<amount>\d[\d,.]*(?<![.,]))(?P<size>{_SCALE})?\s?(?P<sign>{one_of(_CODES)}\b|[€£₹₽₩₪])(?!\d))(?!\w)",
        _behind,
        CAPITALS | frozenset("€£₹₽₩₪łč") | {"kr"},
    ),
    Rule(
        "money",
        (("50c or 1¢", "50 cents or 1 cent"), ("a 5c stamp", "a 5 cent stamp")),
        r"(?<![\w.,$-])(?P<figures>[1-9]\d?)(?:\s?¢|c(?![\w.)]))",
        lambda match: (
            f"{match['figures']} cent"
            + "s" * (match["figures"] != "1" and not before_noun(match.string, match.start(), match.end()))
        ),
        GLUED | frozenset("¢"),
    ),
    Rule(
        "money",
        (("The levy is 3 1/2d. in it", "The levy is 3 and a half pence in it"), ("½d. each", "half a penny each")),
        rf"(?<![\w.,£$/])(?:(?P<whole>1?\d)\s?)?(?P<part>{one_of(_PARTS_OF_PENCE)})d\b\.?",
        lambda match: (
            without_stop(
                f"{match['whole']} and {_PARTS_OF_PENCE[match['part']]} pence"
                if match["whole"]
                else f"{_PARTS_OF_PENCE[match['part']].removeprefix('a ')} {'' if '3' in match['part'] else 'a '}penny",
                match,
            )
            if match[0].endswith(".")
            else None
        ),
        frozenset("/½¼¾"),
    ),
    Rule(
        "money",
        (
            ("stamps, 1d. black and 2d. blue", "stamps, 1 penny black and 2 pence blue"),
            ("a loaf at 3d.", "a loaf at 3 pence."),
        ),
        r"(?<![\w.,£$])(?<!the\s)(?P<figures>[1-9]|1[01])d\.(?=\s[a-z]|[,;)]|\s*$)",
        lambda match: (
            without_stop("1 penny" if match["figures"] == "1" else f"{match['figures']} pence", match)
            if compiled(_PRICED).search(match.string)
            else None
        ),
        GLUED,
    ),
    Rule(
        "money",
        (("sold for 6d. in 1860", "sold for 6 pence in eighteen sixty"), ("the 2d. Cir", "the 2d. Cir")),
        r"(?<![\w.,£$])(?P<figures>[14-9]|1[01])d\.(?=\s[a-z]|[,;)])",
        lambda match: "1 penny" if match["figures"] == "1" else f"{match['figures']} pence",
        GLUED,
    ),
    Rule(
        "millions",
        (("5.6m units", "5.6 million units"), ("24 bn km", "24 billion kilometers"), ("3M people", "3 million people")),
        rf"(?<![\w$£€])\d[\d,.]*(?P<said>\s?(?P<scale>bn|tn|trn|mn|bln|mln|(?<=\.\d)M(?!\s(?:H|N|K|sol|ac))|(?<=\d)[mMB](?=\s(?:[a-z]+\s)?{one_of(_COUNTED)}\b)))(?!\w)",
        lambda match: f" {_SCALES[match['scale']]}",
        GLUED | frozenset(words("bn tn trn mn bln mln")),
    ),
)
