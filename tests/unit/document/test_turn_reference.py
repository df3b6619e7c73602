"""The reference of a turn opens it again, also after the file was edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.document.model import Document
from tui_reader.document.turn_reference import referred_place, split_turn, turn_reference
from tui_reader.formats import parse, read

TEXT = MEMORANDUM.read_text(encoding="utf-8")


def turn_at(document: Document, reference: str) -> str:
    place = referred_place(document, reference)
    assert place
    turn = document.page(place.page).turn
    assert turn
    return turn.text


@pytest.mark.parametrize("number", [1, 9, 23])
def test_each_turn_is_found_by_its_reference_after_an_edit(number: int) -> None:
    document = read(MEMORANDUM)
    page = next(page for page in document.pages if page.turn and page.turn.number == number)
    path, turn = split_turn(Path("/talks", turn_reference("talk.txt", page)))
    assert path == Path("/talks/talk.txt") and turn
    edited = TEXT.replace("AES: I wonder if", "GWB: One more.\n\nAES: I wonder if", 1)
    edited = edited.replace("GWB: Yes.\n\n", "").replace("AES: Maybe", "GWB: And more.\n\nAES: Maybe")
    assert turn_at(parse(edited.encode(), "talk.txt"), turn) == page.text


def test_without_its_words_the_number_decides() -> None:
    document = read(MEMORANDUM)
    assert turn_at(document, "turn-5~quite-other-words") == "Yes."
    assert turn_at(document, "turn-5") == "Yes."
    assert turn_at(document, "turn-9999").startswith("I'll have this thing")
    assert referred_place(document, "turn five") is None


def test_a_file_with_such_a_name_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt#turn-3"
    assert split_turn(path) == (tmp_path / "talk.txt", "turn-3")
    path.write_text("ANNE: Yes.")
    assert split_turn(path) == (path, None)
    assert split_turn(tmp_path / "v.xml#d12#turn-3~we-do") == (tmp_path / "v.xml#d12", "turn-3~we-do")
