"""A process that opens documents, sets their text and speaks them, one job after another, for the web server."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

from tui_reader.document.collection import CollectionError
from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.catalogue import contents, listed
from tui_reader.faces.served.documents.jobs import Answer, Job
from tui_reader.faces.served.documents.moves import left, move
from tui_reader.faces.served.documents.opened import OpenDocuments
from tui_reader.faces.served.documents.sound import Speech
from tui_reader.faces.served.documents.text import chunk, opening
from tui_reader.workers.worker_process import serve


def main() -> None:
    """Do jobs until the web server has ended. Standard output is the way to it, so what libraries print is dropped."""
    sys.stdout = os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    serve(Worker().do)


class Worker:
    """What one process has open."""

    def __init__(self) -> None:
        self._documents: OpenDocuments | None = None
        self._speech = Speech()

    def do(self, job: Job) -> Iterator[Answer]:
        """Do a job. Raises ReaderError, with a line for the person."""
        if self._documents is None:
            self._documents = OpenDocuments(job.source.options)
        tasks: dict[str, Callable[[OpenDocuments, Job], Answer]] = {
            "open": _open,
            "text": lambda documents, job: chunk(documents.of(job), job.number),
            "sound": lambda documents, job: self._speech.piece(documents.of(job), job.at),
            "move": lambda documents, job: move(documents.of(job, to_keep=True), job),
            "library": listed,
        }
        try:
            yield tasks[job.task](self._documents, job)
        except ReaderError as error:
            raise ReaderError(str(error)) from None  # others hold what cannot be sent

    def close(self) -> None:
        """Let go of the engine and the library."""
        self._speech.close()
        if self._documents:
            self._documents.library.close()


def _open(documents: OpenDocuments, job: Job) -> Answer:
    try:
        opened = documents.newest(job)
    except CollectionError as error:
        return contents(job, error)
    return opening(opened) | {"here": left(opened, job.words), "notices": [*documents.troubles, *opened.notices]}
