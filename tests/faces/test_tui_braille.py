"""A braille display on the full screen, as a window of cells on the cursor's line: a model, not BRLTTY."""

from __future__ import annotations

import pytest

from tests.support.app_driver import AppDriver, running_app
from tui_reader.settings import Settings


def felt(driver: AppDriver, cells: int) -> str:
    """The cells of a display of that many."""
    x, y = driver.app.cursor_position
    first = x // cells * cells
    return driver.lines[y][first : first + cells]


@pytest.mark.parametrize("cells", [20, 40, 80])
async def test_on_a_calm_screen_the_first_cell_is_the_turns_first_character(cells: int) -> None:
    async with running_app(80, 24, settings=Settings(calm=True, cursor="start")) as driver:
        await driver.wait(lambda: not driver.app.view.hidden)
        for key in "nnnnnp":
            await driver.press(key)
            page = driver.reading.place.page
            assert page
            start = page.text[: min(cells, 12)].split("(")[0]
            await driver.wait(lambda: felt(driver, cells).startswith(start))  # noqa: B023
        await driver.press("w")
        await driver.wait(lambda: felt(driver, cells).startswith("Turn 5 of 23, Ball."[:cells]))
        await driver.press("r")
        await driver.wait(lambda: felt(driver, cells).startswith("Yes."))
