"""`tui-reader completions SHELL`: prints the completion script of a shell, to be loaded where it is not found."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tui_reader.cli.command import CliCommand


def add_arguments(parser: ArgumentParser) -> None:
    """The shell."""
    from tui_reader.manual import SHELLS

    parser.add_argument("shell", metavar="SHELL", choices=(*SHELLS,), help="The shell: bash, zsh or fish.")


def run(arguments: Namespace) -> int:
    """Print the script."""
    from tui_reader.manual import completion

    sys.stdout.write(completion(arguments.shell))
    return 0


COMMAND = CliCommand("completions", "Print tab completion for bash, zsh or fish.", 130, add_arguments, run)
