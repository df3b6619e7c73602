"""Keys on the full screen, whatever they do: bound as the keymap has them, told by help and palette, lost to nobody."""

from __future__ import annotations

from importlib import import_module

import pytest
from textual.command import DiscoveryHit
from textual.events import Key

from tests.support.app_driver import running_app
from tui_reader.faces.tui.command_palette import Commands
from tui_reader.terminal.commands import COMMANDS, FULL, keys_of
from tui_reader.terminal.keymap import PRESETS, keymap

COMMAND_TESTS = ("moving", "told", "screens", "finding", "leaving")
"""The test modules of commands: a function `test_<id>` or a row of a table."""


def covered() -> list[str]:
    """The ids of the commands that have a test."""
    modules = [import_module(f"tests.faces.test_tui_commands_{kind}") for kind in COMMAND_TESTS]
    rows = [row[0] for module in modules for table in getattr(module, "TABLES", ()) for row in table]
    return rows + [name.removeprefix("test_") for module in modules for name in dir(module)]


@pytest.mark.parametrize("command", [command.id for command in COMMANDS if FULL in command.faces])
def test_each_command_has_a_test(command: str) -> None:
    assert covered().count(command) == 1


async def test_every_key_of_the_table_is_bound_to_its_command_also_when_the_keymap_changes() -> None:
    async with running_app() as driver:
        for preset in PRESETS:
            driver.app.controller.take_setting("keymap", preset)
            for command in keymap(preset).of(FULL):
                bound = [driver.app._bindings.get_bindings_for_key(key) for key in command.keys]
                assert [one.action for some in bound for one in some] == [f"command('{command.id}')"] * len(bound)
        await driver.press("j")
        assert driver.turn == 2
        driver.app.controller.take_setting("keys.next_page", "Q Right")
        await driver.press("Q", "n")
        assert driver.turn == 3 and "Nothing was searched for." in driver.text


async def test_help_lists_all_commands_at_any_width() -> None:
    for width in (40, 100, 200):
        async with running_app(width, 200) as driver:
            await driver.press("h")
            words = " ".join(driver.text.split())
            for command in keymap().of(FULL):
                assert f"{keys_of(command)} {command.words}. {command.help}" in words
            assert max(map(len, driver.lines)) < width


async def test_the_palette_has_all_commands_with_their_help() -> None:
    async with running_app() as driver:
        found = [hit async for hit in Commands(driver.app.screen).discover()]
        assert [hit.help for hit in found] == [command.help for command in keymap().of(FULL)]
        hit = next(hit for hit in found if hit.text == "Next turn")
        assert isinstance(hit, DiscoveryHit)
        hit.command()
        assert driver.turn == 2
        searched = [hit async for hit in Commands(driver.app.screen).search("next sentence")]
        assert max(searched).text == "Next sentence"


async def test_an_answer_typed_ahead_goes_to_the_question() -> None:
    async with running_app() as driver:
        for key, character in (("g", "g"), ("1", "1"), ("2", "2"), ("enter", "\r")):
            driver.app.post_message(Key(key, character))
        await driver.wait(lambda: driver.turn == 12)
        assert "Turn 12 of 23" in driver.foot


async def test_keys_of_the_help_and_the_cast_do_not_reach_the_page_behind() -> None:
    async with running_app() as driver:
        await driver.press("h", "n", "s", "right", "escape")
        assert driver.turn == 1
        await driver.press("c", "s", "plus", "escape")
        assert driver.turn == 1 and driver.reading.player.speed == 1
