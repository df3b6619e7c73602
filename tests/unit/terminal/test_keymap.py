"""Presets and own keys over the one table of commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.terminal.test_commands import NAMED, THEIRS
from tui_reader.settings import load_settings
from tui_reader.terminal.commands import COMMANDS
from tui_reader.terminal.keymap import PRESETS, keymap
from tui_reader.terminal.keys import key_name, keys_typed


@pytest.mark.parametrize("preset", PRESETS)
def test_each_key_of_a_preset_has_one_command_and_each_command_a_key_of_its_own(preset: str) -> None:
    table = keymap(preset)
    keys = [key for command in table.commands for key in command.keys]
    assert not table.troubles
    assert len(keys) == len(set(keys)) and all(command.keys for command in table.commands)
    assert all(key in NAMED or (len(key_name(key)) == 1 and key_name(key).isascii()) for key in keys)
    assert not THEIRS & set(keys) and not any(key_name(key).isdecimal() for key in keys)
    assert set(PRESETS[preset]) <= {command.id for command in COMMANDS}


def test_the_default_is_the_table() -> None:
    assert keymap().commands == COMMANDS


@pytest.mark.parametrize("preset", ["vi", "less"])
def test_n_and_N_are_hits_in_vi_and_less(preset: str) -> None:
    keys = {key: command.id for command in keymap(preset).commands for key in command.keys}
    assert (keys["n"], keys["N"], keys["full_stop"]) == ("next_hit", "previous_hit", "next_hit")
    assert (keys["j"], keys["k"]) == ("next_page", "previous_page")


def test_an_own_key_is_taken_from_the_command_that_had_it() -> None:
    table = keymap("default", {"bookmark": "n j"})
    keys = {command.id: command.keys for command in table.commands}
    assert keys["bookmark"] == ("n", "j") and keys["next_page"] == ("right", "enter")
    assert not table.troubles and table.key("bookmark") == "n"


def test_the_last_key_of_a_command_stays_its_own_and_it_is_said() -> None:
    table = keymap("default", {"bookmark": "q j"})
    keys = {command.id: command.keys for command in table.commands}
    assert keys["quit"] == ("q",) and keys["bookmark"] == ("j",)
    assert table.troubles == {"bookmark": "q is the only key of Quit, which has no other"}


def test_of_two_that_want_one_key_the_first_has_it() -> None:
    table = keymap("default", {"next_page": "j", "bookmark": "j"})
    keys = {command.id: command.keys for command in table.commands}
    assert keys["next_page"] == ("j",) and keys["bookmark"] == ("b",)
    assert table.troubles == {"bookmark": "j is already the key of Next turn"}


@pytest.mark.parametrize("first", [one.id for one in COMMANDS])
def test_whatever_is_taken_no_two_commands_share_a_key(first: str) -> None:
    for other in ("n q", "Space b", "b", "] [ ' x"):
        for preset in PRESETS:
            table = keymap(preset, {first: other, "copy": "b"})
            keys = [key for command in table.commands for key in command.keys]
            assert len(keys) == len(set(keys)) and all(command.keys for command in table.commands)


@pytest.mark.parametrize("typed", ["5", "Ctrl+x", "F1", "Up", "nn", "\x1b"])
def test_what_is_no_key_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a key"):
        keys_typed(typed)


def test_keys_as_a_person_writes_them() -> None:
    assert keys_typed("j  space RIGHT + ] é j") == ("j", "space", "right", "plus", "right_square_bracket", "é")


def test_wrong_keys_in_the_file_are_lines_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('keymap = "vi"\n[keys]\nnext_page = "J 5"\nbookmark = "q"\ncopy = "Q"\nfly = "x"\ncast = "Q"\n')
    settings, warnings = load_settings(path)
    assert settings.keymap == "vi" and settings.keys == {"bookmark": "q", "copy": "Q", "cast": "Q"}
    assert [line.partition(", but")[0].partition(" is no")[0] for line in warnings] == [
        "settings.toml, line 3: keys.next_page is J 5",
        "settings.toml, line 4: keys.bookmark is q",
        "settings.toml, line 6: keys.fly",
        "settings.toml, line 7: keys.cast is Q",
    ]
    assert "'5' is not a key" in warnings[0] and warnings[1].endswith("q is the only key of Quit, which has no other.")
