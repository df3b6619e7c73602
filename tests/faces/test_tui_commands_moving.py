"""The full screen: commands that move the place. A command's test is named by its id."""

from __future__ import annotations

from tests.support.app_driver import at_turn_six
from tui_reader.faces.tui.screens.ask import AskScreen


async def test_next_page() -> None:
    async with at_turn_six() as driver:
        for key in ("n", "right", "enter"):
            await driver.press(key)
        assert driver.turn == 9 and "George W. Ball   GB" in driver.text
        await driver.press("g", "2", "3", "enter", "n", "n")
        assert driver.foot.split("›")[0].strip(" ‹") == "End of document. 23 turns."


async def test_previous_page() -> None:
    async with at_turn_six() as driver:
        await driver.press("p", "left")
        assert driver.turn == 4


async def test_next_of_speaker() -> None:
    async with at_turn_six() as driver:
        await driver.press("N")
        assert driver.turn == 8


async def test_previous_of_speaker() -> None:
    async with at_turn_six() as driver:
        await driver.press("P")
        assert driver.turn == 4


async def test_next_sentence() -> None:
    async with at_turn_six() as driver:
        await driver.press("s")
        assert driver.at_cursor.startswith("It seems to me")


async def test_previous_sentence() -> None:
    async with at_turn_six() as driver:
        await driver.press("s", "s", "S")
        assert driver.at_cursor.startswith("It seems to me")


async def test_next_paragraph() -> None:
    async with at_turn_six() as driver:
        await driver.press("right_curly_bracket")
        assert driver.at_cursor.startswith("(Memo written up")


async def test_previous_paragraph() -> None:
    async with at_turn_six() as driver:
        await driver.press("right_curly_bracket", "left_curly_bracket")
        assert driver.at_cursor.startswith("That is all")


async def test_next_word() -> None:
    async with at_turn_six() as driver:
        await driver.press("e", "e")
        assert driver.at_cursor.startswith("all it amounted")


async def test_previous_word() -> None:
    async with at_turn_six() as driver:
        await driver.press("e", "e", "E")
        assert driver.at_cursor.startswith("is all")


async def test_next_part() -> None:
    async with at_turn_six() as driver:
        await driver.press("right_square_bracket")
        assert "Page 24 of 24" in driver.foot and "Memorandum From the Permanent" in driver.text


async def test_previous_part() -> None:
    async with at_turn_six() as driver:
        await driver.press("right_square_bracket", "left_square_bracket")
        assert driver.turn == 1


async def test_memo() -> None:
    async with at_turn_six() as driver:
        await driver.press("m")
        assert "Page 24 of 24" in driver.foot and "stopped" in driver.foot
        await driver.press("m")
        assert "playing" in driver.foot
        await driver.press("escape", "less_than_sign")
        assert driver.turn == 6


async def test_repeat() -> None:
    async with at_turn_six() as driver:
        await driver.press("s", "s", "r")
        assert driver.at_cursor.startswith("That is all")


async def test_go_to() -> None:
    async with at_turn_six() as driver:
        await driver.press("g")
        assert isinstance(driver.app.screen, AskScreen) and "Go to turn, 1 to 23, or 50%" in driver.foot
        await driver.press("1", "9", "backspace", "2")
        assert driver.foot.endswith(": 12_")
        await driver.press("enter")
        assert driver.turn == 12
        await driver.press("g", "9", "9", "enter")
        assert "No turn 99. The last is 23." in driver.foot
        await driver.press("g", "3", "escape")
        assert driver.turn == 12
        await driver.press("g", "5", "0", "%", "enter")
        assert driver.turn == 14
        await driver.press("g", "m", "e", "m", "o", "enter")
        assert driver.turn is None


async def test_go_back() -> None:
    async with at_turn_six() as driver:
        await driver.press("g", "9", "enter", "<")
        assert driver.turn == 6


async def test_go_forward() -> None:
    async with at_turn_six() as driver:
        await driver.press("g", "9", "enter", "<", ">")
        assert driver.turn == 9


async def test_where() -> None:
    async with at_turn_six() as driver:
        await driver.press("w")
        assert "Turn 6 of 23, Stevenson." in driver.foot and "percent" in driver.foot
        await driver.press("p")
        assert "percent" not in driver.foot
