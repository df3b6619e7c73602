"""The shape of a talk: equal stretches, each with who says most in it."""

from __future__ import annotations

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.columnar import to_columns
from tui_reader.document.model import Position
from tui_reader.document.talk_shape import Run, TalkShape, runs
from tui_reader.formats import read


def shape(*lengths: int) -> TalkShape:
    """A talk of A, B, A ... with turns of so many characters."""
    made = Dialogue()
    for number, length in enumerate(lengths):
        made = made.turn("AB"[number % 2], "x" * length)
    return TalkShape(made.document())


def test_each_stretch_has_the_speaker_who_says_most_in_it() -> None:
    assert shape(100, 300, 100).speakers(5) == ["A", "B", "B", "B", "A"]
    assert shape(140, 260, 100).speakers(5) == ["A", "B", "B", "B", "A"]
    assert shape(160, 240, 100).speakers(5) == ["A", "A", "B", "B", "A"]


def test_a_talk_of_many_turns_is_divided_in_a_moment_and_a_short_one_stretched() -> None:
    many = shape(*[1] * 3000)
    assert len(many.speakers(10)) == 10 and set(many.speakers(10)) <= {"A", "B"}
    assert shape(1, 1).speakers(6) == ["A", "A", "A", "B", "B", "B"]


def test_turns_in_columns_have_the_same_shape() -> None:
    made = shape(*[number % 7 + 1 for number in range(50)])
    assert TalkShape(to_columns(made.document, 2)).speakers(30) == made.speakers(30)


def test_a_place_and_its_stretch_belong_together() -> None:
    document = read(MEMORANDUM)
    made = TalkShape(document)
    for stretches in (1, 7, 80, 5000):
        for stretch in range(0, stretches, max(1, stretches // 50)):
            assert made.stretch(made.place(stretch, stretches), stretches) == stretch or stretches == 5000
        assert made.stretch(Position(0, 0), stretches) == 0
        last = Position(len(document.pages) - 1, len(document.pages[-1].text))
        assert made.stretch(last, stretches) == stretches - 1
        borders = made.borders(stretches)
        assert borders == sorted(borders) and len(borders) == stretches + 1 and borders[0] == Position(0, 0)


def test_a_place_behind_the_end_is_in_the_last_stretch() -> None:
    assert shape(10, 10).stretch(Position(7, 3), 5) == 4


def test_a_memo_belongs_to_nobody_and_begins_a_part() -> None:
    made = TalkShape(read(MEMORANDUM))
    speakers = made.speakers(80)
    (part,) = made.parts(80)
    assert set(speakers[:part]) == {"AES", "GWB"} and set(speakers[part + 1 :]) == {None}


def test_a_document_without_text_has_no_shape() -> None:
    assert TalkShape(Dialogue().document()).speakers(10) == []


def test_stretches_of_one_speaker_are_put_together() -> None:
    assert runs(["A", "A", None, "B", "B", "B"]) == [Run("A", 2), Run(None, 1), Run("B", 3)]
