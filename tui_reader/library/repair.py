"""Repairs a library: a damaged one is put aside, and what can be read of it is saved in a new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui_reader.library.health import faults
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.library_files import last_put_aside, library_path, move_aside
from tui_reader.library.open_library import require_library
from tui_reader.library.salvage import salvage
from tui_reader.paths import NO_LIBRARY


def repair(path: Path | None = None, damaged: Path | None = None) -> Iterator[str]:
    """Save what can be read of a damaged library in the one at `path` (the person's own if None).

    `damaged`: one that was put aside; if None, the library itself where it is damaged, or else the one that was put
    aside last. Yields lines that say what was done, or that nothing is wrong. Raises LibraryError where there is no
    library, or it cannot be repaired.
    """
    if path == NO_LIBRARY:
        raise LibraryError("There is no library to repair: --no-library was given.")
    path = path or library_path()
    if damaged is None:
        if path.exists() and (found := faults(path)):
            try:
                damaged = move_aside(path)
            except OSError as error:
                raise LibraryError(f"{path}: the library cannot be put aside ({error.strerror}).") from None
            yield f"{path}: the library is damaged ({found[0]}). It was put aside as {damaged}."
        else:
            damaged = last_put_aside(path)
    if damaged is None and not path.exists():
        raise LibraryError(f"{path}: there is no library, and no damaged one was put aside.")
    with require_library(path) as library:
        if damaged is None:
            yield f"{path}: nothing is wrong with the library, and no damaged one was put aside."
        else:
            yield from salvage(damaged, library).lines(damaged)
