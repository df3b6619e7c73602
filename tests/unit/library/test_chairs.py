"""Whose turns are rehearsed, as it is kept, and that lists of the library do not show their words."""

from __future__ import annotations

from pathlib import Path

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Position
from tui_reader.formats import parse, read
from tui_reader.library import Library
from tui_reader.library.all_bookmarks import all_bookmarks

KEY = "0" * 64
TALK = "BEN: Was it a pelican?\n\nANN: It was a pelican at noon.\n\nBEN: I see.\n\nANN: Indeed.\n"


def library_of(path: Path | None) -> Library:
    library = Library(path)
    document = Dialogue().turn("BEN", "Was it a pelican?").turn("ANN", "It was a pelican at noon.").document()
    library.keep_place(document, Path("talk.txt"), Position(0, 0))
    library.index.add(document)
    library.bookmarks.add(document, Position(1, 0), 0, "")
    return library


def test_parts_are_kept_and_replaced(tmp_path: Path) -> None:
    with library_of(tmp_path / "library") as library:
        library.chairs.keep(KEY, {"ANN": "Ann", "BEN": "Ben"})
    with Library(tmp_path / "library") as library:
        assert library.chairs.of(KEY) == {"ANN", "BEN"}
        library.chairs.keep(KEY, {})
        assert library.chairs.of(KEY) == frozenset()


def test_hits_in_a_part_are_counted_and_their_words_are_not_shown() -> None:
    with library_of(None) as library:
        library.chairs.keep(KEY, {"ANN": "ANN"})
        hits = {hit.typed: (hit.words, hit.found) for hit in library.index.search("pelican")}
        assert hits == {"turn 1": ("Was it a pelican?", "pelican?"), "turn 2": ("…", "")}


def test_bookmarks_in_a_part_are_listed_without_their_words() -> None:
    with library_of(None) as library:
        assert [mark.words for mark in all_bookmarks(library)] == ["It was a pelican at noon."]
        library.chairs.keep(KEY, {"ANN": "ANN"})
        assert [mark.words for mark in all_bookmarks(library)] == ["…"]
        library.index.forget(KEY)
        assert [mark.words for mark in all_bookmarks(library)] == ["…"]


def words_found(library: Library) -> dict[str, str]:
    return {hit.typed: hit.words for hit in library.index.search("pelican")}


def test_a_part_that_was_renamed_is_hidden_before_and_after_it_is_indexed_anew() -> None:
    with library_of(None) as library:
        library.chairs.keep(KEY, {"ANN": "ANN"})
        library.label_decisions.add(KEY, [Decision(Verb.NAME, "ANN", "Ann Lee")])
        assert words_found(library) == {"turn 1": "…", "turn 2": "…"}
        assert [mark.words for mark in all_bookmarks(library)] == ["…"]
        document = Dialogue().turn("BEN", "Was it a pelican?").turn("ANN", "It was a pelican at noon.").document()
        library.index.add(library.label_decisions.apply_to(document))
        assert words_found(library) == {"turn 1": "Was it a pelican?", "turn 2": "…"}
        assert [mark.words for mark in all_bookmarks(library)] == ["…"]


def talk(folder: Path, library: Library, words: str = TALK) -> Path:
    path = folder / "talk.txt"
    path.write_text(words)
    list(library.folders.add(path))
    return path


def test_a_part_that_was_merged_or_renamed_is_found_as_who_it_is_now(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        path = talk(tmp_path, library, TALK.replace("ANN: Indeed", "CAL: Indeed") + "\nCAL: So.\n")
        key = read(path).key
        library.chairs.keep(key, {"ANN": "ANN"})
        library.label_decisions.add(key, [Decision(Verb.MERGE, "ANN", "CAL"), Decision(Verb.NAME, "CAL", "Cal Day")])
        list(library.folders.add(path))
        assert words_found(library) == {"turn 1": "Was it a pelican?", "turn 2": "…"}


def test_a_part_is_that_of_the_edited_file_as_soon_as_that_is_indexed(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        path = talk(tmp_path, library)
        document = read(path)
        library.keep_place(document, path, Position(0, 0))
        library.chairs.keep(document.key, {"ANN": "ANN"})
        path = talk(tmp_path, library, TALK.replace("at noon", "at one"))
        assert words_found(library) == {"turn 1": "Was it a pelican?", "turn 2": "…"}
        assert library.chairs.of(read(path).key) == {"ANN"}


def test_who_was_merged_is_whom_the_labels_have_now() -> None:
    document = parse(b"ANN: One.\n\nBEN: Two.\n\nANN: Three.\n\nBEN: Four.\n", "talk.txt")
    with Library(None) as library:
        library.chairs.keep(document.key, {"BEN": "BEN"})
        assert library.chairs.in_document(document, document) == {"BEN"}
        library.label_decisions.add(document.key, [Decision(Verb.MERGE, "BEN", "ANN")])
        assert library.chairs.in_document(document, library.label_decisions.apply_to(document)) == {"ANN"}
