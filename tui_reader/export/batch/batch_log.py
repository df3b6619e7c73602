"""The log of a batch: which documents are done, a line of JSON for each, written just before its files appear.

A document is done if its files are as they were written and the work would be the same. So nothing is done twice,
however the last run ended, and a document is done again after it, a voice or an option has changed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui_reader import __version__
from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.export.batch.index_page import Listed
from tui_reader.export.export_job import ExportJob
from tui_reader.export.written_file import WrittenFile
from tui_reader.narration.normalization import own_file
from tui_reader.narration.pause import Pause
from tui_reader.reading.reading_progress import ReadingProgress

NAME = ".tui-reader-export.jsonl"
"""The log's file name in the folder of the exports."""


def work_id(job: ExportJob, name: str) -> str:
    """A hash that changes with everything the files depend on: document, recording, voices, style, settings, options.

    It changes with `name` too, which is what the document's files are called in the folder of the exports.
    """
    document, choices = job.document, job.narration.options
    work = (
        __version__, document.key, document.people, document.unmarked, document.lexicon,
        choices._replace(only=frozenset()), sorted(choices.only), sorted(job.cast.voices.items()), job.style,
        job.settings.engine, job.options._replace(output=Path(name)), _content(own_file()), _recording(job),
    )  # fmt: skip
    return hashlib.sha256(repr(work).encode()).hexdigest()


def _recording(job: ExportJob) -> object:
    """What tells one recording from another, and how the document's times are corrected."""
    try:
        found = job.recording.stat() if job.recording else None
    except OSError:
        found = None
    return found and (found.st_size, found.st_mtime_ns), job.correction


def _content(path: Path) -> bytes:
    """The bytes of a file; none where there is no file that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


class BatchLog:
    """What is done in one folder."""

    def __init__(self, folder: Path) -> None:
        """Read the log of a folder, if it has one. Raises OSError where it cannot be read."""
        self.path = folder / NAME
        self._done: dict[str, list[WrittenFile]] = {}
        self._told: dict[str, dict[str, Any]] = {}
        """By the id of a work, what the index says of it."""
        try:
            lines = self.path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                entry = json.loads(line)
                files = [WrittenFile(folder / name, *facts) for name, facts in entry["files"].items()]
                self._done[entry["work"]] = files
                listing = entry.get("listing")
                self._told[entry["work"]] = listing if isinstance(listing, dict) else {}
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue  # a line cut short on a full disk, or not ours: its work is done again

    def listed(self) -> Iterator[Listed]:
        """The documents whose files are there, for the index. A file that was written again is the last work's."""
        last = {file.path: work for work, files in self._done.items() for file in files}
        for work, files in self._done.items():
            there = [file.path for file in files if last[file.path] == work and file.path.is_file()]
            if there and (about := self._about(work, there)):
                yield about

    def _about(self, work: str, files: list[Path]) -> Listed | None:
        folder, told = self.path.parent, self._told.get(work, {})
        if not all(path.resolve().is_relative_to(folder.resolve()) for path in files):
            return None  # the log is a file that anybody may have written
        inside = [Path(os.path.relpath(path, folder)) for path in files]
        name = min((one.with_suffix("").as_posix() for one in inside), key=len)
        people, seconds = told.get("people"), told.get("seconds")
        return Listed(
            name,
            str(told.get("title") or name),
            str(told.get("date") or ""),
            [str(one) for one in people] if isinstance(people, list) else [],
            str(told.get("language") or "und"),
            float(seconds) if isinstance(seconds, int | float) and 0 <= seconds < 1e9 else 0.0,
            inside,
        )

    def has(self, work: str) -> bool:
        """Whether all files of this work are there, as they were written."""
        files = self._done.get(work)
        return bool(files) and all(map(_is_as_written, files or ()))


def _is_as_written(written: WrittenFile) -> bool:
    path = written.path
    try:
        if not path.is_file() or path.stat().st_size != written.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == written.sha256
    except (OSError, ValueError):
        return False


def add_entry(path: Path, work: str, job: ExportJob, files: Iterable[WrittenFile], seconds: float | None) -> None:
    """Log that these files of a job are about to appear. Several processes may do so at once. Raises OSError.

    `seconds` is the length of the sound; None where nothing was spoken.
    """
    entries = {os.path.relpath(one.path, path.parent): [one.size, one.sha256] for one in files}
    entry = {"work": work, "files": entries, "listing": _listing(job, seconds)}
    with path.open("ab", buffering=0) as file:
        file.write((json.dumps(entry, ensure_ascii=False) + "\n").encode(errors="surrogateescape"))


def _listing(job: ExportJob, seconds: float | None) -> dict[str, object]:
    """What the index says of a document; without `seconds`, its length is reckoned."""
    document, settings = job.document, job.settings
    if seconds is None:
        pause = settings.pauses[Pause.CHANGE]
        seconds = ReadingProgress(document).seconds_left(Position(0, 0), settings.speed, pause)
    return {
        "title": document.heading,
        "date": document.date.passage.text if document.date else "",
        "people": [document.short_name(person.id) for person in document.people],
        "language": document.language,
        "seconds": round(seconds, 1),
    }


@contextmanager
def locked_log(folder: Path) -> Iterator[BatchLog]:
    """The log of a folder, locked against other batches until the block ends.

    Raises ReaderError if another batch is writing there, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / NAME).is_fifo():
            raise ReaderError(f"{folder / NAME}: a pipe, not a file; remove it.")
        with (folder / NAME).open("ab") as file:
            _lock(file.fileno(), folder)
            yield BatchLog(folder)
    except OSError as error:
        raise ReaderError(f"{error.filename or folder}: cannot be written: {error.strerror}.") from None


def _lock(number: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return  # Windows: each file is still written whole
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ReaderError(f"{folder}: another export of many documents is writing there; wait for its end.") from None
