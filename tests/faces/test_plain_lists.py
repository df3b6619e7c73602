"""Lists of places, and copying, in the plain face: the real program on a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_program import SENT, Plain
from tui_reader.paths import data_folder


@pytest.fixture
def plain(talk: Path) -> Iterator[Plain]:
    """The short dialogue."""
    with Plain(talk, "--no-sound") as program:
        program.told()
        yield program


def test_the_outline_lists_turns_and_a_number_goes_there(plain: Plain) -> None:
    told = plain.ask("O")
    assert told.startswith("\nOutline.\n4 places.\n1 Turn 1, ANNE: Good morning.\n2 Turn 2, BEN: Yes.")
    assert plain.ask("3") == "\nANNE: Then we walk."
    plain.press(b"O")
    plain.told()
    plain.press(b"\x1b[B")
    assert plain.told() == "\nTurn 3, ANNE: Then we walk. 3 of 4."
    assert plain.ask("L") == "\nBack at turn 3."


def test_bookmarks_are_listed_with_notes_and_removed(plain: Plain) -> None:
    assert plain.ask('"') == "\nThere are no bookmarks."
    plain.ask("b")
    plain.ask("n")
    plain.ask("b")
    told = plain.ask('"')
    assert told.startswith("\n2 bookmarks.\n1 turn 1, ANNE: Good morning.\n2 turn 2, BEN: Yes.\n")
    assert plain.ask("e") == "\nWhich number?"
    assert plain.ask("1") == "\nType a note, then Enter.\nNote: "
    plain.press(b"a greeting")
    plain.told()
    assert plain.ask("enter") == "\nNote of bookmark 1 written."
    assert "1 turn 1, ANNE: Good morning. Note: a greeting" in plain.ask('"')
    assert plain.ask("x", "2") == "\nBookmark 2 removed."
    assert plain.ask('"').startswith("\n1 bookmark.\n1 turn 1")
    assert plain.ask("1").startswith("\nBookmark 1, turn 1, ANNE: Good morning.")


def test_documents_of_a_volume_are_listed_filtered_and_opened(folder: Path) -> None:
    with Plain(f"{folder / 'volume.xml'}#d1", "--no-sound") as program:
        program.told()
        told = program.ask("d")
        assert "2 documents." in told and "\n1 " in told and "\n2 " in told
        program.ask("/")
        program.press(b"note")
        program.told()
        assert "1 of 2 documents.\n2 Note" in program.ask("enter")
        assert program.ask("2").startswith("\nNote.")
        program.press(b"d")
        assert "2 documents.\n1 " in program.told()


def test_a_file_of_one_document_has_no_list_of_them(plain: Plain) -> None:
    assert plain.ask("d") == "\nThis file holds one document."


def test_what_is_copied_goes_to_a_file_that_is_named_where_there_is_no_clipboard(plain: Plain) -> None:
    notes = data_folder() / "notes.txt"
    told = "".join(plain.ask("x").split())  # Without spaces: a long path of the home folder is divided over lines.
    assert told == f"Copied turn 1, 3 words, to {notes}, as there is no clipboard.".replace(" ", "")
    assert notes.read_text() == "ANNE: Good morning.\n\n" and notes.stat().st_mode & 0o077 == 0
    assert plain.ask("V").startswith("\nSelecting from here.")
    plain.ask("n")
    plain.ask("x")
    assert notes.read_text().endswith("\n\nGood morning.\n\n")
    assert "with reference, 2 words, to" in " ".join(plain.ask("X").split())
    assert "Turn 2, BEN. A Talk" in notes.read_text()


def test_a_sentence_or_a_selection_is_highlighted(plain: Plain) -> None:
    assert plain.ask("H") == "\nHighlight 1 at turn 1."
    plain.ask("n")
    plain.ask("V")
    plain.ask("n")
    assert plain.ask("H") == "\nHighlight 2 at turn 2."
    assert "1 highlight, turn 1, ANNE: Good morning.\n2 highlight, turn 2, BEN: Yes." in plain.ask('"')


def test_the_volume_has_its_keys(talk: Path) -> None:
    with Plain(talk, "--engine", "quiet") as program:
        program.told()
        assert program.ask(SENT.get("(", "(")) == "\nVolume 90 percent."
        assert program.ask(")") == "\nVolume 100 percent."
