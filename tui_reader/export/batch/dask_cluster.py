"""Workers on a Dask cluster: jobs go there and files come back with the results, so no disk needs to be shared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tui_reader.atomic_write import atomic_write
from tui_reader.export.batch import batch_log
from tui_reader.export.export_document import Exported, write_job
from tui_reader.export.export_job import ExportJob
from tui_reader.export.output_formats import export_targets
from tui_reader.export.stale_files import remove_stale, stale_files
from tui_reader.export.written_file import WrittenFile
from tui_reader.named_tuple import NamedTuple
from tui_reader.workers.dask_client import DaskClient


class TaskResult(NamedTuple):
    """What a worker sends back: the files and their bytes."""

    exported: Exported
    files: list[tuple[WrittenFile, bytes]]


class DaskWorkers:
    """The workers of a Dask scheduler; the task of a worker that dies goes to another."""

    def __init__(self, address: str, log_path: Path) -> None:
        """Connect to the scheduler at `address`. Raises as `DaskClient` does."""
        self._client, self._log_path = DaskClient(address), log_path
        self.room = self._client.room
        """How many jobs may be submitted at once."""

    def submit(self, job: ExportJob, work: str) -> Any:
        """Start to write a job on a worker."""
        return self._client.submit(_write, job)

    def wait(self, tasks: Iterable[Any]) -> set[Any]:
        """Wait until at least one is done, and return all that are."""
        return self._client.wait(tasks)

    def result(self, done: Any, job: ExportJob, work: str) -> Exported:
        """Write the files of a finished task here. Raises what the worker raised, ReaderError, OSError."""
        result: TaskResult = done.result()
        folder = job.options.output.parent
        files = [(file._replace(path=folder / file.path.name), data) for file, data in result.files]
        stale = stale_files(export_targets(job.options))
        batch_log.add_entry(self._log_path, work, job, [file for file, _ in files], result.exported.seconds)
        for file, data in files:
            with atomic_write(file.path) as opened:
                opened.write(data)
        remove_stale(stale, [file.path for file, _ in files], job.inputs)
        return result.exported._replace(paths=tuple(file.path for file, _ in files))

    def close(self, at_once: bool) -> None:
        """Disconnect; tasks that are not done are cancelled."""
        self._client.close()


def _write(job: ExportJob) -> TaskResult:
    """On a worker: write a job into a temporary folder, and return its files."""
    from dataclasses import replace

    written: list[WrittenFile] = []
    with TemporaryDirectory(prefix="tui-reader-") as folder:
        options = job.options._replace(output=Path(folder, job.options.output.name))
        exported = write_job(replace(job, options=options), lambda files, _: written.extend(files))
        return TaskResult(exported, [(one, one.path.read_bytes()) for one in written])
