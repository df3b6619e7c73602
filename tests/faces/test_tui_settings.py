"""The settings on the full screen: changed at once, and kept in the file; what braille and low vision need."""

from __future__ import annotations

import pytest

from tests.support.stage import Stage, on_stage, play
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.utterance import Pause
from tui_reader.settings import Settings, load_settings, settings_path, settings_table


async def choose(stage: Stage, name: str) -> None:
    """Open the settings and choose one."""
    await stage.press("u", *["down"] * [setting.name for setting in settings_table()].index(name))


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
def test_each_setting_stands_there_with_its_value_sentence_and_default(size: tuple[int, int]) -> None:
    async def act() -> None:
        async with on_stage(*size) as stage:
            await choose(stage, "layout")
            assert " ".join(stage.painted("reverse")[0].split()) == "layout page"
            if size != (40, 10):  # which has room for the sentence alone
                assert "page, scroll or sentence. The default is page." in stage.text
            await stage.press("home", *["down"] * 3)
            for setting in settings_table()[3:]:
                assert stage.painted("reverse")[0].startswith(setting.name) and setting.about[:30] in stage.text
                await stage.press("down")

    play(act)


def test_a_setting_is_changed_at_once_and_kept() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await choose(stage, "layout")
            await stage.press("right")
            assert "layout is scroll now." in stage.text and load_settings()[0].layout == "scroll"
            await stage.press("escape")
            assert "› AES  I wonder" in stage.text
            await choose(stage, "width")
            await stage.press("left", "left")
            assert load_settings()[0].width == 68
            await stage.press("enter", *["backspace"] * 3, *"40", "enter", "escape")
            assert load_settings()[0].width == 40 and "meeting(1) a suggestion" not in stage.text
            await choose(stage, "spacing")
            await stage.press("right", "escape", "l", "l", "g", "6", "enter")
            rows = [line.strip() for line in stage.lines]
            at = rows.index("That is all it amounted to. It seems to")
            assert rows[at + 1] == "" and rows[at + 2] == "me highly desirable to liquidate--this"
            assert stage.at_cursor.startswith("That is all")
            await choose(stage, "width")
            await stage.press("d")
            assert load_settings()[0].width == 72

    play(act)


def test_what_is_heard_changes_too() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await choose(stage, "speed")
            await stage.press("right", "right")
            await stage.press("down", "left")
            assert stage.reading.aloud.speed == 1.2 and stage.reading.aloud.volume == 0.9
            await stage.press("escape")
            await choose(stage, "notes")
            await stage.press("left")
            assert stage.reading.choices.notes is NoteReading.END and load_settings()[0].notes is NoteReading.END
            await stage.press("escape")
            await choose(stage, "pauses.change")
            await stage.press("right")
            assert stage.app.state.settings.pauses[Pause.CHANGE] == 750 == load_settings()[0].pauses[Pause.CHANGE]
            await stage.press("escape")
            await choose(stage, "stereo")
            await stage.press("right")
            assert load_settings()[0].stereo is False and stage.reading.aloud.speed == 1.2

    play(act)


def test_what_cannot_be_is_told_and_nothing_is_kept() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await choose(stage, "width")
            await stage.press("enter", *"x", "enter")
            assert "width must be a whole number from 20 to 200." in stage.text
            assert not settings_path().exists()
            settings_path().mkdir(parents=True)
            await stage.press("right")
            assert "could not be kept" in " ".join(stage.text.split())

    play(act)


def test_the_theme_is_gone_through() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            before = stage.app.theme
            await choose(stage, "theme")
            await stage.press("right")
            assert stage.app.theme != before and load_settings()[0].theme == stage.app.theme
            await stage.press("left")
            assert stage.app.theme == before and load_settings()[0].theme == "auto"

    play(act)


def test_a_calm_screen_has_no_signs_and_no_hints() -> None:
    async def act() -> None:
        async with on_stage(settings=Settings(calm=True, layout="scroll")) as stage:
            await stage.wait(lambda: stage.app.view.hidden is False)
            await stage.press("n")
            assert "I think the meeting" in stage.text and "Turn 2 of 23" in stage.foot
            assert not set("‹›<>") & set(stage.text) and "play" not in stage.foot
            assert stage.at_cursor.startswith("I think the meeting")

    play(act)


def test_the_cursor_rides_on_the_spoken_word_and_returns_to_the_turn() -> None:
    async def act() -> None:
        for layout in ("page", "scroll"):
            async with on_stage(settings=Settings(layout=layout)) as stage:
                for key in "nnnpsew":
                    await stage.press(key)
                    page = stage.reading.page
                    assert page
                    words = page.text[stage.reading.position.offset :]
                    assert stage.at_cursor.startswith(words.split()[0])
                await stage.press("space")
                await stage.hear(250)
                assert stage.at_cursor.startswith(stage.painted("reverse")[0])

    play(act)
