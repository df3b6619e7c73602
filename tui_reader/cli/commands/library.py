"""`tui-reader library`: lists what was read, adds and removes documents and folders, searches all documents."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_library
from tui_reader.cli.argument_values import number
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import saying_how_to_go_on, telling_progress
from tui_reader.paths import NO_LIBRARY
from tui_reader.terminal.output import PROGRAM, print_lines, print_messages

if TYPE_CHECKING:
    from tui_reader.library import Library


def add_arguments(parser: ArgumentParser) -> None:
    """What is added, removed and searched for; without any of it, the documents are listed."""
    parser.add_argument(
        "--add", metavar="PATH", type=Path, action="append", default=[],
        help="Add a file, or a folder: its documents now, and new ones later.",
    )  # fmt: skip
    parser.add_argument("--jobs", metavar="N", type=number, help="Files read at once by --add (default: one per core).")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="Have --add read the files on a Dask cluster.")
    parser.add_argument(
        "--remove", metavar="PATH", type=Path, action="append", default=[],
        help="No longer list or search a document, file or folder; its reading position and bookmarks stay.",
    )  # fmt: skip
    parser.add_argument(
        "--search", metavar="WORD", nargs="+",
        help='Search all documents: SAM sites, "in a row", beginn*, @Ball; after:1962-10, before:1963, in:VOLUME, '
        "kind:telephone.",
    )  # fmt: skip
    parser.add_argument(
        "--all", dest="every", action="store_true", help="List all documents, not only the first twenty."
    )
    parser.add_argument(
        "--repair", metavar="FILE", nargs="?", type=Path, const=Path(),
        help="Save what can be read of a damaged library, or of FILE, which was put aside.",
    )  # fmt: skip
    moving = parser.add_mutually_exclusive_group()
    moving.add_argument(
        "--backup", metavar="FILE", type=Path,
        help="Write all that you did into FILE: reading positions, bookmarks, highlights, decisions, voices, "
        "pronunciations, settings.",
    )  # fmt: skip
    moving.add_argument(
        "--restore", metavar="FILE", type=Path,
        help="Put what a backup holds in the place of what there is, which is kept aside.",
    )  # fmt: skip
    add_library(parser)


def run(arguments: Namespace) -> int:
    """Repair the library, write or restore a backup, or remove, add, search or list, in this order."""
    from tui_reader.library import catalogue, require_library
    from tui_reader.library.reading_workers import Workers

    if arguments.repair is not None:
        from tui_reader.library.repair import repair

        print_lines(repair(arguments.library, None if arguments.repair == Path() else arguments.repair))
        return 0
    if arguments.backup or arguments.restore:
        return _move(arguments)
    changes = bool(arguments.add or arguments.remove)
    with require_library(arguments.library, to_keep=changes and not arguments.search) as library:
        print_lines(catalogue.remove(arguments.remove, library))
        with saying_how_to_go_on("What was added stays; the same command goes on with the rest."):
            workers = Workers(arguments.jobs, arguments.scheduler)
            print_lines(catalogue.add(arguments.add, library, telling_progress, workers))
            if not (changes or arguments.search):
                _look(library)
        if arguments.search:
            _search(library, " ".join(arguments.search))
        elif not changes:
            print_lines(catalogue.lines(library, arguments.every))
        return 1 if library.troubles and not changes else 0


def _look(library: Library) -> None:
    """Read what is new in the folders."""
    from tui_reader.library import LibraryError, catalogue

    try:
        catalogue.refresh(library, telling_progress)
    except LibraryError as error:  # what is there can be listed all the same
        library.note(str(error))


def _search(library: Library, wanted: str) -> None:
    """Search what is read, and say what is not."""
    from tui_reader.library import LibraryError, catalogue

    try:
        catalogue.with_troubles_reported(catalogue.adding_own(library))
    except LibraryError as error:  # what is there can be searched all the same
        library.note(str(error))
    print_lines(catalogue.search_lines(library, wanted))
    if unread := catalogue.unread(library):
        print_messages([f"{unread} `{PROGRAM} library` reads what is new."])


def _move(arguments: Namespace) -> int:
    """Write a backup, or restore one."""
    from tui_reader.library import LibraryError, require_library
    from tui_reader.startup.input_files import InputFiles

    if arguments.library == NO_LIBRARY:
        raise LibraryError("There is no library: --no-library was given.")
    if arguments.restore:
        from tui_reader.library.restore import restore

        print_lines(restore(arguments.restore, arguments.library))
        return 0
    from tui_reader.library.backup import back_up

    InputFiles([], arguments.library).refuse(arguments.backup)
    with require_library(arguments.library) as library:
        print_lines([back_up(library, arguments.backup)])
    return 0


COMMAND = CliCommand("library", "List what you have read; add folders; search all documents.", 80, add_arguments, run)
