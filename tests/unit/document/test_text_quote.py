"""A place of an edited document is found again by its words, and never where other words are."""

from __future__ import annotations

import random

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document, Position
from tui_reader.document.text_quote import Found, QuoteFinder, quote_of

TALK = (
    ("ANNE", "Good morning to all of you, and thank you for coming at this hour."),
    ("BEN", "Yes."),
    ("ANNE", "We have to settle the question of the harbour before the ships come in. That is for Friday."),
    ("BEN", "I think the harbour master has been told already, or so his letter says."),
    ("ANNE", "Then let us go on to the bridge."),
    ("BEN", "Yes."),
    ("ANNE", "Who pays for the bridge? The county said that it would, and then it said nothing for a year."),
)


def talk(*turns: tuple[str, str]) -> Document:
    dialogue = Dialogue()
    for name, words in turns:
        dialogue.turn(name, words)
    return dialogue.document()


def edited(**changed: str | None) -> Document:
    """The talk with turn n as `_n` says; None removes it."""
    turns = [(name, changed.get(f"_{number}", words)) for number, (name, words) in enumerate(TALK)]
    return talk(*((name, words) for name, words in turns if words is not None))


def found(after: Document, page: int, start: int = 0, length: int = 0) -> Found | None:
    return QuoteFinder(after).find(quote_of(talk(*TALK), Position(page, start), length), page, length)


def test_a_quote_has_the_words_of_its_sentence_and_those_around_it() -> None:
    quote = quote_of(talk(*TALK), Position(2, 0))
    assert quote.exact == "We have to settle the question of the harbour before the ships come in."
    assert quote.prefix.endswith("at this hour. Yes. ")
    assert quote.suffix.startswith(" That is for Friday. I think")
    assert quote_of(talk(*TALK), Position(0, 0)).prefix == ""


def test_the_same_words_are_found_wherever_they_are() -> None:
    after = talk(("BEN", "One more."), *TALK[2:], *TALK[:2])
    assert found(after, 3) == Found(Position(2, 0), 0)
    assert found(after, 6, 25, 10) == Found(Position(5, 25), 10)


def test_of_words_that_come_twice_those_with_the_same_surroundings_are_meant() -> None:
    assert found(talk(("BEN", "One more."), *TALK), 1) == Found(Position(2, 0), 0)
    assert found(talk(("BEN", "One more."), *TALK), 5) == Found(Position(6, 0), 0)
    assert found(edited(_1=None), 5) == Found(Position(4, 0), 0)
    assert found(edited(_1=None), 1) is None


def test_a_changed_word_is_no_obstacle() -> None:
    words = "I believe the harbour master has been told already, or so his letter says."
    assert found(edited(_3=words), 3) == Found(Position(3, 0), 0)
    assert found(edited(_3=words), 3, 8) == Found(Position(3, 10), 0)
    assert found(edited(_4="Then let us turn to the bridge."), 4) == Found(Position(4, 0), 0)
    assert found(edited(_3=words), 3, 2, 11) == Found(Position(3, 2), 13)


@pytest.mark.parametrize("words", [None, "No.", "Something else was said here and it is of other things altogether."])
def test_words_that_are_gone_are_not_found(words: str | None) -> None:
    for page in (3, 4, 1):
        assert found(edited(**{f"_{page}": words}), page) is None


def test_a_long_highlight_is_found_by_its_ends() -> None:
    long = " ".join(f"word{number}" for number in range(200))
    before, after = talk(*TALK, ("ANNE", long)), talk(*TALK, ("ANNE", long.replace("word100", "another")))
    quote = quote_of(before, Position(7, 0), len(long))
    assert len(quote.exact) < len(long)
    assert QuoteFinder(after).find(quote, 7, len(long)) == Found(Position(7, 0), len(long))


def test_how_lines_are_divided_tells_nothing() -> None:
    verse = Dialogue().part(verse="Two of them\nwalked along the shore\nand said nothing of it.").document()
    prose = talk(("ANNE", "Two of them walked along the shore and said nothing of it."))
    assert QuoteFinder(prose).find(quote_of(verse, Position(0, 0)), 0) == Found(Position(0, 0), 0)


def test_any_edit_ends_in_a_place_of_the_document_or_none() -> None:
    chance = random.Random(4)
    for _ in range(15):
        turns = [TALK[chance.randrange(len(TALK))] for _ in range(chance.randrange(0, 9))]
        after = talk(*turns)
        for page in range(len(TALK)):
            place = found(after, page, chance.randrange(0, 4), chance.choice((0, 0, 1, 30)))
            if place:
                text = after.pages[place.place.page].text
                assert 0 <= place.place.offset <= len(text)
                assert place.place.offset + place.length <= len(text)


def test_an_empty_document_has_nothing() -> None:
    assert found(talk(), 1) is None
