"""The language of a text, guessed from its script and its commonest words. Knows no document."""

from __future__ import annotations

import math
from collections import Counter
from unicodedata import normalize

from tui_reader.document.language_tags import near, primary
from tui_reader.formats.language.common_words import COMMON_WORDS, LETTERS, RARE
from tui_reader.formats.language.scripts import DENSE, LANGUAGES, LIKELIEST, scripts
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

ENOUGH = 0.9
"""The certainty from which on a guess is used."""
_MOST = 0.99
_WORD = lazy_re(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0590-\u05c7\u0610-\u065f\u0900-\u0d7f])*")
_SPECIAL = {language: frozenset(letters) for language, letters in LETTERS.items()}
_ALL_SPECIAL = frozenset[str]().union(*_SPECIAL.values())
_SURE_LETTERS = 12
"""Letters of a script that show its language for sure."""
_SURE_SHARE = 0.6
"""Share of the text that those letters are; the rest are names and terms."""
_LEAST_SHARE = 0.12
"""Share of a text's words that are common words of its language, at least."""
_RARER = 2.0
"""How much more must speak for a language that is rare."""
_BY_SCRIPT = 0.5
"""How sure the likeliest language of a script is."""
_KANA = 0.1
"""Kana for each Chinese sign, from which on a text is Japanese."""


class LanguageGuess(NamedTuple):
    """The likeliest language of a text."""

    tag: str
    """BCP 47; empty where nothing speaks for any language."""
    certainty: float
    """0 to 0.99: how probable the language is against others that are not near to it."""
    scores: dict[str, float]
    """By tag: how much speaks for each language of the text's script."""
    in_latin: bool = True
    """Whether most letters are Latin."""

    @property
    def is_sure(self) -> bool:
        """Whether it is better than to assume English, which another script rules out."""
        return self.certainty >= ENOUGH or (not self.in_latin and bool(self.tag))


def is_known(language: str) -> bool:
    """Whether a language, given by its tag, can be guessed."""
    return primary(language) in COMMON_WORDS or primary(language) in LANGUAGES.values()


def guess(text: str) -> LanguageGuess:
    """The language of a text of at most some 20,000 characters."""
    letters = {script: times * (3 if script in DENSE else 1) for script, times in scripts(text).items()}
    if letters.get("kana", 0) > _KANA * letters.get("han", 0):
        letters["kana"] = letters.get("kana", 0) + letters.pop("han", 0)
    if not letters:
        return LanguageGuess("", 0, {})
    script, most = max(letters.items(), key=lambda one: one[1])
    language = LANGUAGES.get(script)
    if language is None:
        by_words = _by_words(text)
        if script not in LIKELIEST:
            return by_words
        best, score = max(by_words.scores.items(), key=lambda one: one[1])
        tag = by_words.tag or (best if score > 0 else LIKELIEST[script])
        return by_words._replace(tag=tag, certainty=max(by_words.certainty, _BY_SCRIPT), in_latin=False)
    share = most / sum(letters.values())
    certainty = _MOST * min(1, most / _SURE_LETTERS) * min(1, share / _SURE_SHARE)
    return LanguageGuess(language, certainty, {language: float(most)}, False)


def _by_words(text: str) -> LanguageGuess:
    """The language whose common words the text has most of, each counted less the oftener it comes."""
    if not text.isascii():
        text = normalize("NFC", text)  # accents may stand behind their letters
    counted = Counter(_WORD.findall(text.lower()))
    scores = _scores(counted)
    best, most = max(scores.items(), key=lambda one: one[1])
    held = sum(counted[word] for word in counted.keys() & COMMON_WORDS[best].split())
    if most <= 0 or held < _LEAST_SHARE * counted.total():
        return LanguageGuess("", 0, scores)
    second = max(score for language, score in scores.items() if not near(language, best))
    return LanguageGuess(best, min(_MOST, 1 - 2 ** -(most - max(0.0, second))), scores)


def word_scores(text: str) -> dict[str, float]:
    """By tag, how much speaks for each of the languages that are told by their common words."""
    return _scores(Counter(_WORD.findall(text.lower())))


def _scores(counted: Counter[str]) -> dict[str, float]:
    words_beyond = ((_ALL_SPECIAL.intersection(word), times) for word, times in counted.items() if not word.isascii())
    foreign = [(signs, math.log2(1 + times)) for signs, times in words_beyond if signs]
    strange = sum(times for _, times in foreign)
    scores: dict[str, float] = {}
    for language, words in COMMON_WORDS.items():
        own = _SPECIAL.get(language, frozenset())
        score = sum(math.log2(1 + counted[word]) for word in counted.keys() & words.split())
        fitting = sum(times for signs, times in foreign if signs <= own)
        scores[language] = score + min(0.3 * fitting, 0.5 * score) - 0.5 * (strange - fitting)
        if language in RARE:
            scores[language] -= _RARER
    return scores
