"""How a text is said: its words as phonemes, and which word each of them belongs to, by hibari's dictionary.

The text is data: brackets in it, which would give phonemes to hibari, are blanks. Knows no sound.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from typing import Any

from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Sounds
from tui_reader.tts.natural.misaki import misaki

PIECE = 300
"""Characters of a text that are said at once: hibari puts any length into one sentence, and memory grows with it."""
LONGEST = 400
"""Phonemes that are said at once, as hibari itself does."""
_CLAUSE = re.compile(r"[,;:.?!—–)…]['\"”’]*\s+|\s-+\s+")
_WORD = re.compile(r"\S+")
_SAME_LENGTH = str.maketrans({"[": " ", "]": " ", "\n": " ", "\t": " "})
_DASHES = re.compile(r"-{2,}")
_LONG_NUMBER = re.compile(r"\d[\d,.]{15,}")
"""hibari has no words for numbers of more than some 60 digits, and nobody would follow one of 17: they are spelled."""
_OWNER = re.compile(r"['’]s\b")


class Phoneme(NamedTuple):
    """A phoneme, and the character of the text at which the word it is heard in begins."""

    sign: str
    word: int

    @property
    def is_sound(self) -> bool:
        """Whether it is heard; others are blanks and signs of punctuation."""
        return self.sign.isalpha() or self.sign in "ˈˌ"


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text in stretches of at most PIECE characters, cut where a reader would pause."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        clauses = [match.end() for match in _CLAUSE.finditer(window)]
        end = start + (clauses[-1] if clauses and clauses[-1] > PIECE // 4 else window.rfind(" ") + 1 or PIECE)
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


def runs(phonemes: Sequence[Phoneme]) -> Iterator[Sequence[Phoneme]]:
    """The phonemes in stretches of at most LONGEST, cut between words where there is a place."""
    start = 0
    while len(phonemes) - start > LONGEST:
        blanks = [at for at in range(start + 1, start + LONGEST) if phonemes[at].sign == " "]
        end = blanks[-1] if blanks else start + LONGEST
        yield phonemes[start:end]
        start = end
    if any(phoneme.is_sound for phoneme in phonemes[start:]):
        yield phonemes[start:]


class Pronunciation:
    """The dictionary and rules of American or British English."""

    def __init__(self, british: bool = False) -> None:
        """Load them, which takes some tenths of a second."""
        from hibari.g2p import G2P

        self._rules = G2P(british=british)

    def phonemes(self, text: str, sounds: Sequence[Sounds] = ()) -> list[Phoneme]:
        """The phonemes of a piece of text. `sounds` are those of some of its words, in order."""
        try:
            return self._read(text, sounds)
        except Exception:  # noqa: BLE001 - hibari's rules fail on some mixtures of digits and signs
            words = list(_WORD.finditer(text))
            return [phoneme for word in words for phoneme in self._word(word[0], word.start())]

    def _word(self, word: str, start: int) -> list[Phoneme]:
        """The phonemes of a word alone, which begins at `start`; without signs if it must be, or none."""
        for tried in (word, re.sub("[^A-Za-z0-9]", " ", word)):
            with suppress(Exception):
                return [Phoneme(sign, start) for sign, _ in self._read(tried, ())] + [Phoneme(" ", start)]
        return []

    def _read(self, text: str, sounds: Sequence[Sounds]) -> list[Phoneme]:
        given, words = _given(text, sounds)
        tokens = self._rules.phonemize_tokens(self._rules.tokenize(given))
        found: list[Phoneme] = []
        number = 0
        for token in tokens:
            word = words[min(number, len(words) - 1)] if words else 0
            found += (Phoneme(sign, word) for sign in token.phonemes or "")
            if token.whitespace:
                found.append(Phoneme(" ", word))
                number += 1
        return found


def _given(text: str, sounds: Sequence[Sounds]) -> tuple[str, list[int]]:
    """What hibari is given, and the character of `text` for each of its words."""
    plain = _DASHES.sub(lambda dashes: "—".ljust(len(dashes[0])), text.translate(_SAME_LENGTH))
    given, shown, at = "", "", 0
    origins: list[tuple[int, int]] = []
    """Of each word: the character of `shown` at which it begins, and that of `text`."""

    def add(start: int, end: int) -> None:
        nonlocal given, shown
        said, places = _normalized(plain[start:end])
        origins.extend((len(shown) + place, start + origin) for place, origin in places)
        given, shown = given + said, shown + said

    for start, end, phonemes in sounds:
        if start < at:
            continue
        add(at, start)
        owner = _OWNER.match(plain, end)
        at = owner.end() if owner else end
        origins.append((len(shown), start))
        word = re.sub(r"\W", "", plain[start:at]) or "it"
        given += f"[{word}](/{misaki(phonemes)}{_ending(phonemes) if owner else ''}/)"
        shown += word
    add(at, len(plain))
    places = [place for place, _ in origins]
    words = []
    for match in _WORD.finditer(shown):
        first = bisect_left(places, match.start())
        words.append(origins[min(first, len(origins) - 1)][1])
    return given, words


def _normalized(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text as hibari normalizes it, with the blanks at its ends; for each word its place there and in `text`.

    The words that are written as before are the same; those between them stand for those that they replaced.
    """
    from hibari.g2p.normalize import normalize

    inner = normalize(_LONG_NUMBER.sub(lambda number: " ".join(number[0]), text))
    if not inner:
        return " " if text else "", []
    said = " " * text[:1].isspace() + inner + " " * text[-1:].isspace()
    before, after = list(_WORD.finditer(text)), list(_WORD.finditer(said))
    places: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, _words(before), _words(after), autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for number in range(start, end):
            origin = min(first + (number - start), max(first, last - 1), len(before) - 1)
            places.append((after[number].start(), before[origin].start()))
    return said, places


def _words(matches: Sequence[re.Match[str]]) -> list[Any]:
    return [match[0].replace("’", "'") for match in matches]


def _ending(mnemonics: str) -> str:
    """The sound of 's after a word with these sounds."""
    if mnemonics.endswith(("s", "z", "S", "Z")):
        return "ᵻz"
    return "s" if mnemonics.endswith(("p", "t", "k", "f", "T", "t#")) else "z"
