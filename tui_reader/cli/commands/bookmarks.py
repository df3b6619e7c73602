"""`tui-reader bookmarks`: lists the bookmarks of a document, removes them, or writes them as Markdown."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_reading, make_reading_options
from tui_reader.cli.argument_values import number
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each
from tui_reader.errors import UsageError
from tui_reader.terminal.output import print_lines, print_messages

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.library import Library


def add_arguments(parser: ArgumentParser) -> None:
    """The document, and what is done with its bookmarks; without any of it, they are listed."""
    add_document(parser)
    parser.add_argument("--export", metavar="OUT", type=Path, help="Write them into the file OUT as Markdown.")
    parser.add_argument(
        "--remove", metavar="N", type=number, action="append", default=[], help="Remove bookmark N; may be repeated."
    )
    parser.add_argument(
        "--cite", choices=("plain", "chicago", "bibtex", "csl-json"),
        help="With --export: how the document and each place are cited (default: the setting citation).",
    )  # fmt: skip
    add_reading(parser)


def check(arguments: Namespace) -> None:
    """Raise UsageError where there is nothing to cite in."""
    if arguments.cite and not arguments.export:
        raise UsageError("--cite needs --export OUT.")


def run(arguments: Namespace) -> int:
    """Remove what was asked for, then write the bookmarks or list them."""
    from tui_reader.cli.bookmarks_markdown import write_bookmarks
    from tui_reader.library import require_library
    from tui_reader.startup.find_document import find_document
    from tui_reader.startup.input_files import InputFiles
    from tui_reader.startup.reading_options import effective_settings

    with require_library(arguments.library, to_keep=bool(arguments.remove)) as library:
        options = make_reading_options(arguments)
        path, document, notices = find_document(arguments.file, library, options)
        if arguments.export:
            InputFiles([path], options.library).refuse(arguments.export)
        _remove(document, arguments.remove, library)
        complain_each(notices)
        if arguments.export:
            style = arguments.cite or effective_settings(options)[0].citation
            write_bookmarks(document, library.bookmarks.of(document), arguments.export, path, style)
            print_messages([f"Wrote {arguments.export}."])
        else:
            print_lines(_lines(document, library))
        return 1 if library.troubles and not arguments.remove else 0


def _remove(document: Document, numbers: Sequence[int], library: Library) -> None:
    """Remove bookmarks by their numbers. Raises UsageError for an unknown one, before any is removed."""
    known = {bookmark.number for bookmark in library.bookmarks.of(document)}
    missing = next((wanted for wanted in numbers if wanted not in known), None)
    if missing is not None:
        raise UsageError(f"There is no bookmark {missing}.")
    for wanted in numbers:
        library.bookmarks.remove(document, wanted)


def _lines(document: Document, library: Library) -> list[str]:
    """A line for each bookmark of a document."""
    from tui_reader.reading.excerpts import bookmark_line

    bookmarks, title = library.bookmarks.of(document), document.heading.rstrip(".")
    if not bookmarks:
        return [f"{title} has no bookmarks."]
    return [f"{title}:", *(bookmark_line(document, bookmark) for bookmark in bookmarks)]


COMMAND = CliCommand(
    "bookmarks", "List a document's bookmarks, or write them as Markdown.", 70, add_arguments, run, check
)
