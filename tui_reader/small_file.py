"""Small files of text from outside, such as settings and lexicons: read within a limit, and changed under a lock.

Two programs that change the same file at once lose nothing: each takes the lock, reads the file again, changes its part
and puts the whole file in place. Knows nothing of what the text says.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_reader.errors import ReaderError

PATIENCE = 2.0
"""Seconds to wait for another program that changes the same file, which takes it a few milliseconds."""
_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A named pipe that nobody writes into must not keep the reader waiting (open(2))."""


def read_small(path: Path, largest: int, shown: str | None = None) -> bytes | None:
    """The bytes of a file, at most `largest`; None if there is none.

    Raises ReaderError, one line that begins with `shown` (the path if None), for whatever cannot be read.
    """
    shown = shown or str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            what = "a folder" if path.is_dir() else "a device or a pipe"
            raise ReaderError(f"{shown}: {what}, not a file")
        with open(os.open(path, _OPENING), "rb") as file:  # noqa: PTH123  a descriptor
            data = file.read(largest + 1) or b""
    except FileNotFoundError:
        if path.is_symlink():
            raise ReaderError(f"{shown}: a link to a file that does not exist") from None
        return None
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ENAMETOOLONG:
            return None  # no file can have this name
        raise ReaderError(f"{shown}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > largest:
        raise ReaderError(f"{shown}: larger than {largest // 1000:,} kB; not read")
    return data


def change_small(path: Path, largest: int, change: Callable[[str], str]) -> None:
    """Write what `change` makes of the text of a file, which is whole at every moment and is made if it is not there.

    Raises ReaderError if it cannot be read or written, would be larger than `largest` bytes or stays locked by another
    program; errors of `change` are passed on. The lock is a file beside it that stays, `.NAME.lock`.
    """
    from tui_reader.atomic_write import atomic_write

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path), atomic_write(path) as file:  # begun before reading: it notices who writes without the lock
            old = read_small(Path(os.path.realpath(path)), largest, str(path)) or b""
            new = change(old.decode("utf-8-sig")).encode()
            if len(new) > largest:
                raise ReaderError(f"{path}: would be larger than {largest // 1000:,} kB")
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
    except UnicodeDecodeError:
        raise ReaderError(f"{path}: not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise ReaderError(f"{path}: cannot be written: {error.strerror}") from None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file until the block ends. Raises ReaderError if another program keeps it, OSError."""
    with path.with_name(f".{path.name}.lock").open("ab") as file:
        end = time.monotonic() + PATIENCE
        while not take_lock(file.fileno()):
            if time.monotonic() > end:
                raise ReaderError(f"{path}: another program is changing it; try again")
            time.sleep(0.005)
        yield


def take_lock(number: int) -> bool:
    """Take the lock of an open file; False if another has it. Where the file system has no locks, True."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES)
    return True
