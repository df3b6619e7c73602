"""Where everything of a page stands: pure layout, without a screen."""

from __future__ import annotations

import pytest

from tests.support.app_driver import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tests.support.page_layout import set_page
from tui_reader.document.model import Kind, Passage
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.head import cut, head, place_of, short_title
from tui_reader.faces.tui.text.layout import set_notes, set_passage
from tui_reader.faces.tui.text.screen_line import Look, line_at
from tui_reader.terminal.wrapping import cell_width

SIZES = [(20, 5), (40, 10), (59, 40), (60, 16), (80, 24), (100, 30), (129, 50), (130, 50), (200, 60), (300, 12)]


@pytest.mark.parametrize("size", SIZES)
def test_head_text_and_notes_stay_on_the_screen(size: tuple[int, int]) -> None:
    measures = frame(*size, 72)
    assert 0 < measures.measure <= 72
    assert measures.left + measures.block <= measures.width
    if measures.notes_left:
        assert measures.left + measures.block < measures.notes_left
        assert measures.notes_left + measures.notes_width < measures.width
    for page in MEMORANDUM.pages:
        if not measures.compact:
            widths = [cell_width(line.text) for line in head(MEMORANDUM, page, measures, "both")]
            assert max(widths) <= measures.left + measures.block
        place = place_of(MEMORANDUM, page, measures.shift)
        assert place + measures.indent + measures.measure <= measures.block


@pytest.mark.parametrize("width", [12, 38, 72])
def test_each_character_of_a_page_is_painted_once_in_order(width: int) -> None:
    for page in MEMORANDUM.pages:
        text, lines = page.text, set_page(page, width)
        runs = [run for line in lines for run in line.runs if run.start is not None]
        assert all(text[run.start : run.start + len(run.text)] == run.text for run in runs if run.start is not None)
        assert "".join("".join(run.text for run in runs).split()) == "".join(text.split())
        assert [line.start for line in lines] == sorted(line.start for line in lines)
        assert max(cell_width(line.text) for line in lines) <= width


def test_a_place_is_found_in_its_line_and_back() -> None:
    page = MEMORANDUM.pages[5]
    lines = set_page(page, 72)
    for word in ("That", "liquidate--this", "(Memo", "separately)", "Just", "anyway."):
        offset = page.text.index(word)
        line = lines[line_at(lines, offset)]
        column = line.column(offset)
        assert line.text[column:].startswith(word)
        assert line.offset(column) == offset


def test_marks_of_notes_are_shown_and_disturb_no_place() -> None:
    page = Dialogue().turn("A", "At the meeting{1} a thing{*}.").note("1", "Held at noon.").document().pages[0]
    (line,) = set_page(page, 40)
    assert line.text == "At the meeting(1) a thing(*)."
    assert [run.text for run in line.runs if run.look is Look.MARK] == ["(1)", "(*)"]
    assert line.column(page.text.index("thing")) == line.text.index("thing")
    assert line.offset(line.text.index("(1)")) is None


def test_an_item_hangs_behind_its_number_and_a_signature_stands_on_the_right() -> None:
    item = [line.text for line in set_passage(Passage(Kind.ITEM, "12. One two three four five six", ()), 0, 20)]
    assert item == [" 12. One two three", "     four five six"]
    (signed,) = set_passage(Passage(Kind.SIGNATURE, "A. B.", ()), 0, 20)
    assert signed.text == " " * 15 + "A. B."


def test_an_aside_is_indented_and_verse_keeps_its_lines() -> None:
    (aside,) = set_passage(Passage(Kind.ASIDE, "(Pause)", ()), 0, 64)
    assert aside.text == " " * 8 + "(Pause)"
    verse = [line.text for line in set_passage(Passage(Kind.VERSE, "To be or not\nto be", ()), 0, 10)]
    assert verse == ["To be or", " not", "to be"]


def test_a_quotation_is_set_in_with_all_its_lines() -> None:
    lines = [line.text for line in set_passage(Passage(Kind.QUOTATION, "We shall walk in the wood.", ()), 0, 24)]
    assert lines == ["  We shall walk in the", "  wood."]


def test_wide_and_combining_characters_keep_their_cells() -> None:
    text = "漢字かな e\u0301te\u0301"
    lines = list(set_passage(Passage(Kind.SPEECH, text, ()), 0, 6))
    assert max(cell_width(line.text) for line in lines) <= 6
    last = lines[line_at(lines, text.index("t"))]
    assert last.text == "な e\u0301te\u0301" and last.column(text.index("t")) == 4
    assert lines[0].offset(3) == 1


def test_a_note_that_is_missing_says_so() -> None:
    document = Dialogue().turn("A", "One{1}.").document()
    assert document.note("1") is None
    from tui_reader.document.model import Note

    assert [line.text for line in set_notes([Note("1", None, None)], 40, 4)] == ["(1) This note is not in the file."]


def test_a_long_title_is_cut_at_a_joint_and_names_the_speakers() -> None:
    assert short_title(MEMORANDUM, 82) == "Memorandum of Telephone Conversation, Stevenson and Ball"
    assert short_title(MEMORANDUM, 40) == "Memorandum of Telephone Conversation"
    assert short_title(MEMORANDUM, 20) == "Memorandum of Tel..."
    assert cut("abcdefgh", 6) == "abcdef"


def test_the_title_of_a_document_in_which_nobody_speaks_is_cut_at_a_joint_too() -> None:
    silent = MEMORANDUM._replace(people=())
    assert short_title(silent, 82) == short_title(silent, 40) == "Memorandum of Telephone Conversation"


def test_each_speaker_has_one_place() -> None:
    places = {page.speaker: set[int]() for page in MEMORANDUM.pages}
    for page in MEMORANDUM.pages:
        if page.turn:
            places[page.speaker].add(place_of(MEMORANDUM, page, 6))
    assert places == {"AES": {0}, "GWB": {6}}


def test_at_80_columns_the_text_leaves_room_for_the_speakers_places() -> None:
    assert frame(80, 24, 72)[6:8] == (66, 6) and frame(100, 30, 72)[6:8] == (72, 6)
    assert frame(80, 24, 40).measure == 40 and frame(60, 24, 72).shift == 0


def test_a_title_of_a_million_characters_is_cut_at_once() -> None:
    document = MEMORANDUM._replace(title=Passage(Kind.HEADING, "Über " * 200_000, (), ()))
    assert short_title(document, 20) == "Über Über Über Üb..."
    lines = head(document, document.pages[0], frame(80, 30, 72), "both")
    assert len(lines) < 12 and max(cell_width(line.text) for line in lines) <= 80


def test_names_told_first_are_whole_with_the_role_at_the_first_turn_only() -> None:
    first, later = (
        "\n".join(line.text for line in head(MEMORANDUM, MEMORANDUM.pages[turn - 1], frame(80, 30, 72), "first"))
        for turn in (2, 5)
    )
    assert "George W. Ball   GWB\n" in first and "Under Secretary of State\n" in first
    assert " Ball\n" in later and "George" not in later and "Under Secretary of State\n" not in later
