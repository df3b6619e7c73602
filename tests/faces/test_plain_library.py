"""The library in the plain face: documents by number, words in all of them, folders added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_program import Plain
from tests.support.talks import TALK_WITH_WORDS as TALK
from tui_reader.document.model import Position
from tui_reader.faces.plain.library_lists import KEYS, NOT_KEPT
from tui_reader.formats import read
from tui_reader.library import Library, catalogue, library_path
from tui_reader.settings.settings_file import settings_path

MEMORANDUM = "Memorandum of Telephone"


@pytest.fixture
def plain(folder: Path) -> Iterator[Plain]:
    """The talk of the folder, which was read to its third turn, opened again."""
    with Library(library_path()) as library:
        list(library.folders.add(folder))
        list(catalogue.refreshing(library))  # the corpus, which a busy machine may not read in time
        library.keep_place(read(folder / "talk.txt"), folder / "talk.txt", Position(2, 0))
    program = Plain("--no-sound", folder / "talk.txt")
    assert "Back at turn 3 of 4." in program.told()
    yield program
    program.close()


def test_documents_are_listed_by_number_and_a_number_opens_one(plain: Plain) -> None:
    lines = plain.ask("D").strip().splitlines()
    assert lines[:3] == ["4 documents.", "3 items.", "1 A Talk, ANNE, BEN, 66 percent, open."]
    assert lines[3].startswith(f"2 {MEMORANDUM}")
    assert lines[-3] == "3 volume, 2 documents, not read yet." and " ".join(lines[-2:]) == KEYS
    lines = plain.ask("3").strip().splitlines()
    assert lines[:4] == ["volume.", "2 documents.", "1 1. Letter, not read yet.", "2 2. Note, not read yet."]
    assert plain.ask("escape").startswith("\n4 documents.\n3 items.")
    plain.ask("3")
    told = plain.ask("2")
    assert told.strip().startswith("Note.") and "The mine is dry." in told
    lines = plain.ask("D").strip().splitlines()[2:4]
    assert lines == ["1 volume, 2 documents, 0 percent.", "2 A Talk, ANNE, BEN, 66 percent."]
    assert "Back at turn 3 of 4." in plain.ask("2")


def test_the_list_is_in_the_order_that_is_chosen_and_keeps_it(plain: Plain) -> None:
    plain.ask("D")
    assert plain.ask("o").startswith("\nBy number.\n4 documents.")
    assert plain.ask("o").strip().splitlines()[3].startswith(f"1 {MEMORANDUM}")
    plain.ask("escape")
    assert plain.ask("D").strip().splitlines()[2].startswith(f"1 {MEMORANDUM}")
    assert 'library_order = "date"' in settings_path().read_text()


def test_titles_are_filtered_and_a_document_is_taken_out_of_the_list(plain: Plain) -> None:
    plain.ask("D", "/")
    plain.press(b"NOTE")
    plain.told()
    assert plain.ask("enter").split("\n")[1:4] == [
        "With NOTE, of 4 documents.", "1 document.", "1 2. Note, not read yet.",
    ]  # fmt: skip
    assert plain.ask("x") == "\nNote is no longer listed; its place is kept."
    assert plain.ask("D").strip().startswith("3 documents.\n3 items.\n1 A Talk")
    assert plain.ask("x") == "\nWhich number?"
    assert plain.ask("1") == "\nThis document is open, and stays in the list."


def test_words_are_found_in_all_and_opened_at_the_place(plain: Plain) -> None:
    assert plain.ask("D", "s").rstrip().endswith("Find in all:")
    plain.press(b"sam sites")
    plain.told()
    told = plain.ask("enter")
    assert "A Talk, turn 2, BEN: Yes, the SAM sites." in told and MEMORANDUM in told
    number = next(line for line in told.splitlines() if "A Talk" in line).split()[0]
    assert "Yes, the SAM sites." in plain.ask(number)
    assert plain.ask("w").strip().startswith("Turn 2 of 4, BEN.")


def test_the_next_hit_after_the_last_is_in_the_next_document_and_back_returns(plain: Plain) -> None:
    plain.ask("/")
    plain.press(b"sam sites")
    plain.told()
    assert "turn 2" in plain.ask("enter")
    assert MEMORANDUM in plain.ask(".")
    assert "A Talk" in plain.ask("<") and plain.ask("w").strip().startswith("Turn 2 of 4, BEN.")
    assert MEMORANDUM in plain.ask(">")


def test_a_folder_is_added(plain: Plain, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "walk.txt").write_text(TALK.replace("A Talk", "A Walk").replace("morning", "evening"))
    plain.ask("D", "a")
    plain.press(str(tmp_path / "more").encode())
    plain.told()
    plain.press(b"\r")
    told = " ".join(plain.told(quiet=0.5).split())
    assert told == f"Adding. Any key stops. {tmp_path / 'more'}: 1 document added."
    assert "A Walk, ANNE, BEN, not read yet." in plain.ask("D")
    plain.ask("escape")
    plain.ask("D", "a")
    plain.press(str(tmp_path / "none").encode())
    plain.told()
    assert f"{tmp_path / 'none'}: No such file" in " ".join(plain.ask("enter").split())


def test_a_document_that_is_gone_is_told_and_the_old_one_stays(plain: Plain, folder: Path) -> None:
    (folder / "volume.xml").unlink()
    assert "3 volume, 2 documents, not read yet. The file is not there." in plain.ask("D")
    plain.ask("3")
    assert "no such file" in " ".join(plain.ask("1").split())
    assert plain.ask("w").strip().startswith("Turn 3 of 4, ANNE.")


def test_without_a_library_it_is_said_that_nothing_is_kept(folder: Path) -> None:
    program = Plain("--no-sound", "--no-library", folder / "talk.txt")
    program.told()
    try:
        lines = program.ask("D").strip().splitlines()
        for _ in range(20):  # what was not seen in time is listed the next time
            if lines[1].startswith("2 "):
                break
            lines = program.ask("escape", "D").strip().splitlines()
        assert (
            NOT_KEPT in lines
            and lines[2] == "1 A Talk, ANNE, BEN, 0 percent, open."
            and lines[3].startswith(f"2 {MEMORANDUM}")
        )
        assert not any("Letter" in line for line in lines)
    finally:
        program.close()


def test_a_search_says_what_is_not_read_yet(plain: Plain, folder: Path) -> None:
    plain.ask("D")
    (folder / "late.txt").write_text(TALK.replace("morning", "evening"))
    told = " ".join(plain.ask("s", "evening", "enter").split())
    assert told.endswith("Nothing found for evening. Not searched: 1 file that is not read yet, late.txt.")


def test_bookmarks_of_all_documents_are_listed_and_opened(plain: Plain) -> None:
    plain.ask("b")
    plain.ask("D")
    assert MEMORANDUM in plain.ask("2")
    lines = plain.ask('"').strip().splitlines()
    assert lines[:3] == ["Of all documents.", "1 bookmark.", "1 A Talk. Bookmark 1, turn 3, ANNE: Then we walk."]
    assert "turn 3 of 4" in plain.ask("1")
    assert "A number goes there, e writes a note, x removes, a lists" in " ".join(plain.ask('"').split())
    assert plain.ask("a").strip().startswith("Of all documents.")
