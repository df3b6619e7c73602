"""A Dask cluster that makes recitals: documents go there and files come back with the tasks, so nothing is shared.

https://distributed.dask.org; it is in the extra `cluster`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tui_reader.atomic_write import atomic_write
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.batch import batch_log
from tui_reader.export.job import ExportJob
from tui_reader.export.run import Exported, Written, write

_PATIENCE = 10.0
"""Seconds for a scheduler to answer."""


class Sent(NamedTuple):
    """What a worker sends back: the files' names and what is in them."""

    exported: Exported
    files: list[tuple[Written, bytes]]


class Cluster:
    """The workers of a scheduler. One that is killed is no loss: its task goes to another."""

    def __init__(self, address: str, log_path: Path) -> None:
        """Raises UsageError for what is no address, ReaderError where nobody answers or Dask is missing."""
        try:
            import distributed
        except ImportError:
            raise ReaderError("--scheduler needs Dask: pip install 'tui-reader[cluster]'.") from None
        if not address.startswith(("tcp://", "tls://")):
            raise UsageError(f"--scheduler {address}: it must be tcp://HOST:PORT.")
        self._dask, self._log_path = distributed, log_path
        try:
            self._client = distributed.Client(address, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError):
            raise ReaderError(f"{address}: no Dask scheduler answers there; look at its host and port.") from None
        workers = self._client.scheduler_info().get("workers", {})
        self.room = 2 * max(1, sum(one.get("nthreads", 1) for one in workers.values()))
        """How many recitals may be given at once."""

    def submit(self, recital: ExportJob, work: str) -> Any:
        """Have a recital made somewhere."""
        return self._client.submit(_made, recital, pure=False)

    def first(self, given: Iterable[Any]) -> set[Any]:
        """Wait until some are done; these."""
        return set(self._dask.wait(list(given), return_when="FIRST_COMPLETED").done)

    def result(self, done: Any, recital: ExportJob, work: str) -> Exported:
        """Write what has come back. Raises what was raised there, ReaderError, OSError."""
        sent: Sent = done.result()
        folder = recital.order.output.parent
        files = [(told._replace(path=folder / told.path.name), data) for told, data in sent.files]
        batch_log.add(self._log_path, work, [told for told, _ in files])
        for told, data in files:
            with atomic_write(told.path) as file:
                file.write(data)
        return sent.exported._replace(paths=tuple(told.path for told, _ in files))

    def close(self, at_once: bool) -> None:
        """Let go of the cluster; what was given to it and is not done is taken back."""
        self._client.close()


def _made(recital: ExportJob) -> Sent:
    """On a worker: write a recital into a folder that goes away, and give its files."""
    from dataclasses import replace

    written: list[Written] = []
    with TemporaryDirectory(prefix="tui-reader-") as folder:
        order = recital.order._replace(output=Path(folder, recital.order.output.name))
        exported = write(replace(recital, order=order), written.extend)
        return Sent(exported, [(one, one.path.read_bytes()) for one in written])
