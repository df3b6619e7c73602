"""Nero's list of chapters in an MP4 file (the box `chpl`), which some players read and which holds 255 chapters.

FFmpeg writes all chapters as a text track (QuickTime's), and the first 255 of them in this list too: players that
prefer it took the last of these for all the rest. A longer document gets fewer chapters in it, over its whole length.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tui_reader.export.chapters import Chapter, at_most

MOST = 255
"""Chapters of the list."""
LONGEST_TITLE = 255
"""Bytes of a title in UTF-8."""


def limit(file: BinaryIO, chapters: Sequence[Chapter], sample_rate: int) -> None:
    """Put a list of at most `MOST` chapters into the MP4 `file`, if it has more; the text track keeps all.

    The file is read and written in place; its box `moov` must be the last, as FFmpeg writes it. Raises OSError.
    """
    if len(chapters) <= MOST:
        return
    end = file.seek(0, 2)
    start, size = next((at, size) for name, at, size in _file_boxes(file, end) if name == b"moov")
    file.seek(start)
    moov = _with_list(file.read(size), _list(at_most(chapters, MOST), sample_rate))
    file.seek(start)
    file.write(moov)
    file.truncate()


def _file_boxes(file: BinaryIO, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size in bytes of each box of a file, of which the sound's may have a size of 64 bits."""
    at = 0
    while at < end:
        file.seek(at)
        size, name, large = struct.unpack(">I4sQ", file.read(16).ljust(16, b"\0"))
        size = large if size == 1 else size
        yield name, at, size
        at += size


def _with_list(box: bytes, chpl: bytes) -> bytes:
    """The box `moov` or `udta` with another `chpl` in it."""
    content, at = b"", 8
    while at < len(box):
        size, name = struct.unpack_from(">I4s", box, at)
        inner = box[at : at + size]
        content += chpl if name == b"chpl" else _with_list(inner, chpl) if name == b"udta" else inner
        at += size
    return _box(box[4:8], content)


def _list(chapters: Sequence[Chapter], sample_rate: int) -> bytes:
    """The box `chpl`: version 1, and of each chapter its start in units of 100 ns and its title."""
    content = struct.pack(">IIB", 1 << 24, 0, len(chapters))
    for one in chapters:
        title = one.title.encode()
        content += struct.pack(">QB", one.start * 10_000_000 // sample_rate, len(title)) + title
    return _box(b"chpl", content)


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content
