"""Old encodings are found by the words that they make; in doubt the text is Western."""

from __future__ import annotations

import pytest

from tests.support.sentences_by_language import SENTENCES
from tui_reader.formats.language.encoding_guess import guess_encoding

WRITTEN_IN = {
    "cp1252": "fr de es pt sv da no fi",
    "cp1250": "pl cs hu ro",
    "iso8859-2": "pl cs hu",
    "cp1251": "ru uk",
    "koi8-r": "ru",
    "cp866": "ru",
    "iso8859-5": "ru",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar fa",
    "cp874": "th",
    "shift_jis": "ja",
    "euc_jp": "ja",
    "gb18030": "zh",
    "euc_kr": "ko",
}
ALL = [(encoding, language) for encoding, languages in WRITTEN_IN.items() for language in languages.split()]


@pytest.mark.parametrize(("encoding", "language"), ALL)
@pytest.mark.parametrize("times", [1, 40])
def test_a_few_sentences_tell_their_encoding(encoding: str, language: str, times: int) -> None:
    data = (SENTENCES[language] + "\n").encode(encoding, "ignore") * times
    assert data.decode(guess_encoding(data)) == data.decode(encoding)


def test_traditional_chinese_is_big5() -> None:
    words = "你回來了，我們等你很久了。這是什麼？快坐下吧，我去給你倒茶。"
    assert words.encode("big5").decode(guess_encoding(words.encode("big5"))) == words


@pytest.mark.parametrize(
    "words",
    [
        "Don’t go – it’s late … and he said: “Come, café!”",
        "Dvořák's naïve £5 résumé, 20 °C and ½ a jalapeño, © 1999",
        "Señor Müller, Ægir, Françoise and Åke met at noon.",
        "He said «oui» to Mme Bérénice; that was all, and nothing more was said of it.",
    ],
)
def test_english_with_a_few_signs_is_western(words: str) -> None:
    assert guess_encoding((words + "\n").encode("cp1252", "ignore") * 9) == "cp1252"


def test_a_long_text_in_ascii_before_it_hides_nothing() -> None:
    data = b"A licence in English.\n" * 3000 + (SENTENCES["ru"] + "\n").encode("cp1251") * 5
    assert guess_encoding(data) == "cp1251"


def test_bytes_of_no_language_are_taken_for_western() -> None:
    assert guess_encoding(bytes(range(128, 256)) * 20) == "cp1252"
