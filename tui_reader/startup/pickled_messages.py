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
    to.write(_HEAD.pack(len(data)))
    to.write(data)
    to.flush()


def receive(source: IO[bytes]) -> Any:
    """The next object. Raises EOFError after the last one."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    (length,) = _HEAD.unpack(head)
    data = source.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # this program sent it
