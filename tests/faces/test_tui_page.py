"""The full screen's page: how it looks at its sizes, the word being said, notes, the mouse, messages, the cast."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from tests.support.dialogues import Dialogue
from tests.support.stage import MEMORANDUM, Stage, on_stage, play
from tui_reader.errors import ReaderError
from tui_reader.narration.utterance import Pause
from tui_reader.playback.events import Trouble
from tui_reader.settings import Settings

GOLDEN = Path(__file__).parent / "golden"


def same_as_golden(name: str, stage: Stage) -> None:
    """The screen is the one in the file; WRITE_GOLDEN=1 in the environment writes it anew, to be looked at."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(stage.text + "\n", encoding="utf-8")
    assert stage.text + "\n" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
def test_the_page_looks_as_it_should(size: str) -> None:
    async def act() -> None:
        columns, lines = map(int, size.split("x"))
        async with on_stage(columns, lines) as stage:
            same_as_golden(f"first-{size}", stage)
            await stage.press("g", "6", "enter", "f")
            same_as_golden(f"turn-{size}", stage)
            await stage.press("f", "right_square_bracket")
            same_as_golden(f"memo-{size}", stage)

    play(act)


@pytest.mark.parametrize("size", ["40x10", "80x24", "200x60"])
def test_cast_settings_help_and_a_question_look_as_they_should(size: str) -> None:
    async def act() -> None:
        columns, lines = map(int, size.split("x"))
        async with on_stage(columns, lines) as stage:
            for name, keys in (("cast", "c"), ("settings", "u"), ("help", "h"), ("question", "/Castro")):
                await stage.press(*keys)
                same_as_golden(f"{name}-{size}", stage)
                await stage.press("escape")

    play(act)


def test_the_word_being_said_is_reversed_and_the_page_turns_with_the_voice() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("g", "2", "enter", "space")
            assert stage.painted("reverse") == []
            for word in ("I", "think", "the"):
                await stage.hear(50)
                assert stage.painted("reverse") == [word]
                assert stage.at_cursor.startswith(word)
                await stage.hear(50)
            await stage.hear(500)
            await stage.hear(Settings().pauses[Pause.CHANGE] - 50)
            assert stage.turn == 2
            while stage.turn == 2:
                await stage.hear(25)
            assert stage.turn == 3 and stage.painted("reverse") == ["Maybe"]
            assert "Turn 3 of 23   playing" in stage.foot
            await stage.press("space")
            assert stage.painted("reverse") == ["Maybe"]
            await stage.press("n")
            assert stage.painted("reverse") == []

    play(act)


def test_title_and_date_are_underlined_while_they_are_said() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("space")
            await stage.hear(50)
            assert " ".join(stage.painted("underline")) == MEMORANDUM.heading
            await stage.press("s")
            await stage.hear(50)
            assert stage.painted("underline") == ["November 9, 1962, 4:15 p.m."]
            await stage.press("s")
            await stage.hear(50)
            assert stage.painted("underline") == [] and stage.painted("reverse") == ["I"]

    play(act)


def test_a_resize_keeps_the_place_and_the_mark() -> None:
    async def act() -> None:
        async with on_stage(60, 20) as stage:
            await stage.press("g", "1", "3", "enter", "space")
            await stage.hear(10_050)
            word = stage.painted("reverse")
            assert len(word) == 1
            for size in ((40, 10), (200, 60), (100, 30), (30, 8), (60, 20)):
                await stage.pilot.resize_terminal(*size)
                await stage.pilot.pause()
                assert stage.painted("reverse") == word and stage.turn == 13
                assert stage.at_cursor.startswith(word[0])
                assert len(stage.lines) == size[1]

    play(act)


def test_a_long_turn_scrolls_and_follows_the_voice_until_one_scrolls_away() -> None:
    async def act() -> None:
        async with on_stage(40, 10) as stage:
            await stage.press("g", "1", "3", "enter")
            top = stage.lines[1:]
            await stage.press("pagedown")
            assert stage.lines[1] == top[-1] and "Ball" in stage.lines[0]
            await stage.press("up", "up", "down", "home")
            assert stage.lines[1:] == top
            await stage.press("r", "space")
            for _ in range(3):
                await stage.hear(3010)
            assert stage.painted("reverse") and stage.lines[1:] != top
            await stage.press("home")
            await stage.hear(200)
            assert stage.lines[1:] == top and not stage.painted("reverse")
            await stage.press("s")
            await stage.hear(50)
            assert stage.painted("reverse")

    play(act)


def test_more_below_is_said_and_the_wheel_scrolls() -> None:
    async def act() -> None:
        async with on_stage(70, 18) as stage:
            await stage.press("g", "1", "3", "enter")
            assert "more below" in stage.foot
            before = stage.text
            await stage.pilot._post_mouse_events([MouseScrollDown], stage.app.view, button=0)
            await stage.pilot.pause()
            assert stage.text != before
            await stage.press("end")
            assert "more below" not in stage.foot

    play(act)


def test_a_click_on_a_word_reads_from_there_and_on_an_arrow_turns_the_page() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("n")
            y = next(y for y, line in enumerate(stage.lines) if "meeting has" in line)
            x = stage.lines[y].index("has") + 1
            await stage.pilot.click(offset=(x, y))
            await stage.hear(50)
            assert stage.painted("reverse") == ["has"]
            await stage.pilot.click(offset=(98, 29))
            assert stage.turn == 3
            await stage.pilot.click(offset=(1, 29))
            assert stage.turn == 2
            await stage.pilot.click(offset=(50, 29))
            await stage.pilot.click(offset=(1, 1))
            assert stage.turn == 2

    play(act)


def test_a_click_on_a_mark_opens_its_note_and_escape_comes_back() -> None:
    async def act() -> None:
        async with on_stage(60, 16) as stage:
            await stage.press("g", "6", "enter", "down", "down", "down", "down", "down", "down", "down")
            y = next(y for y, line in enumerate(stage.lines) if "(3)" in line)
            await stage.pilot.click(offset=(stage.lines[y].index("(3)") + 1, y))
            assert "(3) Printed as an attachment." in stage.text and not stage.reading.playing
            await stage.press("escape")
            assert "Printed as an attachment." not in stage.text and stage.turn == 6

    play(act)


def test_beside_the_text_a_note_stands_where_its_mark_is() -> None:
    talk = Dialogue().turn("A", "One.\nTwo{1}{2}. Three " + "word " * 60 + "{3}end.").note("1", "First.")
    talk = talk.note("2", "Second.").note("3", "Third.")

    async def act() -> None:
        async with on_stage(140, 20, document=talk.document()) as stage:
            await stage.press("f")
            lines = stage.lines
            rows = [next(y for y, line in enumerate(lines) if words in line) for words in ("First", "Second", "Third")]
            first = next(y for y, line in enumerate(lines) if "(1)(2)" in line)
            assert rows[:2] == [first, first + 2] and "end." in lines[rows[2]]

    play(act)


def test_the_arrows_of_a_small_screen_are_clicked_too() -> None:
    async def act() -> None:
        async with on_stage(40, 10) as stage:
            await stage.pilot.click(offset=(stage.lines[0].index("›"), 0))
            assert stage.turn == 2
            await stage.pilot.click(offset=(stage.lines[0].index("‹"), 0))
            assert stage.turn == 1

    play(act)


TEN_KEYS = [
    (["n"], 2), (["p"], 1), (["N"], 3), (["g", "1", "3", "enter"], 13), (["P"], 11), (["/", *"OAS", "enter"], None),
    (["."], None), (["<"], None), (["s"], None), (["g", "6", "enter"], 6),
]  # fmt: skip
"""Keys, four of them jumps, and the turn one is at the start of then; none where it is a place in a turn."""


def test_the_cursor_is_at_the_first_cell_of_the_place_after_ten_keys_and_a_resize() -> None:
    async def act() -> None:
        async with on_stage() as stage:

            def is_right() -> None:
                reading = stage.reading
                assert reading.page
                here = reading.page.text[reading.position.offset :].split("\n")[0].split()
                seen = stage.at_cursor.split()
                assert seen and seen[:3] == here[:3][: len(seen)]

            for keys, number in TEN_KEYS:
                await stage.press(*keys)
                is_right()
                if number:
                    assert stage.turn == number and stage.reading.position.offset == 0
            for size in ((40, 10), (200, 60), (60, 20)):
                await stage.pilot.resize_terminal(*size)
                await stage.pilot.pause()
                is_right()
                await stage.press("n", "p")
                is_right()
            await stage.press("h")
            assert stage.at_cursor.startswith("Help.")
            await stage.press("escape")
            is_right()

    play(act)


def test_trouble_and_notices_stay_until_a_key_one_after_the_other() -> None:
    async def act() -> None:
        async with on_stage(60, 20, notices=("A setting is wrong.",)) as stage:
            long = "No sound device can be opened. Reading goes on in silence at the pace of speech."
            stage.app.take(Trouble(long))
            await stage.pilot.pause()
            assert "A setting is wrong." in stage.foot
            await stage.press("n")
            assert long in " ".join(" ".join(stage.lines[-2:]).replace("‹", "").replace("›", "").split())
            await stage.press("n")
            assert stage.foot.startswith("‹ Turn 3 of 23")

    play(act)


def test_text_of_a_document_is_never_markup() -> None:
    document = (
        Dialogue()
        .titled("[bold]Talk[/bold]")
        .turn("A", "[red]Stop[/red] :smile: [link=x]y[/link] [@click=app.quit]z[/]{1}")
        .note("1", "[b]note[/b]")
        .named("A", "[i]Anne[/i]")
        .document()
    )

    async def act() -> None:
        async with on_stage(document=document) as stage:
            await stage.press("f", "w")
            text = stage.text
            assert "[red]Stop[/red] :smile: [link=x]y[/link] [@click=app.quit]z[/](1)" in text
            assert "[bold]Talk[/bold]" in text and "[b]note[/b]" in text and "[i]Anne[/i]" in text
            await stage.press("c")
            assert "[i]Anne[/i]" in stage.text

    play(act)


def test_a_document_without_text_is_said_to_have_none() -> None:
    async def act() -> None:
        async with on_stage(document=Dialogue().titled("Nothing").document()) as stage:
            assert "Nothing" in stage.text and "No text" in stage.foot
            await stage.press("n", "p", "s", "S", "f", "w", "c", "escape", "O", "enter", "g", "1", "enter")
            assert "The document has no text." in stage.text

    play(act)


def test_without_utf8_the_arrows_are_plain() -> None:
    async def act() -> None:
        async with on_stage(utf8=False) as stage:
            assert stage.foot.startswith(" <") and stage.foot.endswith(">") and stage.text.isascii()

    play(act)


def test_the_text_is_as_wide_as_it_is_set_and_a_theme_that_is_not_there_is_named() -> None:
    async def act() -> None:
        async with on_stage(settings=Settings(width=30, theme="mauve")) as stage:
            assert "There is no theme 'mauve'" in stage.foot
            await stage.press("g", "6", "enter")
            assert max(len(line.strip()) for line in stage.lines if "liquidate" in line) <= 30

    play(act)


def test_voices_that_cannot_be_read_end_it_with_their_error() -> None:
    async def act() -> None:
        stage = Stage(MEMORANDUM, Settings(), (), True)

        def fail() -> None:
            raise ReaderError("aes.toml: line 3: no pitch.")

        stage.reading.start_sound = fail  # type: ignore[method-assign,assignment]
        async with stage.app.run_test() as pilot:
            await pilot.pause()
        assert str(stage.app.error) == "aes.toml: line 3: no pitch." and stage.app.return_code == 1

    play(act)


def test_the_cast_is_heard_and_changed() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("c")
            rows = [line for line in stage.lines if line.endswith(("left", "right", "middle"))]
            assert [row.split()[0] for row in rows] == ["Adlai", "George", "Narrator"]
            assert "12" in rows[0] and "11" in rows[1]
            assert stage.painted("reverse")[0].startswith("Adlai E. Stevenson")
            before = stage.reading.cast.voice("GWB").id
            await stage.press("down", "c")
            changed = stage.reading.cast.voice("GWB").id
            assert changed != before and stage.library.cast(stage.reading.document.key)["GWB"] == changed
            assert "Ball has the voice" in stage.text and stage.painted("reverse")[0].startswith("George W. Ball")
            await stage.press("left")
            assert stage.reading.cast.voice("GWB").id == before
            await stage.press("h")
            await stage.wait(lambda: stage.device.running)
            await stage.press("down", "down", "up", "escape")
            assert stage.turn == 1

    play(act)


@pytest.mark.parametrize("columns", [24, 40, 60, 100, 200])
def test_the_cast_fits_any_width(columns: int) -> None:
    async def act() -> None:
        async with on_stage(columns, 20) as stage:
            await stage.press("c")
            assert all(len(line) < columns for line in stage.lines)
            assert sum(line.strip().startswith(("Adlai", "George", "Narra")) for line in stage.lines) == 3

    play(act)
