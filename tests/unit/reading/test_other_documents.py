"""Going through the documents of a library: to the next one that has the words, and back to the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading_driver import silent_reading, turn_of
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading import Reading
from tui_reader.startup.switch_document import switch_document

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes{0}.\n\nANNE: Then we walk.\n\nBEN: We do{1}.\n"
WORDS = ((", missiles", ""), ("", ""), (", a missile", ", missiles there"), ("", ", the missile"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, words in enumerate(WORDS, 1):
        (tmp_path / f"talk{number}.txt").write_text(TALK.format(*words).replace("A Talk", f"Talk {number}"))
    return tmp_path


@pytest.fixture
def reading(library: Library, folder: Path) -> Reading:
    list(library.folders.add(folder))
    return silent_reading(read(folder / "talk1.txt"), folder / "talk1.txt", library)


def go_on(reading: Reading) -> str:
    """The next hit, as a face goes there; the name of the file."""
    if further := reading.search.further():
        place, across = further
        switch_document(reading, place.path, place.typed, place.found, across=across)
    else:
        reading.search.next_hit()
    return reading.place.path.stem


def back(reading: Reading, forward: bool = False) -> str:
    """Back, or forward, as a face goes there; the name of the file."""
    if path := reading.history.elsewhere(forward):
        switch_document(reading, path)
    elif forward:
        reading.history.forward()
    else:
        reading.history.back()
    return reading.place.path.stem


def test_after_the_last_hit_comes_the_next_document_that_has_the_words(reading: Reading) -> None:
    reading.search.find("missile")
    at = []
    for _ in range(5):
        at.append((go_on(reading), turn_of(reading)))
    assert at == [("talk3", 2), ("talk3", 4), ("talk4", 4), ("talk1", 2), ("talk3", 2)]
    assert reading.search.results and reading.search.results.typed == "missile"


def test_what_nobody_else_has_is_no_further_turn(reading: Reading, folder: Path) -> None:
    reading.search.find("Talk 1 or nothing")
    assert reading.search.further() is None
    reading.search.find("/missile/")
    assert reading.search.further() is None
    reading.search.find("@Ben missile")
    assert go_on(reading) == "talk3"


def test_a_search_of_all_goes_on_from_place_to_place(reading: Reading) -> None:
    across = reading.library.index.across("missile")
    (first, *_) = reading.library.index.search("missile after:0001") or reading.library.index.search("missile")
    switch_document(reading, first.path, first.typed, first.found, across=across)
    seen = {(reading.place.path.stem, turn_of(reading))}
    for _ in range(3):
        seen.add((go_on(reading), turn_of(reading)))
    assert {name for name, _ in seen} == {"talk3", "talk4"}
    across = reading.library.index.across("missiles there")  # two words: the place is the page
    place = reading.library.index.search("missiles there")[0]
    switch_document(reading, place.path, place.typed, place.found, across=across)
    assert reading.search.results is None and reading.search.further() is None


def test_back_and_forward_return_to_the_document_one_came_from(reading: Reading) -> None:
    reading.jumps.to_turn(2)
    reading.search.find("missile")
    go_on(reading)
    assert (go_on(reading), turn_of(reading)) == ("talk3", 4)
    assert (back(reading), turn_of(reading)) == ("talk3", 2)
    assert (back(reading), turn_of(reading)) == ("talk1", 2)
    assert (back(reading, forward=True), turn_of(reading)) == ("talk3", 2)
    assert (back(reading, forward=True), turn_of(reading)) == ("talk3", 4)
    assert (back(reading), back(reading), turn_of(reading)) == ("talk3", "talk1", 2)
    assert (back(reading), turn_of(reading)) == ("talk1", 2)  # before the words were found
    assert (back(reading), turn_of(reading)) == ("talk1", 1)
    assert reading.history.elsewhere() is None
    assert reading.history.back() == "There is nothing to go back to."


def test_a_jump_after_the_way_back_takes_the_way_forward(reading: Reading, folder: Path) -> None:
    switch_document(reading, folder / "talk2.txt")
    assert back(reading) == "talk1"
    reading.jumps.to_turn(3)
    assert reading.history.elsewhere(forward=True) is None and back(reading) == "talk1"
    switch_document(reading, folder / "talk4.txt")
    assert back(reading) == "talk1"
