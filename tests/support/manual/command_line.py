"""The command line as data, read from the parsers: each command, its options and the values that they take.

The man page, the completions and the manual's page of commands are made from it.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tui_reader.cli.parser import DEFAULT, all_commands, command_parser, load_command
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.manual import SHELLS, SUBJECTS
from tui_reader.narration.narration_options import NoteReading
from tui_reader.paths import bundled
from tui_reader.settings.settings_table import settings_table

FILES = ("FILE", "PATH", "OUT", "LEXICON")
"""The placeholder for a file or folder in a usage."""
LISTS = ("formats",)
"""Arguments that take several values with commas between them."""


class Argument(NamedTuple):
    """An option, or an argument."""

    options: tuple[str, ...]
    """As it is typed: -o, --output; empty for a word by itself."""
    metavar: str
    """The placeholder for its value; empty for an option without one."""
    about: str
    values: tuple[str, ...] = ()
    """The values it may have, where they are known."""
    is_file: bool = False
    is_list: bool = False
    """Whether it takes several values with commas between them."""
    optional_value: bool = False
    repeated: bool = False

    @property
    def typed(self) -> str:
        """As a list of options shows it: "-o OUT, --output OUT"; "VOICE"."""
        if not self.options:
            return self.metavar
        value = f"[{self.metavar}]" if self.optional_value else self.metavar
        return ", ".join(f"{option} {value}".rstrip() for option in self.options)


class CommandWords(NamedTuple):
    """A command as it is typed."""

    name: str
    """Empty for the command that opens a file, which has no word."""
    about: str
    usage: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """The arguments that begin with a dash."""
        return tuple(one for one in self.arguments if one.options)

    @property
    def own(self) -> tuple[Argument, ...]:
        """The arguments that it does not share with the command line without a command; those by themselves first."""
        known = opening().options if self.name else ()
        return (*self.words, *(one for one in self.options if one not in known))

    @property
    def shared(self) -> str:
        """A sentence on the options it shares with the command line without a command; empty without any."""
        shared = [one for one in self.options if one not in self.own and "--help" not in one.options]
        names = [next(name for name in one.options if name.startswith("--")) for one in shared]
        return f"Also the options of tui-reader without a command: {', '.join(names)}." if names else ""

    @property
    def words(self) -> tuple[Argument, ...]:
        """The arguments that are not options."""
        return tuple(one for one in self.arguments if not one.options)


@cache
def opening() -> CommandWords:
    """The command line without a command: it opens a file."""
    return _command_words(DEFAULT)._replace(name="")


@cache
def commands() -> tuple[CommandWords, ...]:
    """The commands, in the order in which they are listed."""
    return tuple(_command_words(command.name) for command in all_commands())


def _command_words(name: str) -> CommandWords:
    command = load_command(name)
    parser = command_parser(command)
    usage = "\n".join(line[len("usage: ") :] for line in parser.format_usage().splitlines())
    values = known_values()
    arguments = tuple(_argument(action, values) for action in parser._actions)
    return CommandWords(name, command.about, usage, arguments)


def known_values() -> Mapping[str, tuple[str, ...]]:
    """Values of arguments that the parser does not list, by the argument's name in the parser."""
    engines = next(setting.choices for setting in settings_table() if setting.name == "engine")
    voices = sorted(path.stem for path in bundled("voices").glob("*.toml") if path.stem != "lexicon")
    return {
        "engine": engines,
        "notes": tuple(map(str, NoteReading)),
        "formats": tuple(format.name for format in OUTPUT_FORMATS),
        "voice": tuple(voices),
        "setting": tuple(setting.name for setting in settings_table()),
        "subject": SUBJECTS,
        "shell": (*SHELLS,),
    }


def _argument(action: argparse.Action, values: Mapping[str, tuple[str, ...]]) -> Argument:
    takes_value = action.nargs != 0
    metavar = str(action.metavar or action.dest.upper()) if takes_value else ""
    known = values.get(action.dest, ()) if takes_value and "=" not in metavar else ()
    choices = tuple(map(str, action.choices)) if action.choices else known
    return Argument(
        tuple(action.option_strings),
        metavar,
        (action.help or "").replace("%%", "%"),
        choices,
        metavar in FILES,
        action.dest in LISTS,
        action.nargs == "?",
        action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction),
    )
