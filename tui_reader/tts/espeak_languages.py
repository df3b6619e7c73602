"""The voices of espeak-ng that speak a language, for a voice whose own language is another. Knows no document."""

from __future__ import annotations

_OTHER_NAMES = {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "ji": "yi", "tl": "fil"}
"""Languages in BCP 47, and espeak-ng's names where they differ."""


_KNOWN = """af am an ar as az ba be bg bn bpy bs ca chr cmn cs cv cy da de el en eo es et eu fa fi fo fr ga gd gn grc gu
    hak haw he hi hr ht hu hy hyw ia id io is it ja jbo ka kaa kk kl kn ko kok ku ky la lb lfn lt ltg lv mi mk ml mr ms
    mt my nb nci ne nl no nog om or pa pap pl pt qu quc ro ru sd sh shn si sk sl smj sq sr sv sw ta te th ti tk tn tr tt
    ug uk ur uz vi yue zh"""
"""The languages of espeak-ng 1.52."""
_POOR = {
    "th": "its Thai loses the vowel of each syllable with a tone mark",
    "ja": 'its Japanese says "Chinese letter" for each Chinese sign',
    "he": "its Hebrew leaves out vowels that are not printed",
}
"""What its voices of some languages do; heard in 1.52."""


def language_notice(engine: str, language: str, name: str) -> str:
    """What cannot be understood of a language in the voices of an engine, as a line; empty where all can.

    `language` is a tag (BCP 47), `name` that of the language for people. Only of espeak-ng is it known.
    """
    base = language.replace("_", "-").lower().partition("-")[0]
    if engine != "espeak":
        return ""
    if base in _POOR:
        return f"espeak-ng speaks {name} badly: {_POOR[base]}. --engine chooses another engine."
    if {base, _OTHER_NAMES.get(base)} & set(_KNOWN.split()):
        return ""
    return f"espeak-ng has no voice for {name}, so an English one reads it. --engine chooses another engine."


def espeak_voices(voice: str, language: str) -> tuple[str, ...]:
    """The voices of espeak-ng to try for a voice such as "en-us+m3" in a language such as "de-AT", the best first.

    The part before "+" is the language, the variant after it is who speaks. `voice` itself comes last; it is the only
    one where it speaks that language already, or where `language` is empty.
    """
    own, sign, variant = voice.partition("+")
    wanted = language.replace("_", "-").lower()
    base = wanted.partition("-")[0]
    if not base.isalpha() or base == own.lower().partition("-")[0]:
        return (voice,)
    names = dict.fromkeys((wanted, base, _OTHER_NAMES.get(base, base)))
    return (*(name + sign + variant for name in names), voice)
