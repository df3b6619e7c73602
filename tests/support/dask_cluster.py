"""A real Dask cluster on loopback: a scheduler, and workers that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.sound import until


@contextmanager
def scheduler() -> Iterator[str]:
    """A scheduler; its address. Where Dask is missing the test is skipped, but not in CI."""
    if not os.environ.get("CI"):
        pytest.importorskip("distributed")
    with TemporaryDirectory() as folder:
        told = Path(folder) / "scheduler.json"
        words = ["-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        with _started(*words, "--scheduler-file", str(told)):
            until(lambda: told.exists() and told.read_text())
            yield str(json.loads(told.read_text())["address"])


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
