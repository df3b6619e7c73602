"""The memorandum of November 9, 1962: everything that its reading rests on."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.support.corpus import CORPUS
from tui_reader.document.accounting import accounted
from tui_reader.document.model import Document, Kind
from tui_reader.formats import read

SHA256 = "2da4f5bf5ad45c53e379f509980c0106324e47962af120a4e2a76efa1941f559"


@pytest.fixture(scope="module")
def memorandum() -> Document:
    return read(CORPUS / "stevenson-ball.txt")


def test_the_file_is_the_one_that_was_checked(memorandum: Document) -> None:
    assert memorandum.key == SHA256 == hashlib.sha256((CORPUS / "stevenson-ball.txt").read_bytes()).hexdigest()


def test_title_collection_and_date_are_found_by_their_shape(memorandum: Document) -> None:
    assert memorandum.title is not None and memorandum.collection is not None and memorandum.date is not None
    assert memorandum.title.text == (
        "Memorandum of Telephone Conversation Between the Permanent Representative to the United Nations (Stevenson) "
        "and the Under Secretary of State (Ball)"
    )
    assert memorandum.collection.text == "The Cuban Missile Crisis"
    assert memorandum.date.passage.text == "November 9, 1962, 4:15 p.m."
    assert memorandum.date.iso == "1962-11-09T16:15"


def test_there_are_23_turns_under_three_labels(memorandum: Document) -> None:
    speakers = [turn.speaker for turn in memorandum.turns]
    assert speakers == ["AES", "GWB", "AES", "AES", "GWB", "AES", *["GWB", "AES"] * 8, "GWB"]
    labels = [turn.label.text for turn in memorandum.turns]
    assert (labels.count("AES"), labels.count("GWB"), labels.count("GB")) == (12, 2, 9)
    assert [turn.number for turn in memorandum.turns] == list(range(1, 24))


def test_gb_is_gwb_and_the_evidence_says_why(memorandum: Document) -> None:
    stevenson, ball = memorandum.people
    assert (stevenson.id, stevenson.name, stevenson.labels) == ("AES", "Adlai E. Stevenson", ("AES",))
    assert stevenson.role == "Permanent Representative to the United Nations"
    assert (ball.id, ball.name, ball.role) == ("GWB", "George W. Ball", "Under Secretary of State")
    assert ball.labels == ("GWB", "GB")
    said = " ".join(ball.evidence)
    assert "the Under Secretary of State (Ball)" in said
    assert "GB is GWB without its middle letter" in said
    assert "GWB is last used in turn 5 and GB first in turn 7" in said
    assert "stevenson-ball.people.toml gives the name George W. Ball" in said
    assert any("signature" in sentence and "AES" in sentence for sentence in stevenson.evidence)


def test_without_the_people_file_the_title_gives_only_the_surname(tmp_path: Path) -> None:
    shutil.copy(CORPUS / "stevenson-ball.txt", tmp_path)
    stevenson, ball = read(tmp_path / "stevenson-ball.txt").people
    assert ball.name == "Ball"
    assert stevenson.name == "Adlai E. Stevenson"


def test_the_aside_and_the_paragraph_without_label_stay_in_turn_six(memorandum: Document) -> None:
    turn = memorandum.turns[5]
    assert [passage.kind for passage in turn.passages] == [Kind.SPEECH, Kind.ASIDE, Kind.SPEECH]
    assert turn.passages[1].text == "(Memo written up separately)"
    assert turn.passages[2].text.startswith("Just chew on that")


def test_marks_are_taken_out_and_keep_their_places(memorandum: Document) -> None:
    marks = [
        (mark.note, turn.number, number, mark.offset)
        for turn in memorandum.turns
        for number, passage in enumerate(turn.passages)
        for mark in passage.marks
    ]
    assert marks == [("1", 1, 0, 66), ("2", 4, 0, 62), ("3", 6, 1, 28)]
    first = memorandum.turns[0].passages[0].text
    assert (
        first
        == "I wonder if you would care to submit this afternoon at the meeting a suggestion which I could dictate."
    )


def test_the_memo_is_a_part_of_its_author_with_items_and_signature(memorandum: Document) -> None:
    exchange, memo = memorandum.parts
    assert exchange.heading is None and exchange.body == () and len(exchange.turns) == 23
    assert (memo.id, memo.author, memo.turns) == ("memo", "AES", ())
    kinds = [block.kind for block in memo.body]
    assert kinds == [*[Kind.PARAGRAPH] * 2, *[Kind.ITEM] * 4, Kind.PARAGRAPH, Kind.SIGNATURE]
    assert memo.body[2].text.startswith("1. If the Soviets") and "(fuselages at sea)" in memo.body[2].text
    assert "verify compliances above" in memo.body[3].text
    assert memo.body[-1].text == "Adlai E. Stevenson"
    assert [(mark.note, mark.offset, mark.inferred) for mark in memo.body[-1].marks] == [("5", 18, False)]


def test_the_note_without_a_mark_hangs_on_the_memos_heading(memorandum: Document) -> None:
    heading = memorandum.parts[1].heading
    assert heading is not None
    assert [(mark.note, mark.offset, mark.inferred) for mark in heading.marks] == [("4", len(heading.text), True)]


def test_notes_lose_the_rest_of_their_link_and_the_source_stands_apart(memorandum: Document) -> None:
    assert [note.mark for note in memorandum.notes] == ["1", "2", "3", "4", "5"]
    assert memorandum.notes[1].text == "See Document 166."
    assert all(note.text and not note.text.endswith("Back") for note in memorandum.notes)
    assert memorandum.source is not None and memorandum.source.text is not None
    assert memorandum.source.text.startswith("Department of State, Ball Files")
    assert [(rest.text, rest.why) for rest in memorandum.residue if not rest.inline] == [
        ("127 Wall Street, New Haven, CT 06511.", "a postal address")
    ]
    assert [rest.text for rest in memorandum.residue if rest.inline] == ["Back"] * 5


def test_every_character_is_in_exactly_one_place(memorandum: Document) -> None:
    assert accounted(memorandum)


def test_each_character_of_a_passage_has_its_place_in_the_source(memorandum: Document) -> None:
    for page in memorandum.pages:
        for passage in page.passages:
            printed = "".join(memorandum.text[start:end] for start, end in passage.spans)
            assert len(printed) == len(passage.text)
            assert printed.split() == passage.text.split()
