"""Why there is silence after each utterance, and how long it is."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.sound import utterance
from tests.unit.narration.test_narration import call, plain
from tui_reader.narration.narration import Narration
from tui_reader.narration.pause import Pause
from tui_reader.narration.pauses import breaks_off


def test_each_silence_has_its_reason() -> None:
    found = [(u.wording, u.pause) for u in plain(call())]
    assert found == [
        ("A Call", Pause.PART),
        ("May 4", Pause.PART),
        ("Did the meeting end?", Pause.SENTENCE),
        ("I must know.", Pause.ANSWER),
        ("Yes.", Pause.ANSWER),
        ("Good.", Pause.SENTENCE),
        ("I shall read it:", Pause.PARAGRAPH),
        ("Memo written up separately.", Pause.PARAGRAPH),
        ("Think it over.", Pause.SAME_SPEAKER),
        ("And call me.", Pause.PART),
        ("Memorandum From Brown", Pause.PART),
        ("I suggest this:", Pause.PARAGRAPH),
        ("1. If they go, and", Pause.ITEM),
        ("2. We stay.", Pause.PARAGRAPH),
        ("All is well.", Pause.PARAGRAPH),
        ("Signed, Adlai E. Brown.", Pause.END),
    ]


LONG = "It is a long story indeed, and nobody here has time for it."


def pauses(*turns: str) -> list[Pause]:
    """The pauses of turns by two people in alternation, each of one sentence."""
    dialogue = Dialogue()
    for number, words in enumerate(turns):
        dialogue.turn("AB"[number % 2], words)
    return [said.pause for said in Narration(dialogue.document())]


def test_the_last_words_of_a_long_turn_are_no_short_answer() -> None:
    assert pauses(f"{LONG} Yes.", "No.") == [Pause.SENTENCE, Pause.CHANGE, Pause.END]


def test_between_two_short_turns_the_pause_is_short() -> None:
    assert pauses("Where were you all this time?", "I was in the garden.") == [Pause.ANSWER, Pause.END]
    assert pauses("Where were you all this time?", LONG) == [Pause.CHANGE, Pause.END]
    assert pauses(LONG, "I was in the garden.") == [Pause.CHANGE, Pause.END]


@pytest.mark.parametrize(
    "end",
    [
        "--",
        "...",
        "-",
        "—",
        " —",
        "–",
        "…",
        ". . .",
        '--"',
        "—”",
        "…»",
        "-- [crosstalk]",
        "… (laughter)",
        "*—*",
        "......",
    ],
)
def test_a_turn_that_breaks_off_is_followed_at_once(end: str) -> None:
    assert breaks_off(f"I was going to tell you that the man{end}")
    assert pauses(f"I was going to tell you that the man{end}", "Stop!") == [Pause.INTERRUPTION, Pause.END]


@pytest.mark.parametrize(
    "words", ["He came -- and went.", "And then...?", "It is [so] (indeed).", "Well…!", "", "(--)"]
)
def test_a_turn_that_ends_otherwise_does_not_break_off(words: str) -> None:
    assert not breaks_off(words)


def test_who_goes_on_after_a_dash_is_not_interrupted_by_himself_nor_by_a_heading() -> None:
    document = Dialogue().turn("A", "I was going to--").turn("A", "Well, where was I just now?").document()
    assert [said.pause for said in Narration(document)] == [Pause.SAME_SPEAKER, Pause.END]


def test_a_pause_is_longer_after_a_long_sentence() -> None:
    assert [utterance("x" * length).pause_scale for length in (0, 80, 160, 400)] == [0.75, 1, 1.25, 1.25]
    for pause in (Pause.INTERRUPTION, Pause.ANSWER, Pause.PART, Pause.END):
        assert utterance("x" * 160, pause=pause).pause_scale == 1
