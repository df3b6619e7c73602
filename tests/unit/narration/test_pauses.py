"""Why there is silence after each utterance."""

from __future__ import annotations

from tests.support.dialogue_builder import Dialogue
from tests.unit.narration.test_narration import call, plain
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import Pause


def test_each_silence_has_its_reason() -> None:
    found = [(u.wording, u.pause) for u in plain(call())]
    assert found == [
        ("A Call", Pause.PART),
        ("May 4", Pause.PART),
        ("Did the meeting end?", Pause.SENTENCE),
        ("I must know.", Pause.CHANGE),
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


def test_the_last_words_of_a_long_turn_are_no_short_answer() -> None:
    document = Dialogue().turn("A", "It is a long story indeed. Yes.").turn("B", "No.").document()
    assert [u.pause for u in Narration(document)] == [Pause.SENTENCE, Pause.CHANGE, Pause.END]
