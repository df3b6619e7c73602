"""A stand-in for the process that opens documents: it does what the job's command says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.jobs import Answer, Job
from tui_reader.workers.worker_process import serve


def main() -> None:
    """Do the jobs."""
    serve(do)


def do(job: Job) -> Iterator[Answer]:
    """Answer with the process and the words; "fail", "die" and "sleep SECONDS" do that first."""
    command, _, seconds = job.command.partition(" ")
    if command == "fail":
        raise ReaderError("It cannot be read.")
    if command == "die":
        os._exit(1)
    if command == "sleep":
        time.sleep(float(seconds))
    yield {"process": os.getpid(), "words": job.words}
