"""The default command, `tui-reader [FILE]`: opens a document in the full screen or in plain text mode, or prints it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader import __version__
from tui_reader.cli.argument_groups import (
    add_chair,
    add_document,
    add_reading,
    add_recording,
    add_sound,
    add_start,
    make_reading_options,
)
from tui_reader.cli.command import CliCommand
from tui_reader.errors import DocumentError, UsageError
from tui_reader.terminal.output import PROGRAM

if TYPE_CHECKING:
    from tui_reader.document.model import Document

ABOUT = """\
With a screen reader: tui-reader --plain FILE, or set ACCESSIBLE=1.
Opens the transcript of a conversation, pages through it turn by turn, and
reads it aloud with a voice for each speaker. Press h for the keys."""


def add_arguments(parser: ArgumentParser) -> None:
    """The document, the face, and how it is read."""
    add_document(
        parser,
        "The transcript; - reads standard input. "
        "Without FILE: the one read last; the first time, a telephone call of 1962.",
    )
    faces = parser.add_mutually_exclusive_group()
    faces.add_argument("--full", dest="face", action="store_const", const="full", help="Start in the full screen.")
    faces.add_argument(
        "--plain", dest="face", action="store_const", const="plain",
        help="Start in plain text mode: plain lines and single keys, for screen readers and braille.",
    )  # fmt: skip
    faces.add_argument(
        "--print", dest="face", action="store_const", const="print", help="Print the whole document and exit."
    )
    parser.add_argument(
        "--ascii", action="store_true", help="Print ASCII only: dashes, quotes and accents become the nearest ASCII."
    )
    parser.add_argument(
        "--cursor", choices=("hide", "show", "start"),
        help="The terminal's cursor, which braille displays follow; start is at the first cell of each message.",
    )  # fmt: skip
    parser.add_argument(
        "--keys", dest="typing", choices=("key", "line"),
        help="With --plain: how commands are typed: key is single keys, line is lines ended with Enter.",
    )  # fmt: skip
    parser.add_argument("--speak", action="store_true", help="With --plain: start with the program's voices on.")
    add_start(parser)
    add_recording(parser)
    add_chair(parser)
    add_sound(parser)
    add_reading(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}", help="Show the version.")


def check(arguments: Namespace) -> None:
    """Raise UsageError for voices without sound."""
    if arguments.speak and not arguments.sound:
        raise UsageError("--speak needs sound, and --no-sound turns it off: leave one of them out.")


def run(arguments: Namespace) -> int:
    """Show the document on the face that was asked for, or that fits the terminal and its screen reader."""
    import os
    import sys

    from tui_reader.settings import load_settings
    from tui_reader.startup.face_choice import Face, choose_face
    from tui_reader.startup.screen_reader_detection import find_screen_reader, finds_braille_display
    from tui_reader.terminal.output import in_browser

    options = make_reading_options(arguments)
    settings, _ = load_settings()
    terminal = sys.stdout.isatty() or in_browser()
    asked = Face(arguments.face) if arguments.face else None
    choice = choose_face(asked, terminal, os.environ, settings, find_screen_reader)
    if choice.face is Face.PRINT:
        return _print(arguments)
    if choice.face is not Face.PLAIN and not terminal:
        raise UsageError(f"The full screen needs a terminal, and standard output is not one: {PROGRAM} --print.")
    from tui_reader.faces.face_switch import show_faces

    if options.cursor is None and settings.cursor == "hide" and finds_braille_display():
        options = options._replace(cursor="start")  # for this session
    path: Path | None = arguments.file
    try:
        return show_faces(path, options, choice, arguments.speak, arguments.ascii)
    except DocumentError as error:
        from tui_reader.document.collection import CollectionError

        if not isinstance(error, CollectionError) or path is None:
            raise
        from tui_reader.startup.document_choice import choose_document

        path = choose_document(path, error)
        return 0 if path is None else show_faces(path, options, choice, arguments.speak, arguments.ascii)


def _print(arguments: Namespace) -> int:
    """Print the document, from where it was asked for; of a file of many documents, the list of them."""
    import sys

    from tui_reader.cli.command_output import complain_each, line_width, print_collection
    from tui_reader.document.collection import CollectionError
    from tui_reader.document.hidden_words import Hiding, hidden
    from tui_reader.faces.printing import print_document
    from tui_reader.startup.find_document import open_document
    from tui_reader.startup.reading_options import chosen_chair, effective_settings

    options = make_reading_options(arguments)
    settings, warnings = effective_settings(options)
    try:
        document, notices = open_document(arguments.file, options)
    except CollectionError as error:
        print_collection(error.collection)
        return 0
    complain_each((*warnings, *notices, *document.warnings))
    document = hidden(document, Hiding(chosen_chair(document, options), settings.rehearsal_words))
    first = _page_named(document, options.start) if options.start is not None else 0
    print_document(
        document,
        min(line_width(), settings.width - 1) if settings.wrap else settings.line_width,
        sys.stdout,
        arguments.ascii,
        first,
    )
    return 0


def _page_named(document: Document, start: str) -> int:
    """The index of the page of a place as a person types it. Raises UsageError where there is no such place."""
    from tui_reader.reading.reading_progress import ReadingProgress
    from tui_reader.reading.typed_place import place_typed

    place = place_typed(document, ReadingProgress(document), start)
    if isinstance(place, str):
        raise UsageError(place)
    return place.page


COMMAND = CliCommand("open", ABOUT, 0, add_arguments, run, check, reads_pipe=True)
