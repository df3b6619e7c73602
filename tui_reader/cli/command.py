"""The shape of a command of the command line: what each module in `cli/commands/` defines as COMMAND."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from tui_reader.named_tuple import NamedTuple


def any_arguments(_: Namespace) -> None:
    """The check of a command whose arguments need no further check."""


class CliCommand(NamedTuple):
    """One command: its name, its words, its arguments and what it does."""

    name: str
    """The word that is typed, and the name of the module that defines it."""
    about: str
    """One sentence: in the list of commands and at the top of the command's help."""
    order: int
    """Its place in the list of commands; the lowest number is listed first."""
    add_arguments: Callable[[ArgumentParser], None]
    """Adds its arguments to its parser."""
    run: Callable[[Namespace], int]
    """Does it and returns the exit status. Raises ReaderError for what cannot be done."""
    check: Callable[[Namespace], None] = any_arguments
    """Raises UsageError for arguments that do not go together. Called before `run`."""
    reads_pipe: bool = False
    """Whether a document that is piped in is read even where FILE is not given as `-`."""
