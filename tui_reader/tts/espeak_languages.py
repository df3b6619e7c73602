"""A voice in another language than its own: which of espeak-ng's voices read a document. Knows no document."""

from __future__ import annotations

_OTHER_NAMES = {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "ji": "yi", "tl": "fil"}
"""BCP 47 names for which espeak-ng has another."""


def espeak_voices(voice: str, language: str) -> tuple[str, ...]:
    """The voices of espeak-ng to try for a voice such as "en-us+m3" in a language such as "de-AT", the best first.

    The variant behind "+" is who speaks; what stands before it is the language. The voice itself comes last, and alone
    where it is of that language already, or none is named.
    """
    own, sign, variant = voice.partition("+")
    wanted = language.replace("_", "-").lower()
    base = wanted.partition("-")[0]
    if not base.isalpha() or base == own.lower().partition("-")[0]:
        return (voice,)
    names = dict.fromkeys((wanted, base, _OTHER_NAMES.get(base, base)))
    return (*(name + sign + variant for name in names), voice)
