"""The voices of espeak-ng that speak a language, for a voice whose own language is another. Knows no document."""

from __future__ import annotations

_OTHER_NAMES = {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "ji": "yi", "tl": "fil"}
"""Languages in BCP 47, and espeak-ng's names where they differ."""


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
