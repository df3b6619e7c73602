"""`tui-reader help [SUBJECT]`: prints a page of the manual as plain lines, or the list of its pages."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui_reader.cli.command import CliCommand
from tui_reader.terminal.output import print_lines

WIDEST = 79
"""Columns of the widest line, where the terminal has more."""


def add_arguments(parser: ArgumentParser) -> None:
    """The subject."""
    parser.add_argument("subject", metavar="SUBJECT", nargs="*", help="A page of the manual. Without it: the list.")


def run(arguments: Namespace) -> int:
    """Print the page. Raises UsageError for a subject the manual does not have."""
    from tui_reader import manual
    from tui_reader.cli.command_output import line_width
    from tui_reader.manual.plain_lines import plain_lines, subject_lines

    width = max(20, min(line_width(), WIDEST))
    subject = " ".join(arguments.subject)
    print_lines(plain_lines(manual.page(subject), width) if subject else subject_lines(width))
    return 0


COMMAND = CliCommand("help", "Read the manual: a page, or the list of its pages.", 105, add_arguments, run)
