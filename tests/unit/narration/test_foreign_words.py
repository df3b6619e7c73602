"""Words in another script are pieces of their own language; the document's own scripts are not."""

from __future__ import annotations

import pytest

from tui_reader.narration.foreign_words import with_languages
from tui_reader.narration.utterance import SpokenPiece


def foreign(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The foreign words of a text, and their languages."""
    pieces = with_languages((SpokenPiece(0, len(text), text),), language)
    assert "".join(piece.said for piece in pieces) == text
    assert [piece.start for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]
    return [(piece.said, piece.language) for piece in pieces if piece.language]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("He said Добрый вечер, Анна and left.", "en", [("Добрый вечер, Анна", "ru")]),
        ("The word λόγος means reason, and 道 is the way.", "en", [("λόγος", "el"), ("道", "zh")]),
        ("She wrote 你好 and こんにちは、世界 there.", "en-GB", [("你好", "zh"), ("こんにちは、世界", "ja")]),
        ("Он сказал שלום и ушёл.", "ru", [("שלום", "he")]),
        ("An angle α and a width of 3 µm.", "en", []),
        ("Il a dit «déjà» à Łódź.", "fr", []),
        ("Он сказал good morning.", "ru", []),
        ("彼は 東京 タワー へ 行った。", "ja", []),
        ("Здравствуйте", "bg", []),
    ],
)
def test_words_in_another_script_have_their_language(text: str, language: str, found: list[tuple[str, str]]) -> None:
    assert foreign(text, language) == found


def test_what_a_rule_or_a_lexicon_says_is_left_as_it_is() -> None:
    pieces = (SpokenPiece(0, 5, "logos", "lexicon"), SpokenPiece(5, 6, " "), SpokenPiece(6, 8, "λό", "a rule"))
    assert with_languages(pieces, "en") == pieces
