"""The library as commands and readings use it: listed, searched, opened at what was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.talks import VOLUME
from tui_reader.cli import main
from tui_reader.document.collection import path_of
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Position
from tui_reader.document.search.query import SearchError
from tui_reader.errors import DocumentError, UsageError
from tui_reader.formats import read
from tui_reader.library import Library, catalogue, library_path
from tui_reader.paths import bundled
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session

SILENT = ReadingOptions(engine="quiet", sound=False)


def added(library: Library, *paths: Path) -> list[str]:
    return list(catalogue.add(paths, library))


def test_the_command_adds_lists_and_searches(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["library", "--add", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}: 3 documents added; in 1 file nobody speaks.\n"
    assert main.main(["library"]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 3 and told.err == ""
    assert main.main(["library", "--search", "sam", "sites"]) == 0
    assert f"tui-reader {folder}/talk.txt --from 2" in capsys.readouterr().out
    assert main.main(["library", "--search", "@"]) == 2
    assert capsys.readouterr().err.startswith("tui-reader: Type a name")


def test_without_a_library_only_what_came_with_the_program_is_known(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["library", "--no-library", "--add", str(folder)]) == 1
    assert main.main(["library", "--no-library"]) == 0
    assert not library_path().exists()
    said = capsys.readouterr()
    assert "Letter" not in said.out
    assert said.err == "tui-reader: Nothing was saved: --no-library was given.\n"


def test_a_document_is_opened_at_the_place_that_was_found(folder: Path) -> None:
    for start, page in (("2", 1), ("turn 3", 2), ("part 1", 0)):
        session = open_session(folder / "talk.txt", SILENT._replace(start=start), lambda event: None)
        session.close()
        assert session.reading.place.position.page == page
    with pytest.raises(UsageError, match=r"No turn 9\. The last is 4\."):
        open_session(folder / "talk.txt", SILENT._replace(start="9"), lambda event: None)


def test_a_place_that_was_found_is_gone_to_from_another_document(folder: Path) -> None:
    session = open_session(None, SILENT, lambda event: None)
    added(session.library, folder)
    (place,) = session.library.index.search("walk")
    assert session.take_up(place.path, place.typed) == []
    assert session.reading.document.heading == "A Talk"
    assert session.reading.place.position == Position(2, 0)
    assert session.take_up(place.path, "turn 99") == ["No turn 99. The last is 4."]
    with pytest.raises(DocumentError):
        session.take_up(folder / "none.txt")
    assert session.reading.document.heading == "A Talk"
    session.close()


def test_a_place_is_gone_to_at_the_words_that_were_found(folder: Path) -> None:
    long = "ANNE: It is so. " + "Nothing more was said of it. " * 40
    (folder / "long.txt").write_text(f"A Walk\n\n{long}Only the harbour\nwas closed, they say.\n\nBEN: No.\n")
    session = open_session(None, SILENT, lambda event: None)
    added(session.library, folder)
    (place,) = session.library.index.search("closed harbour")
    assert place.found.startswith("harbour was closed") and len(place.words) < 200
    assert session.take_up(place.path, place.typed, place.found) == []
    page = session.reading.place.page
    assert page and page.text[session.reading.place.position.offset :].startswith("harbour")
    session.take_up(place.path, "turn 2", "words that are not there")
    assert session.reading.place.position == Position(1, 0)
    session.close()


def test_another_document_is_taken_up_as_if_it_was_opened_first(folder: Path) -> None:
    (folder / "talk.lexicon.toml").write_text('SAM = {said = "sammy"}\n')
    session = open_session(None, SILENT._replace(only=("GWB",), encoding="utf-8"), lambda event: None)
    key = read(folder / "talk.txt").key
    session.library.label_decisions.add(key, [Decision(Verb.NAME, "BEN", "Benjamin Lee")])
    session.library.keep_place(read(folder / "talk.txt"), folder / "talk.txt", Position(2, 0))
    session.library.keep_voice(key, "BEN", "gwb")
    session.reading.jumps.to_turn(7)
    session.take_up(folder / "talk.txt")
    reading = session.reading
    assert reading.place.position == Position(2, 0) and not reading.spoken.options.only
    ben = reading.document.person("BEN")
    assert ben and ben.name == "Benjamin Lee" and reading.voices.cast.voice("BEN").id == "gwb"
    assert "sammy" in reading.spoken.narration.at(Position(1, 0)).spoken
    session.take_up(bundled("corpus") / "stevenson-ball.txt")
    assert session.reading.place.position == Position(6, 0)
    session.close()


def test_the_documents_of_a_volume_are_those_of_the_one_that_is_open(folder: Path) -> None:
    volume = folder / "more" / "volume.xml"
    session = open_session(volume, SILENT, lambda event: None, choosing=True)
    assert session.reading.document.key == ""
    session.take_up(folder / "talk.txt")
    assert session.find_shelf(folder / "talk.txt") is None
    other = folder / "other.xml"
    other.write_text(VOLUME.replace("Letter", "Bill"))
    session.take_up(path_of(other, "d1"))
    shelf = session.find_shelf(session.reading.place.path)
    assert shelf and shelf.path == other and session.find_shelf(path_of(volume, "d2"))
    session.close()


def test_a_file_that_was_moved_opens_where_it_was_left(folder: Path) -> None:
    session = open_session(folder / "talk.txt", SILENT, lambda event: None)
    session.reading.jumps.to_turn(3)
    session.close()
    (folder / "talk.txt").rename(folder / "moved.txt")
    session = open_session(folder / "moved.txt", SILENT, lambda event: None)
    assert session.reading.place.came_back and session.reading.place.position == Position(2, 0)
    session.close()
    with Library(library_path()) as library:
        assert [recent.path for recent in library.recent()] == [folder / "moved.txt"]


@given(st.text(max_size=20) | st.text('"*:()@^-+ ANDORNOTab', max_size=20))
def test_whatever_is_wanted_is_searched_for_or_refused_in_a_line(wanted: str) -> None:
    with Library(None) as library:
        try:
            assert library.index.search(wanted) == []
        except SearchError as error:
            assert "\n" not in str(error)
        assert library.troubles == []
