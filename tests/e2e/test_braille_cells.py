"""What the cells of braille displays show of the full screen and of plain text mode, key by key: a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.e2e.test_screen_readers import Start, start, turn
from tests.heard.listener import words

if TYPE_CHECKING:
    from tests.heard.models import BrailleWindow

__all__ = ["start"]
pytestmark = [pytest.mark.e2e, pytest.mark.alone]

CELLS = (20, 40, 80)
"""Of braille displays."""


@pytest.mark.parametrize("cells", CELLS)
def test_braille_cells_begin_with_the_turn_on_the_full_screen(start: Start, cells: int) -> None:
    window = cast("BrailleWindow", start("braille", "--full"))
    window.cells = cells
    window.feel()
    for key, number in (("n", 2), ("n", 3), ("p", 2), ("p", 1), ("N", 3), ("n", 4)):
        window.press(key)
        felt = " ".join(words(window.feel())[:3])  # small ones show the last word in part
        assert felt and " ".join(words(turn(number))[1:]).startswith(felt), key


TOLD = [
    ("f", "Note 1"), ("n", turn(2)), ("n", turn(3)), ("p", turn(2)), ("6", "6"), ("g", turn(6)), ("r", turn(6)),
    ("N", turn(8)), ("P", turn(6)), ("f", "Note 3"), ("escape", "Back at turn 6."), ("w", "Turn 6 of 23, Stevenson."),
    ("s", "It seems to me highly"), ("S", "That is all it amounted to."), ("e", "is"), ("k", "2 speakers."),
    ("1", turn(8)), ("b", "Bookmark 1 at turn 8."), ("]", "Memorandum From the Permanent"), ("[", turn(1)),
    ("'", "Bookmark 1, turn 8"), ("m", "Memorandum From the Permanent"), ("escape", "Left the memorandum."),
    ("~", "Unknown key tilde."), ("z", "Sleep in 15 minutes."), ("+", "Speed 1.1."), ("y", "Full."), ("y", "Brief."),
    ("y", "Normal."), ("v", "Own voice on."), ("v", "Own voice off."), ("h", "Space: Play or pause."),
    ("?", "Press a key"), ("n", "n: Next turn."), ("i", "Nothing is explained here."), ("t", "Stop after each"),
    ("o", "Only"), ("2", "2"), ("3", "23"), ("g", turn(23)), ("n", None), ("n", "End of document."),
]  # fmt: skip
"""Keys, and how what is told for each begins; none for the memorandum, which is longer than the screen."""


@pytest.mark.parametrize(("columns", "cells"), [(80, 20), (80, 40), (80, 80), (60, 40)])
def test_braille_cells_begin_with_what_is_told_in_plain_with_the_cursor_at_its_start(
    start: Start, columns: int, cells: int
) -> None:
    window = cast("BrailleWindow", start("braille", "--plain", "--cursor", "start", columns=columns))
    window.cells = cells
    assert words(window.feel())[:2] == ["Memorandum", "of"]
    for key, told in TOLD:
        window.press(key)
        if told is not None:
            felt, expected = " ".join(words(window.feel())), " ".join(words(told))
            assert felt and (expected.startswith(felt) or felt.startswith(expected)), (key, felt)


@pytest.mark.parametrize("cells", CELLS)
def test_a_long_turn_is_felt_window_by_window_and_back(start: Start, cells: int) -> None:
    window = cast("BrailleWindow", start("braille", "--plain", "--cursor", "start", "--width", str(cells)))
    window.cells = cells
    window.feel()
    window.press("1", "3", "g")
    felt = ""
    while not felt.startswith("Ball: Let me say"[:cells]):
        felt = window.feel()
    windows = [felt]
    while len(words(windows)) < len(words(turn(13))):
        window.press("down")
        windows.append(window.feel())
    assert words(windows) == words(turn(13))
    for expected in windows[-2::-1]:
        window.press("up")
        assert window.feel() == expected


@pytest.mark.parametrize("cells", [40, 80])
def test_braille_cells_are_never_empty_in_plain(start: Start, cells: int) -> None:
    window = cast("BrailleWindow", start("braille", "--plain"))
    window.cells = cells
    assert window.feel()
    for key, told in TOLD:
        window.press(key)
        if told is not None:
            assert window.feel(), key
