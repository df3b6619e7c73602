"""The file of a packed document: a head that says what it is, and columns of bytes, mapped and not copied.

    magic, form, number of columns, length of the file, checksum of all that follows | length of each column | columns

It is checked as a whole before anything of it is used: a file that is torn or changed is as good as none. The numbers
are in the order of bytes of the machine, which the magic tells too.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
import zlib
from array import array
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import FileIO

    Column = bytes | bytearray | memoryview | array[Any]

FORM = 4
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


class FileColumn:
    """The last column of a file, of which only what is asked for is read.

    It is not mapped: Linux would count megabytes around each place that is looked at as memory of the program.
    """

    def __init__(self, file: FileIO, start: int, length: int) -> None:
        self._descriptor, self._start, self._length = os.dup(file.fileno()), start, length
        self._lock = Lock()

    def __del__(self) -> None:
        os.close(self._descriptor)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, wanted: slice) -> bytes:
        start, stop, _ = wanted.indices(self._length)
        with self._lock:  # documents are searched in threads
            os.lseek(self._descriptor, self._start + start, os.SEEK_SET)
            return os.read(self._descriptor, max(0, stop - start))


def mapped_columns(file: FileIO) -> tuple[list[memoryview], FileColumn]:
    """The columns of an open file, and the last one. Raises ValueError for a file that is not whole, OSError."""
    head = file.read(_HEAD.size)
    count, whole, checksum = _checked_head(head)
    buffer = bytearray(min(whole, _AT_ONCE))
    found, length = 0, len(head)
    while read := file.readinto(buffer):  # not mapped, for that would count as memory
        found = zlib.crc32(memoryview(buffer)[:read], found)
        length += read
    if (length, found) != (whole, checksum):
        raise ValueError("it is torn")
    file.seek(_HEAD.size)
    lengths = _lengths(file.read(count * _SIZE.size), whole)
    last = lengths.pop()
    mapped = memoryview(mmap.mmap(file.fileno(), whole - last, access=mmap.ACCESS_READ))
    return _divided(mapped, lengths, _HEAD.size + count * _SIZE.size), FileColumn(file, whole - last, last)


def columns_of(data: bytes) -> tuple[list[memoryview], memoryview]:
    """The columns of bytes that another process of this program has sent, and the last one. Raises ValueError."""
    count, whole, _ = _checked_head(data[: _HEAD.size])
    start = _HEAD.size + count * _SIZE.size
    if whole != len(data):
        raise ValueError("it is torn")
    columns = _divided(memoryview(data), _lengths(data[_HEAD.size : start], whole), start)
    return columns[:-1], columns[-1]


def _checked_head(head: bytes) -> tuple[int, int, int]:
    """The number of columns, the length and the checksum."""
    if len(head) < _HEAD.size:
        raise ValueError("it is too short")
    magic, form, count, whole, checksum = _HEAD.unpack(head)
    if (magic, form) != (_MAGIC, FORM) or count > MOST_COLUMNS:
        raise ValueError("it is of another form")
    return count, whole, checksum


def _lengths(sizes: bytes, whole: int) -> list[int]:
    """The lengths of the columns, which fill the file after its head."""
    lengths = [length for (length,) in _SIZE.iter_unpack(sizes)]
    if not lengths or _HEAD.size + len(sizes) + sum(lengths) != whole:
        raise ValueError("its columns have other lengths")
    return lengths


def _divided(data: memoryview, lengths: list[int], at: int) -> list[memoryview]:
    columns = []
    for length in lengths:
        columns.append(data[at : at + length])
        at += length
    return columns
