"""Stops of German, French, Spanish and Italian that end no sentence: 3. Mai, Sra. López, MM. Durand, sig. Rossi.

Every text is read with them, whatever its language, so that all parts of the program find the same sentences: what an
English sentence may end with is not among them.
"""

from __future__ import annotations

from tui_reader.lazy_re import lazy_re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE_NAMES = _words("""
    hr frl mio mrd tsd evtl ggf bzw sog inkl zzgl geb
    mgr mlle mmes
    sra srta dra dña avda gral sta sto aprox
    sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv ing
""")
_CAPITALISED = _words("MM EE Fam")
_BEFORE_NUMBERS = _words("kap nr env tél bd boul pág págs núm pag pagg aprox art")
_STREET = lazy_re(r"\w{3,}str")
_STARTERS = _words("""
    der die das er sie es wir ihr ich ein eine und aber dann doch da so nun
    le la les il elle ils elles nous vous je un une et mais on
    el los las él ella ellos y pero lo yo
    gli i egli ella essi io e ma
    he she it we they you i the a an this that and but
""")
"""Usual first words of sentences."""
_DAY = lazy_re(r"[1-9]\d?")
_MONTHS = _words("Januar Februar März Mai Juni Juli Oktober Dezember Jänner")
_GERMAN = lazy_re(
    r"\b(?:und|der|das|ist|nicht|eine?[mnrs]?|dem|des|mit|wird|wurde|sich|auf|für|zu[mr]?|im|vom|beim|seit|hier)\b|[äöüß]"
)
_COUNTED = lazy_re(
    r"(?:(?<!I\s)[Aa]m|[Ii]m|[Vv]om|[Zz]um|[Zz]ur|[Bb]eim|[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|bis|seit|unser\w{0,2}|sein\w{0,2}|ihr\w{0,2})\s$"
)
_NOUNS = _words("""
    Stockwerk Etage Jahrhundert Jahrhunderts Sitzung Spieltag Auflage Kapitel Akt Szene Klasse Weltkrieg
    Weltkriegs Geburtstag Kongress Parteitag Bezirk Woche Stunde Jahrestag Aufzug Auftritt
""")
_ENGLISH_TOO = _words("Minute Stock")


def is_foreign_abbreviation(text: str, begin: int, stop: int, following_word: str) -> bool:
    """Whether the word from `begin` to the stop at `stop` is a short form, or a German ordinal, before that word."""
    word = text[begin:stop]
    if _DAY.fullmatch(word):
        return _is_ordinal(text, begin, stop, following_word)
    word = word.replace("’", "'").rpartition("'")[2]
    folded = word.lower()
    if following_word[:1].isdigit():
        return folded in _BEFORE_NUMBERS or word == "Abs" or _STREET.fullmatch(folded) is not None
    if following_word.lower() in _STARTERS:
        return False
    return folded in _BEFORE_NAMES or word in _CAPITALISED


def _is_ordinal(text: str, begin: int, stop: int, following_word: str) -> bool:
    """Whether a number is a German ordinal: "am 3. Mai", "die 5. Sitzung", "im 2. Stock"."""
    if following_word in _MONTHS or following_word in _NOUNS:
        return True
    if not following_word[:1].isupper() or following_word.lower() in _STARTERS:
        return False
    if _COUNTED.search(text[max(0, begin - 8) : begin]) is None:
        return False
    return (
        following_word in _ENGLISH_TOO
        or _GERMAN.search(text[max(0, begin - 120) : max(0, begin - 4)] + " " + text[stop : stop + 120]) is not None
    )
