"""A document that was packed is the same when it is unpacked, and what was not packed by the program is refused."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from tests.benchmarks.texts import srt, transcript
from tests.support.corpus import MEMORANDUM
from tests.support.documents import complete, read_text
from tui_reader.document.columnar import counted_turns
from tui_reader.document.decisions import Decision, Verb, apply
from tui_reader.document.model import Document, Gloss, LanguageEvidence, LostWords, Mentioned, Person, Suggestion
from tui_reader.formats import read
from tui_reader.packed.packed_document import FIRST_OF_PART, OF_PART, pack, unpack
from tui_reader.packed.packed_file import columns_of, packed_bytes
from tui_reader.reading.reading_progress import ReadingProgress


def packed(document: Document) -> bytes:
    columns = pack(document)
    assert columns
    return b"".join(packed_bytes(columns))


def again(document: Document) -> Document:
    """The document packed and unpacked."""
    return unpack(*columns_of(packed(document)))


def test_a_document_is_the_same_again() -> None:
    document = read(MEMORANDUM)
    made = again(document)
    assert complete(made) == complete(document)
    assert [(page.text, page.speaker) for page in made.pages] == [(page.text, page.speaker) for page in document.pages]
    assert made.short_names == document.short_names and made.note("1") == document.note("1")
    assert counted_turns(made) == counted_turns(document)
    assert ReadingProgress(made).name_of(made.pages[5]) == ReadingProgress(document).name_of(document.pages[5])


@pytest.mark.parametrize(("text", "name"), [(transcript(300), "a.txt"), (srt(200), "a.srt"), ("", "a.txt")])
def test_columns_of_many_turns_and_times_are_the_same(text: str, name: str, tmp_path: Path) -> None:
    document = read_text(tmp_path, text, name) if text else Document("a.txt", "", "", "")
    assert complete(again(document)) == complete(document)
    assert complete(again(again(document))) == complete(document)


def test_what_is_rare_in_a_document_is_packed_too() -> None:
    document = read(MEMORANDUM)._replace(
        glosses=(Gloss("SAM", "surface to air missile"),),
        lost=LostWords(2, 9, "lost words"),
        suggestions=(Suggestion(("A", "B"), "they sound alike"),),
        language_evidence=LanguageEvidence("guessed", 0.1),
        people=(Person("half \udcff", None, None, ("half \udcff",)),),
        lexicon=("a = b",),
        mentioned=(Mentioned("v1#p_B", "Ball", None, 3),),
        confirmed=("One:",),
    )
    assert complete(again(document)) == complete(document)


def test_a_text_of_many_scripts_keeps_its_places(tmp_path: Path) -> None:
    words = " ".join(["naïve", "導彈", "הטילים", "😀 yes"] * 700)
    document = read_text(tmp_path, f"ANN: {words}.\n\nBEN: {words}!\n\nANN: End.\n\nBEN: No.\n", "a.txt")
    made = again(document)
    text = made[3]
    assert len(text) == len(document.text)
    assert all(text[at : at + 9] == document.text[at : at + 9] for at in range(0, len(text), 611))
    assert complete(made) == complete(document)


def test_decisions_apply_to_it_as_to_the_one_that_was_read() -> None:
    document = read(MEMORANDUM)
    decisions = [Decision(Verb.NAME, "GWB", "George Ball"), Decision(Verb.UNMARK, "AES"), Decision(Verb.KEEP, "X")]
    assert complete(apply(again(document), decisions)) == complete(apply(document, decisions))


@pytest.mark.parametrize("place", [0, 8, 12, 16, 24, 30, 60, 200])
def test_what_is_torn_is_refused(place: int) -> None:
    data = packed(read(MEMORANDUM))
    for wrong in (data[:place], data[:-place] if place else b""):
        with pytest.raises(ValueError, match=r"."):
            unpack(*columns_of(wrong))


def test_columns_of_something_else_are_refused() -> None:
    columns = pack(read(MEMORANDUM))
    assert columns
    for wrong in ([], columns[:-1], columns[1:], [b""] * len(columns), [b"\xff" * 40] * len(columns)):
        with pytest.raises(ValueError, match=r"."):
            unpack(*columns_of(b"".join(packed_bytes(wrong))))


@pytest.mark.parametrize("column", range(OF_PART - 1))
def test_a_column_that_is_too_short_or_leads_nowhere_is_refused(column: int) -> None:
    document = read(MEMORANDUM)
    part = [bool(part.turns) for part in document.parts].index(True)
    for damage in ("short", "high"):
        columns = pack(document)
        assert columns
        at = FIRST_OF_PART + OF_PART * part + column
        found = columns[at]
        wrong = bytearray(found) if isinstance(found, bytearray) else array("I", found)
        if damage == "short":
            wrong.pop()
        else:
            wrong[-1] = 0x3F if isinstance(wrong, bytearray) else 1 << 31
        columns[at] = wrong
        if damage == "short" or column in CHECKED:
            with pytest.raises(ValueError, match=r"."):
                unpack(*columns_of(b"".join(packed_bytes(columns))))


CHECKED = (0, 3, 4, 5, 8)
"""Columns of which a wrong number would lead nowhere: names, first passages and spans, kinds, what is stored whole."""
