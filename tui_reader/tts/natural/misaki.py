"""Sounds in espeak-ng's mnemonics, as a lexicon gives them, in the phonemes of misaki, which the human voices read."""

from __future__ import annotations

import re

_PHONEMES = {
    "eI": "A", "aI": "I", "aU": "W", "oU": "O", "OI": "Y", "i:": "i", "u:": "u", "A:": "ɑ", "O:": "ɔ", "3:": "ɜɹ",
    "A@": "ɑɹ", "O@": "ɔɹ", "o@": "ɔɹ", "i@3": "ɪɹ", "i@": "ɪɹ", "e@": "ɛɹ", "U@": "ʊɹ", "aI@": "Iəɹ", "aI3": "Iəɹ",
    "aU@": "Wəɹ", "@L": "əl", "@2": "ə", "@5": "ə", "I2": "ɪ", "I#": "ɪ", "a#": "ə", "aa": "æ", "0#": "ɑ", "A~": "ɑn",
    "O~": "ɔn", "i": "i", "I": "ɪ", "e": "ɛ", "E": "ɛ", "a": "æ", "0": "ɑ", "O": "ɔ", "U": "ʊ", "V": "ʌ", "@": "ə",
    "3": "əɹ", "tS": "ʧ", "dZ": "ʤ", "n^": "nj", "n-": "ən", "t#": "T", "t2": "t", "g": "ɡ", "T": "θ", "D": "ð",
    "S": "ʃ", "Z": "ʒ", "N": "ŋ", "r": "ɹ", "x": "k", "?": "t", "'": "ˈ", ",": "ˌ", "||": " ", "_": " ", "%": "",
}  # fmt: skip
_SIGN = re.compile("|".join(map(re.escape, sorted(_PHONEMES, key=len, reverse=True))) + "|.")


def misaki(mnemonics: str) -> str:
    """The phonemes for mnemonics of espeak-ng's English voices."""
    return _SIGN.sub(lambda sign: _PHONEMES.get(sign[0], sign[0]), mnemonics)
