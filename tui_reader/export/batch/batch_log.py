"""What is done of many exports: a line of JSON for each, written just before its files appear.

A file counts as done while it is as it was written, for a work that is the same: so nothing is done twice, whatever
has ended the run before, and a changed document, voice or option is done again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_reader import __version__
from tui_reader.errors import ReaderError
from tui_reader.export.job import ExportJob
from tui_reader.export.run import Written

NAME = ".tui-reader-export.jsonl"


def work_of(recital: ExportJob) -> str:
    """What tells this work from any other: what is read, by whom, how, and what is written of it."""
    document, choices = recital.document, recital.script.options
    told = (
        __version__, document.key, document.people, document.unmarked, document.lexicon,
        choices._replace(only=frozenset()), sorted(choices.only), sorted(recital.cast.voices.items()), recital.manner,
        recital.settings.engine, recital.order._replace(output=Path(recital.order.output.name)),
    )  # fmt: skip
    return hashlib.sha256(repr(told).encode()).hexdigest()


class Log:
    """What is done in one folder."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError where it cannot be read."""
        self._folder = folder
        self.path = folder / NAME
        self._done: dict[str, dict[str, list[object]]] = {}
        try:
            lines = self.path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                told = json.loads(line)
                self._done[told["work"]] = dict(told["files"])
            except (ValueError, KeyError, TypeError):
                continue  # a line that a full disk has cut; its work is done again

    def has(self, work: str) -> bool:
        """Whether all files of a work are there as they were written."""
        files = self._done.get(work)
        return bool(files) and all(self._is_as_written(name, *told) for name, told in (files or {}).items())

    def _is_as_written(self, name: str, size: object, sha256: object) -> bool:
        path = self._folder / name
        try:
            if path.stat().st_size != size:
                return False
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False


def add(path: Path, work: str, files: Iterable[Written]) -> None:
    """Write down that these files are about to appear; several processes may. Raises OSError."""
    told = {os.path.relpath(one.path, path.parent): [one.size, one.sha256] for one in files}
    line = json.dumps({"work": work, "files": told}, ensure_ascii=False) + "\n"
    with path.open("ab", buffering=0) as file:
        file.write(line.encode())


@contextmanager
def alone_in(folder: Path) -> Iterator[Log]:
    """The log of a folder that nobody else exports many into meanwhile. Raises ReaderError where somebody does."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / NAME).open("ab") as file:
            _hold(file.fileno(), folder)
            yield Log(folder)
    except OSError as error:
        raise ReaderError(f"{error.filename or folder}: cannot be written: {error.strerror}.") from None


def _hold(number: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return  # Windows: each file for itself is safe
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ReaderError(f"{folder}: another export of many documents is writing there; wait for its end.") from None
