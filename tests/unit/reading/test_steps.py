"""Where a step leads: words, paragraphs, turns, parts; and where a clause begins."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document, Position
from tui_reader.reading import steps
from tui_reader.reading.spoken_asides import clause_start
from tui_reader.reading.steps import Step

HERE = Position(0, 0)


def talk() -> Document:
    return Dialogue().turn("A", "One -- two.", more="Three.").turn("B", "Four.").document()


def walk(step: Step, start: Position = HERE) -> list[Position | str]:
    """The places that a step leads to, until it says why there is none."""
    found: list[Position | str] = []
    here: Position | str = start
    while not isinstance(here, str):
        here = step(talk(), here)
        found.append(here)
    return found


def test_words_are_steps_and_dashes_are_none() -> None:
    text = talk().pages[0].text
    words = [Position(0, text.index(word)) for word in ("two", "Three")]
    assert walk(steps.next_word) == [*words, Position(1, 0), "End of document. 2 turns."]
    assert walk(steps.previous_word, Position(1, 2)) == [
        Position(1, 0), *reversed(words), HERE, "Start of document.",
    ]  # fmt: skip


def test_paragraphs_are_steps_across_turns() -> None:
    three = Position(0, talk().pages[0].text.index("Three"))
    assert walk(steps.next_paragraph) == [three, Position(1, 0), "End of document. 2 turns."]
    assert walk(steps.previous_paragraph, Position(1, 3)) == [Position(1, 0), three, HERE, "Start of document."]


@pytest.mark.parametrize("step", [steps.next_word, steps.previous_word, steps.next_paragraph, steps.previous_paragraph])
def test_a_document_without_text_has_no_steps(step: Step) -> None:
    assert isinstance(step(Dialogue().document(), HERE), str)


CLAUSES = {
    "after a comma": ("Well, if they go, we stay.", "stay", "we stay."),
    "before all commas": ("Well, if they go, we stay.", "Well", "Well, if they go, we stay."),
    "after a dash": ("He liked it--this is pending--now.", "pending", "this is pending--now."),
    "a comma in a number": ("It costs 1,000 dollars.", "dollars", "It costs 1,000 dollars."),
    "no clause": ("No clause here at all.", "all", "No clause here at all."),
}


@pytest.mark.parametrize(("spoken", "word", "clause"), CLAUSES.values(), ids=CLAUSES)
def test_a_clause_begins_after_its_comma_or_dash(spoken: str, word: str, clause: str) -> None:
    assert spoken[clause_start(spoken, spoken.index(word)) :] == clause
