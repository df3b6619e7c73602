"""Exports of many documents by a real Dask cluster of which a worker dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.conftest import needs
from tests.kill.exports import ENDINGS, TALK
from tests.support import dask_cluster
from tui_reader.export.verification import verify

pytestmark = pytest.mark.e2e
DOCUMENTS, LONG = 12, 10
"""How many, and how often each says its talk: seconds of work for a worker, so that it is killed in the middle."""


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler on loopback."""
    with dask_cluster.scheduler() as address:
        yield address


def test_a_cluster_makes_all_though_a_worker_is_killed(scheduler: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(DOCUMENTS):
        (tmp_path / "in" / f"{number}.txt").write_text(TALK.format(number) * LONG)
    out = tmp_path / "out"
    words = [sys.executable, "-m", "tui_reader", "export", str(tmp_path / "in"), "-o", str(out), "--ledger"]
    words += ["--format", "wav,srt,md", "--no-library", "--scheduler", scheduler]
    with ExitStack() as ended:
        workers = [ended.enter_context(dask_cluster.worker(scheduler)) for _ in range(2)]
        time.sleep(3)
        program = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + 120
        while not list(out.glob("*.wav")) and time.monotonic() < end:
            time.sleep(0.02)
        assert 0 < len(list(out.glob("*.wav"))) < DOCUMENTS
        os.kill(workers[0].pid, signal.SIGKILL)
        _, err = program.communicate(timeout=240)
        assert program.returncode == 0, err
        assert err.splitlines()[-1] == f"{DOCUMENTS} documents written into {out}; index.html lists them."
        again = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120)
        assert f"{DOCUMENTS} done before" in again.stderr
    names = {f"{number}{ending}" for number in range(DOCUMENTS) for ending in ENDINGS}
    assert {path.name for path in out.iterdir() if path.name[0] != "."} == names | {"index.html"}
    for path in out.glob("*[vtd]"):
        if ".ledger." not in path.name:
            assert all(finding.good for finding in verify(path)), path.name


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    needs("distributed")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(TALK)
    words = [sys.executable, "-m", "tui_reader", "export", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    for address, status in (("tcp://127.0.0.1:9", 1), ("127.0.0.1", 2)):
        asked = [*words, "--format", "md", "--no-library", "--scheduler", address]
        run = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr.count("\n")) == (status, 1) and address in run.stderr
