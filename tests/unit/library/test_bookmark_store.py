"""Bookmarks and highlights are stored at once, and stay at the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.paths import bundled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def talk() -> Document:
    dialogue = Dialogue().turn("ANNE", "Good morning.").turn("BEN", "Yes. *Indeed* [so].").turn("ANNE", "Then we walk.")
    return dialogue.document()._replace(key="talk")


def test_bookmarks_are_kept_with_their_notes_in_the_order_of_the_document(path: Path) -> None:
    with Library(path) as library:
        assert library.bookmarks.add(talk(), Position(2, 5), note="where they go") == 1
        assert library.bookmarks.add(talk(), Position(1, 5), length=8) == 2
    with Library(path) as library:
        assert library.bookmarks.of(talk()) == [
            Bookmark(2, Position(1, 5), 8, ""),
            Bookmark(1, Position(2, 5), 0, "where they go"),
        ]
        assert library.bookmarks.of(talk()._replace(key="another")) == []
        library.bookmarks.write_note(talk(), 2, "emphasis")
        assert library.bookmarks.remove(talk(), 1)
        assert not library.bookmarks.remove(talk(), 1)
        assert library.bookmarks.of(talk()) == [Bookmark(2, Position(1, 5), 8, "emphasis")]


def test_a_bookmark_stays_at_its_words_when_a_label_is_found_to_be_none(path: Path) -> None:
    memorandum = read(bundled("corpus") / "stevenson-ball.txt")
    at = memorandum.pages[8].text.index("SAM")
    with Library(path) as library:
        library.bookmarks.add(memorandum, Position(8, at))
        library.label_decisions.add(memorandum.key, [Decision(Verb.UNMARK, "GB", "")])
        understood = library.label_decisions.apply_to(memorandum)
        (bookmark,) = library.bookmarks.of(understood)
    assert understood.pages != memorandum.pages
    assert understood.pages[bookmark.place.page].text[bookmark.place.offset :].startswith("SAM")
    assert bookmark.place != Position(8, at)


def test_a_bookmark_that_cannot_be_kept_is_an_error(path: Path) -> None:
    with Library(path) as library:
        pages = library._database.execute("PRAGMA page_count").fetchone()[0]
        library._database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="is not saved"):
            library.bookmarks.add(talk(), Position(0, 0), note="long" * 20_000)
