"""Documents that were read before, kept packed: each is found as long as nothing it was read from has changed.

A file counts as the same while its size, its times and its place on the disk are; where they are not, by its content. A
document that was read with other options, beside another people file or by another version of the reader is another.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
import time
import zlib
from contextlib import suppress
from copy import copy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader import __version__
from tui_reader.cleaning import clean
from tui_reader.document.collection import people_beside, split_id
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple
from tui_reader.packed.cache_folder import MOST_BYTES, find_folder, make_room, names_in, open_own, short_key, write_own
from tui_reader.packed.packed_document import pack, unpack
from tui_reader.packed.packed_file import FORM, mapped_columns, packed_bytes
from tui_reader.packed.packed_text import PackedText
from tui_reader.paths import PACKAGE, is_in_clone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.document.model import Document
    from tui_reader.packed.packed_file import Column, FileColumn

How = tuple[object, ...]
"""The options by which a file was read."""
SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file shows in its times, whatever the disk."""
FROM_OTHER_FILES = ("slack",)
"""Producers that take words from other files too; their documents are not kept."""
_last: list[Any] = []
"""What was found last, and the document: a start asks for it twice."""
_STAMP = struct.Struct("=QQQqq?")
_HEADS = 2
"""Columns before those of the document: how it was read, and the stamp of its file."""


class _Stamp(NamedTuple):
    """What tells a file from any other, without its content."""

    device: int
    inode: int
    size: int
    modified: int
    """Nanoseconds since 1970, as the next."""
    changed: int
    settled: bool
    """Whether a later change cannot have the same times."""


class CachedDocument:
    """The place of one document in the cache, made before its file is read."""

    def __init__(self, path: Path, how: How) -> None:
        """`path` is `FILE#id` for one of many. Raises OSError for what is no file, or cannot be looked at."""
        self._file, id = split_id(path)
        found, now = self._file.stat(), time.time_ns()
        if not stat.S_ISREG(found.st_mode):
            raise OSError(0, "not a file")
        settled = max(found.st_mtime_ns, found.st_ctime_ns) < now - SETTLED
        self._stamp = _Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, settled)
        self._how = how, _people_beside(self._file)
        self._name(id)

    def _name(self, id: str | None) -> None:
        """Take the document of an id, None where the file holds one."""
        self._id = id
        self._about = repr((_reader(), self._file.name, id, self._how)).encode("utf-8", "backslashreplace")
        self._start = f"{self._stamp.size:x}-{zlib.crc32(self._about):08x}-"

    def of_id(self, id: str) -> CachedDocument:
        """The place of another document of the same file, as that was when this was made."""
        other = copy(self)
        other._name(id)
        return other

    def find(self) -> Document | None:
        """The document as it was read before; None where it must be read."""
        if _last and _last[0] == (self._about, self._stamp) and self._stamp.settled:
            document: Document = _last[1]
            return document
        folder = find_folder()
        for name in names_in(folder) if folder else ():
            if folder and name.startswith(self._start) and (found := self._opened(folder / name)):
                _last[:] = (self._about, self._stamp), found
                return found
        return None

    def _opened(self, path: Path) -> Document | None:
        """The document of a file, where that is the one meant and whole."""
        try:
            (about, stamp, *columns), text = open_columns(path)
            if about != self._about:
                return None
            same = self._stamp.settled and _Stamp(*_STAMP.unpack(stamp)) == self._stamp
            if not same and not path.name.endswith(f"-{short_key(self._content_key())}"):
                return None
            document = unpack(columns, text)
        except (ValueError, struct.error, OSError):
            return None
        if not same and self._stamp.settled:
            self._write(path, [*columns, text[:]])  # so that the next start need not look at the content
        with suppress(OSError):
            os.utime(path)
        return document

    def keep(self, document: Document) -> Path | None:
        """Keep a document that was read after this was made; None where that cannot be done."""
        if isinstance(document[3], PackedText) or (document.producer and document.producer.name in FROM_OTHER_FILES):
            return None
        folder, columns = find_folder(make=True), pack(document)
        if folder is None or columns is None:
            return None
        path = folder / f"{self._start}{short_key(document.key)}"
        return path if self._write(path, columns) else None

    def _write(self, path: Path, columns: Sequence[Column]) -> bool:
        pieces = packed_bytes([self._about, _STAMP.pack(*self._stamp), *columns])
        size = sum(map(len, pieces))
        if size > MOST_BYTES // 2:
            return False
        try:
            make_room(path.parent, size)
            write_own(path, pieces)
        except (ReaderError, OSError):
            return False
        return True

    def _content_key(self) -> str:
        """The key that the document would have if it was read now. Raises OSError."""
        import hashlib

        content = hashlib.sha256()
        with self._file.open("rb") as file:
            while data := file.read(1 << 20):
                content.update(data)
        content.update(f"#{clean(self._id)}".encode() if self._id else b"")
        return content.hexdigest()


def forget_last() -> None:
    """Look into the folder again the next time."""
    _last.clear()


def open_columns(path: Path) -> tuple[list[memoryview], FileColumn]:
    """The columns of a file of the cache, and the last one. Raises ValueError, OSError."""
    with open_own(path) as file:
        return mapped_columns(file)


def open_kept(path: Path) -> Document | None:
    """The document of a file that this program has just written."""
    try:
        columns, text = open_columns(path)
        return unpack(columns[_HEADS:], text)
    except (ValueError, OSError):
        return None


@cache
def _reader() -> str:
    """What reads documents: this version, with the times of its modules where they may be changed without another."""
    changed = max(map(_last_change, ("document", "formats"))) if is_in_clone() else 0
    return f"{__version__} {FORM} {sys.version_info[:2]} {changed}"


def _last_change(room: str) -> int:
    """When a module of a room was written last, in nanoseconds since 1970."""
    last, folders = 0, [f"{PACKAGE}/{room}"]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    last = max(last, entry.stat().st_mtime_ns)
                elif "." not in entry.name and entry.name != "__pycache__":
                    folders.append(entry.path)
    return last


def _people_beside(file: Path) -> int | None:
    """A checksum of the file of people beside a document; None without one. Raises OSError."""
    try:
        with people_beside(file).open("rb") as people:
            return zlib.crc32(people.read())
    except FileNotFoundError:
        return None
