"""A document is found with the pronunciations that are known for it: of the lexicon beside it and of the library."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.pronunciations import store
from tui_reader.narration.narration import Narration
from tui_reader.narration.normalization import LexiconEntry
from tui_reader.startup.find_document import find_document
from tui_reader.startup.reading_options import ReadingOptions

TALK = "ANNE: Adlai saw Ball. Then he left.\n\nBEN: Who saw Ball?\n\nANNE: Adlai.\n\nBEN: Ah.\n"


def opened(talk: Path, library: Library) -> Document:
    """The document with what the library knows of it."""
    return find_document(talk, library, ReadingOptions())[1]


def spoken(document: Document) -> list[str]:
    """What is read aloud, sentence by sentence."""
    return [utterance.spoken for utterance in Narration(document)]


def test_a_pronunciation_of_one_document_is_for_no_other(talk: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        store([LexiconEntry("Ball", "Bawl")], read(talk), library)
        assert spoken(opened(talk, library))[0] == "Addlay saw Bawl."
        other = tmp_path / "other.txt"
        other.write_text(TALK + "\nANNE: So.\n")
        assert spoken(opened(other, library))[0] == "Addlay saw Ball."


def test_a_lexicon_beside_it_is_read_and_the_library_wins(talk: Path) -> None:
    talk.with_name("talk.lexicon.toml").write_text('Ball = "Bull"\nAdlai = "Bob"\n')
    with Library(None) as library:
        library.keep_word(read(talk).key, "Ball", 'Ball = "Bawl"')
        assert spoken(opened(talk, library))[0] == "Bob saw Bawl."


def test_a_broken_lexicon_beside_it_is_a_warning_with_its_line(talk: Path) -> None:
    talk.with_name("talk.lexicon.toml").write_text('Ball = "Bull"\nAdlai = 5\n')
    with Library(None) as library:
        document = opened(talk, library)
    assert "talk.lexicon.toml:2:" in document.warnings[-1]
    assert spoken(document)[0] == "Addlay saw Ball."


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_what_lies_beside_it_and_cannot_be_read_is_a_warning(talk: Path) -> None:
    for kind in ("people", "lexicon"):
        talk.with_name(f"talk.{kind}.toml").symlink_to("nowhere")
    with Library(None) as library:
        document = opened(talk, library)
    assert document.warnings == (
        "talk.people.toml: a link to a file that does not exist; the people are taken from the document alone",
        f"{talk.parent}/talk.lexicon.toml: a link to a file that does not exist; the lexicon beside it is not used",
    )
