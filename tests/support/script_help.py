"""The command line of a script that takes no arguments: `--help` says what it does, anything else is an error."""

from __future__ import annotations

from argparse import ArgumentParser


def only_help(module: str, description: str) -> None:
    """Read the command line of `python -m MODULE`; ends the process where it has arguments."""
    ArgumentParser(prog=f"python -m {module}", description=description).parse_args()
