"""The full screen's page: how it looks at its sizes, the word being said, notes, the mouse, messages, the cast."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from tests.support.app_driver import MEMORANDUM, AppDriver, running_app
from tests.support.dialogue_builder import Dialogue
from tui_reader.errors import ReaderError
from tui_reader.narration.narration_options import Titles
from tui_reader.narration.pause import Pause
from tui_reader.playback.events import Trouble
from tui_reader.settings import Settings

GOLDEN = Path(__file__).parent / "golden"


def same_as_golden(name: str, driver: AppDriver) -> None:
    """The screen is the one in the file; WRITE_GOLDEN=1 in the environment writes it anew, to be looked at."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(driver.text + "\n", encoding="utf-8")
    assert driver.text + "\n" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
async def test_the_page_looks_as_it_should(size: str) -> None:
    columns, lines = map(int, size.split("x"))
    async with running_app(columns, lines) as driver:
        same_as_golden(f"first-{size}", driver)
        await driver.press("g", "6", "enter", "f")
        same_as_golden(f"turn-{size}", driver)
        await driver.press("f", "right_square_bracket")
        same_as_golden(f"memo-{size}", driver)


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
async def test_cast_settings_help_and_a_question_look_as_they_should(
    size: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # the export offers a file in the current folder, and shows ~
    monkeypatch.chdir(tmp_path)
    columns, lines = map(int, size.split("x"))
    async with running_app(columns, lines) as driver:
        for name, keys in (("cast", "c"), ("settings", "u"), ("help", "h"), ("question", "/Castro"), ("export", "W")):
            await driver.press(*keys)
            same_as_golden(f"{name}-{size}", driver)
            await driver.press("escape")
        await driver.press("c", "enter")
        same_as_golden(f"voices-{size}", driver)


async def test_the_word_being_said_is_reversed_and_the_page_turns_with_the_voice() -> None:
    async with running_app() as driver:
        await driver.press("g", "2", "enter", "space")
        assert driver.painted("reverse") == []
        for word in ("I", "think", "the"):
            await driver.hear(50)
            assert driver.painted("reverse") == [word]
            assert driver.at_cursor.startswith(word)
            await driver.hear(50)
        await driver.hear(500)
        await driver.hear(round(0.87 * Settings().pauses[Pause.CHANGE]) - 50)  # its sentence is short
        assert driver.turn == 2
        while driver.turn == 2:
            await driver.hear(25)
        assert driver.turn == 3 and driver.painted("reverse") == ["Maybe"]
        assert "Turn 3 of 23, Stevenson   playing" in driver.foot
        await driver.press("space")
        assert driver.painted("reverse") == ["Maybe"]
        await driver.press("n")
        assert driver.painted("reverse") == []


async def test_the_short_form_of_a_title_is_marked_word_by_word() -> None:
    async with running_app() as driver:
        await driver.press("space")
        await driver.hear(50)
        assert driver.painted("reverse") == ["Memorandum"]
        await driver.hear(550)
        assert driver.painted("underline") == [] and driver.painted("reverse") == ["I"]


async def test_title_and_date_are_underlined_while_they_are_said() -> None:
    async with running_app(settings=Settings(titles=Titles.FULL, layout="page")) as driver:
        await driver.press("space")
        await driver.hear(50)
        assert " ".join(" ".join(driver.painted("underline")).split()) == MEMORANDUM.heading
        await driver.press("s")
        await driver.hear(50)
        assert driver.painted("underline") == ["November", " 9, 1962, 4:15 p.m."]
        await driver.press("s")
        await driver.hear(50)
        assert driver.painted("underline") == [] and driver.painted("reverse") == ["I"]


async def test_a_resize_keeps_the_place_and_the_mark() -> None:
    async with running_app(60, 20) as driver:
        await driver.press("g", "1", "3", "enter", "space")
        await driver.hear(10_050)
        word = driver.painted("reverse")
        assert len(word) == 1
        for size in ((40, 10), (200, 60), (100, 30), (30, 8), (60, 20)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert driver.painted("reverse") == word and driver.turn == 13
            assert driver.at_cursor.startswith(word[0])
            assert len(driver.lines) == size[1]


async def test_a_long_turn_scrolls_and_follows_the_voice_until_one_scrolls_away() -> None:
    async with running_app(40, 10) as driver:
        await driver.press("g", "1", "3", "enter")
        top = driver.lines[1:]
        await driver.press("pagedown")
        assert driver.lines[1] == top[-1] and "Ball" in driver.lines[0]
        await driver.press("up", "up", "down", "home")
        assert driver.lines[1:] == top
        await driver.press("r", "space")
        for _ in range(3):
            await driver.hear(3010)
        assert driver.painted("reverse") and driver.lines[1:] != top
        await driver.press("home")
        await driver.hear(200)
        assert driver.lines[1:] == top and not driver.painted("reverse")
        await driver.press("s")
        await driver.hear(50)
        assert driver.painted("reverse")


async def test_more_below_is_said_and_the_wheel_scrolls() -> None:
    async with running_app(70, 18) as driver:
        await driver.press("g", "1", "3", "enter")
        assert "more below" in driver.foot
        before = driver.text
        await driver.pilot._post_mouse_events([MouseScrollDown], driver.app.view, button=0)
        await driver.pilot.pause()
        assert driver.text != before
        await driver.press("end")
        assert "more below" not in driver.foot


async def test_a_click_on_a_word_reads_from_there_and_on_an_arrow_turns_the_page() -> None:
    async with running_app() as driver:
        await driver.press("n")
        y = next(y for y, line in enumerate(driver.lines) if "meeting has" in line)
        x = driver.lines[y].index("has") + 1
        await driver.pilot.click(offset=(x, y))
        await driver.hear(50)
        assert driver.painted("reverse") == ["has"]
        await driver.pilot.click(offset=(98, 29))
        assert driver.turn == 3
        await driver.pilot.click(offset=(1, 29))
        assert driver.turn == 2
        await driver.pilot.click(offset=(50, 29))
        await driver.pilot.click(offset=(1, 1))
        assert driver.turn == 2


async def test_a_click_on_a_mark_opens_its_note_and_escape_comes_back() -> None:
    async with running_app(60, 16) as driver:
        await driver.press("g", "6", "enter", "down", "down", "down", "down", "down", "down", "down")
        y = next(y for y, line in enumerate(driver.lines) if "(3)" in line)
        await driver.pilot.click(offset=(driver.lines[y].index("(3)") + 1, y))
        assert "(3) Printed as an attachment." in driver.text and not driver.reading.playback.playing
        await driver.press("escape")
        assert "Printed as an attachment." not in driver.text and driver.turn == 6


async def test_beside_the_text_a_note_stands_where_its_mark_is() -> None:
    talk = Dialogue().turn("A", "One.\nTwo{1}{2}. Three " + "word " * 60 + "{3}end.").note("1", "First.")
    talk = talk.note("2", "Second.").note("3", "Third.")
    async with running_app(140, 20, document=talk.document()) as driver:
        await driver.press("f")
        lines = driver.lines
        rows = [next(y for y, line in enumerate(lines) if words in line) for words in ("First", "Second", "Third")]
        first = next(y for y, line in enumerate(lines) if "(1)(2)" in line)
        assert rows[:2] == [first, first + 2] and "end." in lines[rows[2]]


async def test_the_arrows_of_a_small_screen_are_clicked_too() -> None:
    async with running_app(40, 10) as driver:
        await driver.pilot.click(offset=(driver.lines[0].index("›"), 0))
        assert driver.turn == 2
        await driver.pilot.click(offset=(driver.lines[0].index("‹"), 0))
        assert driver.turn == 1


TEN_KEYS = [
    (["n"], 2), (["p"], 1), (["N"], 3), (["g", "1", "3", "enter"], 13), (["P"], 11), (["/", *"OAS", "enter"], None),
    (["."], None), (["<"], None), (["s"], None), (["g", "6", "enter"], 6),
]  # fmt: skip
"""Keys, four of them jumps, and the turn one is at the start of then; none where it is a place in a turn."""


async def test_the_cursor_is_at_the_first_cell_of_the_place_after_ten_keys_and_a_resize() -> None:
    async with running_app() as driver:

        def is_right() -> None:
            reading = driver.reading
            assert reading.place.page
            here = reading.place.page.text[reading.place.position.offset :].split("\n")[0].split()
            seen = driver.at_cursor.split()
            assert seen and seen[:3] == here[:3][: len(seen)]

        for keys, number in TEN_KEYS:
            await driver.press(*keys)
            is_right()
            if number:
                assert driver.turn == number and driver.reading.place.position.offset == 0
        for size in ((40, 10), (200, 60), (60, 20)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            is_right()
            await driver.press("n", "p")
            is_right()
        await driver.press("h")
        assert driver.at_cursor.startswith("Help.")
        await driver.press("escape")
        is_right()


async def test_trouble_and_notices_stay_until_a_key_one_after_the_other() -> None:
    async with running_app(60, 20, notices=("A setting is wrong.",)) as driver:
        long = "No sound device can be opened. Reading goes on in silence at the pace of speech."
        driver.app.take(Trouble(long))
        await driver.pilot.pause()
        assert "A setting is wrong." in driver.foot
        await driver.press("n")
        assert long in " ".join(" ".join(driver.lines[-2:]).replace("‹", "").replace("›", "").split())
        await driver.press("n")
        assert driver.foot.startswith("‹ Turn 3 of 23")


async def test_text_of_a_document_is_never_markup() -> None:
    document = (
        Dialogue()
        .titled("[bold]Talk[/bold]")
        .turn("A", "[red]Stop[/red] :smile: [link=x]y[/link] [@click=app.quit]z[/]{1}")
        .note("1", "[b]note[/b]")
        .named("A", "[i]Anne[/i]")
        .document()
    )
    async with running_app(document=document) as driver:
        await driver.press("f", "w")
        text = driver.text
        assert "[red]Stop[/red] :smile: [link=x]y[/link] [@click=app.quit]z[/](1)" in text
        assert "[bold]Talk[/bold]" in text and "[b]note[/b]" in text and "[i]Anne[/i]" in text
        await driver.press("c")
        assert "[i]Anne[/i]" in driver.text


async def test_a_document_without_text_is_said_to_have_none() -> None:
    async with running_app(document=Dialogue().titled("Nothing").document()) as driver:
        assert "Nothing" in driver.text and "No text" in driver.foot
        await driver.press("n", "p", "s", "S", "f", "w", "c", "escape", "O", "enter", "g", "1", "enter")
        assert "The document has no text." in driver.text


async def test_without_utf8_the_arrows_are_plain() -> None:
    async with running_app(utf8=False) as driver:
        assert driver.foot.startswith(" <") and driver.foot.endswith(">") and driver.text.isascii()


async def test_the_text_is_as_wide_as_it_is_set_and_a_theme_that_is_not_there_is_named() -> None:
    async with running_app(settings=Settings(width=30, theme="mauve", layout="page")) as driver:
        assert "There is no theme 'mauve'" in driver.foot
        await driver.press("g", "6", "enter")
        assert max(len(line.strip()) for line in driver.lines if "liquidate" in line) <= 30


async def test_voices_that_cannot_be_read_end_it_with_their_error() -> None:
    driver = AppDriver(MEMORANDUM, Settings(), (), True)

    def fail() -> None:
        raise ReaderError("aes.toml: line 3: no pitch.")

    driver.reading.player.start = fail  # type: ignore[method-assign,assignment]
    async with driver.app.run_test() as pilot:
        await pilot.pause()
    assert str(driver.app.error) == "aes.toml: line 3: no pitch." and driver.app.return_code == 1


async def test_the_cast_is_heard_and_changed() -> None:
    async with running_app() as driver:
        await driver.press("c")
        rows = [line for line in driver.lines if line.endswith(("left", "right", "middle"))]
        assert [row.split()[0] for row in rows] == ["Adlai", "George", "Narrator"]
        assert "12" in rows[0] and "11" in rows[1]
        assert driver.painted("reverse")[0].startswith("Adlai E. Stevenson")
        before = driver.reading.voices.cast.voice("GWB").id
        await driver.press("down", "c")
        changed = driver.reading.voices.cast.voice("GWB").id
        assert changed != before and driver.library.cast(driver.reading.document.key)["GWB"] == changed
        assert "Ball has the voice" in driver.text and driver.painted("reverse")[0].startswith("George W. Ball")
        await driver.press("C")
        assert driver.reading.voices.cast.voice("GWB").id == before
        await driver.press("h")
        await driver.wait(lambda: driver.device.running)
        await driver.press("down", "down", "up", "escape")
        assert driver.turn == 1


@pytest.mark.parametrize("columns", [24, 40, 60, 100, 200])
async def test_the_cast_fits_any_width(columns: int) -> None:
    async with running_app(columns, 20) as driver:
        await driver.press("c")
        assert all(len(line) < columns for line in driver.lines)
        assert sum(line.strip().startswith(("Adlai", "George", "Narra")) for line in driver.lines) == 3
