"""The whole dialogue on the full screen: the current turn among the others, following the voice and coming back."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.stage import MEMORANDUM, on_stage, play
from tui_reader.narration.narration_options import Announce
from tui_reader.settings import Settings

SCROLL = Settings(layout="scroll")


@pytest.mark.parametrize("size", ["40x10", "80x24", "200x60"])
def test_the_dialogue_looks_as_it_should(size: str) -> None:
    async def act() -> None:
        columns, lines = map(int, size.split("x"))
        async with on_stage(columns, lines, settings=SCROLL) as stage:
            same_as_golden(f"dialogue-first-{size}", stage)
            await stage.press("g", "6", "enter", "f")
            same_as_golden(f"dialogue-turn-{size}", stage)
            await stage.press("f", "right_square_bracket")
            same_as_golden(f"dialogue-memo-{size}", stage)

    play(act)


def test_only_the_current_turn_is_not_dimmed() -> None:
    async def act() -> None:
        async with on_stage(settings=SCROLL) as stage:
            await stage.press("n")
            assert "I think the meeting has been called off." not in stage.painted("dim")
            assert any("I wonder if you would care" in words for words in stage.painted("dim"))
            assert stage.at_cursor.startswith("I think the meeting")
            await stage.press("n")
            assert "I think the meeting has been called off." in stage.painted("dim")

    play(act)


def test_the_dialogue_moves_with_the_voice_until_one_scrolls_away_and_comes_back() -> None:
    async def act() -> None:
        async with on_stage(60, 16, settings=SCROLL) as stage:
            await stage.press("g", "1", "3", "enter", "space")
            top = stage.lines[2]
            for _ in range(5):
                await stage.hear(3010)
            assert stage.painted("reverse") and stage.lines[2] != top
            await stage.press("home")
            first = stage.lines
            for _ in range(3):
                await stage.hear(1500)
            assert stage.lines[:-1] == first[:-1] and not stage.painted("reverse")
            assert "R back to it" in stage.foot
            await stage.press("R")
            await stage.hear(50)
            assert stage.painted("reverse")

    play(act)


def test_a_click_on_a_word_of_another_turn_reads_from_there() -> None:
    async def act() -> None:
        async with on_stage(settings=SCROLL) as stage:
            y = next(y for y, line in enumerate(stage.lines) if "meeting has" in line)
            await stage.pilot.click(offset=(stage.lines[y].index("has") + 1, y))
            await stage.hear(50)
            assert stage.painted("reverse") == ["has"] and stage.turn == 2

    play(act)


@pytest.mark.parametrize(
    "mark, reversed, underlined",
    [
        ("word", ["I"], []),
        ("sentence", [], ["I think the meeting has been called off."]),
        ("both", ["I"], ["I", " think the meeting has been called off."]),
        ("none", [], []),
    ],
)
def test_word_and_sentence_are_marked_as_it_is_set(mark: str, reversed: list[str], underlined: list[str]) -> None:
    async def act() -> None:
        async with on_stage(settings=Settings(mark=mark)) as stage:
            await stage.press("g", "2", "enter", "space")
            await stage.hear(50)
            assert stage.painted("reverse") == reversed and stage.painted("underline") == underlined

    play(act)


def test_a_resize_keeps_the_current_turn_in_sight() -> None:
    async def act() -> None:
        async with on_stage(80, 24, settings=SCROLL) as stage:
            await stage.press("g", "1", "3", "enter")
            for size in ((40, 10), (200, 60), (30, 8), (80, 24)):
                await stage.pilot.resize_terminal(*size)
                await stage.pilot.pause()
                assert stage.at_cursor.startswith(MEMORANDUM.turns[12].text[:12])

    play(act)


def test_the_label_is_underlined_while_the_name_is_said() -> None:
    async def act() -> None:
        async with on_stage(settings=SCROLL._replace(announce=Announce.ALWAYS)) as stage:
            await stage.press("g", "2", "enter", "S", "space")
            while "GWB" not in stage.painted("underline"):
                assert stage.turn in (1, 2)
                await stage.hear(50)

    play(act)
