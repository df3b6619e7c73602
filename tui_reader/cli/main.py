"""The program `tui-reader`: runs what the command line asks for, and reports what went wrong in one line.

Exit status: 0 done, 2 wrong use, 130 stopped with Ctrl+C, 141 the reader of its output left, 1 for every other failure.
"""

from __future__ import annotations

import errno
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.paths import NO_LIBRARY
from tui_reader.terminal.closed_streams import drop
from tui_reader.terminal.isolation import shut_out_current_folder
from tui_reader.terminal.output import PROGRAM, complain, in_browser, prepare_streams

if TYPE_CHECKING:
    from tui_reader.cli.command import CliCommand

INTERRUPTED = 130
"""The exit status of a program that Ctrl+C ended, as shells expect it."""
READER_GONE = 141
"""The exit status, as shells expect it, of a program that wrote into a pipe which nobody reads any more."""
TERMINAL_GONE = 129
"""That of a program ended by SIGHUP; writing may fail before the signal comes."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for (by default those of the process) and return the exit status."""
    try:
        shut_out_current_folder()
        prepare_streams()
        status = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except KeyboardInterrupt as stopped:
        complain(f"Stopped with Ctrl+C. {stopped}")
        return INTERRUPTED
    except ReaderError as error:
        complain(error)
        return error.status
    except BrokenPipeError:
        drop(1)
        return READER_GONE
    except OSError as error:
        if error.errno == errno.EIO and not error.filename:
            drop(1)
            return TERMINAL_GONE
        closed = error.errno == errno.EBADF and not error.filename
        complain(
            "Standard output is closed."
            if closed
            else f"{error.filename or 'Standard output'}: {error.strerror or error}."
        )
        drop(1)
        return 1
    return status


def _run(argv: Sequence[str]) -> int:
    """Run the command; imports what it needs here, where Ctrl+C is one line."""
    from tui_reader.cli.parser import command_names, parse

    if argv and argv[0] in command_names() and Path(argv[0]).is_file():
        complain(f"{argv[0]} is taken as the command; to open the file of that name: {PROGRAM} ./{argv[0]}.")
    arguments = parse(argv)
    command: CliCommand = arguments.command
    _refuse_document_as_library(arguments)
    _read_standard_input(command, arguments)
    return command.run(arguments)


def _refuse_document_as_library(arguments: Namespace) -> None:
    """Raise UsageError where the document is also given as the library, which is written to."""
    file, library = vars(arguments).get("file"), vars(arguments).get("library")
    if isinstance(file, Path) and library not in (None, NO_LIBRARY):
        from tui_reader.startup.input_files import InputFiles

        InputFiles([file], NO_LIBRARY).refuse(library)


def _read_standard_input(command: CliCommand, arguments: Namespace) -> None:
    """Read the document from standard input where `-` was given, or where something is piped into the default command.

    The bytes become the argument `piped`.
    """
    from tui_reader.document.collection import STANDARD_INPUT, is_standard_input

    file = vars(arguments).get("file")
    offered = command.reads_pipe and file is None and not sys.stdin.isatty() and not in_browser()
    if not offered and (file is None or not is_standard_input(file)):
        return
    from tui_reader.formats import LARGEST
    from tui_reader.startup import standard_input

    arguments.piped = standard_input.read_offered(LARGEST) if offered else standard_input.read_whole(LARGEST)
    if offered and arguments.piped is not None:
        arguments.file = Path(STANDARD_INPUT)
