"""Languages are guessed from short texts, and what is too short or of none that is known stays without."""

from __future__ import annotations

import pytest

from tests.support.sentences_by_language import SENTENCES
from tui_reader.formats.language.guess import ENOUGH, guess


@pytest.mark.parametrize("language", SENTENCES)
def test_a_few_sentences_tell_their_language(language: str) -> None:
    guessed = guess(SENTENCES[language])
    assert (guessed.tag, guessed.certainty >= ENOUGH) == (language, True), guessed


@pytest.mark.parametrize("text", ["", "1962 ... 17", "No.", "Ah! Me?", "Otello! Otello! Iago!", "Anna. Bert. Anna."])
def test_exclamations_and_names_tell_no_language(text: str) -> None:
    assert guess(text).certainty < ENOUGH


def test_words_of_no_language_that_is_known_are_none() -> None:
    assert guess("brikala mundo vesti orkana lemi pratu sildo venka " * 30).certainty < ENOUGH


def test_names_in_another_script_do_not_hide_the_language() -> None:
    assert guess("我不知道 John Smith 在不在，请进来吧，我们等着他呢。").tag == "zh"


@pytest.mark.parametrize(("text", "tag"), [("Да. Нет.", "ru"), ("מה?", "he"), ("Aha. Добрый день, Павел Фомич!", "ru")])
def test_another_script_is_never_taken_for_english(text: str, tag: str) -> None:
    guessed = guess(text)
    assert (guessed.tag, guessed.is_sure) == (tag, True)


@pytest.mark.parametrize(("text", "tag"), [
    ("Бұл менің үйім, және мен үшін бәрі бар. Сен қайда болдың?", "kk"),
    ("Бу минем өем, һәм анда бар да бар. Син кайда идең соң?", "tt"),
    ("Был минең өйөм, һәм унда бар ҙа бар. Һин ҡайҙа инең һуң?", "ba"),
    ("Ez da hori nire etxea, baina zuk ere nahi duzu. Zer egin behar dut nik orain?", "eu"),
    ("Mae hi yn y tŷ ond dim yn yr ardd. Beth yw hyn, a chi wedi bod yn y dref?", "cy"),
    ("Tá sé sa teach ach níl sí ann. Cad é seo, agus an bhfuil tú ag teacht liom anois?", "ga"),
    ("Энэ бол миний гэр байна. Би чамд өгнө гэж хэлсэн юм, чи үү?", "mn"),
])  # fmt: skip
def test_neighbours_of_large_languages_are_told_from_them(text: str, tag: str) -> None:
    assert guess(text * 3).tag == tag
