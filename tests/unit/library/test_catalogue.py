"""The library as a whole: documents added, searched at once, listed with progress, removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.talks import TALK_WITH_WORDS as TALK
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.document.search.query import SearchError
from tui_reader.errors import DocumentError, ReaderError, UsageError
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, catalogue
from tui_reader.library.folders import dialogue_files
from tui_reader.library.index_entry import index_entry
from tui_reader.library.word_index import WordIndex


def added(library: Library, *paths: Path) -> list[str]:
    return list(catalogue.add(paths, library))


def removed(library: Library, *paths: Path) -> list[str]:
    return list(catalogue.remove(paths, library))


def titles(library: Library) -> list[str]:
    return [recent.title for recent in library.recent(-1)]


def found(library: Library, wanted: str) -> list[tuple[str, str]]:
    return [(place.path.name, place.typed) for place in library.index.search(wanted)]


# Added


def test_the_documents_of_a_folder_are_added(
    library: Library, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert added(library, folder) == [f"{folder}: 3 documents added; in 1 file nobody speaks."]
    assert sorted(titles(library)) == ["A Talk", "Letter", "Note"]
    assert "broken.txt: not text but binary data" in capsys.readouterr().err
    assert library.last_path() is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(library: Library, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert folder / "pipe.txt" not in list(dialogue_files(folder)) and added(library, folder)


def test_what_is_too_much_of_a_folder_is_told(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui_reader.library.folders.MOST_FILES", 3)
    added(library, folder)
    assert f"{folder}: more than 3 files; the rest is not added." in capsys.readouterr().err
    assert len(list(library.folders.refresh())) == 3 and len(list(dialogue_files(folder))) == 4


def test_what_did_not_change_is_not_read_again(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(library, folder)
    monkeypatch.setattr("tui_reader.formats.read", lambda path: pytest.fail(f"{path} is read again"))
    told = f"{folder}: 0 documents added; 3 were there already; in 2 files nobody speaks."
    assert added(library, folder) == [told]
    assert list(library.folders.refresh())


def test_what_is_new_in_a_folder_is_found_when_it_is_looked_through(library: Library, folder: Path) -> None:
    added(library, folder)
    (folder / "new.txt").write_text(TALK.replace("morning", "evening"))
    catalogue.refresh(library)
    assert found(library, "evening") == [("new.txt", "turn 1")]


def test_a_file_that_was_changed_takes_the_place_of_the_one_before(library: Library, folder: Path) -> None:
    added(library, folder)
    (folder / "talk.txt").write_text(TALK.replace("morning", "evening, dear"))
    catalogue.refresh(library)
    assert titles(library).count("A Talk") == 1
    assert found(library, "morning") == []
    assert found(library, "evening") == [("talk.txt", "turn 1")]


def test_a_file_that_was_moved_keeps_its_place_and_is_found_where_it_is(library: Library, folder: Path) -> None:
    added(library, folder)
    document = read(folder / "talk.txt")
    library.keep_place(document, folder / "talk.txt", Position(2, 3))
    (folder / "talk.txt").rename(folder / "more" / "moved.txt")
    catalogue.refresh(library)
    assert [recent.path for recent in library.recent(1)] == [folder / "more" / "moved.txt"]
    assert library.place(document.key) == Position(2, 3)
    assert found(library, "morning") == [("moved.txt", "turn 1")]


def test_a_copy_is_not_listed_beside_the_file(library: Library, folder: Path) -> None:
    (folder / "copy.txt").write_text(TALK)
    assert added(library, folder)[0].startswith(f"{folder}: 3 documents added; 1 was there already;")
    assert titles(library).count("A Talk") == 1


def test_one_file_is_added_whatever_it_is_called_and_whoever_speaks(library: Library, tmp_path: Path) -> None:
    letter = tmp_path / "letter.letter"
    letter.write_text("Dear all, the mine is dry.\n")
    assert added(library, letter) == [f"{letter}: 1 document added."]
    assert found(library, "mine") == [("letter.letter", "part 1")]


def test_what_is_not_there_cannot_be_added(library: Library, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        added(library, tmp_path / "none.txt")


def test_what_was_read_is_searched_too(library: Library, folder: Path) -> None:
    document = read(folder / "talk.txt")
    library.keep_place(document, folder / "talk.txt", Position(1, 0))
    catalogue.refresh(library)
    assert found(library, "morning") == [("talk.txt", "turn 1")]


# Searched


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ("SAM sites", ["turn 2"]),
        ("sites sam", ["turn 2"]),
        ('"sites sam"', []),
        ('"the sam sites"', ["turn 2"]),
        ("NAIVE", ["turn 1"]),
        ("morn", ["turn 1"]),
        ('"morn"', []),
        ("morn*", ["turn 1"]),
        ("@Ben", ["turn 2", "turn 4"]),
        ("@anne walk", ["turn 3"]),
        ("@anne sites", []),
        ('"', None),
        ("", None),
        ("@", None),
        ("sites OR walk", []),
        ('sites" OR "walk', []),
        ("words:walk", None),
        ('"words:walk"', []),
        ("sites)", ["turn 2"]),
        ("-sites", ["turn 2"]),
    ],
)
def test_words_are_found_and_no_sign_is_a_command(
    library: Library, folder: Path, wanted: str, places: list[str] | None
) -> None:
    added(library, folder / "talk.txt")
    if places is None:
        with pytest.raises(SearchError, match=r"Type what to find|Type a name|is no operator"):
            found(library, wanted)
    else:
        assert sorted(typed for _, typed in found(library, wanted)) == places


def test_a_place_is_told_with_what_opens_it(library: Library, folder: Path) -> None:
    added(library, folder)
    assert catalogue.search_lines(library, "SAM") == [
        "A Talk, turn 2, BEN: Yes, the SAM sites.",
        f"    tui-reader {folder}/talk.txt --from 2",
    ]
    assert catalogue.search_lines(library, "mine") == [
        "Note, part 1: The mine is dry.",
        f"    tui-reader '{folder}/more/volume.xml#d2' --from 'part 1'",
    ]
    assert catalogue.search_lines(library, "zebra") == ["Nothing found for zebra."]


def test_notes_are_found_where_their_mark_stands(library: Library, tmp_path: Path) -> None:
    dialogue = Dialogue().turn("ANNE", "Yes.").turn("BEN", "No{1}.").note("1", "A hidden one.")
    library.keep_document(dialogue.document(), tmp_path / "talk.txt")
    library.index.add(dialogue.document())
    assert found(library, "hidden") == [("talk.txt", "turn 2")]


def test_a_script_without_blanks_is_looked_through(library: Library, tmp_path: Path) -> None:
    document = Dialogue().turn("甲", "我们明天去北京开会。").turn("乙", "100%_好。").document()
    library.keep_document(document, tmp_path / "talk.txt")
    library.index.add(document)
    assert found(library, "北京") == [("talk.txt", "turn 1")]
    assert found(library, "%_好") == [("talk.txt", "turn 2")]
    assert found(library, "北") == [("talk.txt", "turn 1")]
    assert found(library, "北我") == []


def test_a_document_that_is_understood_in_another_way_is_taken_in_anew(library: Library, folder: Path) -> None:
    added(library, folder)
    document = read(folder / "talk.txt")
    library.label_decisions.add(document.key, [Decision(Verb.NAME, "BEN", "Benjamin Lee")])
    catalogue.refresh(library)
    assert sorted(typed for _, typed in found(library, "@Benjamin")) == ["turn 2", "turn 4"]


def test_a_document_is_taken_in_as_far_as_there_is_room(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.library.index_entry.LONGEST", 100)
    monkeypatch.setattr("tui_reader.library.word_index.BATCH", 2)
    dialogue = Dialogue()
    for _ in range(30):
        dialogue.turn("ANNE", "Ten signs.")
    document: Document = dialogue.document()
    library.keep_document(document, Path("talk.txt"))
    library.index.add(document)
    assert library.index.holds(document.key)
    assert len(library.index.search("signs")) == 10


def test_what_was_taken_in_half_is_not_held_for_whole(library: Library) -> None:
    pages = library._database.execute("PRAGMA page_count").fetchone()[0]
    document = Dialogue().turn("ANNE", "word " * 20_000).document()
    library.keep_document(document, Path("talk.txt"))
    assert not library.index.holds(document.key)
    library._database.execute(f"PRAGMA max_page_count = {pages + 9}")
    with pytest.raises(LibraryError, match="the disk is full"):
        library.index.add(document)
    assert not library.index.holds(document.key)
    assert [key for key, _ in library.index.missing()] == [document.key]


def test_two_readers_take_in_the_same_document_once(tmp_path: Path) -> None:
    document = Dialogue().turn("ANNE", "Ten signs.").document()
    with Library(tmp_path / "library.db") as one, Library(tmp_path / "library.db") as other:
        for library in (one, other):
            library.keep_document(document, tmp_path / "talk.txt")
        _ = one.index, other.index
        entry = index_entry(document, tmp_path / "talk.txt")
        one.index.take_in(entry)
        other.index.take_in(entry)
        assert len(other.index.search("signs")) == 1


def test_a_python_without_full_text_search_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "rows", lambda *_: [])
    with Library(None) as library, pytest.raises(ReaderError, match="built without FTS5"):
        WordIndex(library)


# Listed and removed


def test_documents_are_listed_with_how_far_they_were_read(library: Library, folder: Path) -> None:
    added(library, folder)
    library.keep_place(read(folder / "talk.txt"), folder / "talk.txt", Position(3, 0))
    first, *rest = catalogue.lines(library)
    assert first.startswith("A Talk. ANNE, BEN. 100 percent, read 20") and first.endswith(f". {folder}/talk.txt")
    assert rest == [f"volume. 2 documents. Not read yet. {folder}/more/volume.xml"]
    assert catalogue.lines(library, volume="volume")[0] == f"1. Letter. Not read yet. {folder}/more/volume.xml#d1"
    assert catalogue.lines(library, words="NOT")[0].startswith("2. Note. ")
    assert catalogue.lines(library, words="zebra") == ["No document with zebra."]
    with pytest.raises(UsageError, match="No volume is called zebra"):
        catalogue.lines(library, volume="zebra")
    (folder / "talk.txt").unlink()
    assert catalogue.lines(library)[0].endswith("talk.txt The file is not there.")


def test_twenty_are_listed_and_all_when_asked_for(library: Library, tmp_path: Path) -> None:
    for number in range(23):
        document = Dialogue().turn("ANNE", "Yes.").document()._replace(key=str(number))
        library.keep_document(document, tmp_path / f"{number}.txt")
    assert len(catalogue.lines(library)) == 21
    assert catalogue.lines(library)[-1] == "3 more; --all lists them."
    assert len(catalogue.lines(library, every=True)) == 23


def test_the_documents_that_came_with_the_program_are_there_from_the_start(library: Library) -> None:
    catalogue.refresh(library)
    assert [title[:38] for title in titles(library)] == ["Memorandum of Telephone Conversation B"]
    assert ("stevenson-ball.txt", "turn 9") in found(library, "SAM sites")


def test_what_is_removed_is_neither_listed_nor_found_and_keeps_its_place(library: Library, folder: Path) -> None:
    added(library, folder)
    document = read(folder / "talk.txt")
    library.keep_place(document, folder / "talk.txt", Position(2, 3))
    library.bookmarks.add(document, Position(1, 0))
    assert removed(library, folder / "talk.txt", folder / "none.txt") == [
        f"{folder / 'talk.txt'}: 1 document no longer listed.",
        f"{folder / 'none.txt'}: not in the library.",
    ]
    catalogue.refresh(library)
    assert "A Talk" not in titles(library)
    assert found(library, "morning") == []
    assert library.place(document.key) == Position(2, 3)
    assert len(library.bookmarks.of(document)) == 1
    assert added(library, folder)[0].startswith(f"{folder}: 1 document added; 2 were there already;")
    assert found(library, "morning") == [("talk.txt", "turn 1")]


def test_a_folder_is_removed_with_all_that_is_in_it(library: Library, folder: Path) -> None:
    added(library, folder)
    assert removed(library, folder / "more" / "volume.xml#d1")[0].endswith("1 document no longer listed.")
    assert removed(library, folder) == [f"{folder}: 2 documents no longer listed."]
    assert library.folders.all() == []
    assert titles(library) == []


def test_a_path_that_cannot_be_looked_at_is_listed_as_missing_and_cannot_be_added(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    talk = folder / "talk.txt"
    unreachable = tmp_path / ("x" * 300)  # longer than a name may be: asking for it is an error
    library.keep_place(read(talk), unreachable, Position(0, 0))
    assert catalogue.lines(library)[0].endswith(f"{unreachable} The file is not there.")
    catalogue.refresh(library)
    with pytest.raises(DocumentError, match="File name too long"):
        added(library, unreachable)
    added(library, talk)
    assert catalogue.lines(library)[0].endswith(str(talk))
