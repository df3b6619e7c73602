"""How a text is divided before it is said, and which word each phoneme belongs to; hibari is a stand-in here."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from tui_reader.narration.utterance import Sounds
from tui_reader.tts.natural.pronunciation import LONGEST, PIECE, Phoneme, Pronunciation, pieces, runs


class PlainRules:
    """Says each word as it is written, and a link as its phonemes."""

    def __init__(self, british: bool) -> None:
        self.british = british
        self.given = ""

    def tokenize(self, text: str) -> list[SimpleNamespace]:
        self.given = text
        tokens = []
        for word in text.split(" "):
            if word:
                said = word.partition("/")[2].rstrip("/)") if word.startswith("[") else word
                tokens.append(SimpleNamespace(phonemes=said, whitespace=" "))
        return tokens

    def phonemize_tokens(self, tokens: list[SimpleNamespace]) -> list[SimpleNamespace]:
        return tokens


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Pronunciation:
    """A pronunciation by the plain rules, which write "5" as two words."""
    package, module = ModuleType("hibari.g2p"), ModuleType("hibari.g2p.normalize")
    package.G2P = PlainRules  # type: ignore[attr-defined]
    module.normalize = lambda text: " ".join(text.split()).replace("5", "number five")  # type: ignore[attr-defined]
    for name, made in (("hibari", ModuleType("hibari")), ("hibari.g2p", package), ("hibari.g2p.normalize", module)):
        monkeypatch.setitem(sys.modules, name, made)
    return Pronunciation()


def words(phonemes: list[Phoneme]) -> list[tuple[int, str]]:
    """Each word's character of the text, and what is said for it."""
    said: dict[int, str] = {}
    for sign, word in phonemes:
        said[word] = said.get(word, "") + sign
    return [(word, text.strip()) for word, text in said.items()]


def test_each_phoneme_belongs_to_the_word_it_is_heard_in(rules: Pronunciation) -> None:
    assert words(rules.phonemes("  of  the 5 men")) == [(2, "of"), (6, "the"), (10, "number five"), (12, "men")]


def test_sounds_of_a_lexicon_are_given_instead_of_its_letters(rules: Pronunciation) -> None:
    text = "So Adlai said 5"
    assert words(rules.phonemes(text, [Sounds(3, 8, "'adleI")])) == [
        (0, "So"), (3, "ˈædlA"), (9, "said"), (14, "number five"),
    ]  # fmt: skip
    assert words(rules.phonemes("Adlai's", [Sounds(0, 5, "'adleI")])) == [(0, "ˈædlAz")]


def test_a_document_cannot_give_phonemes(rules: Pronunciation) -> None:
    rules.phonemes("[cat](/dˈɔɡ/) it")
    assert "[" not in rules._rules.given and "]" not in rules._rules.given


def test_dashes_of_a_typewriter_are_dashes(rules: Pronunciation) -> None:
    assert words(rules.phonemes("it --that is-- so")) == [(0, "it"), (3, "—"), (5, "that"), (10, "is—"), (15, "so")]


def test_nothing_to_say_has_no_phonemes(rules: Pronunciation) -> None:
    assert rules.phonemes("") == rules.phonemes("  ") == []


def test_a_long_text_is_cut_where_a_reader_pauses_and_nothing_is_lost() -> None:
    sentence = "when he came, and saw that nobody was there, "
    text = sentence * 20
    cuts = list(pieces(text))
    assert "".join(text[start:end] for start, end in cuts) == text
    assert all(end - start <= PIECE and text[start:end].rstrip().endswith(",") for start, end in cuts)
    blank = list(pieces("word " * 200))
    assert all(("word " * 200)[start:end].endswith("word ") for start, end in blank)
    assert [end - start for start, end in pieces("a" * (2 * PIECE + 1))] == [PIECE, PIECE, 1]
    assert list(pieces("short")) == [(0, 5)]
    assert list(pieces(" \n ")) == []


def test_phonemes_are_said_in_runs_of_whole_words() -> None:
    phonemes = [Phoneme(sign, 0) for sign in "ˈabcdefgh " * 100]
    cut = list(runs(phonemes))
    assert [phoneme for run in cut for phoneme in run] == phonemes[: sum(map(len, cut))]
    assert all(len(run) <= LONGEST for run in cut)
    assert all(run[0].sign == " " for run in cut[1:])
    assert list(runs([Phoneme(".", 0), Phoneme(" ", 0)])) == []
