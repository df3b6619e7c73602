"""The lines of a dialogue as they flow past: only those looked at are set, whatever the length. Pure."""

from __future__ import annotations

from tests.support.app_driver import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tests.support.page_layout import set_turn
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.screen_line import ScreenLine
from tui_reader.faces.tui.text.scroll_layout import gutter, running_head
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.terminal.wrapping import cell_width


def at(page: int, line: int) -> Spot:
    """A line of a page that is one block."""
    return Spot(page, 0, line)


def lines(page: int, block: int = 0) -> list[ScreenLine]:
    """Page 0 has one line, page 1 two, page 2 three, page 3 one again."""
    return [ScreenLine(10 * index) for index in range(page % 3 + 1)]


def test_one_moves_from_page_to_page_and_no_further_than_the_ends() -> None:
    flow = LineFlow(range(4), lines)
    spots = [flow.moved(flow.first(), step) for step in range(7)]
    assert spots == [at(0, 0), at(1, 0), at(1, 1), at(2, 0), at(2, 1), at(2, 2), at(3, 0)]
    assert [flow.moved(spots[-1], -step) for step in range(7)] == spots[::-1]
    assert flow.moved(spots[3], 99) == flow.last() == spots[-1]
    assert flow.moved(spots[3], -99) == flow.first()
    assert [spot for spot, _ in flow.seen(spots[2], 3)] == spots[2:5]
    assert [spot for spot, _ in flow.seen(spots[5], 30)] == spots[5:]
    assert flow.filling(spots[5], 4) == spots[3] and flow.filling(spots[1], 4) == spots[1]
    assert flow.spot(2, 19) == at(2, 1)


def test_of_a_hundred_thousand_turns_only_those_looked_at_are_set() -> None:
    asked: list[int] = []

    def set_lines(page: int, block: int) -> list[ScreenLine]:
        asked.append(page)
        return lines(page)

    flow = LineFlow(range(100_000), set_lines)
    flow.seen(flow.filling(flow.last(), 30), 30)
    flow.seen(flow.moved(flow.spot(50_000, 0), -10), 30)
    flow.seen(flow.first(), 30)
    assert len(asked) == len(set(asked)) < 60


def test_labels_stand_in_a_column_and_longer_ones_are_wrapped_in_it() -> None:
    document = Dialogue().turn("AES", "One.").turn("THE SECRETARY OF STATE", "Two.").document()
    wide = frame(80, 24, 72, gutter(document, 80, "both"))
    assert [line.text.strip() for line in set_turn(document, document.pages[0], wide, Typesetting())] == [
        "AES         One.",
        "",
    ]
    assert [line.text.strip() for line in set_turn(document, document.pages[1], wide, Typesetting())] == [
        "THE         Two.", "SECRETARY", "OF STATE", "",
    ]  # fmt: skip


def test_no_turn_of_the_dialogue_is_wider_than_the_screen() -> None:
    for width, height in ((20, 5), (40, 10), (60, 16), (80, 24), (200, 60)):
        measures = frame(width, height, 72, gutter(MEMORANDUM, width, "both"))
        assert 0 < measures.measure <= 72
        for line in running_head(MEMORANDUM, measures):
            assert cell_width(line.text) <= width
        for page in MEMORANDUM.pages:
            assert max(cell_width(line.text) for line in set_turn(MEMORANDUM, page, measures, Typesetting())) <= width
