"""An archive is added by real processes and a real Dask cluster of which one is killed: nothing is lost or twice."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.volumes import write_volumes
from tests.e2e.conftest import needs
from tests.support import dask_cluster
from tests.support.library_contents import contents
from tui_reader.library import Library
from tui_reader.library.reading_workers import Workers

pytestmark = pytest.mark.e2e
VOLUMES, DOCUMENTS = 8, 60


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Volumes in FRUS' form."""
    folder = tmp_path_factory.mktemp("archive")
    write_volumes(folder, VOLUMES, DOCUMENTS)
    return folder


@pytest.fixture(scope="module")
def fresh(archive: Path) -> dict[str, set[Any]]:
    """What a library holds to which one process has added them."""
    with Library(None) as library:
        list(library.folders.add(archive, workers=Workers(1)))
        return contents(library)


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler on loopback."""
    with dask_cluster.scheduler() as address:
        yield address


def adding(archive: Path, library: Path, *options: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tui_reader", "library", "--library", str(library), "--add", str(archive), *options]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_a_volume(library: Path) -> None:
    """Until the first volume is in the library."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            with closing(sqlite3.connect(library)) as database:
                if database.execute("SELECT count(*) FROM files").fetchone()[0]:
                    return
        except sqlite3.Error:  # it is not made yet
            pass
        time.sleep(0.01)
    raise AssertionError("Nothing is added.")


def child_of(process: int) -> int:
    """A process that was started by another."""
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def test_a_cluster_reads_all_though_a_worker_is_killed(
    scheduler: str, archive: Path, fresh: dict[str, set[Any]], tmp_path: Path
) -> None:
    path = tmp_path / "library.db"
    with ExitStack() as ended:
        workers = [ended.enter_context(dask_cluster.worker(scheduler)) for _ in range(2)]
        time.sleep(3)
        program = adding(archive, path, "--scheduler", scheduler)
        wait_for_a_volume(path)
        os.kill(workers[0].pid, signal.SIGKILL)
        out, err = program.communicate(timeout=240)
    assert (program.returncode, out) == (0, f"{archive}: {VOLUMES * DOCUMENTS} documents added.\n"), err
    with Library(path) as library:
        assert contents(library) == fresh


def test_all_is_read_though_a_process_is_killed(archive: Path, fresh: dict[str, set[Any]], tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    program = adding(archive, path, "--jobs", "2")
    wait_for_a_volume(path)
    os.kill(child_of(program.pid), signal.SIGKILL)
    out, err = program.communicate(timeout=240)
    assert (program.returncode, out) == (0, f"{archive}: {VOLUMES * DOCUMENTS} documents added.\n"), err
    with Library(path) as library:
        assert contents(library) == fresh


def test_ctrl_c_keeps_what_is_added_and_a_search_says_what_is_not(
    archive: Path, fresh: dict[str, set[Any]], tmp_path: Path
) -> None:
    path = tmp_path / "library.db"
    program = adding(archive, path, "--jobs", "2")
    wait_for_a_volume(path)
    child = child_of(program.pid)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert "What was added stays; the same command goes on with the rest." in err.splitlines()[-1]
    assert not Path(f"/proc/{child}").exists()
    words = [sys.executable, "-m", "tui_reader", "library", "--library", str(path), "--search", "missile"]
    found = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.count("\n") > 10 and found.stderr.startswith("Not searched: ")
    again = adding(archive, path)
    out, _ = again.communicate(timeout=240)
    assert again.returncode == 0 and "were there already" in out
    with Library(path) as library:
        held = contents(library)
        own = {key for key, _, path, *_ in held["documents"] if archive not in path.parents}
        assert {row for row in held["indexed"] if row[0] not in own} == fresh["indexed"]


def test_a_scheduler_that_is_not_there_is_one_line(archive: Path, tmp_path: Path) -> None:
    needs("distributed")
    for address, status in (("tcp://127.0.0.1:9", 1), ("127.0.0.1", 2)):
        program = adding(archive, tmp_path / "library.db", "--scheduler", address)
        _, err = program.communicate(timeout=60)
        assert (program.returncode, err.count("\n")) == (status, 1) and address in err
