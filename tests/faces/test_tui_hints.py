"""The keys that the line at the foot tells, until they are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.stage import on_stage, play
from tui_reader.library import Library
from tui_reader.settings import Settings


def test_a_key_is_told_until_it_was_used_three_times_and_then_never_again(tmp_path: Path) -> None:
    async def act() -> None:
        with Library(tmp_path / "library.db") as library:
            async with on_stage(library=library) as stage:
                await stage.press("n", "n")
                assert "n next" in stage.foot and "space play" in stage.foot
                await stage.press("n")
                assert "n next" not in stage.foot and "space play" in stage.foot
                assert library.used.times() == {"next_page": 3}
                await stage.press("n", "p")
                assert library.used.times() == {"next_page": 3}
        with Library(tmp_path / "library.db") as library:
            async with on_stage(library=library) as stage:
                assert "n next" not in stage.foot and "h help" in stage.foot

    play(act)


def test_whoever_knows_them_all_is_told_but_where_one_is() -> None:
    async def act() -> None:
        library = Library(None)
        for command in ("play_or_pause", "next_page", "notes", "help") * 3:
            library.used.add(command)
        async with on_stage(library=library) as stage:
            await stage.press("n", "p")
            assert stage.foot.strip("‹› ").endswith("left")
            await stage.press("space")
            assert "pause" not in stage.foot and "playing" in stage.foot

    play(act)


@pytest.mark.parametrize(("hints", "told"), [("always", True), ("never", False)])
def test_hints_are_told_always_or_never_where_that_is_set(hints: str, told: bool) -> None:
    async def act() -> None:
        async with on_stage(settings=Settings(hints=hints)) as stage:
            await stage.press("n", "n", "n", "n")
            assert ("n next" in stage.foot) == ("h help" in stage.foot) == told

    play(act)


def test_two_readers_count_together(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as one, Library(tmp_path / "library.db") as other:
        one.used.add("help")
        other.used.add("help")
        assert one.used.times() == other.used.times() == {"help": 2}
