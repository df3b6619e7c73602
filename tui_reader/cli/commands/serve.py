"""`tui-reader serve`: a page that reads aloud, and the full screen, in a web browser."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui_reader.cli.argument_groups import (
    add_document,
    add_narration,
    add_reading,
    add_recording,
    add_start,
    make_reading_options,
)
from tui_reader.cli.argument_values import number, port
from tui_reader.cli.command import CliCommand
from tui_reader.errors import ReaderError, UsageError


def add_arguments(parser: ArgumentParser) -> None:
    """The document, and the address."""
    add_document(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", help="Address to serve at (default 127.0.0.1: this computer alone)."
    )
    parser.add_argument("--port", metavar="N", type=port, default=0, help="Port to serve at (default: any free one).")
    parser.add_argument(
        "--windows", metavar="N", type=number, default=8, help="Full screens open at the same time (default 8)."
    )
    add_start(parser)
    add_narration(parser)
    add_recording(parser)
    add_reading(parser)


def check(arguments: Namespace) -> None:
    """Raise UsageError for standard input: each window of the browser reads the document anew."""
    if str(arguments.file).startswith("-"):
        raise UsageError("serve reads a file, not standard input.")


def run(arguments: Namespace) -> int:
    """Serve until Ctrl+C. Raises ReaderError where textual-serve is not installed or the document cannot be read."""
    from contextlib import suppress

    from tui_reader.document.collection import CollectionError
    from tui_reader.startup.find_document import open_document

    try:
        from tui_reader.faces.served import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "tui_reader":
            raise
        raise ReaderError("serve needs textual-serve: pip install 'tui-reader[serve]'.") from None
    options = make_reading_options(arguments)
    with suppress(CollectionError):  # the full screen lists its documents
        open_document(arguments.file, options)
    return server.run(arguments.file, options, arguments.host, arguments.port, arguments.windows)


COMMAND = CliCommand("serve", "Read in a web browser, aloud or on the full screen.", 100, add_arguments, run, check)
