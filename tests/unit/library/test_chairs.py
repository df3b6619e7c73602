"""Whose turns are rehearsed, as it is kept, and that lists of the library do not show their words."""

from __future__ import annotations

from pathlib import Path

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.library.all_bookmarks import all_bookmarks

KEY = "0" * 64


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
