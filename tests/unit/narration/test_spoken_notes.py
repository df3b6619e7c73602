"""Notes: said on demand, after the sentence of their mark, after the turn, or after all."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.unit.narration.test_narration import call, plain
from tui_reader.document.model import NARRATOR, Note
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.pause import Pause

NOTE = ["Note 1.", "The first meeting.", "It was short."]


def test_notes_and_source_are_said_on_demand_only() -> None:
    document = call()
    narration = plain(document)
    note = narration.note(document.notes[0])
    assert [u.wording for u in note] == ["Note 1.", "The first meeting.", "It was short."]
    assert {(u.voice, u.offset, u.page) for u in note} == {(NARRATOR, None, 0)}
    assert [u.pause for u in note] == [Pause.SENTENCE, Pause.SENTENCE, Pause.END]
    assert document.source
    assert [u.wording for u in narration.note(document.source)] == ["Source.", "A box.", "In a cellar."]
    assert narration.after(note[-1]) is None
    assert narration.before(note[0]) is None
    assert not {"The first meeting.", "A box."} & {u.wording for u in narration}


def test_a_note_is_read_after_the_sentence_of_its_mark() -> None:
    narration = plain(call(), notes=NoteReading.MARK)
    said = list(narration)
    assert [u.wording for u in said[2:7]] == ["Did the meeting end?", *NOTE, "I must know."]
    assert [u.pause for u in said[2:6]] == [Pause.NOTE, Pause.SENTENCE, Pause.SENTENCE, Pause.NOTE]
    assert [bool(u.note) for u in said[2:7]] == [False, True, True, True, False]
    assert {u.voice for u in said[3:6]} == {NARRATOR}


def test_a_note_is_read_after_the_turn_of_its_mark_and_the_pause_before_the_next_stays() -> None:
    said = list(plain(call(), notes=NoteReading.TURN))
    assert [u.wording for u in said[2:8]] == ["Did the meeting end?", "I must know.", *NOTE, "Yes."]
    assert [u.pause for u in said[3:7]] == [Pause.NOTE, Pause.SENTENCE, Pause.SENTENCE, Pause.CHANGE]


def test_notes_are_read_after_all_else() -> None:
    said = [u.wording for u in plain(call(), notes=NoteReading.END)]
    assert said[-4:] == ["Signed, Adlai E. Brown.", *NOTE]


@pytest.mark.parametrize("notes", [NoteReading.MARK, NoteReading.TURN, NoteReading.END])
def test_a_note_is_read_once_and_forward_and_backward_are_the_same(notes: NoteReading) -> None:
    turns = Dialogue().turn("A", "One{1} two. Three{1} four.").turn("B", "Five{1}.").note("1", "Aha.")
    said = list(plain(turns.document(), notes=notes))
    assert [u.wording for u in said].count("Aha.") == 1
    narration = plain(turns.document(), notes=notes)
    assert [narration.after(u) for u in said] == [*said[1:], None]
    assert [narration.before(u) for u in said] == [None, *said[:-1]]


def test_a_mark_behind_the_blank_after_a_sentence_is_that_sentence_s() -> None:
    turns = Dialogue().turn("A", "One. {1}Two.").note("1", "Aha.")
    assert [u.wording for u in plain(turns.document(), notes=NoteReading.MARK)] == ["One.", "Note 1.", "Aha.", "Two."]


def test_a_note_that_is_not_in_the_file_says_so() -> None:
    assert [u.spoken for u in Narration(call()).note(Note("3", None, None))] == ["Note 3 is not in this file."]
