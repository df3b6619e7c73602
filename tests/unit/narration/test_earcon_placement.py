"""Which utterances have an earcon, and that steps and the ledger know them."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document
from tui_reader.narration.ledger import ledger
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Earcons, NarrationOptions, NoteReading


def talk() -> Document:
    """Three turns of two, the second with a note, and a memo."""
    return (
        Dialogue()
        .titled("A Talk")
        .part()
        .turn("A", "One two. Three.")
        .turn("B", "Four{1} five. Six.")
        .turn("B", "Seven.")
        .turn("A", "Eight.")
        .part("Memo", "A", paragraph="Nine.")
        .note("1", "Aha.")
        .document()
    )


def said(earcons: Earcons, notes: NoteReading = NoteReading.SILENT) -> list[tuple[str, list[str]]]:
    """What is said of the talk that has an earcon, and which."""
    narration = Narration(talk(), NarrationOptions(spell_out=False, earcons=earcons, notes=notes))
    return [(one.wording, list(map(str, one.earcons))) for one in narration if one.earcons]


def test_earcons_are_off_unless_wanted() -> None:
    assert said(Earcons.OFF) == []


def test_another_speaker_is_told_before_the_first_words() -> None:
    assert said(Earcons.SPEAKERS) == [("Four five.", ["speaker"]), ("Eight.", ["speaker"])]


def test_notes_and_ends_are_told_after_the_words() -> None:
    assert said(Earcons.ALL) == [
        ("Four five.", ["speaker", "note"]), ("Eight.", ["speaker", "part"]), ("Memo", ["heading"]),
        ("Nine.", ["end"]),
    ]  # fmt: skip


def test_a_note_can_be_a_mark_by_sound_alone() -> None:
    assert said(Earcons.OFF, NoteReading.SOUND) == [("Four five.", ["note"])]
    assert "Aha." not in [one.wording for one in Narration(talk(), NarrationOptions(notes=NoteReading.SOUND))]


def test_a_note_that_is_read_at_its_mark_needs_no_sound() -> None:
    assert not any("note" in earcons for _, earcons in said(Earcons.ALL, NoteReading.MARK))
    assert said(Earcons.ALL, NoteReading.END)[-1] == ("Aha.", ["end"])


@pytest.mark.parametrize("notes", NoteReading)
def test_who_steps_goes_the_same_way_with_them_and_without(notes: NoteReading) -> None:
    loud, quiet = (
        Narration(talk(), NarrationOptions(earcons=earcons, notes=notes)) for earcons in (Earcons.ALL, Earcons.OFF)
    )
    there = list(loud)
    assert [one._replace(earcons=()) for one in there] == [one._replace(earcons=()) for one in quiet]
    assert [loud.after(one) for one in there] == [*there[1:], None]


def test_the_ledger_tells_each() -> None:
    document = talk()
    account = ledger(document, Narration(document, NarrationOptions(earcons=Earcons.ALL)))
    told = [tuple(added) for added in account.added]
    assert told == [
        ("B", "(sound: speaker)"), ("B", "(sound: note)"), ("A", "(sound: speaker)"), ("A", "(sound: part)"),
        ("narrator", "(sound: heading)"), ("A", "(sound: end)"),
    ]  # fmt: skip
    assert account.lost == 0


def test_headings_and_directions_are_told_before_their_words_where_kinds_are_wanted() -> None:
    document = (
        Dialogue()
        .part("Act I", paragraph="The house. At night.")
        .turn("A", "One{1} two.", aside="(She sits. She stands.)")
        .turn("B", "Three.")
        .note("1", "Aha.")
        .document()
    )
    narration = Narration(document, NarrationOptions(spell_out=False, earcons=Earcons.KINDS))
    told = [(one.wording, list(map(str, one.earcons))) for one in narration if one.earcons]
    assert told == [("Act I", ["heading"]), ("One two.", ["note"]), ("She sits.", ["direction"])]
