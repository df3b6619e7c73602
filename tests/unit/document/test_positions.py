"""A place kept through another understanding of the same text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.document.decisions import Decision, Verb, apply
from tui_reader.document.model import Document, Position
from tui_reader.document.positions import position_at, text_offset
from tui_reader.formats import parse, read
from tui_reader.library import Library
from tui_reader.paths import bundled

TALK = b"""A Talk

ANN: Good morning.

BEN: Yes. It is
    a fine one.

ECHO: I see none.

ANN: Home, then.

ECHO: Still none.
"""


@pytest.fixture
def document() -> Document:
    return parse(TALK, "talk.txt")


def word_at(document: Document, place: Position) -> str:
    return document.pages[place.page].text[place.offset :].split()[0]


def test_each_character_of_the_memorandum_is_found_again() -> None:
    document = read(bundled("corpus") / "stevenson-ball.txt")
    for page in document.pages:
        for offset, passage in page.passages_at():
            for at in range(0, len(passage.text), 7):
                place = Position(page.index, offset + at)
                assert position_at(document, text_offset(document, place)) == place


def test_a_word_is_found_where_its_label_is_none(document: Document) -> None:
    place = Position(2, 2)
    assert word_at(document, place) == "see"
    decided = apply(document, [Decision(Verb.UNMARK, "ECHO")])
    moved = position_at(decided, text_offset(document, place))
    assert moved.page == 1 and word_at(decided, moved) == "see"
    assert position_at(document, text_offset(decided, moved)) == place


def test_a_place_that_no_page_shows_is_the_nearest_that_one_does(document: Document) -> None:
    assert position_at(document, 0) == Position(0, 0)
    assert position_at(document, document.text.index("I see")) == Position(2, 0)
    assert position_at(document, document.text.index(": I see")) == Position(2, 0)
    assert position_at(document, len(document.text)).page == 4


def test_a_document_without_pages_has_no_place() -> None:
    empty = Document("nothing", "", "", "")
    assert text_offset(empty, Position(0, 0)) == 0 and position_at(empty, 5) == Position(0, 0)


def test_a_document_without_a_key_is_not_kept(tmp_path: Path) -> None:
    from tui_reader.reading.place import Place

    with Library(None) as library:
        Place(Document("nothing", "", "", ""), tmp_path, library)
        assert library.recent() == []
