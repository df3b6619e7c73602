"""The visible part of the text, without a screen: it follows the reading until somebody scrolls away."""

from __future__ import annotations

from textual.geometry import Size

from tests.support.app_driver import MEMORANDUM
from tui_reader.faces.tui.text.line_flow import Spot
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.faces.tui.text.viewport import Viewport


class Never:
    """A timer that never calls."""

    def stop(self) -> None:
        """There is nothing to stop."""


def viewport(motion: bool = False) -> Viewport:
    """A viewport over the whole dialogue, at its first turn."""
    scene = Scene(MEMORANDUM, MEMORANDUM.pages[0], scroll=True)
    made = Viewport(Scene(MEMORANDUM), Typesetting(motion=motion), "›", lambda: (Size(80, 24), 23), Never)
    made.show(scene)
    made.visible()
    return made


def test_it_moves_along_with_the_place() -> None:
    shown = viewport()
    assert shown.scroll.top == Spot(0, 0, 0) and not shown.away
    shown.show(shown.scene._replace(page=MEMORANDUM.pages[12]))
    pages = {spot.page for spot, _ in shown.visible().lines}
    assert 12 in pages and 0 not in pages and shown.following


def test_it_stays_where_it_was_scrolled_to_until_it_is_to_follow_again() -> None:
    shown = viewport()
    assert shown.move_far(1) and not shown.move_far(1)
    shown.visible()
    assert shown.away
    top = shown.scroll.top
    shown.show(shown.scene._replace(page=MEMORANDUM.pages[2]))
    assert shown.scroll.top == top
    shown.follow()
    shown.visible()
    assert not shown.away and shown.scroll.top < top


def test_the_nearest_visible_cell_stands_for_a_place_that_was_scrolled_away() -> None:
    shown = viewport()
    first = shown.cell_of(0)
    shown.move_far(1)
    shown.visible()
    assert first.y == shown.cell_of(0).y == len(shown.head)


def test_with_motion_it_arrives_in_steps_at_the_same_line() -> None:
    at_once, smooth = viewport(), viewport(motion=True)
    at_once.move(20)
    smooth.move(20)
    steps = 0
    while not smooth.step():
        steps += 1
    assert steps > 2 and smooth.scroll.top == at_once.scroll.top
