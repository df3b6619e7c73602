"""Which rows the library lists, in which order, filtered by which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.volumes import KENNEDY, write_volume
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, catalogue
from tui_reader.library.listing import Listing, Order
from tui_reader.library.recent import ListedVolume, Recent

TALKS = [
    ("1962-10-23", [("p_BGW1", "Yes."), ("p_KJF1", "No.")]),
    ("1961-05-02", [("p_KJF1", "No.")]),
    *[("1963-01-02", [("SØREN", "So."), ("BALL", "No."), ("SØREN", "Yes.")])] * 8,
    ("1961-05-01", [("WAŁĘSA", "So."), ("BALL", "No."), ("WAŁĘSA", "Well.")]),
]


@pytest.fixture
def shelf(library: Library, tmp_path: Path) -> Library:
    """A volume of eleven documents, one of one, and a talk."""
    write_volume(tmp_path, "frus1961-63v05", KENNEDY, TALKS)
    write_volume(tmp_path, "frus1964-68v15", KENNEDY, [("1964-01-01", [("p_BGW1", "Yes.")])] * 2)
    (tmp_path / "talk.txt").write_text("A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Well.\n")
    list(library.folders.add(tmp_path))
    return library


def rows(listing: Listing) -> list[str]:
    return [row.title if isinstance(row, ListedVolume) else row.path.name for row in listing]


def test_volumes_are_rows_beside_single_documents(shelf: Library) -> None:
    listing = Listing(shelf)
    assert rows(listing) == ["talk.txt", "Volume frus1961-63v05", "Volume frus1964-68v15"]
    volume = listing[1]
    assert isinstance(volume, ListedVolume)
    assert (volume.documents, volume.begun, volume.percent) == (11, 0, 0)
    assert (volume.first, volume.last) == ("1961-05-01", "1963-01-02") and catalogue.years(volume, "-") == "1961-1963"
    assert (
        rows(Listing(shelf, Order.DATE))[0] == "Volume frus1961-63v05"
        and rows(Listing(shelf, Order.DATE))[-1] == "talk.txt"
    )


def test_a_volume_lists_its_documents_by_number_or_date_with_what_was_read_last_first(
    shelf: Library, tmp_path: Path
) -> None:
    volume = Listing(shelf)[1]
    assert isinstance(volume, ListedVolume)
    numbers = [row.numbered for row in Listing(shelf, Order.READ, volume.id) if isinstance(row, Recent)]
    assert numbers == [str(number) for number in range(1, 12)]
    assert rows(Listing(shelf, Order.DATE, volume.id))[:2] == ["frus1961-63v05.xml#d11", "frus1961-63v05.xml#d2"]
    path = tmp_path / "frus1961-63v05.xml#d3"
    shelf.keep_place(read(path), path, Position(0, 0))
    assert rows(Listing(shelf, Order.READ, volume.id))[:2] == [path.name, "frus1961-63v05.xml#d1"]
    assert Listing(shelf, Order.NUMBER, volume.id).last_read() == 2
    assert rows(Listing(shelf))[0] == "Volume frus1961-63v05"
    begun = Listing(shelf)[0]
    assert isinstance(begun, ListedVolume) and begun.begun == 1


def test_words_filter_by_number_title_date_and_people_in_all_volumes(shelf: Library) -> None:
    assert rows(Listing(shelf, words="walesa")) == ["frus1961-63v05.xml#d11"]
    assert rows(Listing(shelf, words="BALL 1962-10")) == ["frus1961-63v05.xml#d1"]
    assert len(Listing(shelf, words="soren")) == 8
    assert rows(Listing(shelf, words="v15")) == ["Volume frus1964-68v15"]
    assert rows(Listing(shelf, words="good")) == []
    volume = Listing(shelf)[1]
    assert isinstance(volume, ListedVolume) and len(Listing(shelf, volume=volume.id, words="soren")) == 8


def test_a_document_and_a_volume_are_told(shelf: Library, tmp_path: Path) -> None:
    (line,) = catalogue.lines(shelf, words="walesa")
    assert line == (
        f"11. Memorandum of Conversation. 1961-05-01, WAŁĘSA, BALL. Not read yet. {tmp_path}/frus1961-63v05.xml#d11"
    )
    told = f"Volume frus1961-63v05. 11 documents, 1961 to 1963. Not read yet. {tmp_path}/frus1961-63v05.xml"
    assert catalogue.lines(shelf)[1] == told
    assert len(catalogue.lines(shelf, volume="frus1961-63v05")) == 11


def test_a_volume_that_was_moved_stays_the_same(shelf: Library, tmp_path: Path) -> None:
    (tmp_path / "frus1964-68v15.xml").rename(tmp_path / "moved.xml")
    catalogue.refresh(shelf)
    assert [row.path for row in Listing(shelf) if isinstance(row, ListedVolume)][1] == tmp_path / "moved.xml"
    assert len(shelf.index.search("yes in:moved")) == 2


def test_a_volume_is_taken_off_the_list_as_a_whole(shelf: Library) -> None:
    assert catalogue.unlist(Listing(shelf)[1], shelf).startswith("Volume frus1961-63v05 is no longer listed;")
    assert rows(Listing(shelf)) == ["talk.txt", "Volume frus1964-68v15"] and shelf.index.search("@walesa") == []


def test_many_rows_are_read_some_at_a_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with library.kept():
        for number in range(500):
            library.write(
                "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, ?, 1, 0)",
                f"k{number}", f"Talk {number:03}", f"/{number}.txt",
            )  # fmt: skip
    listing = Listing(library)
    assert len(listing) == 500 and listing[499].title == "Talk 499" and len(listing._rows) < 100
    assert listing[-1:] == [listing[499]] and listing.index_of("k7") == 7
