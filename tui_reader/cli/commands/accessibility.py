"""`tui-reader accessibility`: help for screen readers, braille and low vision."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui_reader.cli.command import CliCommand


def add_arguments(_: ArgumentParser) -> None:
    """None but --help."""


def run(_: Namespace) -> int:
    """Print the page."""
    from tui_reader.cli.accessibility_page import page

    print(page())
    return 0


COMMAND = CliCommand("accessibility", "Help for screen readers, braille and low vision.", 110, add_arguments, run)
