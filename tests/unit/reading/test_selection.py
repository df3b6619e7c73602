"""What is copied of a turn whose words are hidden."""

from __future__ import annotations

from pathlib import Path

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.hidden_words import Hiding, hidden
from tui_reader.document.model import Document, Position
from tui_reader.document.turn_reference import referred_place
from tui_reader.formats import read
from tui_reader.reading import selection

WORDS = "Kumquats are the best."
VERSE = "So are\nplums,\nand figs."


def rehearsed() -> tuple[Document, Document]:
    """A talk, and the same with the words of one speaker hidden."""
    dialogue = Dialogue().turn("ANN", "Rises early.").turn("BEN", WORDS, aside="(Rises.)", verse=VERSE)
    whole = dialogue.turn("ANN", "We go.").document()
    return whole, hidden(whole, Hiding(frozenset({"BEN"})))


def test_what_is_copied_of_a_hidden_turn_does_not_tell_its_length() -> None:
    _, shown = rehearsed()
    assert selection.turn_of(shown, shown.pages[1]) == "BEN: …\n(Rises.)\n…"
    every = selection.Selection(Position(0, 0), Position(2, 6))
    assert selection.words_of(shown, every) == "ANN: Rises early.\n\nBEN: …\n(Rises.)\n…\n\nANN: We go."


def test_what_is_shown_is_copied_as_it_is() -> None:
    whole, _ = rehearsed()
    assert selection.turn_of(whole, whole.pages[1]) == f"BEN: {WORDS}\n(Rises.)\n{VERSE}"


def test_the_reference_of_a_hidden_turn_has_no_word_and_leads_to_it() -> None:
    whole, shown = rehearsed()
    reference = selection.reference_of(shown, selection.whole(shown.pages[1]), Path("talk.txt"))
    assert "#turn-2" in reference and "~" not in reference
    assert referred_place(whole, "turn-2") == Position(1, 0)


def test_of_a_memo_the_paragraph_is_copied_that_is_read_there() -> None:
    document = read(MEMORANDUM)
    memo = document.pages[-1]
    assert memo.turn is None and len(memo.passages) > 3
    (third, words), *_ = [*memo.passages_at()][3:]
    stretch, name = selection.unselected(memo, Position(memo.index, third + 5))
    assert name == "this paragraph" and selection.words_of(document, stretch) == words.text.strip()
    turn = document.pages[5]
    assert selection.unselected(turn, Position(5, 40)) == (selection.whole(turn), "turn 6")


def test_a_sentence_is_found_by_a_place_within_it() -> None:
    whole, _ = rehearsed()
    assert selection.sentence_stretch(whole.pages[1], 4) == selection.Selection(Position(1, 0), Position(1, len(WORDS)))
