"""A file that is there whole or not at all: written without a name, or beside its place, and put there at the end.

Whatever happens to the process, the old file or the new one is there, never half of one. On Linux the new one has no
name until it is whole (O_TMPFILE, open(2)), so that nothing stays of a process that was killed; elsewhere what stays
is removed by the next who writes that file. After a loss of power the new one may be short: nothing here waits for
the disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tui_reader.errors import ReaderError

BUFFER = 1 << 20
"""Bytes gathered before they are handed to the system."""
_OWN_FILES = "/proc/self/fd"
"""Where Linux shows a process the files that it has open: through it one gets a name."""


@contextmanager
def atomic_write(target: Path) -> Iterator[BinaryIO]:
    """A new file to write and read; it takes its place at `target` when the block ends without an error.

    Raises ReaderError, with one line, where the file cannot be made, filled or moved, and where another was put there
    meanwhile; an error of the block's own is passed on.
    """
    place = Path(os.path.realpath(target))  # a link stays a link
    if place.is_dir():
        raise ReaderError(f"{target}: a folder; name a file in it.")
    if place.exists() and not place.is_file():
        raise ReaderError(f"{target}: a device, not a file.")
    if place.exists() and not os.access(place, os.W_OK):
        raise ReaderError(f"{target}: read-only; change its mode or choose another name.")
    part = place.with_name(f".{place.name[:100]}.{os.getpid()}.part")
    try:
        _sweep(place)
        before = _state(place)
        file = _nameless(place.parent) or part.open("x+b", buffering=BUFFER)
        _hold(file)
    except OSError as error:
        if not place.parent.is_dir():
            raise ReaderError(f"{target.parent}: no such folder; make it first.") from None
        raise ReaderError(f"{target}: cannot be written: {error.strerror}.") from None
    try:
        try:
            yield file
            file.flush()
            if before:
                os.chmod(file.fileno() if os.chmod in os.supports_fd else part, before[-1] & 0o777)  # noqa: PTH101
            if _state(place) != before:
                raise ReaderError(f"{target}: somebody else has written it meanwhile; it stays as it is.")
            if not part.exists():
                _name(file, part if before else place)
            if os.name == "nt":
                file.close()  # Windows moves no open file
            if part.exists():
                part.replace(place)
            file.close()
        except FileExistsError:
            raise ReaderError(f"{target}: somebody else has written it meanwhile; it stays as it is.") from None
        except OSError as error:
            raise ReaderError(f"{target}: cannot be written: {error.strerror}. Nothing of it was kept.") from None
    except BaseException:
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _state(place: Path) -> tuple[int, ...] | None:
    """What tells one file at a place from another that is put there later; the mode is the last."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode


def _nameless(folder: Path) -> BinaryIO | None:
    """A file in a folder that nobody sees; None where the system or the disk has none."""
    if not hasattr(os, "O_TMPFILE") or not Path(_OWN_FILES).is_dir():
        return None
    try:
        number = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
    except OSError:
        return None  # whatever is wrong with the folder, opening a file with a name tells
    return os.fdopen(number, "w+b", buffering=BUFFER)


def _name(file: BinaryIO, place: Path) -> None:
    """Give a nameless file a name that is free."""
    folder = os.open(place.parent, os.O_RDONLY)
    try:  # only with a folder does Python use linkat, which follows the link in /proc
        os.link(f"{_OWN_FILES}/{file.fileno()}", place.name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _sweep(place: Path) -> None:
    """Remove what killed processes have left of this file: what no living one holds."""
    left = f".{place.name[:100]}."
    for other in place.parent.iterdir():
        name = other.name
        if name.startswith(left) and name.endswith(".part") and name[len(left) : -len(".part")].isdecimal():
            with suppress(OSError), other.open("r+b") as file:
                _hold(file)
                other.unlink()


def _hold(file: BinaryIO) -> None:
    """Say that a living process writes it. Raises OSError where another does."""
    try:
        import fcntl
    except ImportError:
        return  # Windows removes no file that is open
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
