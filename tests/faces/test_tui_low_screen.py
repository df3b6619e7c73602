"""A screen of 40 by 10, as large print leaves: hints take at most two of its rows, the rest is for what was opened."""

from __future__ import annotations

import pytest

from tests.support.app_driver import running_app


@pytest.mark.parametrize("key", ["u", "c", "k", "O", "A", "D", "apostrophe", "h", "W", "K"])
async def test_hints_take_at_most_two_rows(key: str) -> None:
    async with running_app(40, 10) as driver:
        driver.reading.bookmarks.add()
        await driver.press(key)
        rows = driver.lines
        before = rows[: rows.index("")] if "" in rows else []
        chosen = "".join(driver.painted("reverse")).strip()
        hints = before if not any(chosen and chosen in row for row in before) else []  # the list was scrolled
        assert len(hints) <= 2 and max(map(len, rows)) <= 40


@pytest.mark.parametrize(("key", "begins"), [("g", "Go to turn"), ("C", "Tab plays it")])
async def test_a_question_takes_at_most_two_rows_and_the_one_that_is_typed_in(key: str, begins: str) -> None:
    async with running_app(40, 10) as driver:
        await driver.press("n", key)
        rows = [row for row, line in enumerate(driver.lines) if begins in line]
        assert rows and rows[0] >= 7 and driver.foot.endswith("_")
