"""A text with the sounds of some words as espeak-ng takes it: mnemonics in double brackets, and the way back.

Only a lexicon or a rule of the program gives sounds. Double brackets in the text itself are replaced by blanks, so that
a document cannot give any. Knows no library.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui_reader.narration.utterance import Sounds

_OWNER = re.compile(r"['’]s\b")
_VOICELESS, _HISSING = ("p", "t", "k", "f", "T", "t#"), ("s", "z", "S", "Z")


def phoneme_markup(text: str, sounds: Sequence[Sounds]) -> tuple[str, list[tuple[int, int]]]:
    """What espeak-ng is given, and for each of its words the characters at which it begins there and in `text`."""
    if not sounds:
        return text, [(match.start(), match.start()) for match in re.finditer(r"\S+", text)]
    text = re.sub(r"\[\[|\]\]", "  ", text)
    given, at, stretches = "", 0, [(0, 0, False)]
    for start, end, phonemes in sounds:
        if start < at:
            continue
        given += text[at:start]
        stretches.append((len(given), start, True))
        owner = _OWNER.match(text, end)
        given += f"[[{phonemes}{_ending(phonemes) if owner else ''}]]"
        at = owner.end() if owner else end
        stretches.append((len(given), at, False))
    given += text[at:]
    firsts = [first for first, _, _ in stretches]
    words = []
    for match in re.finditer(r"\S+", given):
        first, origin, whole = stretches[bisect_right(firsts, match.start()) - 1]
        words.append((match.start(), origin if whole else origin + match.start() - first))
    return given, words


def _ending(phonemes: str) -> str:
    """The sound of 's after a word with these phonemes."""
    if phonemes.endswith(_HISSING):
        return "I2z"
    return "s" if phonemes.endswith(_VOICELESS) else "z"
