"""The command line: finds the commands, parses their arguments, writes their help. Runs nothing.

Only the module of the command that was typed is imported; the list of commands in `tui-reader --help` imports all.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from tui_reader.cli.command import CliCommand
from tui_reader.errors import UsageError
from tui_reader.terminal.output import PROGRAM

DEFAULT = "open"
"""The command that runs where no command is typed: `tui-reader FILE`."""
_FOLDER = Path(__file__).with_name("commands")
_USAGE = "tui-reader [FILE] [options]\n       tui-reader COMMAND [options]"


@cache
def command_names() -> frozenset[str]:
    """The words that are commands where they are typed first."""
    files = os.listdir(_FOLDER)  # noqa: PTH208  pathlib compiles an expression for it
    return frozenset(name.removesuffix(".py") for name in files if name.endswith(".py")) - {"__init__", DEFAULT}


def load_command(name: str) -> CliCommand:
    """The command of a name, one of `command_names` or DEFAULT."""
    command: CliCommand = import_module(f"tui_reader.cli.commands.{name}").COMMAND
    return command


def all_commands() -> list[CliCommand]:
    """All commands that can be typed, in the order in which they are listed."""
    return sorted(map(load_command, command_names()), key=lambda command: command.order)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments that were typed; `command` is the CliCommand that they are for.

    Raises UsageError, and SystemExit after --help and --version.
    """
    typed = bool(argv) and argv[0] in command_names()
    if not typed:
        _check_first_word(argv)
    command = load_command(argv[0] if typed else DEFAULT)
    arguments = command_parser(command).parse_args(argv[1:] if typed else argv)
    arguments.command = command
    _check_encoding(arguments)
    if not typed:
        _check_command_comes_first(arguments.file)
        _check_first_word([str(arguments.file or "")])
    command.check(arguments)
    return arguments


def command_parser(command: CliCommand) -> CommandParser:
    """The parser of a command's arguments."""
    if command.name == DEFAULT:
        parser: CommandParser = _DefaultParser(prog=PROGRAM, usage=_USAGE, description=command.about)
    else:
        parser = CommandParser(prog=f"{PROGRAM} {command.name}", description=command.about)
    command.add_arguments(parser)
    return parser


class CommandParser(argparse.ArgumentParser):
    """Prints help at most 78 columns wide, without colours; raises a UsageError of one line for wrong use."""

    def __init__(self, **settings: Any) -> None:
        if sys.version_info >= (3, 14):
            settings["color"] = False
        super().__init__(allow_abbrev=False, add_help=False, formatter_class=_HelpFormatter, **settings)
        self._positionals.title = "arguments"
        self.add_argument("-h", "--help", action="help", help="Show help.")

    def _parse_optional(self, arg_string: str) -> Any:
        """An option, or None for an argument; `-#id`, a document of standard input, is an argument."""
        return None if arg_string.startswith("-#") else super()._parse_optional(arg_string)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or the version. Raises OSError where that cannot be written, as argparse does not."""
        print(message, end="", file=file, flush=True)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message and where to find the options."""
        told = message.removeprefix("argument ").rstrip(".")
        raise UsageError(f"{told}. {self._meant(told)}{self.prog} --help lists the options.")

    def _meant(self, told: str) -> str:
        """A question for the option that is probably meant by the first unknown one."""
        from difflib import get_close_matches

        _, unknown, words = told.partition("unrecognized arguments: ")
        option = (
            next((word.partition("=")[0] for word in words.split() if word.startswith("--")), "") if unknown else ""
        )
        near = get_close_matches(option, self._option_string_actions, 1, 0.65) if option else []
        return f"Did you mean {near[0]}? " if near else ""


class _DefaultParser(CommandParser):
    """The parser of `tui-reader [FILE]`: its help ends with the list of commands."""

    def format_help(self) -> str:
        """The help; the commands are imported only for this."""
        listed = "\n".join(f"  {command.name:<14}{command.about}" for command in all_commands())
        self.epilog = f"commands (tui-reader COMMAND --help tells more):\n{listed}"
        return super().format_help()


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, **_: Any) -> None:
        super().__init__(prog, max_help_position=24, width=78)


def _check_encoding(arguments: argparse.Namespace) -> None:
    """Raise UsageError for words that are not UTF-8; only file names may be other bytes."""
    for value in vars(arguments).values():
        for word in value if isinstance(value, list | tuple) else (value,):
            if isinstance(word, str) and any("\ud800" <= character <= "\udfff" for character in word):
                raise UsageError(f"{word!a} is not valid UTF-8.")


def _check_first_word(argv: Sequence[str]) -> None:
    """Raise UsageError where the first word is neither an option nor a file, and looks like a mistyped command.

    It looks like one where it resembles a command, or is a plain word followed by another word.
    """
    word = argv[0] if argv else ""
    if not word.replace("-", "").isalpha() or word.startswith("-") or os.path.exists(word):  # noqa: PTH110  never raises
        return
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), sorted(command_names()), 1, 0.65)
    if near:
        raise UsageError(f"There is no command or file {word!r}. Did you mean {near[0]}?")
    if len(argv) > 1 and not argv[1].startswith("-"):
        raise UsageError(f"There is no command or file {word!r}. {PROGRAM} --help lists the commands.")


def _check_command_comes_first(file: Path | None) -> None:
    """Raise UsageError where a command was typed after an option, so that it was taken for a file."""
    if file and str(file) in command_names() and not file.exists():
        raise UsageError(f"The command {file} must come first: {PROGRAM} {file} [FILE] [options].")
