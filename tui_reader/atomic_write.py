"""Atomic writing: a file appears at its path whole, or not at all.

It is written without a name, or under a temporary name beside its path, and moved into place at the end. Whatever
happens to the process, the old file or the new one is there, never half of one. On Linux the new file has no name until
it is complete (O_TMPFILE, open(2)), so a killed process leaves nothing behind; elsewhere the leftovers are removed by
whoever next writes the same file. After a loss of power the new file may be short: nothing here waits for the disk.
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
_OPEN_FILES = "/proc/self/fd"
"""Where Linux lists the open files of a process; through it a nameless file can be given a name."""


@contextmanager
def atomic_write(target: Path, private: bool = False) -> Iterator[BinaryIO]:
    """A new binary file to write and read; it takes its place at `target` when the block ends without an error.

    It has the mode of the file that was there; where it is `private`, only its owner may read it.
    Raises ReaderError where the file cannot be made, written or moved, and where another process has written `target`
    meanwhile. Other errors of the block are passed on.
    """
    path = Path(os.path.realpath(target))  # a link stays a link
    _check(target, path)
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    before, file = _begin(target, path, part)
    try:
        if private:
            _set_mode(file, part, 0o600)
        yield file
        _put_in_place(target, path, part, before, file, private)
    except BaseException as error:
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise _written_meanwhile(target) from None
        if isinstance(error, OSError):
            raise ReaderError(f"{target}: cannot be written: {error.strerror}. Nothing of it was kept.") from None
        raise


def _check(target: Path, path: Path) -> None:
    """Raises ReaderError for a path at which no file can be put."""
    if path.is_dir():
        raise ReaderError(f"{target}: a folder; name a file in it.")
    if path.exists() and not path.is_file():
        raise ReaderError(f"{target}: a device, not a file.")
    if path.exists() and not os.access(path, os.W_OK):
        raise ReaderError(f"{target}: read-only; change its mode or choose another name.")


def _begin(target: Path, path: Path, part: Path) -> tuple[tuple[int, ...] | None, BinaryIO]:
    """The state of what is at `path` now, and a new file: nameless, or at `part`. Raises ReaderError."""
    try:
        _remove_leftovers(path)
        before = _state(path)
        file = _open_nameless(path.parent) or part.open("x+b", buffering=BUFFER)
        _lock(file)
    except OSError as error:
        if not path.parent.is_dir():
            raise ReaderError(f"{target.parent}: no such folder; make it first.") from None
        raise ReaderError(f"{target}: cannot be written: {error.strerror}.") from None
    return before, file


def _put_in_place(
    target: Path, path: Path, part: Path, before: tuple[int, ...] | None, file: BinaryIO, private: bool
) -> None:
    """Move a complete file to `path`, unless what is there has changed since `before`. Raises ReaderError, OSError."""
    file.flush()
    if before and not private:
        _set_mode(file, part, before[-1] & 0o777)
    if _state(path) != before:
        raise _written_meanwhile(target)
    if not part.exists():
        _give_name(file, part if before else path)
    if os.name == "nt":
        file.close()  # Windows cannot move an open file
    if part.exists():
        part.replace(path)
    file.close()


def _set_mode(file: BinaryIO, part: Path, mode: int) -> None:
    os.chmod(file.fileno() if os.chmod in os.supports_fd else part, mode)  # noqa: PTH101


def _written_meanwhile(target: Path) -> ReaderError:
    return ReaderError(f"{target}: another process has written it meanwhile; it stays as it is.")


def _state(path: Path) -> tuple[int, ...] | None:
    """What differs between one file at a path and a later one; its mode comes last. None if there is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode


def _open_nameless(folder: Path) -> BinaryIO | None:
    """A file in a folder without a name; None where the system or the disk cannot make one."""
    if not hasattr(os, "O_TMPFILE") or not Path(_OPEN_FILES).is_dir():
        return None
    try:
        number = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
    except OSError:
        return None  # if the folder itself is the problem, opening a file with a name tells why
    return os.fdopen(number, "w+b", buffering=BUFFER)


def _give_name(file: BinaryIO, path: Path) -> None:
    """Give a nameless file a path that is free. Raises FileExistsError if it is not free, OSError."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:  # only with a folder does Python call linkat, which follows the link in /proc
        os.link(f"{_OPEN_FILES}/{file.fileno()}", path.name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _remove_leftovers(path: Path) -> None:
    """Remove the temporary files of this file that killed processes have left: those that nobody holds a lock on."""
    start = f".{path.name[:100]}."
    for other in path.parent.iterdir():
        name = other.name
        if name.startswith(start) and name.endswith(".part") and name[len(start) : -len(".part")].isdecimal():
            with suppress(OSError), other.open("r+b") as file:
                _lock(file)
                other.unlink()


def _lock(file: BinaryIO) -> None:
    """Lock a file for as long as it is open. Raises OSError if another process holds the lock."""
    try:
        import fcntl
    except ImportError:
        return  # Windows: a file that is open cannot be removed
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
