"""`tui-reader voices`: lists the voices, plays one, measures them, and shows who has which."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_library, add_sound, add_speech, make_reading_options
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import line_width
from tui_reader.errors import UsageError
from tui_reader.terminal.output import PROGRAM, print_lines

if TYPE_CHECKING:
    from tui_reader.startup.reading_options import ReadingOptions

EVERYBODY = "everybody"
"""In place of a name: all people."""


def add_arguments(parser: ArgumentParser) -> None:
    """The voice, and what is done with it; without any of it, the voices are listed."""
    parser.add_argument("voice", metavar="VOICE", nargs="?", help="One voice, by its name in the list.")
    parser.add_argument(
        "--say", metavar="TEXT", nargs="?", const="", help="Hear VOICE say TEXT; without TEXT, its own description."
    )
    parser.add_argument(
        "--measure", action="store_true", help="Measure pitch, loudness, pace, and which voices sound alike."
    )
    parser.add_argument("--people", action="store_true", help="List which person has which voice in all documents.")
    parser.add_argument(
        "--natural", action="store_true", help="List the human voices on this computer, and how to get more."
    )
    parser.add_argument("--forget", metavar="NAME", help="Forget which voice NAME has; NAME may be everybody.")
    add_sound(parser)
    add_speech(parser)
    add_library(parser)


def run(arguments: Namespace) -> int:
    """Forget, list people or human voices, measure, play, or list the voices: the first that was asked for."""
    from tui_reader.cli import voice_lists

    options = make_reading_options(arguments)
    if arguments.forget is not None:
        print_lines([_forget(arguments.forget, options)])
    elif arguments.people:
        print_lines(voice_lists.people_lines(options))
    elif arguments.natural:
        from tui_reader.cli.natural_voices import natural_lines, offer_to_fetch

        print_lines(natural_lines())
        offer_to_fetch()
    elif arguments.measure:
        print_lines(voice_lists.measure_lines(arguments.voice, options, line_width()))
    elif arguments.say is None:
        print_lines(voice_lists.voice_lines(arguments.voice, options, line_width()))
    elif arguments.voice is None:
        raise UsageError(f"--say needs a voice: {PROGRAM} voices aes --say.")
    else:
        from tui_reader.cli.voice_sample import play_voice

        play_voice(arguments.voice, arguments.say, options)
    return 0


def _forget(name: str, options: ReadingOptions) -> str:
    """Forget which voice somebody, or everybody, has in all documents; the line that says so.

    Raises UsageError for a name without a voice of its own.
    """
    from tui_reader.library import require_library

    with require_library(options.library, to_keep=True) as library:
        forgotten = library.voice_registry.forget(None if name == EVERYBODY else name)
    if not forgotten and name != EVERYBODY:
        raise UsageError(f"No voice is stored for {name!r}; {PROGRAM} voices --people lists who has one.")
    return f"Forgotten: {forgotten if name == EVERYBODY else name}. Voices chosen for one document stay."


COMMAND = CliCommand("voices", "List the voices, or hear one.", 90, add_arguments, run)
