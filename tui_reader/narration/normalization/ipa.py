"""Sounds in IPA or in espeak-ng's mnemonics: conversion of IPA, and a check of mnemonics.

The mnemonics are those of espeak-ng's English voices (its dictionary `phonemes` files); tests compare each with what
espeak-ng says for it. Knows no lexicon and no engine.
"""

from __future__ import annotations

from tui_reader.narration.normalization.rule import compiled, one_of

IPA = {
    "iː": "i:", "i": "i", "ɪ": "I", "ᵻ": "I2", "eɪ": "eI", "ɛ": "E", "e": "E", "æ": "a", "a": "a", "ɐ": "a#",
    "ɑː": "A:", "ɑ": "A:", "aː": "A:", "ɒ": "0", "ɔː": "O:", "ɔ": "O", "oʊ": "oU", "əʊ": "oU", "oː": "oU", "o": "oU",
    "ʊ": "U", "uː": "u:", "u": "u:", "ʌ": "V", "ə": "@", "ɚ": "3", "ɝ": "3:", "ɜː": "3:", "ɜ": "3:", "aɪ": "aI",
    "aʊ": "aU", "ɔɪ": "OI", "ɪə": "i@", "eə": "e@", "ɛə": "e@", "ʊə": "U@", "ɑ̃": "A~", "ɔ̃": "O~", "p": "p", "b": "b",
    "t": "t", "d": "d", "k": "k", "ɡ": "g", "g": "g", "f": "f", "v": "v", "θ": "T", "ð": "D", "s": "s", "z": "z",
    "ʃ": "S", "ʒ": "Z", "h": "h", "x": "x", "tʃ": "tS", "t͡ʃ": "tS", "ʧ": "tS", "dʒ": "dZ", "d͡ʒ": "dZ", "ʤ": "dZ",
    "m": "m", "n": "n", "ŋ": "N", "ɲ": "n^", "l": "l", "ɫ": "l", "ɹ": "r", "r": "r", "w": "w", "j": "j", "ɾ": "t#",
    "ʔ": "?", "ˈ": "'", "'": "'", "ˌ": ",", ".": "", "‿": "", " ": " ",
}  # fmt: skip
"""Sounds of English, and of foreign names in it."""
_MORE = (
    "aa",
    "0#",
    "I#",
    "A@",
    "O@",
    "o@",
    "i@3",
    "aI@",
    "aU@",
    "aI3",
    "@L",
    "@2",
    "@5",
    "e",
    "n-",
    "t2",
    "||",
    "_",
    "%",
)
_KNOWN = one_of({*filter(None, IPA.values()), *_MORE})


def mnemonics(ipa: str) -> str | None:
    """IPA ("ˈædleɪ") as espeak-ng's mnemonics ("'adleI"); None if a sign is not used for English."""
    said, at = "", 0
    signs = compiled(one_of(IPA))
    text = ipa.strip().strip("/[]")
    while at < len(text):
        sign = signs.match(text, at)
        if sign is None:
            return None
        said += IPA[sign[0]]
        at = sign.end()
    return said if any(map(str.isalpha, said)) else None


def are_mnemonics(text: str) -> bool:
    """Whether the text consists of mnemonics of espeak-ng's English voices."""
    return any(map(str.isalpha, text)) and compiled(f"(?:{_KNOWN})+").fullmatch(text) is not None
