"""The full screen: each command of the table does its thing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.support.stage import Stage, on_stage, play
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.cast_screen import CastScreen
from tui_reader.faces.tui.screens.correct_word import CorrectScreen
from tui_reader.faces.tui.screens.help import HelpScreen
from tui_reader.faces.tui.screens.library_screen import LibraryScreen
from tui_reader.faces.tui.screens.outline_screen import BookmarksScreen, OutlineScreen
from tui_reader.faces.tui.screens.people_screen import PeopleScreen
from tui_reader.faces.tui.screens.settings_screen import SettingsScreen
from tui_reader.terminal.commands import COMMANDS, FULL

Check = Callable[[Stage], Awaitable[None]]
CHECKS: dict[str, Check] = {}


def check(act: Check) -> Check:
    """Collects what each command is to do; the stage is at turn 6, silent."""
    CHECKS[act.__name__] = act
    return act


@check
async def play_or_pause(stage: Stage) -> None:
    await stage.press("space")
    assert "playing, 1.0" in stage.foot and "space pause" in stage.foot
    await stage.press("space")
    assert "paused" in stage.foot and "space play" in stage.foot


@check
async def next_page(stage: Stage) -> None:
    for key in ("n", "right", "enter"):
        await stage.press(key)
    assert stage.turn == 9 and "George W. Ball   GB" in stage.text
    await stage.press("g", "2", "3", "enter", "n", "n")
    assert stage.foot.split("›")[0].strip(" ‹") == "End of document. 23 turns."


@check
async def previous_page(stage: Stage) -> None:
    await stage.press("p", "left")
    assert stage.turn == 4


@check
async def next_of_speaker(stage: Stage) -> None:
    await stage.press("N")
    assert stage.turn == 8


@check
async def previous_of_speaker(stage: Stage) -> None:
    await stage.press("P")
    assert stage.turn == 4


@check
async def next_sentence(stage: Stage) -> None:
    await stage.press("s")
    assert stage.at_cursor.startswith("It seems to me")


@check
async def previous_sentence(stage: Stage) -> None:
    await stage.press("s", "s", "S")
    assert stage.at_cursor.startswith("It seems to me")


@check
async def next_part(stage: Stage) -> None:
    await stage.press("right_square_bracket")
    assert "Page 24 of 24" in stage.foot and "Memorandum From the Permanent" in stage.text


@check
async def memo(stage: Stage) -> None:
    await stage.press("m")
    assert "Page 24 of 24" in stage.foot and "stopped" in stage.foot
    await stage.press("m")
    assert "playing" in stage.foot
    await stage.press("escape", "less_than_sign")
    assert stage.turn == 6


@check
async def previous_part(stage: Stage) -> None:
    await stage.press("right_square_bracket", "left_square_bracket")
    assert stage.turn == 1


@check
async def repeat(stage: Stage) -> None:
    await stage.press("s", "s", "r")
    assert stage.at_cursor.startswith("That is all")


@check
async def where(stage: Stage) -> None:
    await stage.press("w")
    assert "Turn 6 of 23, Stevenson." in stage.foot and "percent" in stage.foot
    await stage.press("p")
    assert "percent" not in stage.foot


@check
async def notes(stage: Stage) -> None:
    await stage.press("f")
    assert "(3) Printed as an attachment." in stage.text
    await stage.press("f")
    assert "Printed as an attachment." not in stage.text
    await stage.press("n", "f")
    assert "No notes here." in stage.foot


@check
async def next_paragraph(stage: Stage) -> None:
    await stage.press("right_curly_bracket")
    assert stage.at_cursor.startswith("(Memo written up")


@check
async def previous_paragraph(stage: Stage) -> None:
    await stage.press("right_curly_bracket", "left_curly_bracket")
    assert stage.at_cursor.startswith("That is all")


@check
async def next_word(stage: Stage) -> None:
    await stage.press("e", "e")
    assert stage.at_cursor.startswith("all it amounted")


@check
async def previous_word(stage: Stage) -> None:
    await stage.press("e", "e", "E")
    assert stage.at_cursor.startswith("is all")


@check
async def aside(stage: Stage) -> None:
    await stage.press("a")
    assert not stage.reading.playing and stage.turn == 6


@check
async def notes_aloud(stage: Stage) -> None:
    await stage.press("F", "F")
    assert "Notes are read after their sentence." in stage.foot
    await stage.press("F", "F", "F")
    assert "Notes are not read aloud." in stage.foot


@check
async def step(stage: Stage) -> None:
    await stage.press("t")
    assert "Stop after each sentence." in stage.foot
    await stage.press("t", "t", "t")
    assert "No stop by itself." in stage.foot


@check
async def one_side(stage: Stage) -> None:
    await stage.press("o")
    assert "Only Stevenson is heard." in stage.foot
    await stage.press("o")
    assert "Everybody is heard." in stage.foot


@check
async def sleep(stage: Stage) -> None:
    await stage.press("z")
    assert "Sleep in 15 minutes." in stage.foot
    await stage.press(*"zzzzz")
    assert "Sleep off." in stage.foot


@check
async def people(stage: Stage) -> None:
    await stage.press("k")
    assert isinstance(stage.app.screen, PeopleScreen) and "GWB, 2 turns" in stage.text
    await stage.press("enter")
    assert stage.turn == 8


@check
async def layout(stage: Stage) -> None:
    await stage.press("l")
    assert "The whole dialogue." in stage.foot and "› AES  That is all it amounted to." in stage.text
    await stage.press("l")
    assert "One sentence a page." in stage.foot and "That is all it amounted to." in stage.text
    assert "It seems to me" not in stage.text
    await stage.press("l")
    assert "One turn a page." in stage.foot and "AES  That is all" not in stage.text


@check
async def mark(stage: Stage) -> None:
    for what in ("The sentence is", "Word and sentence are", "Nothing is", "The word is"):
        await stage.press("M")
        assert f"{what} marked." in stage.foot


@check
async def follow(stage: Stage) -> None:
    await stage.press("l", "r", "end")
    assert "R back to it" in stage.foot and "That is all it amounted to" not in stage.text
    await stage.press("R")
    assert "back to it" not in stage.foot and "› AES  That is all it amounted to" in stage.text
    await stage.press("l")


@check
async def documents(stage: Stage) -> None:
    await stage.press("d")
    assert "This file holds one document." in stage.foot


@check
async def go_to(stage: Stage) -> None:
    await stage.press("g")
    assert isinstance(stage.app.screen, AskScreen) and "Go to turn, 1 to 23, or 50%" in stage.foot
    await stage.press("1", "9", "backspace", "2")
    assert stage.foot.endswith(": 12_")
    await stage.press("enter")
    assert stage.turn == 12
    await stage.press("g", "9", "9", "enter")
    assert "No turn 99. The last is 23." in stage.foot
    await stage.press("g", "3", "escape")
    assert stage.turn == 12
    await stage.press("g", "5", "0", "%", "enter")
    assert stage.turn == 14
    await stage.press("g", "m", "e", "m", "o", "enter")
    assert stage.turn is None


@check
async def search(stage: Stage) -> None:
    await stage.press("/", *"castro", "enter")
    assert "Castro" in stage.painted("reverse") and "hits; full stop next" in stage.foot
    await stage.press("w")
    assert stage.reading.found
    await stage.press("escape")
    assert stage.reading.found is None and "Castro" not in stage.painted("reverse")


@check
async def next_hit(stage: Stage) -> None:
    await stage.press("/", *"castro", "enter", ".")
    assert stage.turn == 6 and "hit 2 of" in stage.foot and "Castro" in stage.painted("reverse")
    await stage.press("escape", ".")
    assert "Nothing was searched for." in stage.foot


@check
async def previous_hit(stage: Stage) -> None:
    await stage.press("/", *"castro", "enter", ".", ",")
    assert stage.turn == 6 and "hit 1 of" in stage.foot
    await stage.press("escape")


@check
async def bookmark(stage: Stage) -> None:
    await stage.press("b")
    assert "Bookmark 1 at turn 6." in stage.foot


@check
async def to_bookmark(stage: Stage) -> None:
    await stage.press("b", "n", "'")
    assert isinstance(stage.app.screen, BookmarksScreen)
    await stage.press("enter")
    assert stage.turn == 6
    await stage.press("'", "n", *"why", "enter")
    assert "Note: why" in stage.text
    await stage.press("x", "escape", "'")
    assert "There are no bookmarks." in stage.foot


@check
async def select(stage: Stage) -> None:
    await stage.press("V", "e", "e")
    assert stage.painted("reverse") == ["That is all"]
    await stage.press("V")
    assert "Nothing is selected." in stage.foot and stage.painted("reverse") == []


@check
async def copy(stage: Stage) -> None:
    await stage.press("V", "e", "x")
    assert "Copied 2 words." in stage.foot and stage.app.clipboard == "That is" and stage.painted("reverse") == []
    await stage.press("n", "x")
    assert stage.app.clipboard.startswith("GB: The thing about that is it leaves Castro")


@check
async def copy_reference(stage: Stage) -> None:
    await stage.press("V", "e", "X")
    words, _, reference = stage.app.clipboard.partition("\n\n")
    assert words == "That is" and reference.startswith("Turn 6, Stevenson. Memorandum of Telephone Conversation")


@check
async def highlight(stage: Stage) -> None:
    await stage.press("H")
    assert "Nothing is selected" in stage.foot
    await stage.press("V", "e", "H")
    assert "at turn 6." in stage.foot and stage.painted("bold")[-1:] == ["That is"]
    await stage.press("'", "home")
    assert "Highlight" in stage.text
    await stage.press("x", "escape")
    assert "That is" not in stage.painted("bold")


@check
async def gloss(stage: Stage) -> None:
    await stage.press("i")
    assert "Nothing is explained here." in stage.foot


@check
async def outline(stage: Stage) -> None:
    await stage.press("O")
    assert isinstance(stage.app.screen, OutlineScreen) and "›   Turn 6, Stevenson: That is all" in stage.text
    await stage.press("down", "enter")
    assert stage.turn == 7


@check
async def library(stage: Stage) -> None:
    await stage.press("D")
    assert isinstance(stage.app.screen, LibraryScreen) and "› Memorandum of Telephone" in stage.text
    await stage.press("enter")
    assert stage.turn == 6


@check
async def go_back(stage: Stage) -> None:
    await stage.press("g", "9", "enter", "<")
    assert stage.turn == 6


@check
async def go_forward(stage: Stage) -> None:
    await stage.press("g", "9", "enter", "<", ">")
    assert stage.turn == 9


@check
async def faster(stage: Stage) -> None:
    await stage.press("plus", "equals_sign")
    assert "Speed 1.2." in stage.foot


@check
async def slower(stage: Stage) -> None:
    await stage.press("minus")
    assert "Speed 0.9." in stage.foot


@check
async def louder(stage: Stage) -> None:
    stage.reading.aloud.volume = 0.5
    await stage.press(")")
    assert "Volume 60 percent." in stage.foot


@check
async def softer(stage: Stage) -> None:
    await stage.press("(")
    assert "Volume 90 percent." in stage.foot


@check
async def sound(stage: Stage) -> None:
    await stage.press("v")
    assert "Sound off." in stage.foot
    await stage.press("space")
    assert "playing, no sound, 1.0" in stage.foot
    await stage.press("v")
    assert "Sound on." in stage.foot


@check
async def cast(stage: Stage) -> None:
    await stage.press("c")
    assert isinstance(stage.app.screen, CastScreen)
    await stage.press("escape")
    assert "That is all it amounted to." in stage.text


@check
async def correct(stage: Stage) -> None:
    await stage.press("C")
    assert isinstance(stage.app.screen, CorrectScreen) and stage.painted("reverse") == ["That"]
    await stage.press("escape")
    assert stage.painted("reverse") == []


@check
async def settings(stage: Stage) -> None:
    await stage.press("u")
    assert isinstance(stage.app.screen, SettingsScreen) and "auto, full or plain. The default is auto." in stage.text
    await stage.press("escape")


@check
async def help(stage: Stage) -> None:
    await stage.press("question_mark")
    assert isinstance(stage.app.screen, HelpScreen)
    await stage.press("escape", "h")
    assert isinstance(stage.app.screen, HelpScreen)


@check
async def back(stage: Stage) -> None:
    await stage.press("f", "escape")
    assert "Printed as an attachment." not in stage.text
    await stage.press("space", "escape")
    assert "stopped" in stage.foot and not stage.reading.playing


@check
async def face(stage: Stage) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TEXTUAL_DRIVER", "a browser")
        await stage.press("T")
    assert "A browser has the full screen only." in stage.foot and not stage.app._exit


@check
async def quit(stage: Stage) -> None:
    await stage.press("s", "q")
    assert stage.app._exit and not stage.reading.playing
    assert stage.library.place(stage.reading.document.key) == stage.reading.position


def test_each_command_of_the_table_does_its_thing() -> None:
    assert set(CHECKS) == {command.id for command in COMMANDS if FULL[0] in command.faces}

    async def act() -> None:
        async with on_stage() as stage:
            for name, check in CHECKS.items():
                if name != "quit":
                    stage.reading.stop()
                    stage.reading.aloud.speed = stage.reading.aloud.volume = 1.0
                    stage.reading.go_to(6)
                    await stage.press("r")
                    assert stage.turn == 6 and "stopped" in stage.foot
                    await check(stage)
                    while len(stage.app.screen_stack) > 1:
                        await stage.press("escape")

    play(act)


def test_the_face_is_left_silent_for_the_plain_one_at_the_same_place() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("n", "s", "l", "M", "v", "space", "T")
            assert not stage.reading.playing
            await stage.wait(lambda: stage.app._exit)
            handed = stage.app.handed
            assert handed and (handed.layout, handed.mark, handed.sound) == ("scroll", "sentence", False)
            assert stage.library.place(stage.reading.document.key) == stage.reading.position

    play(act)


def test_q_ctrl_c_and_ctrl_q_leave_and_keep_the_place() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await CHECKS["quit"](stage)
        for key in ("ctrl+c", "ctrl+q"):
            async with on_stage() as stage:
                await stage.press("n", "space", "h", key)
                assert stage.app._exit and stage.app.return_code == 0 and not stage.reading.playing
                place = stage.library.place(stage.reading.document.key)
                assert place and place.page == 1

    play(act)
