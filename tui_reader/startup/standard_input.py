"""Reads a document's bytes from standard input, before the keyboard takes its place."""

from __future__ import annotations

import os
import select
import stat
import sys

from tui_reader.errors import DocumentError
from tui_reader.terminal.output import complain

NAME = "standard input"
PATIENCE = 2.0
"""Seconds to wait for the first byte where standard input was not asked for with `-`."""
_CHUNK = 1 << 20


def read_whole(largest: int) -> bytes:
    """All bytes of standard input. Raises DocumentError for more than `largest` bytes, and where it cannot be read."""
    if os.isatty(0):
        complain("Type or paste the document, then Ctrl+D on a line of its own.")
    return _read(b"", largest)


def read_offered(largest: int) -> bytes | None:
    """The bytes that were piped in without `-`; None where nothing was, or nothing comes.

    Other programs leave standard input in many states: only a file, or a pipe that holds something, is read.
    Raises as `read_whole`.
    """
    mode = os.fstat(0).st_mode
    if stat.S_ISFIFO(mode) and sys.platform != "win32":
        if not select.select([0], [], [], PATIENCE)[0]:
            complain(f"Nothing came on standard input for {PATIENCE:g} seconds; - in place of FILE waits for it.")
            return None
    elif not stat.S_ISREG(mode):
        return None
    return _read(os.read(0, _CHUNK), largest) or None


def _read(first: bytes, largest: int) -> bytes:
    chunks, size = [first], len(first)
    try:
        while size <= largest and (chunk := os.read(0, _CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
    except OSError as error:
        raise DocumentError(f"{NAME}: cannot be read: {error.strerror}") from None
    if size > largest:
        raise DocumentError(f"{NAME} is larger than {largest // 1_000_000} MB; split it first")
    return b"".join(chunks)
