"""The line that asks for words, and keys that come faster than the screen answers."""

from __future__ import annotations

from textual.events import Key

from tests.support.stage import CHARACTERS, Stage, on_stage, play


def at_once(stage: Stage, *keys: str) -> None:
    """Keys that come one behind the other, as from a program or a slow line."""
    for key in keys:
        name = {"/": "slash", ".": "full_stop"}.get(key, key)
        stage.app.post_message(Key(name, CHARACTERS.get(key, key if len(key) == 1 else None)))


def test_of_keys_typed_ahead_none_is_lost_and_none_is_overtaken() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            at_once(stage, "g", "1", "2", "enter", "n", "/", *"castro", "enter", ".", "b")
            await stage.wait(lambda: stage.reading.bookmarks)
            found = stage.reading.found
            assert found and found.typed == "castro" and found.index == 5
            assert stage.reading.bookmarks[0].place == found.hits[5].position

    play(act)


def test_the_words_sought_before_stand_there_and_the_first_letter_takes_their_place() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("/", *"castro", "enter", "/")
            assert stage.painted("reverse")[-1] == "castro" and stage.foot.strip() == "/castro_"
            await stage.press("s")
            assert stage.foot.strip() == "/s_"
            await stage.press("escape", "/", "end", "x")
            assert stage.foot.strip() == "/castrox_"
            await stage.press("escape", "/", "backspace")
            assert stage.foot.strip() == "/castr_"
            await stage.press("escape", "/", "enter")
            assert stage.reading.found and stage.reading.found.typed == "castro"

    play(act)
