"""The document as plain lines."""

from __future__ import annotations

import io
from itertools import islice
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.document.model import Document, Kind, Label, Mark, Note, Page, Part, Passage, Person, Span, Turn
from tui_reader.faces.printing import document_blocks, marked_text, page_text, print_document, wrapped
from tui_reader.formats import read
from tui_reader.terminal.output import without_controls


def page(text: str, *marks: tuple[str, int]) -> Page:
    """A turn of ANNE with marks (note, offset)."""
    found = tuple(Mark(note, offset, Span(0, 0)) for note, offset in marks)
    passage = Passage(Kind.SPEECH, text, (), found)
    turn = Turn(1, "ANNE", Label("ANNE", Span(0, 0)), (passage,))
    return Page(0, Part("exchange", None, None), turn, (passage,))


@pytest.mark.parametrize(
    ("text", "offset", "printed"),
    [
        ("at the meeting a suggestion", 14, "at the meeting (note 1) a suggestion"),
        ("at the meeting a suggestion", 15, "at the meeting (note 1) a suggestion"),
        ("It is over.", 11, "It is over. (note 1)"),
        ("It is over.", 10, "It is over (note 1)."),
        ("It is over.", 0, "(note 1) It is over."),
    ],
)
def test_a_mark_is_printed_as_words_with_blanks_around_it(text: str, offset: int, printed: str) -> None:
    assert marked_text(page(text, ("1", offset))) == printed


def test_two_marks_at_one_place_are_both_printed() -> None:
    assert marked_text(page("Over.", ("1", 5), ("2", 5))) == "Over. (note 1) (note 2)"


def test_a_stretch_of_a_page_has_only_its_own_marks() -> None:
    shown = page("One here. Two there. Three.", ("1", 9), ("2", 20))
    assert marked_text(shown, 10, 20) == "Two there. (note 2)"


@pytest.mark.parametrize(
    ("person", "called"),
    [
        (Person("ANNE", "Anne Elliot", None, ("AWE",)), "Elliot"),
        (Person("ANNE", "Anne Elliot", None, ("ANNE",)), "ANNE"),
        (Person("ANNE", "Anne Elliot", None, ("Speaker 1",), given=True), "Elliot"),
        (Person("ANNE", "Ghost of Anne's Father", None, ("GHOST",)), "GHOST"),
        (Person("ANNE", "User 12", None, ("User 12",)), "User 12"),
    ],
)
def test_the_speaker_stands_before_the_turn_as_printed_or_by_the_last_name(person: Person, called: str) -> None:
    names = Document("x", "", "", "", people=(person,)).short_names
    assert page_text(page("Yes."), names) == f"{called}: Yes."


def test_two_people_of_one_last_name_are_told_apart() -> None:
    people = (Person("JA", "John Adams", None, ("JA",)), Person("AA", "Abigail Adams", None, ("AA",)),
              Person("TJ", "Thomas Jefferson", None, ("TJ",)), Person("X", None, None, ("X",)))  # fmt: skip
    names = Document("x", "", "", "", people=people).short_names
    assert names == {"narrator": "Narrator", "JA": "John Adams", "AA": "Abigail Adams", "TJ": "Jefferson", "X": "X"}


def test_people_of_one_label_without_names_are_numbered() -> None:
    people = tuple(Person(f"guard.{number}", f"guard.{number}", None, ("GUARD",)) for number in (1, 2))
    names = Document("x", "", "", "", people=people).short_names
    assert names == {"narrator": "Narrator", "guard.1": "GUARD", "guard.2": "GUARD 2"}


def test_a_missing_note_is_said_to_be_missing() -> None:
    document = Document("x", "", "", "", parts=(Part("p", None, None, (Passage(Kind.PARAGRAPH, "Text.", ()),)),),
                        notes=(Note("7", None, None),))  # fmt: skip
    assert "Note 7 is not in this file." in list(document_blocks(document))


@pytest.mark.parametrize("width", [79, 59, 39, 20])
def test_the_memorandum_keeps_every_word_and_every_line_is_narrow_enough(width: int) -> None:
    document = read(MEMORANDUM)
    out = io.StringIO()
    print_document(document, width, out)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    words = " ".join("\n".join(lines).split())
    for shown in document.pages:
        assert " ".join(marked_text(shown).split()) in words


def test_a_document_is_printed_in_order_title_date_turns_memo_notes_source() -> None:
    out = io.StringIO()
    print_document(read(MEMORANDUM), 79, out)
    order = ["Memorandum of Telephone", "November 9, 1962", "Stevenson: I wonder", "Ball: I think", "Memorandum From",
             "Note 1: The Executive", "Source: Department"]  # fmt: skip
    places = [out.getvalue().index(words) for words in order]
    assert places == sorted(places)


def test_the_first_line_needs_no_more_than_the_first_turns() -> None:
    class Counted(tuple[Passage, ...]):
        seen = 0

        def __iter__(self):  # type: ignore[no-untyped-def]
            Counted.seen += 1
            return super().__iter__()

    passages = Counted((Passage(Kind.SPEECH, "Yes.", ()),))
    turns = tuple(Turn(n, "A", Label("A", Span(0, 0)), passages) for n in range(1, 1001))
    document = Document("x", "", "", "", parts=(Part("p", None, None, turns=turns),))
    document.pages  # noqa: B018  made before the counting
    Counted.seen = 0
    assert list(islice(document_blocks(document), 4))[-1] == "A: Yes."
    assert Counted.seen < 20


def test_control_characters_become_blanks_and_offsets_stay() -> None:
    assert without_controls("a\x1b[31mb\x9bc\u2028d\ne\t") == "a [31mb c d\ne "
    assert wrapped("red \x1b[31malert", 40) == "red  [31malert"


def test_a_file_without_speakers_is_printed_whole(tmp_path: Path) -> None:
    path = tmp_path / "prose.txt"
    path.write_text("Once upon a time there was a king.\n\nHe had three daughters.\n")
    out = io.StringIO()
    print_document(read(path), 79, out)
    assert "king." in out.getvalue() and "daughters." in out.getvalue()
