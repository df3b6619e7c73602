"""Bookmarks and highlights: kept at once, at the same words, and exported with the reference of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.cli import main
from tui_reader.cli.bookmarks_markdown import bookmarks_markdown
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library
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
        library.decide(memorandum.key, [Decision(Verb.UNMARK, "GB", "")])
        understood = library.decided(memorandum)
        (bookmark,) = library.bookmarks.of(understood)
    assert understood.pages != memorandum.pages
    assert understood.pages[bookmark.place.page].text[bookmark.place.offset :].startswith("SAM")
    assert bookmark.place != Position(8, at)


def test_a_bookmark_that_cannot_be_kept_has_no_number(path: Path) -> None:
    with Library(path) as library:
        pages = library._database.execute("PRAGMA page_count").fetchone()[0]
        library._database.execute(f"PRAGMA max_page_count = {pages}")
        assert library.bookmarks.add(talk(), Position(0, 0), note="long" * 20_000) is None
        assert library.trouble


MARKDOWN = """\
# talk\\*.txt

## Turn 2, BEN

> \\*Indeed\\* \\[so\\].

## Turn 3, ANNE

> Then we walk.

1\\. where \\<they\\> go
"""


def test_markdown_has_the_reference_the_place_the_words_and_the_note() -> None:
    marks = [Bookmark(2, Position(1, 5), 14, ""), Bookmark(1, Position(2, 5), 0, "1. where <they> go")]
    assert bookmarks_markdown(talk()._replace(name="talk*.txt"), marks) == MARKDOWN


def test_the_reference_of_the_memorandum_says_where_it_is_from() -> None:
    told = bookmarks_markdown(read(bundled("corpus") / "stevenson-ball.txt"), [])
    assert told.startswith("# Memorandum of Telephone Conversation Between the Permanent Representative")
    assert "\n\nNovember 9, 1962, 4:15 p.m.\n\n" in told
    assert "\n\nSource: Department of State, Ball Files: Lot 74 D 272" in told


def test_the_command_lists_removes_and_writes_bookmarks(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "talk.txt", tmp_path / "out.md"
    file.write_text("A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n")
    with Library(tmp_path / "library.db") as library:
        library.bookmarks.add(read(file), Position(2, 5), note="where?")
        library.bookmarks.add(read(file), Position(0, 5), length=7)
    common = [str(file), "--library", str(tmp_path / "library.db")]
    assert main.main(["bookmarks", *common]) == 0
    assert capsys.readouterr().out == (
        "A Talk:\nHighlight 2, turn 1, ANNE: morning\nBookmark 1, turn 3, ANNE: Then we walk. Note: where?\n"
    )
    assert main.main(["bookmarks", *common, "--export", str(out)]) == 0
    assert out.read_text().startswith("# A Talk\n\nFile talk.txt.\n\n## Turn 1, ANNE\n\n> morning\n")
    assert main.main(["bookmarks", *common, "--remove", "3"]) == 2
    assert capsys.readouterr().err.endswith("There is no bookmark 3.\n")
    assert main.main(["bookmarks", *common, "--remove", "1", "--remove", "2"]) == 0
    assert capsys.readouterr().out == "A Talk has no bookmarks.\n"
