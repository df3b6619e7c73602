"""Each command is one module that is found by its file name, imported when it is typed, and cheap to import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui_reader.cli.command import CliCommand
from tui_reader.cli.parser import DEFAULT, all_commands, command_names, command_parser, load_command

NAMES = sorted(command_names())


def loaded_by(statement: str) -> set[str]:
    """The modules in a fresh process after a statement."""
    ask = f"import sys; {statement}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("name", [DEFAULT, *NAMES])
def test_a_module_defines_the_command_of_its_name(name: str) -> None:
    command = load_command(name)
    assert isinstance(command, CliCommand)
    assert command.name == name
    assert command.about.endswith(".")


def test_commands_are_listed_in_their_order_and_no_two_share_a_place() -> None:
    places = [command.order for command in all_commands()]
    assert places == sorted(set(places))
    assert len(places) == len(NAMES)


def test_the_default_command_is_not_typed() -> None:
    assert DEFAULT not in command_names()


@pytest.mark.parametrize("name", [DEFAULT, *NAMES])
def test_each_argument_has_a_sentence_of_help(name: str) -> None:
    for action in command_parser(load_command(name))._actions:
        assert action.help and action.help[0].isupper() and action.help.endswith("."), action


def test_only_the_module_of_the_command_that_is_typed_is_imported() -> None:
    loaded = loaded_by("from tui_reader.cli.parser import parse; parse(['play', 'talk.txt'])")
    commands = {name for name in loaded if name.startswith("tui_reader.cli.commands.")}
    assert commands == {"tui_reader.cli.commands.play"}


def test_importing_all_commands_imports_no_room_of_the_program() -> None:
    loaded = loaded_by("from tui_reader.cli.parser import all_commands; all_commands()")
    rooms = {name.split(".")[1] for name in loaded if name.startswith("tui_reader.")}
    assert rooms == {"cli", "cleaning", "errors", "lazy_re", "named_tuple", "paths", "terminal"}
