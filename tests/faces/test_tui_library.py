"""The library on the full screen: documents listed, opened where they were left, added, removed; words found in all."""

from __future__ import annotations

import re
import threading
from collections.abc import Generator, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from tests.support.app_driver import AppDriver, running_app
from tests.support.talks import VOLUME
from tests.support.volumes import KENNEDY, write_volume
from tui_reader.document.model import Position
from tui_reader.faces.tui.documents import library_import
from tui_reader.formats import read
from tui_reader.library import Library, catalogue
from tui_reader.library.adding import Seen, Tell
from tui_reader.library.folders import Folders
from tui_reader.settings import load_settings
from tui_reader.terminal.path_completion import completed


def library_order() -> str:
    return load_settings()[0].library_order


OPEN = "› Memorandum of T"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as library:
        yield library


def added(library: Library, path: Path) -> None:
    list(library.folders.add(path))


def on_talk(folder: Path, library: Library | None = None) -> AbstractAsyncContextManager[AppDriver]:
    """The app with the talk of the folder open."""
    return running_app(document=read(folder / "talk.txt"), library=library, path=folder / "talk.txt")


async def chosen(driver: AppDriver, title: str) -> None:
    """Have the list find a title."""
    await driver.press("f", *title, "enter")


@pytest.mark.parametrize(("columns", "lines"), [(40, 10), (80, 24), (200, 60)])
async def test_documents_are_listed_with_how_far_they_were_read(
    columns: int, lines: int, library: Library, folder: Path
) -> None:
    added(library, folder)
    library.keep_place(read(folder / "talk.txt"), folder / "talk.txt", Position(3, 0))
    async with running_app(columns, lines, library=library) as driver:
        await driver.press("D")
        assert OPEN in driver.text and "0 percent" in driver.text
        assert any(line.startswith("   A Talk") and "100 percent" in line for line in driver.lines)
        assert any("A Talk" in line and "━" * 10 in line for line in driver.lines) == (columns >= 80)
        assert any(line.startswith("   volume") and "not read yet" in line for line in driver.lines)
        assert driver.at_cursor.startswith(OPEN)
        assert max(map(len, driver.lines)) <= columns
        await driver.press("escape")
        assert driver.turn == 1 and "I wonder if you would care" in driver.text


async def test_a_volume_opens_as_a_list_of_its_documents_at_the_one_that_was_read_last(
    library: Library, tmp_path: Path
) -> None:
    talks = [
        ("1962-10-22", [("p_BGW1", "Yes."), ("p_KJF1", "So.")]),
        ("1962-10-23", [("p_KJF1", "No.")]),
        ("1961-01-02", [("X", "So.")]),
    ]
    path = write_volume(tmp_path, "frus1961-63v05", KENNEDY, talks)
    added(library, path)
    async with running_app(120, 30, library=library) as driver:
        await driver.press("D", "end")
        assert re.match(r"Volume frus1961-63v05 +3 documents +1961-1962 +─* +not read yet", driver.at_cursor.strip())
        await driver.press("enter")
        assert driver.at_cursor.split()[:2] == ["1", "Memorandum"] and "Ball" in driver.at_cursor
        assert "Volume frus1961-63v05, 3 documents." in driver.text
        await driver.press("down", "enter")
        assert driver.reading.place.path.name == "frus1961-63v05.xml#d2"
        await driver.press("D")
        assert driver.at_cursor.startswith("› Volume frus1961-63v05")
        await driver.press("enter")
        assert re.match(r"› +2 Memorandum of Conversation", driver.at_cursor)
        await driver.press("o", "o")
        assert "By date." in driver.text and library_order() == "date"
        days = re.findall(r"196\d-\d\d-\d\d", driver.text.rpartition("\n\n")[0])
        assert days == ["1961-01-02", "1962-10-22", "1962-10-23"]
        await driver.press("escape")
        assert driver.at_cursor.startswith("› Volume frus1961-63v05")
        await driver.press("escape")
        assert "No." in driver.text


async def test_documents_of_all_volumes_are_filtered_while_one_types(library: Library, folder: Path) -> None:
    added(library, folder)
    async with running_app(library=library) as driver:
        await driver.press("D", "f", *"not")
        assert "1 of 4 documents, with not." in " ".join(driver.text.split()) and "2 Note" in driver.text
        await driver.press("backspace", "backspace", "backspace", *"anne")
        assert "A Talk" in driver.text and "Note" not in driver.text
        await driver.press("escape")
        assert "Library, 4 documents." in driver.text
        await driver.press("f", *"not", "enter", "enter")
        assert "The mine is dry." in driver.text


async def test_what_came_with_the_program_is_there_from_the_start(library: Library, folder: Path) -> None:
    async with on_talk(folder, library) as driver:
        await driver.press("D")
        await driver.wait(lambda: "Memorandum of Telephone" in driver.text)
        assert "not read yet" in driver.text and "Library, 2 documents." in driver.text


async def test_enter_goes_on_where_one_left_off_and_the_place_before_is_kept(library: Library, folder: Path) -> None:
    added(library, folder)
    library.keep_place(read(folder / "talk.txt"), folder / "talk.txt", Position(2, 5))
    async with running_app(library=library) as driver:
        await driver.press("n", "n", "o", "space")
        await driver.hear(200)
        await driver.press("D")
        await chosen(driver, "a talk")
        await driver.press("enter")
        assert driver.reading.document.heading == "A Talk" and driver.reading.place.position == Position(2, 5)
        assert not driver.reading.playback.playing and not driver.reading.spoken.options.only
        assert "Then we walk." in driver.text
        await driver.press("D", "down", "enter")
        assert driver.turn == 3 and driver.reading.document.heading.startswith("Memorandum")


async def test_a_document_that_is_gone_is_told_in_a_line_and_the_old_one_stays(library: Library, folder: Path) -> None:
    added(library, folder)
    (folder / "talk.txt").unlink()
    async with running_app(library=library) as driver:
        await driver.press("n", "D")
        await chosen(driver, "a talk")
        assert "missing" in driver.text and "The file is not there." in " ".join(driver.text.split())
        await driver.press("enter")
        assert "talk.txt: no such file" in " ".join(driver.text.split())
        await driver.press("escape", "escape")
        assert driver.turn == 2 and driver.reading.document.heading.startswith("Memorandum")


async def test_a_file_that_is_a_volume_by_now_asks_which_of_its_documents(library: Library, folder: Path) -> None:
    added(library, folder / "talk.txt")
    (folder / "talk.txt").write_text(VOLUME)
    async with running_app(library=library) as driver:
        await driver.press("D")
        await chosen(driver, "a talk")
        await driver.press("enter")
        await driver.wait(lambda: "Find:" in driver.text)
        await driver.press("down", "enter")
        assert "The mine is dry." in driver.text and driver.reading.place.path == folder / "talk.txt#d2"
        await driver.press("d")
        assert driver.at_cursor.lstrip().startswith("2  d2")


def importing() -> bool:
    """Whether what is new is still looked for."""
    return any(thread.name == "library-import" for thread in threading.enumerate())


async def test_words_are_found_in_all_documents_and_opened_at_the_words(library: Library, folder: Path) -> None:
    added(library, folder)
    async with running_app(library=library) as driver:
        await driver.press("D")
        await driver.wait(lambda: not importing())
        await driver.press("slash", *"sam sites", "enter")
        assert "2 places with sam sites." in driver.text
        assert re.search(r"^ A Talk +turn 2, BEN: Yes, the SAM sites\.", driver.text, re.MULTILINE)
        await driver.press("escape")
        assert "Library, 4 documents." in driver.text
        await driver.press("slash", "enter")
        await driver.press(*["down"] * (not driver.at_cursor.startswith("A Talk")), "enter")
        assert driver.reading.document.heading == "A Talk"
        assert driver.reading.place.position == Position(1, len("Yes, the "))


async def test_the_next_hit_after_the_last_is_in_the_next_document_and_back_returns(
    library: Library, folder: Path
) -> None:
    added(library, folder)
    async with on_talk(folder, library) as driver:
        await driver.press("slash", *"all is", "enter")
        assert "Nothing found" in driver.text
        (folder / "other.txt").write_text("Other\n\nCARL: Morning.\n\nDORA: No.\n\nCARL: The SAM sites.\n\nDORA: So.\n")
        added(library, folder / "other.txt")
        await driver.press("slash", *"sam", "enter")
        assert driver.turn == 2
        await driver.press("full_stop")
        await driver.wait(lambda: driver.reading.document.heading != "A Talk")
        for _ in range(3):
            if driver.reading.document.heading == "Other":
                break
            await driver.press("full_stop")
        assert driver.reading.document.heading == "Other" and driver.turn == 3
        await driver.press("less_than_sign")
        while driver.reading.document.heading != "A Talk":
            await driver.press("less_than_sign")
        assert driver.turn == 2
        await driver.press("greater_than_sign")
        assert driver.reading.document.heading != "A Talk"


async def test_what_cannot_be_searched_for_or_is_not_found_is_told(library: Library, folder: Path) -> None:
    async with on_talk(folder, library) as driver:
        await driver.press("D", "slash", *"zebra", "enter")
        assert "Nothing found for zebra." in driver.text
        await driver.press("slash", "ctrl+u", "@", "enter")
        assert "Type a name after @" in driver.text


async def test_keys_typed_faster_than_the_question_comes_are_its_answer(library: Library) -> None:
    async with running_app(library=library) as driver:
        await driver.press("D")
        await driver.burst("slash", *"quax", "enter")
        assert "Nothing found for quax." in driver.text
        await driver.press("escape")
        await driver.burst("slash", *"quarantine", "enter")
        await driver.wait(lambda: driver.reading.search.results)
        assert driver.reading.place.page and driver.reading.place.page.turn is None  # Enter turned no page


async def test_a_folder_is_added_and_it_is_said_what_came_of_it(library: Library, folder: Path) -> None:
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 9)
    async with running_app(library=library) as driver:
        await driver.press("D", "a", *str(folder.parent / "tal"), "tab", "enter")
        await driver.wait(lambda: "added" in driver.text)
        told = " ".join(driver.text.split())
        assert f"{folder}: 3 documents added. 1 file cannot be read: broken.txt: not text but binary" in told
        assert "A Talk" in driver.text and folder in library.folders.all()
        await driver.press("a", *str(folder / "none.txt"), "enter")
        await driver.wait(lambda: "none.txt: No such file" in " ".join(driver.text.split()))


async def test_adding_is_counted_answers_keys_and_stops_at_escape(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Semaphore(0)

    def add(self: Folders, path: Path, tell: Tell) -> Generator[Seen]:
        for number in range(1000):
            go_on.acquire()
            tell(number / 15)
            yield Seen(path / f"{number}.txt", 1, 1)

    async with running_app(library=library) as driver:
        await driver.press("D")
        monkeypatch.setattr(Folders, "add", add)
        monkeypatch.setattr(library_import, "OFTEN", 0.0)
        monkeypatch.setattr(library_import, "PATIENCE", 0.0)
        await driver.press("a", *str(folder), "enter")
        go_on.release(7)
        await driver.wait(lambda: "Adding: 40 percent, 7 files, 7 documents so far; Escape stops." in driver.text)
        await driver.press("down", "up", "escape")
        assert f"Stopped; add it again to go on with the rest. {folder}: 7 documents added." in " ".join(
            driver.text.split()
        )
        go_on.release(2)
        await driver.press("escape")
        assert driver.turn == 1 and "I wonder" in driver.text


async def test_what_is_read_anew_in_the_folders_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def refresh(self: Folders, tell: Tell) -> Generator[Seen | None]:
        tell(0.25)
        yield None
        go_on.wait(60)
        yield Seen(Path("/a.xml"), 1, 1)

    monkeypatch.setattr(Folders, "refresh", refresh)
    monkeypatch.setattr(library_import, "OFTEN", 0.0)
    monkeypatch.setattr(library_import, "PATIENCE", 0.0)
    async with running_app(library=library) as driver:
        await driver.press("D")
        await driver.wait(lambda: "Reading what is new in your folders: 25 percent." in driver.text)
        await driver.press("slash", *"zebra", "enter")
        assert "Nothing found for zebra." in driver.text
        go_on.set()
        await driver.press("escape")
        await driver.wait(lambda: "Reading what is new" not in driver.text)


async def test_a_document_is_taken_off_the_list_and_its_place_stays(library: Library, folder: Path) -> None:
    added(library, folder)
    key = read(folder / "talk.txt").key
    library.keep_place(read(folder / "talk.txt"), folder / "talk.txt", Position(2, 0))
    async with running_app(library=library) as driver:
        await driver.press("D", "x")
        assert "This document is open" in driver.text
        await chosen(driver, "a talk")
        await driver.press("x")
        assert "A Talk is no longer listed; its place is kept." in driver.text
        assert key not in {recent.key for recent in library.recent(-1)}
        assert library.place(key) == Position(2, 0)


async def test_without_a_library_it_is_said_that_nothing_is_kept(folder: Path) -> None:
    async with on_talk(folder) as driver:
        await driver.press("D")
        await driver.wait(lambda: "Memorandum of Telephone" in driver.text)
        assert "Nothing here is saved" in driver.text and "A Talk" in driver.text
        await driver.press("a", *str(folder), "enter")
        await driver.wait(lambda: "2 documents added; 1 was there already." in " ".join(driver.text.split()))


async def test_a_browser_is_offered_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running_app() as driver:
        monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
        await driver.press("D")
        assert driver.foot.strip("‹› ") == "In a browser only the served document can be read; there is no library."


async def test_of_thousands_of_documents_only_those_that_are_seen_are_looked_at(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.kept():
        library._database.executemany(
            "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, ?, ?, 10, 0)",
            ((f"key{n}", f"Talk {n:04}", str(tmp_path / f"{n}.txt")) for n in range(5000)),
        )
    looked: list[str] = []
    there = catalogue.is_there
    monkeypatch.setattr(catalogue, "is_there", lambda recent: bool(looked.append(recent.title)) or there(recent))
    async with running_app(80, 24, library=library) as driver:
        await driver.press("D")
        await driver.wait(lambda: "Library, 5001 documents." in driver.text)
        await driver.press("end")
        assert driver.at_cursor.lstrip().startswith("Talk 4999")
        await chosen(driver, "3210")
        assert driver.at_cursor.lstrip().startswith("Talk 3210") and "1 of 5001 documents" in driver.text
        assert len(set(looked)) < 100


def test_a_name_is_completed_as_far_as_all_have_it(tmp_path: Path) -> None:
    for name in ("talks", "talents", "other", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "other" / "o.txt").write_text("")
    assert completed(f"{tmp_path}/t") == f"{tmp_path}/tal"
    assert completed(f"{tmp_path}/talk") == f"{tmp_path}/talks/"
    assert completed(f"{tmp_path}/other/") == f"{tmp_path}/other/o.txt"
    assert completed(f"{tmp_path}/.h") == f"{tmp_path}/.hidden/"
    assert completed(f"{tmp_path}/none/x") == f"{tmp_path}/none/x"


async def test_bookmarks_of_all_documents_are_listed_and_opened(library: Library, folder: Path) -> None:
    document = read(folder / "talk.txt")
    library.keep_place(document, folder / "talk.txt", Position(0, 0))
    library.bookmarks.add(document, Position(2, 5), note="there")
    async with running_app(library=library) as driver:
        await driver.press("apostrophe")
        assert "Bookmarks of all documents." in driver.text
        assert "A Talk. Bookmark 1: we walk. Note: there" in driver.text
        await driver.press("escape", "b", "apostrophe", "a")
        assert "Bookmarks of all documents." in driver.text and driver.at_cursor.startswith("Memorandum")
        await driver.press("down" if "A Talk" not in driver.at_cursor else "up")
        await driver.press(*["down"] * ("A Talk" not in driver.at_cursor), "enter")
        assert driver.reading.document.heading == "A Talk" and driver.reading.place.position == Position(2, 5)
        await driver.press("less_than_sign")
        assert driver.reading.document.heading.startswith("Memorandum")
