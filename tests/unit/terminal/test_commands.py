"""Keys that screen readers leave to a program: each action has one, and none is theirs."""

from __future__ import annotations

from typing import get_args

import pytest

from tui_reader.terminal.commands import COMMANDS, Command, CommandId
from tui_reader.terminal.keys import key_name

NAMED = {"space", "enter", "escape", "left", "right"}
"""Keys without a character that no screen reader takes; Enter, Escape and the arrows are in the table as they are."""
THEIRS = {"insert", "capslock", "numlock", "scroll_lock", *(f"ctrl+{letter}" for letter in "alnxsq")}
"""Keys of Orca, NVDA, JAWS, yasr and terminals."""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_action_has_an_unmodified_key_and_none_that_screen_readers_own(command: Command) -> None:
    unmodified = [key for key in command.keys if key in NAMED or (len(key_name(key)) == 1 and key_name(key).isascii())]
    assert command.keys and list(command.keys) == unmodified
    assert not THEIRS & set(command.keys)
    assert not any("+" in key or key.startswith(("alt", "num")) for key in command.keys)


def test_the_type_of_ids_lists_each_command_once() -> None:
    assert get_args(CommandId) == tuple(command.id for command in COMMANDS)
