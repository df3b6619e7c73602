"""`tui-reader bookmarks`: lists the bookmarks of a document or of all, removes them, or writes them into a file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_reading, make_reading_options
from tui_reader.cli.argument_values import number
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each
from tui_reader.errors import UsageError
from tui_reader.terminal.output import print_lines

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.library import Library
    from tui_reader.library.all_bookmarks import MarkedPlace


def add_arguments(parser: ArgumentParser) -> None:
    """The document or all, and what is done with its bookmarks; without any of it, they are listed."""
    add_document(parser)
    parser.add_argument("--all", dest="every", action="store_true", help="Those of all documents, not of FILE.")
    parser.add_argument(
        "--export", metavar="OUT", type=Path,
        help="Write them into the file OUT as Markdown, or as JSON where its name ends so; - is standard output.",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="Print them as JSON.")
    parser.add_argument(
        "--remove", metavar="N", type=number, action="append", default=[], help="Remove bookmark N; may be repeated."
    )
    parser.add_argument(
        "--cite", choices=("plain", "chicago", "bibtex", "csl-json"),
        help="With --export: how the document and each place are cited (default: the setting citation).",
    )  # fmt: skip
    add_reading(parser)


def check(arguments: Namespace) -> None:
    """Raise UsageError where there is nothing to cite in, or one document is meant and all."""
    if arguments.cite and not arguments.export:
        raise UsageError("--cite needs --export OUT.")
    if arguments.every and (arguments.file or arguments.remove or arguments.cite):
        raise UsageError("--all is for all documents: leave out FILE, --remove and --cite.")


def run(arguments: Namespace) -> int:
    """Remove what was asked for, then write the bookmarks or list them."""
    from tui_reader.library import require_library

    with require_library(arguments.library, to_keep=bool(arguments.remove)) as library:
        if arguments.every:
            _all(arguments, library)
        else:
            _of_document(arguments, library)
        return 1 if library.troubles and not arguments.remove else 0


def _of_document(arguments: Namespace, library: Library) -> None:
    from tui_reader.cli.bookmarks_markdown import bookmarks_json, bookmarks_markdown
    from tui_reader.document.hidden_words import Hiding, hidden
    from tui_reader.reading.excerpts import marked_place
    from tui_reader.startup.find_document import find_as_printed
    from tui_reader.startup.reading_options import effective_settings

    options = make_reading_options(arguments)
    path, as_read, notices = find_as_printed(arguments.file, library, options)
    document = library.label_decisions.apply_to(as_read)
    _refuse(arguments, [path])
    _remove(document, arguments.remove, library)
    complain_each(notices)
    document = hidden(document, Hiding(library.chairs.in_document(as_read, document)))
    if arguments.json or (arguments.export and _is_json(arguments.export)):
        places = [marked_place(document, bookmark, path) for bookmark in library.bookmarks.of(document)]
        _give(arguments, bookmarks_json(places))
    elif arguments.export:
        style = arguments.cite or effective_settings(options)[0].citation
        _give(arguments, bookmarks_markdown(document, library.bookmarks.of(document), path, style))
    else:
        print_lines(_lines(document, library))


def _all(arguments: Namespace, library: Library) -> None:
    """List or write the bookmarks of all documents."""
    from tui_reader.cli.bookmarks_markdown import all_markdown, bookmarks_json
    from tui_reader.library.all_bookmarks import all_bookmarks

    _refuse(arguments, [])
    marks = all_bookmarks(library)
    if arguments.json or (arguments.export and _is_json(arguments.export)):
        _give(arguments, bookmarks_json(marks))
    elif arguments.export:
        _give(arguments, all_markdown(marks))
    else:
        print_lines(_lines_of_all(marks))


def _refuse(arguments: Namespace, inputs: Sequence[Path]) -> None:
    """Refuse to write over a file that is read."""
    from tui_reader.startup.input_files import InputFiles

    if arguments.export:
        InputFiles(inputs, arguments.library).refuse(arguments.export)


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _give(arguments: Namespace, text: str) -> None:
    """Write the text into the file that was named, or print it."""
    from tui_reader.cli.bookmarks_markdown import write_bookmarks
    from tui_reader.cli.standard_output import output_file, tell_written

    if arguments.export:
        with output_file(arguments.export) as path:
            write_bookmarks(text, path)
        tell_written(arguments.export)
    else:
        print_lines([text])


def _lines_of_all(marks: Sequence[MarkedPlace]) -> list[str]:
    """A line for each document, and below it those of its bookmarks."""
    lines = []
    for _, of_document in groupby(marks, key=lambda mark: mark.key):
        places = list(of_document)
        lines.append(f"{', '.join(filter(None, (places[0].title.rstrip('.'), places[0].date[:10])))}:")
        lines += [mark.line for mark in places]
    return lines or ["There are no bookmarks."]


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
    "bookmarks", "List the bookmarks of one document or all; export them.", 70, add_arguments, run, check
)
