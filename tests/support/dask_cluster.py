"""A real Dask cluster on loopback: a scheduler, and workers that can be killed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest


@contextmanager
def scheduler() -> Iterator[str]:
    """A scheduler; its address. Where Dask is missing the test is skipped, but not in CI."""
    if not os.environ.get("CI"):
        pytest.importorskip("distributed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    with _started(*words):
        _wait_for_port(port)
        yield f"tcp://127.0.0.1:{port}"


def worker(scheduler: str) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """A worker of one thread, which nobody starts again."""
    words = ["-m", "distributed.cli.dask_worker", scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    return _started(*words, "--host", "127.0.0.1")


@contextmanager
def _started(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Python's that is ended with the block."""
    program = subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def _wait_for_port(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The scheduler did not start.")
