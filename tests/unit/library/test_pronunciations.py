"""Pronunciations that a person sets: heard at once, stored for a document or for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.document.model import Document, Position
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.library.pronunciations import correct, remove, store, with_lines
from tui_reader.narration.narration import Narration
from tui_reader.narration.normalization import Lexicon, LexiconEntry, TextNormalizer, own_file
from tui_reader.paths import config_folder
from tui_reader.startup.find_document import find_document
from tui_reader.startup.reading_options import ReadingOptions

TALK = "ANNE: Adlai saw Ball. Then he left.\n\nBEN: Who saw Ball?\n\nANNE: Adlai.\n\nBEN: Ah.\n"


@pytest.fixture
def own() -> Path:
    """The person's own lexicon, for all documents."""
    return config_folder() / "lexicon.toml"


def opened(talk: Path, library: Library) -> Document:
    """The document with what the library knows of it."""
    return find_document(talk, library, ReadingOptions())[1]


def spoken(document: Document) -> list[str]:
    """What is read aloud, sentence by sentence."""
    return [utterance.spoken for utterance in Narration(document)]


def test_a_word_is_heard_kept_and_said_so_from_then_on(talk: Path) -> None:
    with Library(None) as library:
        document = opened(talk, library)
        narration = Narration(document, normalizer=TextNormalizer(own=Lexicon()))
        here = narration.at(Position(0, 0))
        entry = LexiconEntry("Ball", "Bawl")
        assert narration.as_said_with(entry, here).spoken == "Addlay saw Bawl."
        assert narration.at(Position(0, 0)).spoken == "Addlay saw Ball."
        correct(entry, narration, library)
        assert narration.at(Position(0, 0)).spoken == "Addlay saw Bawl."
        assert [utterance.spoken for utterance in narration][2] == "Who saw Bawl?"
        assert spoken(opened(talk, library))[0] == "Addlay saw Bawl."


def test_what_is_being_said_meanwhile_leads_on(talk: Path) -> None:
    with Library(None) as library:
        narration = Narration(opened(talk, library), normalizer=TextNormalizer(own=Lexicon()))
        saying = narration.at(Position(0, 0))
        correct(LexiconEntry("Ball", "Bawl"), narration, library)
        following = narration.after(saying)
        assert following
        assert following.spoken == "Then he left."
        assert narration.before(following) == narration.at(Position(0, 0))


def test_everywhere_wins_over_what_was_kept_for_the_document(talk: Path, own: Path) -> None:
    with Library(None) as library:
        narration = Narration(opened(talk, library), normalizer=TextNormalizer(own=Lexicon()))
        correct(LexiconEntry("Ball", "Bawl"), narration, library)
        correct(LexiconEntry("Ball", "Bull"), narration, library, everywhere=True)
        assert narration.at(Position(0, 0)).spoken == "Addlay saw Bull."
        assert library.lexicon(narration.document.key) == ()
    assert own.read_text() == 'Ball = "Bull"\n'
    assert own_file() == own


@pytest.mark.parametrize(
    ("text", "line", "changed"),
    [
        ("", 'A = "b"', 'A = "b"\n'),
        ('A = "x"\n# end\n', 'A = "b"', '# end\nA = "b"\n'),
        ('[A]\nsaid = "x"\n\n[B]\nsaid = "y"\n', 'A = "b"', '\nA = "b"\n[B]\nsaid = "y"\n'),
        ('A.said = "x"\nA.case = false\nB = "y"\n', None, 'B = "y"\n'),
        ('B = """\nA = 3\n"""\n', 'A = "b"', 'B = """\nA = 3\n"""\nA = "b"\n'),
    ],
)
def test_one_line_is_changed_and_all_else_stays(text: str, line: str | None, changed: str) -> None:
    assert with_lines(text, {"A": line}) == changed


def test_more_words_than_a_lexicon_may_have_leave_it_as_it_is(own: Path) -> None:
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text('A = "b"\n')
    with Library(None) as library, pytest.raises(ReaderError, match=r"lexicon.toml: (would be|cannot be changed)"):
        store([LexiconEntry(f"Word{number}", "said") for number in range(40_000)], None, library)
    assert own.read_text() == 'A = "b"\n'


def test_many_words_are_added_and_removed_in_one_pass(own: Path) -> None:
    words = [LexiconEntry(f"Word{number}", "said") for number in range(200)]
    with Library(None) as library:
        store(words, None, library)
        remove([word.written for word in words[1:]], None, library)
    assert own.read_text() == 'Word0 = "said"\n'
