"""The connection to the scheduler of a Dask cluster: https://distributed.dask.org, from the extra `cluster`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tui_reader.errors import ReaderError, UsageError

_TIMEOUT = 10.0
"""Seconds to wait for the scheduler's answer."""


class DaskClient:
    """The workers of a scheduler; the task of a worker that dies goes to another."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at `address`: "tcp://HOST:PORT".

        Raises UsageError for a malformed address, ReaderError if nobody answers or Dask is not installed.
        """
        try:
            import distributed
        except ImportError:
            raise ReaderError("--scheduler needs Dask: pip install 'tui-reader[cluster]'.") from None
        if not address.startswith(("tcp://", "tls://")):
            raise UsageError(f"--scheduler {address}: it must be tcp://HOST:PORT.")
        self._dask: Any = distributed
        try:
            self._client: Any = self._dask.Client(address, timeout=_TIMEOUT)
        except (OSError, TimeoutError, ValueError):
            raise ReaderError(f"{address}: no Dask scheduler answers there; check the host and port.") from None
        workers = self._client.scheduler_info().get("workers", {})
        self.room = 2 * max(1, sum(one.get("nthreads", 1) for one in workers.values()))
        """How many tasks may be submitted at once."""

    def submit(self, function: Callable[..., object], *arguments: object) -> Any:
        """Start to call a function on a worker; returns the task."""
        return self._client.submit(function, *arguments, pure=False)

    def wait(self, tasks: Iterable[Any], seconds: float | None = None) -> set[Any]:
        """Wait until at least one is done, at most so many seconds, and return all that are."""
        try:
            return set(self._dask.wait(list(tasks), timeout=seconds, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            return set()

    def close(self, tasks: Iterable[Any] = ()) -> None:
        """Give up these tasks and the connection."""
        self._client.cancel(list(tasks))
        self._client.close()
