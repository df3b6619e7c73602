"""Misprints: words that differ by one letter, found without comparing each word with all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SHORTEST = 4
"""Letters of the shortest words that count: in shorter ones, one different letter makes another word."""
LONGEST = 100
"""Letters of the longest: a longer label lists people, and all its rests would take the square of its length."""
_MOST_ALIKE = 20
"""Words compared that differ in the same place, at most: labels with a running number would make thousands."""


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter added, left out or changed, or two neighbours swapped, turns one word into the other."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    if len(x) == len(y):
        return x[1:] == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
    return x[1:] == y or x == y[1:]


def letters_left_out(word: str) -> Iterator[str]:
    """The word, and the word with each of its characters but digits left out; a long word alone."""
    yield word
    if len(word) > LONGEST:
        return
    for at, char in enumerate(word):
        if not char.isdigit():
            yield word[:at] + word[at + 1 :]


def misprint(a: str, b: str) -> bool:
    """Whether one may be a misprint of the other: long enough, one letter apart, and with the same digits."""
    if min(len(a), len(b)) < SHORTEST or not one_letter_apart(a, b):
        return False
    return [char for char in a if char.isdigit()] == [char for char in b if char.isdigit()]


def pairs_apart(words: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of words that may be misprints of each other, each pair once."""
    by_rest: dict[str, list[str]] = {}
    pairs: dict[tuple[str, str], None] = {}
    for word in words:
        if len(word) < SHORTEST:
            continue
        for rest in letters_left_out(word):
            alike = by_rest.setdefault(rest, [])
            for other in alike[:_MOST_ALIKE]:
                if misprint(other, word):
                    pairs[(other, word)] = None
            if not alike or alike[-1] is not word:
                alike.append(word)
    return list(pairs)


class MisprintIndex:
    """A few words, prepared to be compared with many that may be misprints of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= SHORTEST:
                for rest in letters_left_out(word):
                    self._by_rest.setdefault(rest, []).append(word)

    def has(self, word: str) -> bool:
        """Whether `word` may be a misprint of one of the words."""
        rests = letters_left_out(word)
        return any(misprint(word, other) for rest in rests for other in self._by_rest.get(rest, ())[:_MOST_ALIKE])
