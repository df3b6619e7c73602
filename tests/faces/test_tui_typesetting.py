"""How text is set as a person wants it: straight edges, margins, names, notes, gliding, sound."""

from __future__ import annotations

from functools import partial

import pytest

from tests.support.app_driver import MEMORANDUM, AppDriver, running_app
from tests.support.page_layout import set_page
from tui_reader.document.model import Kind, Passage
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.layout import set_passage
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.screen_line import ScreenLine, line_at
from tui_reader.faces.tui.text.smooth_scroll import lines_between, nearer
from tui_reader.settings import Settings
from tui_reader.terminal.wrapping import cell_width


@pytest.mark.parametrize("width", [30, 38, 72])
def test_both_edges_are_straight_but_for_last_lines_and_what_would_be_torn_apart(width: int) -> None:
    page = MEMORANDUM.pages[5]
    ragged, straight = set_page(page, width), set_page(page, width, justify=True)
    assert [line.text.split() for line in straight] == [line.text.split() for line in ragged]
    at_edge = [cell_width(line.text) == width for line in straight]
    assert sum(at_edge) > 0.6 * len(at_edge) > sum(cell_width(line.text) == width for line in ragged)
    assert all(cell_width(line.text) <= width and "    " not in line.text.strip() for line in straight)
    assert not at_edge[-1]


def test_a_place_is_found_in_a_widened_line_and_back() -> None:
    page = MEMORANDUM.pages[5]
    lines = set_page(page, 72, justify=True)
    for offset, character in enumerate(page.text):
        line = lines[line_at(lines, offset)]
        if not character.isspace():
            column = line.column(offset)
            assert line.text[column] == character and line.offset(column) == offset == line.nearest(column)


def test_a_widened_gap_is_the_blank_it_is_made_of() -> None:
    (first, _) = set_passage(Passage(Kind.SPEECH, "One two three four", ()), 0, 16, justify=True)
    assert first.text == "One  two   three" and cell_width(first.text) == 16
    assert [first.offset(cell) for cell in range(3, 5)] == [3, 3] and first.offset(5) == 4
    assert first.nearest(9) == 7


def test_verse_signatures_and_headings_keep_their_edges() -> None:
    for kind in (Kind.VERSE, Kind.SIGNATURE, Kind.HEADING, Kind.TABLE, Kind.DATELINE):
        passage = Passage(kind, "One two three four five six seven", ())
        assert list(set_passage(passage, 0, 16, justify=True)) == list(set_passage(passage, 0, 16))


def test_the_number_of_an_item_keeps_its_gap() -> None:
    lines = list(set_passage(Passage(Kind.ITEM, "1. One two three four five", ()), 0, 20, justify=True))
    assert lines[0].text.startswith(" 1. One") and cell_width(lines[0].text) == 20


@pytest.mark.parametrize(("wrap", "longest"), [(True, range(35, 50)), (False, range(100, 160))])
async def test_without_breaks_the_text_fills_the_window(wrap: bool, longest: range) -> None:
    settings = Settings(wrap=wrap, width=40, shape=False, beside="nothing", show_notes=False)
    async with running_app(160, 30, settings=settings) as driver:
        assert max(cell_width(line.strip()) for line in driver.lines[1:-2]) in longest


def test_margins_take_what_they_are_given_where_there_is_room() -> None:
    assert frame(100, 30, 200, margins=0).block == 100 and frame(100, 30, 200).block == 92
    wide = frame(100, 30, 200, margins=20)
    assert (wide.left, wide.block) == (20, 60)
    assert frame(80, 24, 200, margins=20).left == 10 and frame(40, 10, 72, margins=20).left == 5
    for width in range(1, 130):
        for margins in (0, 4, 40):
            measures = frame(width, 24, 72, margins=margins)
            assert measures.measure > 0 and measures.left + measures.block <= max(1, width)


@pytest.mark.parametrize(
    "names, page, dialogue, small",
    [
        ("both", "Adlai E. Stevenson   AES", "AES  That is all", " Stevenson  AES "),
        ("name", "Adlai E. Stevenson", "Stevenson  That is all", " Stevenson "),
        ("label", "AES", "AES  That is all", " AES "),
    ],
)
async def test_who_speaks_is_shown_by_name_label_or_both(names: str, page: str, dialogue: str, small: str) -> None:
    async with running_app(settings=Settings(names=names, layout="page")) as driver:
        await driver.press("g", "6", "enter")
        assert page in [line.strip() for line in driver.lines]
        await driver.press("l")
        assert f"▌ {dialogue}" in driver.text
    async with running_app(40, 10, settings=Settings(names=names)) as driver:
        await driver.press("g", "6", "enter")
        assert driver.lines[0].startswith(small)
        assert ("AES" in driver.lines[0]) == (names != "name")


async def test_notes_are_there_without_being_asked_where_that_is_set() -> None:
    async with running_app(settings=Settings(show_notes=True)) as driver:
        assert "(1) The Executive Committee meeting." in driver.text
        await driver.press("f")
        assert "The Executive Committee meeting." not in driver.text


async def test_without_sound_it_marks_words_and_v_turns_it_on() -> None:
    async with running_app(settings=Settings(sound=False)) as driver:
        await driver.press("g", "2", "enter", "space")
        await driver.hear(50)
        assert "playing, no sound" in driver.foot and driver.painted("reverse")
        await driver.press("v")
        assert not driver.reading.player.muted


def _is_at_rest(driver: AppDriver) -> bool:
    return not driver.app.view.viewport.scroll.gliding


async def test_the_dialogue_glides_where_motion_is_wanted_and_arrives_where_it_would_have_jumped() -> None:
    places = []
    for motion in (False, True):
        async with running_app(80, 24, settings=Settings(layout="scroll", motion=motion)) as driver:
            tops = {driver.app.view.viewport.scroll.top}
            show = driver.app.view._repaint

            def painted(tops: set[Spot] = tops, show: object = show, driver: object = driver) -> None:
                assert callable(show)
                tops.add(driver.app.view.viewport.scroll.top)  # type: ignore[attr-defined]
                show()

            driver.app.view._repaint = painted  # type: ignore[method-assign]
            for key in ("n", "n", "n", "n", "n", "pagedown"):
                await driver.press(key)
            await driver.wait(partial(_is_at_rest, driver))
            places.append((driver.lines[2:-1], driver.at_cursor))
            assert (len(tops) > 6) == motion
    assert places[0] == places[1]


def test_how_far_apart_two_lines_are_and_the_way_between() -> None:
    flow = LineFlow(range(100), lambda page, block: [ScreenLine(0)] * 3)
    assert lines_between(flow, Spot(1, 0, 2), Spot(3, 0, 1), 50) == 5
    assert lines_between(flow, Spot(3, 0, 1), Spot(1, 0, 2), 50) == -5
    assert lines_between(flow, Spot(0, 0, 0), Spot(99, 0, 0), 50) is None
    top, steps = Spot(0, 0, 0), 0
    while top != Spot(10, 0, 0):
        top, steps = nearer(flow, top, Spot(10, 0, 0), 50), steps + 1
    assert 5 < steps < 12
    assert nearer(flow, Spot(0, 0, 0), Spot(99, 0, 0), 50) == Spot(99, 0, 0)
