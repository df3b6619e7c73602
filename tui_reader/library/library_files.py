"""The files of a library: only their owner may read them, and a damaged one is put aside.

A library is a file and, while it is used, two or three more beside it, whose names begin with its own.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

from tui_reader.library.migrations import APPLICATION
from tui_reader.paths import data_folder
from tui_reader.terminal.output import PROGRAM

BESIDE = ("-wal", "-shm", "-journal")
"""What the names of the files beside a library end in; the first holds what was written last."""
ASIDE = ".damaged-"
"""Stands between the name of a library and a number, in the name of a damaged one."""
SCHEMA_WITHIN = 65_536
"""The first bytes of a library, in which its tables are named."""
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def library_path() -> Path:
    """The file of the person's own library."""
    return data_folder() / "library.db"


def prepare(path: Path) -> None:
    """Make the file of a library and its folder, for nobody else to read; or take what others may from it.

    Raises OSError, also where there is something else than a file.
    """
    if path.parent == data_folder() and path.parent.exists():
        _narrow(path.parent)
    path = Path(os.path.realpath(path))  # a link may lead to where nothing is yet
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    check_kinds(path)
    try:
        # Only a new file: closing one that is open elsewhere in this process would drop SQLite's locks.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        for file in (path, *beside(path)):
            _narrow(file)


def check_kinds(path: Path) -> None:
    """Raise OSError where a library, or what SQLite would keep beside it, is not a file: SQLite opens only files."""
    if path.exists() and not path.is_file():
        raise OSError(0, "it is a folder" if path.is_dir() else "it is not a file")
    for other in (path.with_name(path.name + end) for end in BESIDE):
        if other.exists() and not other.is_file():
            raise OSError(0, f"{other.name} beside it is not a file")


def is_ours(path: Path) -> bool:
    """Whether a damaged file was a library, and is not a file of another kind whose name was given by mistake."""
    if path == library_path() or is_emptied(path):
        return True
    with path.open("rb") as file:
        begin = file.read(SCHEMA_WITHIN)
    return begin[68:72] == APPLICATION.to_bytes(4, "big") or b"CREATE TABLE casts (" in begin


def is_emptied(path: Path) -> bool:
    """Whether a library has no bytes, but what was written last is still beside it: SQLite would delete that."""
    last = path.with_name(path.name + BESIDE[0])
    return path.stat().st_size == 0 and last.is_file() and last.stat().st_size > 0


def beside(path: Path) -> list[Path]:
    """The files that are beside a library now."""
    return [file for end in BESIDE if (file := path.with_name(path.name + end)).is_file()]


def _narrow(path: Path) -> None:
    """Take from others what they may do with a file or folder, where that can be done."""
    mode = path.stat().st_mode
    if os.name == "posix" and mode & OTHERS:
        with suppress(OSError):  # another's file, or a disk that is read-only: it can be used all the same
            path.chmod(stat.S_IMODE(mode) & ~OTHERS)


def put_aside(path: Path, why: str, opened: tuple[int, int] | None = None) -> str:
    """Give a damaged library and what is beside it names that no file has; the line that says so.

    `opened`: device and inode of the file that was found to be damaged, where it was open.
    """
    damaged = f"{path}: the library is damaged ({why})."
    try:
        status = path.stat()
        if opened and (status.st_dev, status.st_ino) != opened:
            return f"{damaged} Another reader has put it aside."
        aside = move_aside(path)
    except OSError as error:
        return f"{damaged} It cannot be put aside ({error.strerror})."
    return f"{damaged} It was put aside as {aside}. To save what can be saved: {repair_command(path)}."


def move_aside(path: Path) -> Path:
    """The same without a word: the new path of the library. Raises OSError."""
    library = path.resolve()
    aside = _free_name(library)
    for file in (*beside(library), library):  # the library last: until then the next start finds it
        file.replace(aside.with_name(aside.name + file.name.removeprefix(library.name)))
    return aside


def _free_name(path: Path) -> Path:
    """A name beside a library that no file has; an empty file keeps it. Raises OSError."""
    for number in count(1):
        aside = path.with_name(f"{path.name}{ASIDE}{number}")
        try:
            os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        return aside
    raise AssertionError


def last_put_aside(path: Path) -> Path | None:
    """The library that was put aside last, of those that were at this path."""
    path = Path(os.path.realpath(path))
    found = path.parent.glob(f"{_literal(path.name)}{ASIDE}*")
    numbered = {end: file for file in found if (end := file.name.rpartition("-")[2]).isdecimal()}
    return numbered[max(numbered, key=int)] if numbered else None


def repair_command(path: Path) -> str:
    """What is typed to save what a damaged library holds."""
    own = () if path == library_path() else ("--library", str(path))
    import shlex

    return shlex.join([PROGRAM, "library", "--repair", *own])


def _literal(name: str) -> str:
    from glob import escape

    return escape(name)
