"""The manual on the full screen: from the help to the list of its subjects, and to a page."""

from __future__ import annotations

import pytest

from tests.support.app_driver import running_app
from tui_reader.manual import SUBJECTS


async def test_the_help_leads_to_the_manual_and_back() -> None:
    async with running_app() as driver:
        await driver.press("h")
        assert driver.lines[0].strip() == "Help. Enter opens the manual, Escape goes back."
        await driver.press("enter")
        assert driver.lines[0].strip() == "Manual. Enter opens a page, Escape goes back."
        assert all(any(line.lstrip().startswith(subject) for line in driver.lines) for subject in SUBJECTS)
        await driver.press("down", "enter")
        assert [line.strip() for line in driver.lines[:5]] == [
            "Escape goes back.",
            "",
            "Keys",
            "",
            "Every key and what it does.",
        ]
        await driver.press("pagedown")
        assert "Keys" not in [line.strip() for line in driver.lines]
        await driver.press("escape", "escape", "escape")
        assert driver.turn == 1


@pytest.mark.parametrize("columns", [40, 200])
async def test_a_page_is_wrapped_at_the_screen_and_not_wider_than_it_reads_well(columns: int) -> None:
    async with running_app(columns, 30) as driver:
        await driver.press("h", "enter", "enter")
        assert "Start" in [line.strip() for line in driver.lines]
        assert max(map(len, driver.lines)) <= 80
