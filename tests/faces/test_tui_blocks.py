"""A page cut into blocks: nothing is lost, every width has the same, and only what is looked at is set. Pure."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.support.app_driver import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tests.support.page_layout import set_page
from tui_reader.document.model import Document, Kind, Mark, Page, Part, Passage, Turn
from tui_reader.faces.tui.text.flow_builder import build_flow
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.layout import set_block
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.screen_line import line_at
from tui_reader.faces.tui.text.text_blocks import LONG, REACH, blocks_of
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.terminal.wrapping import cell_width

SIZE = 60_000
TEXTS = {
    "sentences": "Nobody here has asked for more than that. Did he? " * (SIZE // 50),
    "words": "missiles and bombers " * (SIZE // 21),
    "no blanks": "abcdefghij" * (SIZE // 10),
    "Hebrew": "שלום עליכם הטילים לא יוחזרו. " * (SIZE // 29),
    "combining": "e\u0301\u0323a\u0308 " * (SIZE // 6),
    "nothing but marks": "a" + "\u0301" * SIZE,
    "ideographs": "导弹不会送回。没有人" * (SIZE // 10),
    "families": "👩\u200d👩\u200d👧 " * (SIZE // 6),
}


def page_of(*passages: Passage) -> Page:
    """A page of one turn."""
    return Dialogue().turn("AES", "One.").document().pages[0]._replace(passages=passages)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_long_passage_is_cut_and_nothing_of_it_is_lost(text: str) -> None:
    page = page_of(Passage(Kind.SPEECH, text.strip(), ()))
    blocks = blocks_of(page)
    assert "".join(piece.passage.text for block in blocks for piece in block.pieces) == page.text
    for block, following in pairwise(blocks):
        assert LONG <= following.start - block.start <= LONG + REACH
    assert [block.last for block in blocks] == [False] * (len(blocks) - 1) + [True]
    for width in (20, 72):
        for line in set_page(page, width):
            assert cell_width(line.text) <= width


def test_it_is_cut_behind_sentences_then_words() -> None:
    for name, end in (("sentences", (". ", "? ")), ("words", (" ",)), ("Hebrew", (". ",)), ("ideographs", ("。",))):
        blocks = blocks_of(page_of(Passage(Kind.SPEECH, TEXTS[name], ())))
        pieces = [one.passage.text for block in blocks for one in block.pieces]
        assert all(piece.endswith(end) for piece in pieces[:-1]), name


def test_a_character_and_its_marks_stay_together() -> None:
    text = "".join("x\u0301\u0323" for _ in range(SIZE // 3))
    pieces = [one for block in blocks_of(page_of(Passage(Kind.SPEECH, text, ()))) for one in block.pieces]
    assert all(piece.passage.text.startswith("x") for piece in pieces)


def test_pages_that_people_print_are_one_block() -> None:
    assert all(len(blocks_of(page)) == 1 for page in MEMORANDUM.pages)


def test_many_short_passages_are_blocks_too_and_stand_as_before() -> None:
    one = Passage(Kind.PARAGRAPH, "A paragraph of a few words.", ())
    page = page_of(*[one] * 1000, *[one._replace(kind=Kind.ITEM)] * 1000)
    assert len(blocks_of(page)) > 9
    texts = [line.text.strip() for line in set_page(page, 72)]
    assert texts == [one.text, ""] * 1000 + [one.text] * 1000
    starts = [line.start for line in set_page(page, 72)]
    assert starts == sorted(starts)


def test_marks_of_notes_stay_where_they_are() -> None:
    marks = tuple(Mark(str(number), number * 999, None) for number in range(60))
    page = page_of(Passage(Kind.SPEECH, TEXTS["no blanks"], (), (*marks, Mark("end", len(TEXTS["no blanks"]), None))))
    found = [
        (piece.offset + mark.offset, mark.note)
        for block in blocks_of(page)
        for piece in block.pieces
        for mark in piece.passage.marks
    ]
    assert found == [*((number * 999, str(number)) for number in range(60)), (len(TEXTS["no blanks"]), "end")]


def test_items_go_on_hanging_and_lines_of_verse_are_whole() -> None:
    item = page_of(Passage(Kind.ITEM, "1. " + TEXTS["words"], ()))
    assert {line.indent for line in set_page(item, 72)[1:]} == {2 + 3}
    verse = page_of(Passage(Kind.VERSE, "\n".join("a line of verse" for _ in range(4000)), ()))
    assert {line.text for line in set_page(verse, 72)} == {"a line of verse"}


@pytest.mark.parametrize("scroll", [False, True])
def test_only_the_blocks_that_are_looked_at_are_set(scroll: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    for module in ("flow_builder", "scroll_layout"):
        monkeypatch.setattr(
            f"tui_reader.faces.tui.text.{module}.set_block",
            lambda block, *rest: (asked.append(block.start), set_block(block, *rest))[1],
        )
    passage = Passage(Kind.SPEECH, TEXTS["sentences"] * 20, ())
    dialogue = Dialogue().turn("AES", "One.").document()
    turn = dialogue.turns[0]._replace(passages=(passage,))
    document = dialogue._replace(parts=(dialogue.parts[0]._replace(turns=(turn, turn._replace(number=2))),))
    flow = build_flow(Scene(document, document.pages[0], scroll=scroll), frame(100, 30, 72), Typesetting())
    far = flow.spot(0, 700_000)
    for top in (flow.first(), far, flow.last()):
        seen = flow.seen(flow.filling(top, 30), 30)
        assert len(seen) == 30
    assert len(asked) <= 6
    line = flow.line(far)
    assert line.start <= 700_000 < flow.line(flow.moved(far, 1)).start
    assert flow.moved(flow.moved(far, 5000), -5000) == far
    assert line_at(flow.lines(*far[:2]), 700_000) == far.line


def test_a_page_without_passages_is_one_block() -> None:
    part = Part("exchange", None, None, (), (Turn(1, "A", Dialogue().turn("A", "b").document().turns[0].label, ()),))
    assert len(blocks_of(Document("a", "b", "c", "", parts=(part,)).pages[0])) == 1
