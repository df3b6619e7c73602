"""`tui-reader library`: lists what was read, adds and removes documents and folders, searches all documents."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
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
        "--list", metavar="WORD", nargs="*", dest="words",
        help="List the documents with these words in number, title, date or people; without words, all.",
    )  # fmt: skip
    parser.add_argument(
        "--in", metavar="VOLUME", dest="volume", help="List the documents of a volume, by its file's name."
    )
    parser.add_argument(
        "--sort", metavar="ORDER", choices=("read", "number", "date"),
        help="The order of the list: read (last read first), number or date; default: the setting library_order.",
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
        help="Write all that you did into FILE (- is standard output): reading positions, bookmarks, highlights, "
        "decisions, voices, pronunciations, settings.",
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
        print_lines(catalogue.remove(arguments.remove, library, telling_progress))
        with saying_how_to_go_on("What was added stays; the same command goes on with the rest."):
            workers = Workers(arguments.jobs, arguments.scheduler)
            print_lines(catalogue.add(arguments.add, library, telling_progress, workers))
            if not (changes or arguments.search):
                _look(library)
        if arguments.search:
            _search(library, _query(arguments.search))
        elif not changes:
            print_lines(_listed(arguments, library))
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


def _query(words: Sequence[str]) -> str:
    """What is searched for. Words that the shell was given as one argument beside others stay together."""
    return " ".join(map(_together, words)) if len(words) > 1 else words[0]


def _together(word: str) -> str:
    """An argument with blanks in quotes, after what begins it: in:"Cuban Missile Crisis", @"George Ball"."""
    if '"' in word or len(word.split()) < 2:
        return word
    if word.startswith("@"):
        return f'@"{word[1:]}"'
    key, colon, value = word.partition(":")
    return f'{key}:"{value}"' if colon and key.isalpha() else f'"{word}"'


def _listed(arguments: Namespace, library: Library) -> list[str]:
    """The list, in the order that was asked for or is set."""
    from tui_reader.library import catalogue
    from tui_reader.library.listing import Order
    from tui_reader.settings import load_settings

    order = Order(arguments.sort or load_settings()[0].library_order)
    return catalogue.lines(library, arguments.every, order, arguments.volume or "", " ".join(arguments.words or ()))


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
    from tui_reader.cli.standard_output import output_file
    from tui_reader.library.backup import back_up

    InputFiles([], arguments.library).refuse(arguments.backup)
    with require_library(arguments.library) as library:
        with output_file(arguments.backup, text=False) as path:
            told = back_up(library, path)
        if path == arguments.backup:
            print_lines([told])
    return 0


COMMAND = CliCommand("library", "List what you have read; add folders; search all documents.", 80, add_arguments, run)
