"""`tui-reader play`: reads a document aloud without a screen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui_reader.cli.argument_groups import (
    add_document,
    add_narration,
    add_reading,
    add_recording,
    add_sound,
    add_start,
    make_reading_options,
)
from tui_reader.cli.command import CliCommand


def add_arguments(parser: ArgumentParser) -> None:
    """The document, what of it is read aloud, and whether the words are printed."""
    add_document(parser)
    parser.add_argument("--captions", action="store_true", help="Print the words as they are spoken.")
    add_start(parser)
    add_narration(parser)
    add_recording(parser)
    add_sound(parser)
    add_reading(parser)


def run(arguments: Namespace) -> int:
    """Read it aloud to its end."""
    from tui_reader.faces import play

    return play.run(arguments.file, make_reading_options(arguments), captions=arguments.captions)


COMMAND = CliCommand("play", "Read aloud without a screen.", 10, add_arguments, run)
