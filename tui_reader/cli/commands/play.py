"""`tui-reader play`: reads a document aloud without a screen, also into a stream."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from tui_reader.cli.argument_groups import (
    add_chair,
    add_document,
    add_narration,
    add_reading,
    add_recording,
    add_sound,
    add_start,
    make_reading_options,
)
from tui_reader.cli.command import CliCommand
from tui_reader.errors import UsageError


def add_arguments(parser: ArgumentParser) -> None:
    """The document, what of it is read aloud, where the sound goes, and whether the words are printed."""
    add_document(parser)
    parser.add_argument("--captions", action="store_true", help="Print the words as they are spoken.")
    parser.add_argument(
        "--to", metavar="-",
        help="Write the sound to standard output, for a player on this or another computer (ssh); "
        "lines on standard input are commands meanwhile.",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=("wav", "opus"), help="Format for --to: wav (the default), or opus for slow networks."
    )
    add_start(parser)
    add_narration(parser)
    add_recording(parser)
    add_chair(parser)
    add_sound(parser)
    add_reading(parser)


def check(arguments: Namespace) -> None:
    """Raise UsageError for a stream that cannot be."""
    if arguments.to is None:
        if arguments.format:
            raise UsageError("--format is for --to -; tui-reader export FILE -o OUT writes files.")
        return
    if arguments.to != "-":
        raise UsageError(
            f"--to takes - alone, for standard output; tui-reader export FILE -o {arguments.to} writes a file."
        )
    if not arguments.sound or arguments.device is not None:
        raise UsageError(f"--to - and {'--device' if arguments.sound else '--no-sound'} exclude each other.")
    if os.isatty(1):
        raise UsageError(
            "Sound would be written to the terminal: pipe it into a player, as in --to - | mpv --no-terminal -"
        )
    from tui_reader.tts.open_engine import LIVE

    if arguments.engine in LIVE:
        raise UsageError(f"The engine {arguments.engine} plays its sound by itself, so there is none for --to -.")


def run(arguments: Namespace) -> int:
    """Read it aloud to its end."""
    from tui_reader.faces import play

    options = make_reading_options(arguments)
    if arguments.to is None:
        return play.run(arguments.file, options, captions=arguments.captions)
    from tui_reader.startup.reading_options import SoundStream
    from tui_reader.terminal.binary_output import binary_output

    if arguments.format == "opus":
        from tui_reader.playback.pyav import pyav

        pyav()
    with binary_output() as descriptor:
        stream = SoundStream(descriptor, arguments.format or "wav")
        return play.run(arguments.file, options._replace(stream=stream), captions=arguments.captions)


COMMAND = CliCommand("play", "Read aloud without a screen.", 10, add_arguments, run, check)
