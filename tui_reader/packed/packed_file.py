"""The file of a packed document: a head that says what it is, and columns of bytes, mapped into memory and not copied.

    magic, form, number of columns, length of the file, checksum of all that follows | length of each column | columns

It is checked as a whole before anything of it is used: a file that is torn or changed is as good as none. The numbers
are in the order of bytes of the machine, which the magic tells too.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import FileIO

    Column = bytes | bytearray | memoryview | array[Any]

FORM = 1
"""Counts the forms that packed documents have had; another one is not read."""
MOST_COLUMNS = 100_000
_MAGIC = b"tuipack<" if sys.byteorder == "little" else b"tuipack>"
_HEAD = struct.Struct("=8sIIQI")
_SIZE = struct.Struct("=Q")
_AT_ONCE = 1 << 20
"""Bytes that are checked at a time, so that a long file does not fill the memory."""


def packed_bytes(columns: Sequence[Column]) -> list[bytes | memoryview]:
    """The head and the columns, to be written one after the other."""
    views = [memoryview(column).cast("B") if len(column) else memoryview(b"") for column in columns]
    lengths = b"".join(_SIZE.pack(len(view)) for view in views)
    checksum = zlib.crc32(lengths)
    for view in views:
        checksum = zlib.crc32(view, checksum)
    whole = _HEAD.size + len(lengths) + sum(map(len, views))
    return [_HEAD.pack(_MAGIC, FORM, len(views), whole, checksum), lengths, *views]


def mapped_columns(file: FileIO) -> list[memoryview]:
    """The columns of an open file. Raises ValueError for a file that is not whole or of another form, OSError."""
    head = file.read(_HEAD.size)
    _, whole, checksum = _checked_head(head)
    buffer = bytearray(min(whole, _AT_ONCE))
    found, length = 0, len(head)
    while count := file.readinto(buffer):  # not mapped, for that would count as memory
        found = zlib.crc32(memoryview(buffer)[:count], found)
        length += count
    if (length, found) != (whole, checksum):
        raise ValueError("it is torn")
    return _columns(memoryview(mmap.mmap(file.fileno(), whole, access=mmap.ACCESS_READ)))


def columns_of(data: bytes) -> list[memoryview]:
    """The columns of bytes that another process of this program has sent. Raises ValueError."""
    _checked_head(data[: _HEAD.size])
    return _columns(memoryview(data))


def _checked_head(head: bytes) -> tuple[int, int, int]:
    """The number of columns, the length and the checksum."""
    if len(head) < _HEAD.size:
        raise ValueError("it is too short")
    magic, form, count, whole, checksum = _HEAD.unpack(head)
    if (magic, form) != (_MAGIC, FORM) or count > MOST_COLUMNS:
        raise ValueError("it is of another form")
    return count, whole, checksum


def _columns(data: memoryview) -> list[memoryview]:
    count, whole, _ = _checked_head(bytes(data[: _HEAD.size]))
    at = _HEAD.size + count * _SIZE.size
    if whole != len(data) or at > whole:
        raise ValueError("its head is wrong")
    columns = []
    for (length,) in _SIZE.iter_unpack(data[_HEAD.size : at]):
        columns.append(data[at : at + length])
        at += length
    if at != whole:
        raise ValueError("its columns have other lengths")
    return columns
