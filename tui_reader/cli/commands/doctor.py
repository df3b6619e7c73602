"""`tui-reader doctor`: checks what this computer has for reading and hearing, and says what to do."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui_reader.cli.argument_groups import add_library, add_speech
from tui_reader.cli.command import CliCommand
from tui_reader.terminal.output import print_text


def add_arguments(parser: ArgumentParser) -> None:
    """The engine and the library that are checked."""
    add_speech(parser)
    add_library(parser)


def run(arguments: Namespace) -> int:
    """Print the report."""
    from tui_reader.cli.doctor_checks import report

    print_text(report(arguments.library, arguments.engine))
    return 0


COMMAND = CliCommand("doctor", "Check this computer: voices, sound, screen reader.", 120, add_arguments, run)
