"""Opens the library that is meant: for a document that is read with it or without, or for what is kept in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui_reader.library.library import Library
from tui_reader.library.library_errors import DamagedLibraryError, LibraryError
from tui_reader.library.library_files import is_ours, library_path, put_aside
from tui_reader.paths import NO_LIBRARY
from tui_reader.terminal.output import complain


def open_library(path: Path | None = None, report: Callable[[str], None] = complain) -> Library:
    """The library at `path` (the person's own if None) to read a document with.

    Where that cannot be used it is one in memory, and where it is damaged it is put aside and a new one made; `report`
    is called with a line that says so, and with what goes wrong later. NO_LIBRARY gives one in memory.
    """
    if path == NO_LIBRARY:
        return Library(None, report)
    path = path or library_path()
    told = ""
    try:
        try:
            return Library(path, report)
        except DamagedLibraryError as error:
            told = _put_aside(path, error)
        library = Library(path, report)
        library.note(f"{told} A new library is begun.")
    except LibraryError as error:
        library = Library(None, report)
        library.note(f"{told or error} Nothing of this reading is saved.")
    return library


def require_library(path: Path | None = None, to_keep: bool = False) -> Library:
    """The library at `path` for a command that lists what is in it, or, `to_keep`, saves something there.

    Raises LibraryError where there is none that can be used; a damaged one is put aside.
    """
    if path == NO_LIBRARY:
        if to_keep:
            raise LibraryError("Nothing was saved: --no-library was given.")
        return Library(None, complain)
    path = path or library_path()
    try:
        library = Library(path)
    except DamagedLibraryError as error:
        raise LibraryError(_put_aside(path, error)) from None
    library.troubles.clear()  # that it cannot be written is raised where something is
    library.report = complain
    return library


def _put_aside(path: Path, error: DamagedLibraryError) -> str:
    if is_ours(path):
        return put_aside(path, error.reason)
    return f"{path} is not a library: {error.reason}."
