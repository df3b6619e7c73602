"""The folder of packed documents in the cache folder: only the person's own, for nobody else to read, and bounded.

    tui-reader/documents/SIZE-WHAT-CONTENT

A folder or a file that belongs to somebody else, or that others may write, is left alone.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.paths import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import FileIO

MOST_FILES = 200
MOST_BYTES = 400_000_000
"""Together; what was used least recently goes first."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def find_folder(make: bool = False) -> Path | None:
    """The folder; None where there is none that can be used, or that can be made."""
    above = cache_folder()
    folder = above / "documents"
    try:
        if make:
            for one in (above, folder):
                if not os.path.isdir(one):  # noqa: PTH112  never raises
                    one.mkdir(0o700, parents=True, exist_ok=True)
        if not (_is_own(os.stat(above)) and _is_own(found := os.lstat(folder))):  # noqa: PTH116
            return None
        if make and sys.platform != "win32" and found.st_mode & _OTHERS:
            folder.chmod(0o700)
    except (OSError, ValueError):
        return None
    return folder


def _is_own(found: os.stat_result, denied: int = stat.S_IWGRP | stat.S_IWOTH) -> bool:
    """Whether something belongs to this person, and others have none of the `denied` rights."""
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & denied)


def names_in(folder: Path) -> list[str]:
    """The names of its files."""
    try:
        return os.listdir(folder)  # noqa: PTH208  pathlib takes longer, before the first page
    except OSError:
        return []


def open_own(path: Path) -> FileIO:
    """A file of the folder, open to be read. Raises OSError, also where it is no file or not for its owner alone."""
    file = open(os.open(path, _OPENING), "rb", buffering=0)  # noqa: PTH123, SIM115  a descriptor
    found = os.fstat(file.fileno())
    if not (stat.S_ISREG(found.st_mode) and _is_own(found, _OTHERS)):
        file.close()
        raise OSError(0, "not an own file")
    return file


def write_own(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file, whole or not at all, that only its owner can read. Raises ReaderError."""
    from tui_reader.atomic_write import atomic_write

    with atomic_write(path) as file:
        if os.chmod in os.supports_fd:
            os.chmod(file.fileno(), 0o600)  # noqa: PTH101  a descriptor
        for piece in pieces:
            file.write(piece)


def sizes_in(folder: Path) -> list[int]:
    """The sizes of its files in bytes."""
    return [size for _, size, _ in _files(folder)]


def _files(folder: Path) -> list[tuple[int, int, str]]:
    """When each file was used last, its size and its path."""
    files = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                found = entry.stat(follow_symlinks=False)
                files.append((found.st_mtime_ns, found.st_size, entry.path))
    return files


def make_room(folder: Path, size: int) -> None:
    """Remove the files that were used least recently, until there is room for one of so many bytes."""
    for number, (_, length, path) in enumerate(sorted(_files(folder), reverse=True), 1):
        size += length
        if number >= MOST_FILES or size > MOST_BYTES:
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108


def remove_with_key(key: str) -> None:
    """Remove the packed document of a key, however it was read."""
    folder = find_folder()
    for name in names_in(folder) if folder else ():
        if name.endswith(f"-{short_key(key)}"):
            with suppress(OSError):
                (folder / name).unlink()  # type: ignore[operator]


def short_key(key: str) -> str:
    """As much of a document's key as is in the name of its file."""
    return key[:32]
