"""Words that somebody rehearses are hidden, and every place in the document stays the same."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.columnar import to_columns
from tui_reader.document.hidden_words import Hiding, WordsShown, cue, hidden
from tui_reader.document.model import Document

ANN = Hiding(frozenset({"ANN"}))


def talk() -> Document:
    dialogue = Dialogue().turn("BEN", "Where were you last night?").turn("ANN", "At home, as I said.{1} Why?")
    return dialogue.turn("BEN", "Nothing.").note("1", "She was not.").document()


@pytest.mark.parametrize("columns", [False, True], ids=["turns", "columns"])
def test_none_of_the_words_are_left_and_all_places_are_the_same(columns: bool) -> None:
    document = to_columns(talk(), 1) if columns else talk()
    shown = hidden(document, ANN)
    assert [page.text.split() for page in shown.pages] == [
        ["Where", "were", "you", "last", "night?"],
        ["…"],
        ["Nothing."],
    ]
    assert [len(page.text) for page in shown.pages] == [len(page.text) for page in document.pages]
    assert [mark.offset for mark in shown.pages[1].passages[0].marks] == [19]
    assert len(shown.text) == len(document.text)
    assert not {"home", "said", "Why"} & set(shown.text.replace(".", " ").replace("?", " ").split())
    assert "Where were you" in shown.text and shown.people == document.people
    assert hidden(document, Hiding()) is document


def test_first_letters_stand_where_their_words_stood() -> None:
    dialogue = Dialogue().turn("ANN", "I said: “Oh, no”--'tis élan e\u0301t 1962 ... -- 好的。 x")
    document = dialogue.document()
    letters = hidden(document, ANN._replace(shown=WordsShown.LETTERS)).pages[0].text
    assert letters.split() == ["I", "s.", "“O.", "n.", "é.", "e\u0301.", "1.", "...", "--", "好.", "x"]
    assert [letters.find(word) for word in ("s.", "n.")] == [
        document.pages[0].text.find(word) for word in ("said", "no")
    ]


def test_directions_are_shown_and_so_is_the_same_speakers_letter() -> None:
    dialogue = Dialogue().turn("ANN", "Good evening.", aside="Rises.")
    document = dialogue.part("LETTER", author="ANN", paragraph="Dear Ben.").document()
    shown = hidden(document, ANN)
    assert [passage.text.strip() for passage in shown.pages[0].passages] == ["…", "Rises."]
    assert "Dear Ben." in shown.pages[1].text


def test_one_turn_may_be_shown_and_the_others_not() -> None:
    document = Dialogue().turn("ANN", "One.").turn("BEN", "Two.").turn("ANN", "Three.").document()
    shown = hidden(document, ANN._replace(pages={2: WordsShown.WHOLE}))
    assert [page.text.strip() for page in shown.pages] == ["…", "Two.", "Three."]
    whole = ANN._replace(shown=WordsShown.WHOLE, pages={0: WordsShown.HIDDEN})
    assert [page.text.strip() for page in hidden(document, whole).pages] == ["…", "Two.", "Three."]


def test_the_cue_is_the_last_words_before() -> None:
    document = (
        Dialogue().turn("BEN", "One two three four five six seven.", aside="Waits.").turn("ANN", "Yes.").document()
    )
    start, end = cue(document.pages, ANN, 0) or (0, 0)
    assert document.pages[0].text[start:end] == "two three four five six seven."
    assert cue(document.pages, ANN, 1) is None
    twice = Dialogue().turn("ANN", "Yes.").turn("ANN", "No.").document()
    assert cue(twice.pages, ANN, 0) is None


def test_the_cue_is_short_in_writings_without_blanks() -> None:
    for words, last in (
        ("我们明天早上在车站见面，然后一起去北京。", "后一起去北京。"),
        ("เราจะพบกันที่สถานีพรุ่งนี้เช้า", "รุ่งนี้เช้า"),
        ("Er kommt am Ende 一起去。", "kommt am Ende 一起去。"),
    ):
        document = Dialogue().turn("BEN", words).turn("ANN", "好。").document()
        start, end = cue(document.pages, ANN, 0) or (0, 0)
        assert document.pages[0].text[start:end] == last


def test_a_long_hostile_word_is_masked_in_time_that_grows_with_it() -> None:
    document = Dialogue().turn("ANN", "-" * 300_000 + "a" * 300_000).document()
    letters = hidden(document, ANN._replace(shown=WordsShown.LETTERS)).pages[0].text
    assert letters.rstrip() == "-" * 300_000 + "a."
