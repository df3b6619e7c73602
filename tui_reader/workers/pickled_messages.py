"""Python objects sent between this program's own processes through pipes, each with its length before it."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_HEAD = struct.Struct("<Q")
"""The length of a message in bytes."""


def send(to: IO[bytes], what: object) -> None:
    """Send an object. Raises OSError where nobody receives any more, and what pickling it raises."""
    data = pickle.dumps(what, 5)
    for piece in (_HEAD.pack(len(data)), data):
        view = memoryview(piece)
        while view:
            view = view[to.write(view) :]
    to.flush()


def receive(source: IO[bytes]) -> Any:
    """The next object. Raises EOFError after the last one."""
    (length,) = _HEAD.unpack(_exactly(source, _HEAD.size))
    return pickle.loads(_exactly(source, length))  # this program sent it


def _exactly(source: IO[bytes], length: int) -> bytes | bytearray:
    """So many bytes, also of a pipe without a buffer, which gives fewer at a time."""
    data = source.read(length) or b""
    if len(data) == length:
        return data
    gathered = bytearray(data)
    while data and len(gathered) < length:
        data = source.read(length - len(gathered)) or b""
        gathered += data
    if len(gathered) < length:
        raise EOFError
    return gathered
