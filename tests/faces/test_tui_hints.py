"""The keys that the line at the foot tells, until they are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.app_driver import running_app
from tui_reader.library import Library
from tui_reader.settings import Settings


async def test_a_key_is_told_until_it_was_used_three_times_and_then_never_again(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        async with running_app(library=library) as driver:
            await driver.press("n", "n")
            assert "n next" in driver.foot and "space play" in driver.foot
            await driver.press("n")
            assert "n next" not in driver.foot and "space play" in driver.foot
            assert library.used.times() == {"next_page": 3}
            await driver.press("n", "p")
            assert library.used.times() == {"next_page": 3}
    with Library(tmp_path / "library.db") as library:
        async with running_app(library=library) as driver:
            assert "n next" not in driver.foot and "h help" in driver.foot


async def test_whoever_knows_them_all_is_told_but_where_one_is() -> None:
    library = Library(None)
    for command in ("play_or_pause", "next_page", "notes", "help") * 3:
        library.used.add(command)
    async with running_app(library=library) as driver:
        await driver.press("n", "p")
        assert driver.foot.strip("‹› ").endswith("left")
        await driver.press("space")
        assert "pause" not in driver.foot and "playing" in driver.foot


@pytest.mark.parametrize(("hints", "told"), [("always", True), ("never", False)])
async def test_hints_are_told_always_or_never_where_that_is_set(hints: str, told: bool) -> None:
    async with running_app(settings=Settings(hints=hints)) as driver:
        await driver.press("n", "n", "n", "n")
        assert ("n next" in driver.foot) == ("h help" in driver.foot) == told


def test_two_readers_count_together(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as one, Library(tmp_path / "library.db") as other:
        one.used.add("help")
        other.used.add("help")
        assert one.used.times() == other.used.times() == {"help": 2}
