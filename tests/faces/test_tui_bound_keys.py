"""Keys on the full screen, whatever they do: bound as the keymap has them, told by help and palette, lost to nobody."""

from __future__ import annotations

from textual.command import DiscoveryHit
from textual.events import Key

from tests.support.stage import on_stage, play
from tui_reader.faces.tui.command_palette import Commands
from tui_reader.terminal.commands import FULL, keys_of
from tui_reader.terminal.keymap import PRESETS, keymap


def test_every_key_of_the_table_is_bound_to_its_command_also_when_the_keymap_changes() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            for preset in PRESETS:
                stage.app.take_setting("keymap", preset)
                for command in keymap(preset).of(FULL[0]):
                    bound = [stage.app._bindings.get_bindings_for_key(key) for key in command.keys]
                    assert [one.action for some in bound for one in some] == [f"command('{command.id}')"] * len(bound)
            await stage.press("j")
            assert stage.turn == 2
            stage.app.take_setting("keys.next_page", "U Right")
            await stage.press("U", "n")
            assert stage.turn == 3 and "Nothing was searched for." in stage.text

    play(act)


def test_help_lists_all_commands_at_any_width() -> None:
    async def act() -> None:
        for width in (40, 100, 200):
            async with on_stage(width, 200) as stage:
                await stage.press("h")
                words = " ".join(stage.text.split())
                for command in keymap().of(FULL[0]):
                    assert f"{keys_of(command)} {command.words}. {command.help}" in words
                assert max(map(len, stage.lines)) < width

    play(act)


def test_the_palette_has_all_commands_with_their_help() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            found = [hit async for hit in Commands(stage.app.screen).discover()]
            assert [hit.help for hit in found] == [command.help for command in keymap().of(FULL[0])]
            hit = next(hit for hit in found if hit.text == "Next turn")
            assert isinstance(hit, DiscoveryHit)
            await hit.command()
            assert stage.turn == 2
            searched = [hit async for hit in Commands(stage.app.screen).search("next sentence")]
            assert max(searched).text == "Next sentence"

    play(act)


def test_an_answer_typed_ahead_goes_to_the_question() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            for key, character in (("g", "g"), ("1", "1"), ("2", "2"), ("enter", "\r")):
                stage.app.post_message(Key(key, character))
            await stage.wait(lambda: stage.turn == 12)
            assert "Turn 12 of 23" in stage.foot

    play(act)


def test_keys_of_the_help_and_the_cast_do_not_reach_the_page_behind() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("h", "n", "s", "right", "escape")
            assert stage.turn == 1
            await stage.press("c", "s", "plus", "escape")
            assert stage.turn == 1 and stage.reading.aloud.speed == 1

    play(act)
