"""A file that is there whole or not at all: written beside its place under another name, and moved there at the end.

Whatever happens to the process, the old file or the new one is there, never half of one. After a loss of power the new
one may be short: nothing here waits for the disk.
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


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A new file to write; it takes its place at `target` when the block ends without an error.

    Raises ReaderError, with one line, where the file cannot be made, filled or moved; an error of the block's own is
    passed on.
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
        file = part.open("xb", buffering=BUFFER)
    except OSError as error:
        if not place.parent.is_dir():
            raise ReaderError(f"{target.parent}: no such folder; make it first.") from None
        raise ReaderError(f"{target}: cannot be written: {error.strerror}.") from None
    try:
        try:
            yield file
            file.close()
            if place.exists():
                part.chmod(place.stat().st_mode & 0o777)
            part.replace(place)
        except OSError as error:
            raise ReaderError(f"{target}: cannot be written: {error.strerror}. Nothing of it was kept.") from None
    except BaseException:
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
