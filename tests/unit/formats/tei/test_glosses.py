"""What a volume explains: its lists of abbreviations and persons, said for the words of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import silent_reading
from tui_reader.document.model import Document, Gloss
from tui_reader.formats import parse
from tui_reader.library import Library
from tui_reader.reading import Reading

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>
<div xml:id="terms"><list type="terms">
<item><hi><term xml:id="t_NSC">NSC</term>, </hi>National Security Council</item>
<item><hi><term xml:id="t_none">AFB</term>, </hi></item>
</list></div>
<div xml:id="persons"><list type="names">
<item><hi><persName xml:id="p_K">Kissinger, Henry A.</persName>,</hi> Secretary of State</item>
<item><hi><persName xml:id="p_N">Nobody, A.</persName></hi></item>
</list></div></front><body>
<div type="document" xml:id="d1"><head>1. Letter</head><p>The <gloss target="#t_NSC">NSC</gloss> and
<persName corresp="#p_K">Kissinger</persName> met <persName corresp="#p_N">Nobody</persName> at the
<gloss target="#t_none">AFB</gloss>, <gloss target="#t_gone">XYZ</gloss>.</p></div>
<div type="document" xml:id="d2"><head>2. Note</head><p>The NSC is not pointed to here.</p></div>
</body></text></TEI>"""


def document(id: str) -> Document:
    return parse(VOLUME.encode(), "volume.xml", id=id)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(None) as library:
        yield library


def reading(of: Document, library: Library) -> Reading:
    return silent_reading(of, Path("volume.xml"), library)


def test_what_the_text_points_to_is_explained_in_the_order_of_its_use() -> None:
    assert document("d1").glosses == (
        Gloss("NSC", "National Security Council"),
        Gloss("Kissinger", "Henry A. Kissinger, Secretary of State"),
    )
    assert document("d2").glosses == ()


def test_one_after_the_other_is_said_and_then_the_first_again(library: Library) -> None:
    opened = reading(document("d1"), library)
    first = "NSC: National Security Council. 1 of 2."
    assert [opened.glossary.explain_next() for _ in range(3)] == [
        first,
        "Kissinger: Henry A. Kissinger, Secretary of State. 2 of 2.",
        first,
    ]


def test_only_whole_words_of_this_page_are_explained_and_the_longer_name_first(library: Library) -> None:
    talk = Dialogue().turn("ANNE", "NSCX is none.").turn("BEN", "The NSC (100) staff, not the NSC.").document()
    talk = talk._replace(glosses=(Gloss("NSC", "a council"), Gloss("NSC (100)", "a paper."), Gloss("(x", "[y]")))
    opened = reading(talk, library)
    assert opened.glossary.explain_next() == "Nothing is explained here."
    opened.place.next_page()
    explained = [opened.glossary.explain_next() for _ in range(2)]
    assert explained == ["NSC (100): a paper. 1 of 2.", "NSC: a council. 2 of 2."]


def test_another_document_has_its_own_glosses(library: Library) -> None:
    opened = reading(document("d1"), library)
    opened.glossary.explain_next()
    opened.open(document("d2"), Path("volume.xml"))
    assert opened.glossary.explain_next() == "Nothing is explained here."
