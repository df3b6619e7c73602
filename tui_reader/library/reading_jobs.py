"""Files to be read for the library, each a job that this process, another one or another machine can do.

Knows the formats, and no database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tui_reader.document.collection import CollectionError, path_of, people_beside
from tui_reader.document.decision import Decision
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.library.index_entry import IndexEntry, index_entry
from tui_reader.named_tuple import NamedTuple

Decisions = Mapping[str, tuple[Decision, ...]]
"""The person's decisions about labels, by the key of a document."""


class ReadingJob(NamedTuple):
    """A file that is to be read."""

    file: Path
    size: int
    """In bytes."""
    changed: int
    """When its content was written before it was read, in nanoseconds."""
    named: bool
    """Whether a person named it: then it is read even if nobody speaks in it."""
    ids: frozenset[str] | None
    """Of a file of many, which of its documents are wanted; None for all."""
    decisions: Decisions
    content: tuple[bytes, bytes | None] | None = None
    """The bytes of the file, and of the people file beside it, where it is read on a machine that has no such file."""

    def with_content(self) -> ReadingJob:
        """The job for another machine. Raises DocumentError where the file cannot be read."""
        from tui_reader.formats import file_bytes

        beside = people_beside(self.file)
        people = file_bytes(beside, beside.name) if beside.is_file() else None
        return self._replace(content=(file_bytes(self.file, self.file.name), people))


Read = tuple[float, IndexEntry]
"""A document, with the share of its file that is read, 0 to 1."""


def entries(job: ReadingJob) -> Iterator[Read]:
    """Read a file: its documents, one after another. Raises DocumentError where it cannot be read."""
    if job.content is None:
        yield from _entries(job, job.file)
        return
    with TemporaryDirectory(prefix="tui-reader-") as folder:
        copy = Path(folder, job.file.name)
        data, people = job.content
        copy.write_bytes(data)
        if people is not None:
            people_beside(copy).write_bytes(people)
        yield from _entries(job, copy)


def all_entries(job: ReadingJob) -> list[Read]:
    """All of them at once, as a machine elsewhere sends them back. Raises DocumentError."""
    return list(entries(job))


def _entries(job: ReadingJob, copy: Path) -> Iterator[Read]:
    for share, path, document in _documents(job, copy):
        yield share, index_entry(document, path, job.decisions.get(document.key, ()))


def _documents(job: ReadingJob, copy: Path) -> Iterator[tuple[float, Path, Document]]:
    from tui_reader.formats import read

    try:
        document = read(copy, words_only=True)
    except CollectionError as error:
        found = [entry.id for entry in error.collection.entries if job.ids is None or entry.id in job.ids]
        for number, id in enumerate(found, 1):
            yield number / len(found), path_of(job.file, id), error.read(id)
        return
    except DocumentError as error:
        raise DocumentError(str(error).replace(str(copy), str(job.file))) from None
    if document.turns or job.named:
        yield 1.0, job.file, document
